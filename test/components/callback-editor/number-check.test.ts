import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { NumberCheck } from '../../../src/components/callback-editor/callback-editor.number-check.js';
import type { NumberPlans } from '../../../src/components/callback-editor/callback-editor.number-check.js';
import * as plans from '../../../src/domain/phone-numbers.js';
import type { NumberPolicy } from '../../../src/domain/service.js';

const STRICT: NumberPolicy = { country: 'US', refusesPremium: true, refusesImpossible: true };

/** A check whose field, pauses and numbering plans are in hand. */
class Bench {
  text = '';
  updates = 0;
  loads = 0;
  answer: () => Promise<NumberPlans> = () => Promise.resolve(plans);
  readonly #pauses: { readonly end: () => void; readonly signal: AbortSignal }[] = [];
  readonly #controllers: ReactiveController[] = [];

  readonly check = new NumberCheck(
    {
      addController: (controller) => this.#controllers.push(controller),
      removeController: () => undefined,
      requestUpdate: () => (this.updates += 1),
      updateComplete: Promise.resolve(true),
    },
    () => this.text,
    {
      load: () => {
        this.loads += 1;
        return this.answer();
      },
      wait: (_, signal) => new Promise((end) => this.#pauses.push({ end, signal })),
    },
  );

  type(text: string): void {
    this.text = text;
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }

  remove(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Lets every pause be over that was not given up. */
  async pause(): Promise<void> {
    for (const { end } of this.#pauses.splice(0)) end();
    await settled();
  }

  get isGivenUp(): boolean {
    return this.#pauses.every(({ signal }) => signal.aborted);
  }
}

/** Lets everything that waits for a promise happen. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

describe('callback-editor: when a number is looked at', () => {
  it('is after a pause, and not before', async () => {
    const bench = new Bench();
    bench.type('+33 6');
    expect(bench.check.settled).to.equal(undefined);
    bench.type('+33 604120405');
    await bench.pause();
    expect(bench.check.settled).to.equal('+33604120405');
    expect(bench.updates).to.equal(1);
  });

  it('is at once when the field is left', async () => {
    const bench = new Bench();
    bench.check.enter();
    bench.type('5510');
    bench.check.leave();
    await settled();
    expect(bench.check.settled).to.equal('5510');
    expect(bench.check.hasFocus).to.equal(false);
    expect(bench.isGivenUp).to.equal(true);
  });

  it('is never when the element was removed', async () => {
    const bench = new Bench();
    bench.type('5510');
    bench.remove();
    expect(bench.isGivenUp).to.equal(true);
    await bench.pause();
    expect(bench.updates).to.equal(0);
  });
});

describe('callback-editor: the numbering plans', () => {
  it('are loaded when the field is entered, once', async () => {
    const bench = new Bench();
    bench.type('5510');
    expect(bench.loads).to.equal(0);
    bench.check.enter();
    bench.check.enter();
    await settled();
    bench.check.enter();
    expect(bench.loads).to.equal(1);
    expect(bench.check.plans).to.equal(plans);
  });

  it('judge as soon as they are there', async () => {
    const bench = new Bench();
    expect(bench.check.problemOf('5510', STRICT)).to.equal(undefined);
    bench.check.enter();
    await settled();
    const problem = bench.check.problemOf('5510', STRICT);
    expect(problem).to.deep.equal({ path: 'customerNumber', code: 'number-too-short' });
  });

  it('leave the judgement to the server where they cannot be loaded, and are tried again by the next focus', async () => {
    const bench = new Bench();
    bench.answer = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    bench.check.enter();
    await settled();
    expect(bench.check.problemOf('5510', STRICT)).to.equal(undefined);
    bench.answer = () => Promise.resolve(plans);
    bench.check.enter();
    await settled();
    expect(bench.check.plans).to.equal(plans);
  });

  it('are not needed to know that a service without a country refuses every number', () => {
    const { check } = new Bench();
    const problem = check.problemOf('5510', { refusesPremium: true, refusesImpossible: false });
    expect(problem?.code).to.equal('missing-country');
  });
});

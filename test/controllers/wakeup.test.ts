import { expect } from '@open-wc/testing';
import { Wakeup } from '../../src/controllers/wakeup.js';
import { ThrowawayHost, turn } from './support.js';

/** A platform timer that the test lets run out. */
interface HandTimer {
  readonly delay: number;
  readonly runOut: () => void;
}

describe('Wakeup', () => {
  const { setTimeout: realSet, clearTimeout: realClear } = window;
  let timers = new Map<number, HandTimer>();
  let hidden = false;

  beforeEach(() => {
    timers = new Map();
    hidden = false;
    let count = 0;
    Object.assign(window, {
      setTimeout: (runOut: () => void, delay: number) => {
        count += 1;
        timers.set(count, { delay, runOut });
        return count;
      },
      clearTimeout: (number: number) => timers.delete(number),
    });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  });

  afterEach(() => {
    Object.assign(window, { setTimeout: realSet, clearTimeout: realClear });
    Reflect.deleteProperty(document, 'hidden');
  });

  function waiting(delay: () => number | undefined) {
    const woken: (() => void)[] = [];
    const wake = (): Promise<void> => new Promise((resolve) => woken.push(resolve));
    const { host, controller } = ThrowawayHost.carrying((owner) => new Wakeup(owner, { delay, wake }));
    document.body.append(host);
    return { host, controller, woken };
  }

  /** Lets the only timer run out. */
  function runOut(): void {
    const [entry] = timers;
    if (entry === undefined) throw new Error('No timer is running.');
    timers.delete(entry[0]);
    entry[1].runOut();
  }

  const delays = (): readonly number[] => [...timers.values()].map(({ delay }) => delay);

  it('wakes after the delay, and waits anew once that is done', async () => {
    const { host, woken } = waiting(() => 5000);
    expect(delays()).to.deep.equal([5000]);
    runOut();
    expect(woken).to.have.lengthOf(1);
    expect(delays()).to.deep.equal([]);
    woken[0]?.();
    await turn();
    expect(delays()).to.deep.equal([5000]);
    host.remove();
  });

  it('does not wait without a delay, nor longer than a timer can count', () => {
    const wish: { delay?: number } = {};
    const { host, controller } = waiting(() => wish.delay);
    expect(delays()).to.deep.equal([]);
    wish.delay = 2 ** 40;
    controller.restart();
    expect(delays()).to.deep.equal([2 ** 31 - 1]);
    host.remove();
  });

  it('rests while its host is away', () => {
    const { host, controller } = waiting(() => 5000);
    host.remove();
    expect(delays()).to.deep.equal([]);
    controller.restart();
    expect(delays()).to.deep.equal([]);
  });

  it('does what came due in a hidden page once, when the page is seen again', () => {
    const { host, woken } = waiting(() => 5000);
    hidden = true;
    runOut();
    expect(woken).to.have.lengthOf(0);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(woken).to.have.lengthOf(0);
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(woken).to.have.lengthOf(1);
    host.remove();
  });
});

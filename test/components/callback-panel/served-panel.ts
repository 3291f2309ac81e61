import { fixture, html } from '@open-wc/testing';
import { getResponse } from 'msw';
import { createHandlers } from '../../../mock-server/http/handlers.js';
import type { Fault } from '../../../mock-server/faults/fault.js';
import { MockEngine } from '../../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../../mock-server/ports/clock.js';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import '../../../src/components/callback-panel/define.js';
import type { CallbackTransport } from '../../../src/transport/callback-transport.js';
import { GmsTransport } from '../../../src/transport/gms-transport.js';
import { fill, press } from '../../support/find.js';
import type { HandTime } from '../../support/hand-time.js';
import { NOW } from '../../support/records.js';
import { turn } from '../../controllers/support.js';
import { part, table } from './open-panel.js';

const HOUR = 3_600_000;
const ORIGIN = 'http://mock.invalid';

const OPTIONS = {
  _service: 'callback',
  _disallow_impossible_phone_numbers: 'false',
  _enable_in_queue_checking: 'false',
};

/** Commands that change callbacks, as the engine's log names them. */
export type Command = 'create' | 'update' | 'cancel';

/** The whole mock without a network, and panels that speak its wire. The time of the page is in the hand of the test. */
export class ServedMock {
  readonly engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(NOW), rate: 0 });
  /** Methods that were called on the transports of the panels, in order. */
  readonly asked: string[] = [];
  readonly #time: HandTime;

  constructor(time: HandTime) {
    this.#time = time;
    this.engine.setAgents({ loggedIn: 0 });
    for (const name of ['callback-sales', 'callback-support']) this.engine.setService(name, OPTIONS);
  }

  /** Puts a callback there: scheduled in an hour, or completed an hour ago. */
  put(customerNumber: string, ending?: 'CANCELLED'): string {
    const properties = { _LOB: 'Gold', note: 'a' };
    const wish = { type: 'create', serviceName: 'callback-sales', customerNumber, properties } as const;
    const result = this.engine.execute({ ...wish, desiredTime: NOW + HOUR });
    if (!result.ok) throw new Error(result.refusal.code);
    const { id } = result.value;
    if (ending !== undefined) this.engine.patchCallback(id, { state: 'COMPLETED', reason: ending });
    return id;
  }

  /** How often a command was carried out since the log was this long. */
  count(command: Command, since = 0): number {
    const isMeant = (entry: ReturnType<MockEngine['log']>[number]): boolean =>
      entry.type === 'command' && entry.command === command && entry.refused === undefined;
    return this.engine.log(since).filter(isMeant).length;
  }

  /** Length of the log. */
  get last(): number {
    return this.engine.log().at(-1)?.seq ?? 0;
  }

  /** The answer to the next request that writes gets lost. */
  loseNext(fault: Pick<Fault<'drop'>, 'when'> = {}): void {
    this.engine.setFaults([{ id: 'lost', method: ['POST', 'PUT', 'DELETE'], kind: 'drop', times: 1, ...fault }]);
  }

  /** The connection is gone once the next write has been carried out, for so many readings. */
  loseConnection(readings: number): void {
    this.loseNext({ when: 'after' });
    const stop = this.engine.subscribe(({ type }) => {
      if (type !== 'events') return;
      stop();
      this.engine.setFaults([{ id: 'gone', method: ['GET'], kind: 'drop', times: readings }]);
    });
  }

  /** A panel that shows what the mock holds. Nothing waits to be undone. */
  async openPanel(properties: Partial<CallbackPanelElement> = {}): Promise<CallbackPanelElement> {
    const panel = await fixture<CallbackPanelElement>(
      html`<callback-panel time-zone="Europe/Berlin"></callback-panel>`,
    );
    Object.assign(panel, { transport: this.#transport(), undoDelay: 0, ...properties });
    await this.until(() => table(panel)?.records.length === this.engine.current.records.size);
    return panel;
  }

  /** Lets time pass in small steps until something is so. */
  async until(isSo: () => boolean, doing = isSo.toString()): Promise<void> {
    for (let step = 0; step < 1200; step += 1) {
      if (isSo()) return;
      await turn();
      this.#time.pass(100);
    }
    throw new Error(`It did not come about within two minutes: ${doing}`);
  }

  /** Without free slots, so that times are typed. */
  #transport(): CallbackTransport {
    const handlers = createHandlers(this.engine, { origin: ORIGIN });
    const wired: typeof fetch = async (input, init) => {
      const response = await getResponse(handlers, new Request(input, init));
      // The platform's fetch rejects when a connection breaks.
      if (response?.type === 'error') throw new TypeError('Failed to fetch');
      return response ?? new Response(null, { status: 404 });
    };
    const gms = new GmsTransport({ baseUrl: `${ORIGIN}/genesys`, fetch: wired });
    return new Proxy(gms, {
      get: (target, name): unknown => {
        const value: unknown = name === 'availability' ? undefined : Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...parameters: readonly unknown[]): unknown => {
          this.asked.push(String(name));
          return Reflect.apply(value, target, parameters);
        };
      },
    });
  }
}

/** What a person does with a callback. */
export type Task = 'move' | 'change properties' | 'cancel' | 'schedule again';

/** Opens the form of a callback and enters everything but the last step. `day` and `value` tell persons apart. */
export async function enter(
  panel: CallbackPanelElement,
  [id, task]: readonly [id: string, task: Task],
  { day = '2026-03-10', value = 'b' }: { readonly day?: string; readonly value?: string } = {},
): Promise<void> {
  await panel.editCallback(id);
  await turn();
  const editor = part(panel, 'callback-editor');
  await editor.updateComplete;
  switch (task) {
    case 'move':
      await press(editor, 'Reschedule');
      return fill(editor, 'Desired Date', day);
    case 'schedule again':
      await fill(editor, 'Desired Date', day);
      return fill(editor, 'Available Time Slot', '11:00');
    case 'change properties':
      await press(editor, 'Edit Additional Properties');
      return fill(editor, 'note', value);
    case 'cancel':
      return press(editor, 'Cancel Callback');
  }
}

/** Sends what was entered. */
export async function send(panel: CallbackPanelElement): Promise<void> {
  await press(part(panel, 'callback-editor'), 'Continue');
}

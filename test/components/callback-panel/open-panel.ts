import { fixture, html } from '@open-wc/testing';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import '../../../src/components/callback-panel/define.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import type { QueueDiagnostics } from '../../../src/domain/diagnostics.js';
import type { CallbackQuery } from '../../../src/domain/query.js';
import type { BulkCancelResult } from '../../../src/domain/report.js';
import type {
  CallbackList,
  CallbackTransport,
  CreateResult,
  TransportDescription,
} from '../../../src/transport/callback-transport.js';
import { HandMethod, turn } from '../../controllers/support.js';
import { makeRecord, NOW } from '../../support/records.js';

export const DESCRIPTION: TransportDescription = {
  services: [
    { name: 'callback-sales', groups: ['sales'] },
    { name: 'callback-support', groups: ['care'] },
  ],
  unavailable: {},
  features: { bulkCancelAndExport: true, additionalColumns: true },
  columnAliases: {},
  lookupKeys: [],
  serverTime: NOW,
};

/** Three callbacks of today, one in each state that matters to what can be done. */
export const SCHEDULED = makeRecord({ id: 'scheduled', customerNumber: '5510' });
export const QUEUED = makeRecord({
  id: 'queued',
  state: 'QUEUED',
  serviceName: 'callback-support',
  desiredTime: NOW - 60_000,
});
export const COMPLETED = makeRecord({
  id: 'completed',
  state: 'COMPLETED',
  reason: 'AGENT_CONNECTED',
  desiredTime: NOW - 3_600_000,
});
export const RECORDS: readonly CallbackRecord[] = [SCHEDULED, QUEUED, COMPLETED];

/** A server whose answers the test gives by hand; only its description comes by itself. */
export class HandServer implements CallbackTransport {
  readonly lists = new HandMethod<CallbackList>();
  readonly creates = new HandMethod<CreateResult>();
  readonly reschedules = new HandMethod<undefined>();
  readonly reschedulesOfCompleted = new HandMethod<CreateResult>();
  readonly updates = new HandMethod<undefined>();
  readonly cancels = new HandMethod<undefined>();
  readonly bulkCancels = new HandMethod<BulkCancelResult>();
  readonly exports = new HandMethod<string>();
  readonly diagnostics = new HandMethod<QueueDiagnostics>();
  readonly gets = new HandMethod<CallbackRecord>();

  readonly list = this.lists.method;
  readonly create = this.creates.method;
  readonly reschedule = this.reschedules.method;
  readonly rescheduleCompleted = this.reschedulesOfCompleted.method;
  readonly updateProperties = this.updates.method;
  readonly cancel = this.cancels.method;
  readonly cancelMany = this.bulkCancels.method;
  readonly exportCancelled = this.exports.method;
  readonly queueDiagnostics = this.diagnostics.method;
  /** What was listed last can be read at once; anything else is answered by hand. */
  readonly get: typeof this.gets.method = (...question) => {
    const listed = this.listed.find(({ id }) => id === question[0]);
    return listed === undefined ? this.gets.method(...question) : Promise.resolve(listed);
  };

  listed: readonly CallbackRecord[] = [];
  readonly describe: () => Promise<TransportDescription>;

  constructor(description: Partial<TransportDescription> = {}) {
    this.describe = () => Promise.resolve({ ...DESCRIPTION, ...description });
  }

  /** The question of the newest list call. */
  get question(): CallbackQuery {
    return this.lists.call(this.lists.calls.length - 1).arguments[0] as CallbackQuery;
  }
}

/** Lets promises and updates happen. */
export async function settle(panel: CallbackPanelElement): Promise<void> {
  await turn();
  await panel.updateComplete;
  await table(panel)?.updateComplete;
}

/** Answers the newest list call. */
export async function answerList(
  panel: CallbackPanelElement,
  server: HandServer,
  records: readonly CallbackRecord[] = RECORDS,
  more: Partial<CallbackList> = {},
): Promise<void> {
  const call = server.lists.call(server.lists.calls.length - 1);
  server.listed = records;
  call.resolve({ records, services: ['callback-sales', 'callback-support'], unreadable: [], serverTime: NOW, ...more });
  await settle(panel);
}

/** A panel in Berlin whose server has described itself and is asked for the list. Nothing waits to be undone, unless the test says so. */
export async function openPanel(
  properties: Partial<CallbackPanelElement> = {},
  server = new HandServer(),
): Promise<{ panel: CallbackPanelElement; server: HandServer }> {
  const panel = await fixture<CallbackPanelElement>(html`<callback-panel time-zone="Europe/Berlin"></callback-panel>`);
  Object.assign(panel, { transport: server, undoDelay: 0, ...properties });
  await panel.updateComplete;
  await settle(panel);
  return { panel, server };
}

/** A panel that shows three callbacks of today. */
export async function openListed(
  properties: Partial<CallbackPanelElement> = {},
  server = new HandServer(),
): Promise<{ panel: CallbackPanelElement; server: HandServer }> {
  const opened = await openPanel(properties, server);
  await answerList(opened.panel, server);
  return opened;
}

/** The table in a panel. */
export function table(panel: CallbackPanelElement) {
  return panel.shadowRoot?.querySelector('callback-table') ?? undefined;
}

/** An element the panel is made of. */
export function part<K extends keyof HTMLElementTagNameMap>(
  panel: CallbackPanelElement,
  tag: K,
): HTMLElementTagNameMap[K] {
  const found = panel.shadowRoot?.querySelector(tag);
  if (found === null || found === undefined) throw new Error(`The panel has no <${tag}>.`);
  return found;
}

/** Words of a part of the panel; empty when it is not there. That these servers live at another time than this machine is left out. */
export function partWords(panel: CallbackPanelElement, name: string): string {
  const found = panel.shadowRoot?.querySelector(`[part~="${name}"]`)?.cloneNode(true) as Element | undefined;
  found?.querySelector('.note.clock')?.remove();
  return (found?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

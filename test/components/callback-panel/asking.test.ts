import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { presetRange } from '../../../src/domain/time-range.js';
import type { ListOptions, TransportDescription } from '../../../src/transport/callback-transport.js';
import { HandMethod } from '../../controllers/support.js';
import { press } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import {
  answerList,
  DESCRIPTION,
  HandServer,
  openListed,
  openPanel,
  part,
  partWords,
  RECORDS,
  settle,
  table,
} from './open-panel.js';

/** A server that says what it is only when the test lets it. */
function slowServer(): { server: HandServer; descriptions: HandMethod<TransportDescription> } {
  const descriptions = new HandMethod<TransportDescription>();
  return { server: Object.assign(new HandServer(), { describe: descriptions.method }), descriptions };
}

const OFFLINE = new CallbackError('offline', 'Failed to describe the server: no connection. Check it.');

describe('callback-panel, when the server is slow to say what it is', () => {
  it('does not hold back the list', async () => {
    const { server } = slowServer();
    const { panel } = await openPanel({}, server);
    await eventually(() => server.lists.calls.length > 0);
    await answerList(panel, server, RECORDS, { serverTime: Date.now() });
    expect(table(panel)).to.include({ loading: false });
    expect(table(panel)?.records).to.have.lengthOf(3);
  });

  it('takes in late what it says: its clock makes the question another one', async () => {
    const { server, descriptions } = slowServer();
    const { panel } = await openPanel({}, server);
    await eventually(() => server.lists.calls.length > 0);
    descriptions.call(0).resolve(DESCRIPTION);
    await settle(panel);
    expect(server.lists.call(0).signal?.aborted).to.equal(true);
    expect(server.question.range).to.deep.equal(presetRange('today', NOW, 'Europe/Berlin'));
  });

  it('waits longer for the services of the groups a person may see', async () => {
    const { server, descriptions } = slowServer();
    const { panel } = await openPanel({ configuration: { permittedServices: ['care'] } }, server);
    const other = slowServer();
    await openPanel({}, other.server);
    // By then the time has passed after which the first one would have asked too.
    await eventually(() => other.server.lists.calls.length > 0);
    expect(server.lists.calls).to.have.lengthOf(0);
    descriptions.call(0).resolve(DESCRIPTION);
    await settle(panel);
    expect(server.question.services).to.deep.equal(['callback-support']);
  });
});

describe('callback-panel, while a long list is read', () => {
  it('lets the table say how far it is, and no longer once it is there', async () => {
    const { panel, server } = await openPanel();
    const [, options] = server.lists.call(0).arguments as [unknown, ListOptions];
    options.onProgress?.({ records: 12_400, share: 0.25 });
    await settle(panel);
    expect(table(panel)?.progress).to.deep.equal({ records: 12_400, share: 0.25 });
    await answerList(panel, server);
    expect(table(panel)?.progress).to.equal(undefined);
  });
});

describe('callback-panel, when the server did not say what it is', () => {
  it('asks it again by Refresh', async () => {
    const { server, descriptions } = slowServer();
    const { panel } = await openPanel({}, server);
    descriptions.call(0).reject(OFFLINE);
    await settle(panel);
    await answerList(panel, server);
    expect(partWords(panel, 'notes')).to.contain('The server did not say what it allows');
    await press(panel, 'Refresh');
    await settle(panel);
    descriptions.call(1).resolve(DESCRIPTION);
    await answerList(panel, server);
    expect(partWords(panel, 'notes')).to.equal('');
  });

  it('does not ask it again when it said so', async () => {
    const { server, descriptions } = slowServer();
    const { panel } = await openPanel({}, server);
    descriptions.call(0).resolve(DESCRIPTION);
    await settle(panel);
    await answerList(panel, server);
    void panel.refresh();
    await settle(panel);
    expect(descriptions.calls).to.have.lengthOf(1);
  });
});

describe("callback-panel, when a form asks for the customer's other callbacks", () => {
  it('tells that form, and not the next one', async () => {
    const find = new HandMethod<readonly CallbackRecord[]>();
    const { panel } = await openListed({}, Object.assign(new HandServer(), { find: find.method }));
    await panel.editCallback('scheduled');
    await settle(panel);
    const other = makeRecord({ id: 'other', customerNumber: '5510' });
    find.call(0).resolve([other]);
    await settle(panel);
    const editor = part(panel, 'callback-editor');
    expect(editor.duplicates).to.deep.equal([other]);
    editor.dispatchEvent(new CustomEvent('editor-close'));
    panel.createCallback();
    await settle(panel);
    expect(editor).to.deep.include({ mode: 'create', duplicates: [] });
  });
});

describe('callback-panel, when a list tells no time', () => {
  it("counts the age of old rows by the clock of the server's description", async () => {
    const { panel, server } = await openPanel();
    const list = server.lists.call(0);
    list.resolve({ records: [], services: [], unreadable: [] });
    await settle(panel);
    void panel.refresh();
    await settle(panel);
    server.lists.call(1).reject(OFFLINE);
    await settle(panel);
    const since = table(panel)?.problem?.since ?? 0;
    expect(Math.abs(since - NOW)).to.be.lessThan(60_000);
    expect(partWords(panel, 'freshness')).to.match(/^stale since 10:0\d$/);
  });
});

describe('callback-panel, when the server says that single things are off', () => {
  it('gives the editor the reason of each command, and keeps the others on', async () => {
    const { panel } = await openListed(
      {},
      new HandServer({ unavailable: { reschedule: 'Moving is closed tonight.' } }),
    );
    const editor = panel.shadowRoot?.querySelector('callback-editor');
    expect(editor?.refusals).to.deep.equal({ reschedule: 'Moving is closed tonight.' });
    expect(table(panel)?.readonly).to.equal(false);
  });

  it('gives it the reason of what the transport lacks', async () => {
    const server = Object.assign(new HandServer(), { rescheduleCompleted: undefined });
    const { panel } = await openListed({}, server);
    const editor = panel.shadowRoot?.querySelector('callback-editor');
    expect(editor?.refusals).to.deep.equal({
      'reschedule-completed': 'The connected server does not offer this.',
    });
  });

  it('answers the wish for queue details with its reason, and asks nothing', async () => {
    const server = new HandServer({ unavailable: { queueDiagnostics: 'The queue is not watched.' } });
    const { panel } = await openListed({}, server);
    table(panel)?.shadowRoot?.querySelector<HTMLElement>('tr[data-id="queued"] button[aria-expanded]')?.click();
    await settle(panel);
    const entry = table(panel)?.diagnostics.get('queued') as CallbackError;
    expect(entry.code).to.equal('unsupported');
    expect(entry.details.serverMessage).to.equal('The queue is not watched.');
    expect(server.diagnostics.calls).to.have.lengthOf(0);
  });
});

import { expect } from '@open-wc/testing';
import type { CallbackTableElement, DiagnosticsEntry } from '../../../src/components/callback-table/callback-table.js';
import { CallbackError } from '../../../src/domain/errors.js';
import type { QueueDiagnostics } from '../../../src/domain/diagnostics.js';
import { EVERY_FACT } from '../../support/diagnostics.js';
import { all, named, one, openTable, RECORDS, recordEvents, row, text } from './open-table.js';

const EVERYTHING: QueueDiagnostics = { ...EVERY_FACT, other: { _future: 'kept' } };

function openWith(entry?: DiagnosticsEntry): Promise<CallbackTableElement> {
  const diagnostics = new Map(entry === undefined ? [] : [['b', entry] as const]);
  return openTable({ expandedIds: new Set(['b']), diagnostics });
}

const facts = (table: CallbackTableElement): Readonly<Record<string, string>> =>
  Object.fromEntries(all(table, '.fact').map((fact) => [text(fact.children[0]!), text(fact.children[1]!)]));

describe('callback-table: queue details', () => {
  it('open by the button in the state cell of queued callbacks only, and are asked for', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    expect(all(table, '[aria-expanded]')).to.have.length(1);
    named(table, 'QUEUED, queue details').click();
    await table.updateComplete;
    expect(events).to.deep.equal([
      ['callback-expansion-change', { expandedIds: new Set(['b']) }],
      ['callback-diagnostics-request', { id: 'b' }],
    ]);
  });

  it('are said to be on their way only while their owner says so', async () => {
    const table = await openTable();
    named(table, 'QUEUED, queue details').click();
    await table.updateComplete;
    expect(text(one(table, '.detail'))).to.equal('Queue details are not loaded yet.');
    table.loadingIds = new Set(['b']);
    await table.updateComplete;
    expect(text(one(table, '.detail'))).to.equal('Loading queue details');
  });

  it('are a row of their own under the callback, named after it and controlled by the button', async () => {
    const table = await openWith(EVERYTHING);
    const region = one(table, '[role=region]');
    expect(row(table, 'b').nextElementSibling).to.equal(region.closest('tr'));
    expect(region.getAttribute('aria-label')).to.equal('Queue details of 5510');
    expect(one(table, '[aria-expanded=true]').getAttribute('aria-controls')).to.equal(region.id);
  });

  it('count as a row', async () => {
    const table = await openWith(EVERYTHING);
    expect(all(table, '[aria-rowindex]').map((element) => element.getAttribute('aria-rowindex'))).to.deep.equal([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(one(table, 'table').getAttribute('aria-rowcount')).to.equal('7');
  });

  it('show all nineteen facts with their units, and what else the server said', async () => {
    const table = await openWith(EVERYTHING);
    expect(facts(table)).to.deep.equal({
      'Estimated wait time': '46.5 seconds',
      'Position in queue': '3',
      'Agents Logged in': '3',
      'Callback type': 'WAIT_FOR_AGENT',
      'Callback version': 'v2.39',
      Channel: 'WEB',
      'Dial attempt number': '2',
      'Dial Result': 'PUSH_DELIVERY_NOT_CONFIRMED',
      'EWT at first outbound call': '22.5 seconds',
      'EWT at callback offer': '0 seconds',
      'Is snoozed': 'false',
      'ORS session ID': '00NEEH6C74C6NAC01G015B5AES000005',
      'Position at first outbound call': '3',
      'Position at callback offer': '4',
      'Current priority': '0',
      'Routing target': 'GMSCallbackAgents@stat.GA',
      'Time of first outbound call': '3/9/2026 14:30:00',
      'Time callback was accepted': '3/9/2026 14:29:00',
      'Time of next outbound call': '3/9/2026 14:31:00',
      _future: 'kept',
    });
  });

  it('leave out what is not known', async () => {
    const table = await openWith({ position: null, other: {} });
    expect(facts(table)).to.deep.equal({ 'Position in queue': 'Not in queue' });
    expect(all(table, '.fact-group')).to.have.length(1);
  });

  it('begin with the reason why the callback is not moving', async () => {
    const reasonOf = async (known: Partial<QueueDiagnostics>): Promise<string> =>
      text(one(await openWith({ ...known, other: {} }), '.sentence'));
    expect(await reasonOf({ agentsLoggedIn: 0, position: 1 })).to.equal('No agent is logged in, so nobody can call.');
    expect(await reasonOf({ agentsLoggedIn: 3, position: 1201 })).to.equal(
      'Callbacks ahead of this one in the queue: 1,200.',
    );
    expect(await reasonOf({ snoozed: true })).to.equal('The customer asked to be called later.');
    expect(await reasonOf({ nextCallTime: Date.parse('2026-03-09T10:00:00Z') })).to.match(
      /^Waiting for the next call, at 3\/9\/2026 \d\d:\d\d:00\.$/,
    );
  });

  it('give no reason where none is known, and no second try where it cannot help', async () => {
    expect(all(await openWith({ channel: 'WEB', other: {} }), '.sentence')).to.have.length(0);
    const table = await openWith({ code: 'unsupported' });
    expect(all(table, '.facts-panel button')).to.have.length(0);
  });

  it('say when the server knows nothing, and when nobody has asked', async () => {
    const table = await openWith({ other: {} });
    expect(text(one(table, '.detail'))).to.equal('The server knows nothing more about this callback.');
    table.diagnostics = new Map();
    await table.updateComplete;
    expect(text(one(table, '.detail'))).to.equal('Queue details are not loaded yet.');
  });

  it('show why they could not be read, with a way to try again', async () => {
    const table = await openWith({ code: 'timeout' });
    const events = recordEvents(table);
    expect(text(one(table, '.detail'))).to.contain('The server did not answer in time.');
    named(table, 'Try again').click();
    expect(events).to.deep.equal([['callback-diagnostics-request', { id: 'b' }]]);
  });

  it("show the server's own words as a detail of the failure", async () => {
    const words = 'No session for this id';
    const table = await openWith(
      new CallbackError('server-error', 'Failed to read it: HTTP 500.', { serverMessage: words }),
    );
    expect(text(one(table, '.detail')))
      .to.contain('The server failed.')
      .and.to.contain(words);
  });

  it('are refreshed by their button, which shows that something is under way until the answer is there', async () => {
    const table = await openWith(EVERYTHING);
    const events = recordEvents(table);
    named(table, 'Refresh queue details').click();
    await table.updateComplete;
    expect(events).to.deep.equal([['callback-diagnostics-request', { id: 'b' }]]);
    table.loadingIds = new Set(['b']);
    await table.updateComplete;
    expect(one(table, '[role=region]').getAttribute('aria-busy')).to.equal('true');
    expect(facts(table)['Position in queue']).to.equal('3');
    table.diagnostics = new Map([['b', { ...EVERYTHING, position: 1 }]]);
    table.loadingIds = new Set();
    await table.updateComplete;
    expect(one(table, '[role=region]').getAttribute('aria-busy')).to.equal('false');
    expect(facts(table)['Position in queue']).to.equal('1');
  });

  it('close when the callback is queued no longer, and fire nothing when set', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    table.expandedIds = new Set(['b']);
    await table.updateComplete;
    expect(all(table, '.detail')).to.have.length(1);
    table.applyChanges({ upserts: [{ ...RECORDS[1]!, state: 'ROUTING' }] });
    await table.updateComplete;
    expect(all(table, '.detail')).to.have.length(0);
    expect(events).to.deep.equal([]);
  });
});

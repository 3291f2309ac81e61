import { expect } from '@open-wc/testing';
import type {
  CallbackBulkFinishedEvent,
  CallbackCancelledEvent,
  CallbackCreatedEvent,
  CallbackFailureEvent,
  CallbackUpdatedEvent,
} from '../../../src/components/callback-panel/define.js';
import { DEFAULT_VIEW } from '../../../src/components/callback-panel/callback-panel.view.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { CANCELLED_BY_ADMIN } from '../../../src/domain/report.js';
import { takeConsole } from '../../support/console.js';
import { button, listen, press } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import {
  answerList,
  HandServer,
  openListed,
  part,
  partWords,
  RECORDS,
  SCHEDULED,
  settle,
  table,
} from './open-panel.js';
import { confirmCancel, submitCreate, submitEdit } from './person.js';

const TIMEOUT = new CallbackError('timeout', 'Failed to create a callback: no answer. Look before sending again.');
const LIMITED = new CallbackError('limited', 'Failed to create a callback: too many requests. Wait and try again.');
const NEW = makeRecord({ id: 'new', state: 'QUEUED', desiredTime: NOW, customerNumber: '5511' });

describe('callback-panel creates', () => {
  it('sends what the editor asks for, once, and marks it busy', async () => {
    const { panel, server } = await openListed();
    await submitCreate(panel);
    expect(server.creates.calls).to.have.lengthOf(1);
    expect(server.creates.call(0).arguments[0]).to.deep.include({
      serviceName: 'callback-sales',
      customerNumber: '5511',
    });
    expect(part(panel, 'callback-editor')).to.include({ open: true, busy: true });
  });

  it('closes the form, tells, fires and loads until the new callback is listed', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackCreatedEvent>(panel, 'callback-created');
    await submitCreate(panel);
    server.creates.call(0).resolve({ id: 'new' });
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
    expect(partWords(panel, 'status')).to.equal('Callback created in callback-sales.');
    expect(events.map(({ detail, cancelable }) => [detail, cancelable])).to.deep.equal([[{ id: 'new' }, false]]);
    await answerList(panel, server, [...RECORDS, NEW]);
    expect(table(panel)?.records.map(({ id }) => id)).to.include('new');
    expect(server.lists.calls).to.have.lengthOf(2);
  });

  it('keeps the form with the problem when the server refused, and changes no row', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackFailureEvent>(panel, 'callback-failure');
    await submitCreate(panel);
    server.creates.call(0).reject(LIMITED);
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, busy: false, problem: LIMITED });
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ code: 'limited', action: 'create' }]);
    expect(table(panel)?.records).to.deep.equal(RECORDS);
    expect(server.creates.calls).to.have.lengthOf(1);
  });

  it('finds out what became of it when the answer was lost, and sends nothing again', async () => {
    const { panel, server } = await openListed();
    await submitCreate(panel);
    server.creates.call(0).reject(TIMEOUT);
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, busy: true, outcome: 'looking' });
    part(panel, 'callback-editor').shadowRoot?.querySelector<HTMLElement>('#submit')?.click();
    await settle(panel);
    expect(server.creates.calls).to.have.lengthOf(1);
  });

  it("takes what a portal's own transport lets through for a lost answer", async () => {
    const { panel, server } = await openListed();
    await submitCreate(panel);
    server.creates.call(0).reject(new TypeError('Failed to fetch'));
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, busy: true, outcome: 'looking' });
    expect(takeConsole().join()).to.contain('which is not a CallbackError');
    expect(server.creates.calls).to.have.lengthOf(1);
  });

  it('says so when the present range does not show the new callback', async () => {
    const { panel, server } = await openListed({
      view: { ...DEFAULT_VIEW, range: { from: '2026-03-01', to: '2026-03-02' } },
    });
    await submitCreate(panel);
    server.creates.call(0).resolve({ id: 'new' });
    await settle(panel);
    expect(partWords(panel, 'status')).to.contain('The range and filters you see now do not show it.');
    await answerList(panel, server);
    expect(partWords(panel, 'status')).not.to.contain('does not show it yet');
  });

  it('claims nothing about the list when the state in which a callback begins decides it', async () => {
    const options = { ...DEFAULT_VIEW.options, states: ['SCHEDULED'] as const };
    const { panel, server } = await openListed({ view: { ...DEFAULT_VIEW, options } });
    await submitCreate(panel);
    server.creates.call(0).resolve({ id: 'new' });
    await settle(panel);
    await answerList(panel, server);
    expect(partWords(panel, 'status')).to.equal('Callback created in callback-sales.');
  });

  for (const stage of ['open', 'submit'] as const) {
    it(`nothing when a page further out prevents the wish to ${stage}`, async () => {
      const { panel, server } = await openListed();
      const details: unknown[] = [];
      const prevent = (event: GlobalEventHandlersEventMap['callback-create-request']): void => {
        details.push(event.detail);
        if (event.detail.stage === stage) event.preventDefault();
      };
      document.addEventListener('callback-create-request', prevent);
      if (stage === 'open') await press(panel, 'Create Callback');
      else await submitCreate(panel);
      await settle(panel);
      document.removeEventListener('callback-create-request', prevent);
      expect(server.creates.calls).to.have.lengthOf(0);
      expect(part(panel, 'callback-editor').open).to.equal(stage === 'submit');
      expect(JSON.stringify(details)).not.to.contain('5511');
    });
  }
});

describe('callback-panel changes one callback', () => {
  it('moves it and tells', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackUpdatedEvent>(panel, 'callback-updated');
    await submitEdit(panel, 'scheduled', 'Reschedule');
    expect(server.reschedules.call(0).arguments.slice(0, 2)).to.deep.equal([
      'scheduled',
      { desiredTime: SCHEDULED.desiredTime + 86_400_000 },
    ]);
    expect(table(panel)?.busyIds.has('scheduled')).to.equal(true);
    server.reschedules.call(0).resolve(undefined);
    await settle(panel);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ id: 'scheduled' }]);
    expect(partWords(panel, 'status')).to.equal(
      'Callback rescheduled. The range and filters you see now do not show it.',
    );
    expect(table(panel)?.busyIds.size).to.equal(0);
  });

  it('cancels it for the customer, not as an administrator', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackCancelledEvent>(panel, 'callback-cancelled');
    await submitEdit(panel, 'queued', 'Cancel Callback');
    expect(server.cancels.call(0).arguments).to.deep.equal([
      'queued',
      { serviceName: 'callback-support', discardOrsFailure: false },
    ]);
    expect(server.bulkCancels.calls).to.have.lengthOf(0);
    server.cancels.call(0).resolve(undefined);
    await settle(panel);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ ids: ['queued'] }]);
  });

  it('keeps the form open when the server refuses', async () => {
    const { panel, server } = await openListed();
    await submitEdit(panel, 'queued', 'Cancel Callback');
    server.cancels.call(0).reject(new CallbackError('refused', 'Failed to cancel: its session is gone. Discard it.'));
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(true);
    expect(part(panel, 'callback-editor').problem?.code).to.equal('refused');
  });

  it('asks for the queue details of a row that is opened', async () => {
    const { panel, server } = await openListed();
    table(panel)?.shadowRoot?.querySelector<HTMLElement>('tr[data-id="queued"] button[aria-expanded]')?.click();
    await settle(panel);
    expect(server.diagnostics.call(0).arguments[0]).to.equal('queued');
    server.diagnostics.call(0).resolve({ position: 3, other: {} });
    await settle(panel);
    expect(table(panel)?.diagnostics.get('queued')).to.deep.equal({ position: 3, other: {} });
  });
});

describe('callback-panel cancels several', () => {
  it('asks first, and sends those that can be cancelled as an administrator', async () => {
    const { panel, server } = await openListed();
    await confirmCancel(panel);
    expect(server.bulkCancels.call(0).arguments[0]).to.have.members(['scheduled', 'queued']);
    expect(server.bulkCancels.call(0).arguments[1]).to.include({ reason: CANCELLED_BY_ADMIN });
    expect(part(panel, 'callback-cancel-dialog')).to.include({ open: true, busy: true });
  });

  it('shows the result, counts it, lets the selection go and marks the reports', async () => {
    const { panel, server } = await openListed();
    const finished = listen<CallbackBulkFinishedEvent>(panel, 'callback-bulk-finished');
    const cancelled = listen<CallbackCancelledEvent>(panel, 'callback-cancelled');
    await confirmCancel(panel);
    const outcomes = [
      { id: 'scheduled', outcome: 'done', code: 'Ok' },
      { id: 'queued', outcome: 'skipped', code: 'FAILURE_MISSING' },
    ] as const;
    server.bulkCancels.call(0).resolve({ reason: CANCELLED_BY_ADMIN, outcomes, raw: [] });
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog').result?.outcomes).to.deep.equal(outcomes);
    expect(finished.map(({ detail }) => detail)).to.deep.equal([{ done: 1, skipped: 1, failed: 0 }]);
    expect(cancelled.map(({ detail }) => detail)).to.deep.equal([{ ids: ['scheduled'] }]);
    expect(partWords(panel, 'status')).to.equal('1 callback cancelled, 1 not.');
    expect(table(panel)?.selectedIds.size).to.equal(0);
    expect(button(panel, 'Cancel Callbacks').getAttribute('aria-disabled')).to.equal('true');
    expect(panel.shadowRoot?.querySelector('[part="report-mark"]')?.classList.contains('negative')).to.equal(true);
    expect(part(panel, 'report-dialog').summary?.outcomes).to.deep.equal(outcomes);
  });

  it('tells a failure in the confirmation and keeps the selection', async () => {
    const { panel, server } = await openListed();
    await confirmCancel(panel);
    server.bulkCancels
      .call(0)
      .reject(new CallbackError('forbidden', 'Failed to cancel callbacks: 403. Ask for the role.'));
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog').problem?.code).to.equal('forbidden');
    expect(table(panel)?.selectedIds.size).to.equal(3);
  });

  it('opens for the callbacks that a page names', async () => {
    const { panel } = await openListed();
    panel.cancelCallbacks(['scheduled', 'unknown']);
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog').records.map(({ id }) => id)).to.deep.equal(['scheduled']);
  });
});

describe('callback-panel reports', () => {
  let files: { name: string; content: Promise<string> }[] = [];

  beforeEach(() => {
    files = [];
    // An own method in the place of the inherited one: nothing is downloaded.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      files.push({ name: this.download, content: fetch(this.href).then((response) => response.text()) });
    };
  });
  afterEach(() => {
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  });

  it('exports the cancelled callbacks with the columns of the page', async () => {
    const { panel, server } = await openListed({ configuration: { columnAliases: { _LOB: 'Line Of Business' } } });
    const events = listen(panel, 'report-ready');
    await press(panel, 'Download Reports');
    await settle(panel);
    await press(part(panel, 'report-dialog'), 'Export');
    await settle(panel);
    expect(server.exports.call(0).arguments[0]).to.include.members(['_customer_number', '_callback_reason', '_LOB']);
    server.exports.call(0).resolve('_id\n1\n');
    await settle(panel);
    expect(files.map(({ name }) => name)).to.deep.equal(['CancelledCallbacks.csv']);
    expect(await files[0]?.content).to.equal('_id\n1\n');
    expect(events.map(({ detail }) => detail as unknown)).to.deep.equal([
      { report: 'cancelled', fileName: 'CancelledCallbacks.csv' },
    ]);
  });

  it("writes the summary of the last cancellation with the server's own words", async () => {
    const { panel, server } = await openListed();
    await confirmCancel(panel);
    const raw = [{ _id: 'scheduled', _ok_title: 'Ok' }];
    const outcomes = [{ id: 'scheduled', outcome: 'done', code: 'Ok' }] as const;
    server.bulkCancels.call(0).resolve({ reason: CANCELLED_BY_ADMIN, outcomes, raw });
    await settle(panel);
    part(panel, 'callback-cancel-dialog').shadowRoot?.querySelector<HTMLElement>('#keep')?.click();
    await settle(panel);
    await press(panel, 'Download Reports');
    await settle(panel);
    await press(part(panel, 'report-dialog'), 'Download');
    await settle(panel);
    expect(files[0]?.name).to.match(/^CancellationSummaryReport.*\.json$/);
    expect(await files[0]?.content).to.contain('"_ok_title": "Ok"');
  });

  it('keeps the dialog open with the problem when the export failed', async () => {
    const { panel, server } = await openListed();
    await press(panel, 'Download Reports');
    await settle(panel);
    await press(part(panel, 'report-dialog'), 'Export');
    await settle(panel);
    server.exports.call(0).reject(new CallbackError('offline', 'Failed to export: no connection. Check it.'));
    await settle(panel);
    expect(part(panel, 'report-dialog').problem?.code).to.equal('offline');
    expect(files).to.have.lengthOf(0);
  });
});

describe('callback-panel on a transport of its own', () => {
  it('sends nothing twice when Continue is pressed twice', async () => {
    const { panel, server } = await openListed({}, new HandServer());
    await submitCreate(panel);
    const editor = part(panel, 'callback-editor');
    editor.shadowRoot?.querySelector<HTMLElement>('#submit')?.click();
    await settle(panel);
    expect(server.creates.calls).to.have.lengthOf(1);
  });
});

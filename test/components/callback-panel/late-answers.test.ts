import { expect } from '@open-wc/testing';
import type {
  CallbackCreatedEvent,
  CallbackFailureEvent,
  CallbackPanelElement,
} from '../../../src/components/callback-panel/define.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { CallbackError } from '../../../src/domain/errors.js';
import type { CallbackQuery } from '../../../src/domain/query.js';
import { CANCELLED_BY_ADMIN } from '../../../src/domain/report.js';
import { HandMethod } from '../../controllers/support.js';
import { makeRecord, NOW } from '../../support/records.js';
import { button, fill, focused, listen, press } from '../../support/find.js';
import { answerList, HandServer, openListed, part, partWords, SCHEDULED, settle, table } from './open-panel.js';
import { confirmCancel, selectRows, submitCreate, submitEdit } from './person.js';

const TIMEOUT = new CallbackError('timeout', 'Failed to reach the server: no answer. Look before sending again.');
const LIMITED = new CallbackError('limited', 'Failed to reach the server: too many requests. Wait and try again.');

/** Closes a dialog by its cross, also while its work is under way. */
async function closeDialog(
  panel: CallbackPanelElement,
  tag: 'callback-editor' | 'callback-cancel-dialog',
): Promise<void> {
  part(panel, tag).shadowRoot?.querySelector<HTMLElement>('[part~="close"]')?.click();
  await settle(panel);
  expect(part(panel, tag).open).to.equal(false);
}

/** Whether a list was asked for that holds one service only. */
function isAbout(query: unknown, service: string): boolean {
  const { services } = query as CallbackQuery;
  return services.length === 1 && services[0] === service;
}

async function closeOptions(panel: CallbackPanelElement): Promise<void> {
  part(panel, 'advanced-options').open = false;
  part(panel, 'advanced-options').dispatchEvent(new CustomEvent('options-close'));
  await settle(panel);
}

describe('callback-panel, when an answer comes after its dialog was closed', () => {
  it('tells that a callback was created, and leaves the form that is open now as it is', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackCreatedEvent>(panel, 'callback-created');
    await submitCreate(panel);
    await closeDialog(panel, 'callback-editor');
    await panel.editCallback('scheduled');
    await settle(panel);
    server.creates.call(0).resolve({ id: 'new' });
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, mode: 'edit', busy: false });
    expect(partWords(panel, 'status')).to.equal('Callback created in callback-sales.');
    expect(events).to.have.lengthOf(1);
  });

  it('tells in the page that creating failed, and not in the form that is open now', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackFailureEvent>(panel, 'callback-failure');
    await submitCreate(panel);
    await closeDialog(panel, 'callback-editor');
    await panel.editCallback('scheduled');
    await settle(panel);
    server.creates.call(0).reject(LIMITED);
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, problem: undefined });
    expect(partWords(panel, 'notes')).to.match(/^Creating a callback in callback-sales failed\. .*Nothing was changed/);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ code: 'limited', action: 'create' }]);
  });

  it('tells what may have happened when nobody waited to find out', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackFailureEvent>(panel, 'callback-failure');
    await submitEdit(panel, 'scheduled', 'Reschedule');
    await closeDialog(panel, 'callback-editor');
    server.reschedules.call(0).reject(TIMEOUT);
    await settle(panel);
    expect(partWords(panel, 'status')).to.contain('Finding out whether the server did it.');
    const place = panel.parentNode;
    panel.remove();
    await settle(panel);
    place?.append(panel);
    await settle(panel);
    expect(partWords(panel, 'notes')).to.match(/^Changing the callback to 5510 failed\. .*look at the list/);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ code: 'timeout', action: 'edit' }]);
  });

  it('keeps telling it until somebody dismisses it', async () => {
    const { panel, server } = await openListed();
    await submitEdit(panel, 'scheduled', 'Reschedule');
    await closeDialog(panel, 'callback-editor');
    server.reschedules.call(0).reject(LIMITED);
    await settle(panel);
    await press(panel, 'Advanced Options');
    await settle(panel);
    expect(partWords(panel, 'notes')).to.contain('Changing the callback to 5510 failed.');
    await closeOptions(panel);
    button(panel, 'Close').focus();
    await press(panel, 'Close');
    expect(partWords(panel, 'notes')).to.equal('');
    expect(focused(panel)).to.equal('Refresh');
  });

  it('shows result and progress of a cancellation only in the confirmation that asked for it', async () => {
    const { panel, server } = await openListed();
    await confirmCancel(panel);
    await closeDialog(panel, 'callback-cancel-dialog');
    panel.cancelCallbacks(['completed']);
    await settle(panel);
    const options = server.bulkCancels.call(0).arguments[1] as { onProgress: (done: number, total: number) => void };
    options.onProgress(1, 2);
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog')).to.include({ open: true, busy: false, progress: undefined });
    const outcomes = [
      { id: 'scheduled', outcome: 'done', code: 'Ok' },
      { id: 'queued', outcome: 'skipped', code: 'FAILURE_MISSING' },
    ] as const;
    server.bulkCancels.call(0).resolve({ reason: CANCELLED_BY_ADMIN, outcomes, raw: [] });
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog')).to.include({ open: true, result: undefined });
    expect(partWords(panel, 'status')).to.equal('1 callback cancelled, 1 not. Download Reports tells which.');
  });

  it('shows the progress of a cancellation in the confirmation that asked for it', async () => {
    const { panel, server } = await openListed();
    await confirmCancel(panel);
    const options = server.bulkCancels.call(0).arguments[1] as { onProgress: (done: number, total: number) => void };
    options.onProgress(1, 2);
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog').progress).to.deep.equal({ done: 1, total: 2 });
  });

  it('does not call the confirmation busy because a single callback in it is', async () => {
    const { panel } = await openListed();
    await submitEdit(panel, 'scheduled', 'Reschedule');
    await closeDialog(panel, 'callback-editor');
    panel.cancelCallbacks(['scheduled', 'queued']);
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog')).to.include({ open: true, busy: false });
  });

  it('lets go only of what was sent: what was selected since stays', async () => {
    const { panel, server } = await openListed();
    await selectRows(panel, 'scheduled');
    await press(panel, 'Cancel Callbacks');
    await settle(panel);
    await press(part(panel, 'callback-cancel-dialog'), 'Cancel 1 callback');
    await settle(panel);
    await closeDialog(panel, 'callback-cancel-dialog');
    await selectRows(panel, 'queued');
    const outcomes = [{ id: 'scheduled', outcome: 'done', code: 'Ok' }] as const;
    server.bulkCancels.call(0).resolve({ reason: CANCELLED_BY_ADMIN, outcomes, raw: [] });
    await settle(panel);
    expect([...(table(panel)?.selectedIds ?? [])]).to.deep.equal(['queued']);
  });

  it('looks for nothing in the list of another server', async () => {
    const { panel, server } = await openListed();
    await submitCreate(panel);
    const other = new HandServer();
    panel.transport = other;
    await settle(panel);
    const asked = other.lists.calls.length;
    server.creates.call(0).resolve({ id: 'new' });
    await settle(panel);
    expect(other.lists.calls).to.have.lengthOf(asked);
    expect(partWords(panel, 'status')).to.equal('Callback created in callback-sales.');
  });
});

describe('callback-panel, when another server is connected before the old one has answered', () => {
  const SAME: readonly (readonly [string, (panel: CallbackPanelElement) => Promise<void>])[] = [
    ['a new callback', submitCreate],
    ['a change of the callback with the same id', (panel) => submitEdit(panel, 'scheduled', 'Cancel Callback')],
  ];
  for (const [name, submit] of SAME) {
    it(`takes ${name} for the new one`, async () => {
      const { panel } = await openListed();
      await submit(panel);
      const other = new HandServer();
      panel.transport = other;
      await panel.updateComplete;
      await settle(panel);
      await answerList(panel, other);
      expect(table(panel)?.busyIds.size).to.equal(0);
      await submit(panel);
      expect(other.creates.calls.length + other.cancels.calls.length).to.equal(1);
      expect(part(panel, 'callback-editor').problem).to.equal(undefined);
    });
  }

  it('goes on finding out what became of a write at the old one, keeps the form of the new one free, and tells', async () => {
    const { panel, server } = await openListed();
    const find = new HandMethod<readonly CallbackRecord[]>();
    Object.assign(server, { find: find.method });
    await submitCreate(panel);
    find.call(0).resolve([]);
    await settle(panel);
    server.creates.call(0).reject(TIMEOUT);
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ busy: true, outcome: 'looking' });
    const other = new HandServer();
    panel.transport = other;
    await settle(panel);
    await answerList(panel, other);
    await press(panel, 'Create Callback');
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, busy: false, outcome: undefined });
    const made = makeRecord({ id: 'new', customerNumber: '5511', state: 'QUEUED', desiredTime: NOW });
    find.call(1).resolve([{ ...made, properties: {} }]);
    const reading = server.lists.calls.find(({ arguments: [query] }) => isAbout(query, 'callback-sales'));
    reading?.resolve({ records: [], services: [], unreadable: [] });
    await settle(panel);
    server.gets.call(0).resolve({ ...made, properties: {} });
    await settle(panel);
    expect(partWords(panel, 'status')).to.contain('but the server did it. Callback created in callback-sales.');
    expect(part(panel, 'callback-editor')).to.include({ open: true, busy: false });
  });
});

describe('callback-panel, when the whole of a callback comes after its form was sent', () => {
  it('leaves the form as it was sent: it is read again anyway', async () => {
    const { panel, server } = await openListed();
    server.listed = [];
    void panel.editCallback('scheduled');
    await settle(panel);
    const editor = part(panel, 'callback-editor');
    await editor.updateComplete;
    await press(editor, 'Reschedule');
    await fill(editor, 'Desired Date', '2026-03-10');
    await press(editor, 'Continue');
    await settle(panel);
    expect(server.gets.calls).to.have.lengthOf(2);
    server.gets.call(0).resolve({ ...SCHEDULED, properties: { note: 'theirs' } });
    await settle(panel);
    expect(editor).to.include({ busy: true, conflict: undefined, record: SCHEDULED });
    server.gets.call(1).resolve(SCHEDULED);
    await settle(panel);
    expect(server.reschedules.calls).to.have.lengthOf(1);
    expect(editor).to.include({ conflict: undefined, record: SCHEDULED });
  });
});

describe('callback-panel, when a callback is read to be opened', () => {
  const FIRST = makeRecord({ id: 'first' });
  const SECOND = makeRecord({ id: 'second' });

  it('opens the newest wish and aborts the older one', async () => {
    const { panel, server } = await openListed();
    void panel.editCallback('first');
    void panel.editCallback('second');
    expect(server.gets.call(0).signal?.aborted).to.equal(true);
    server.gets.call(1).resolve(SECOND);
    await settle(panel);
    server.gets.call(0).resolve(FIRST);
    await settle(panel);
    expect(part(panel, 'callback-editor').record?.id).to.equal('second');
  });

  it('opens nothing over a dialog that was opened meanwhile', async () => {
    const { panel, server } = await openListed();
    void panel.editCallback('first');
    await press(panel, 'Advanced Options');
    server.gets.call(0).resolve(FIRST);
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
    expect(part(panel, 'advanced-options').open).to.equal(true);
  });

  it('opens nothing from a server that is no longer connected', async () => {
    const { panel, server } = await openListed();
    void panel.editCallback('first');
    panel.transport = new HandServer();
    await settle(panel);
    expect(server.gets.call(0).signal?.aborted).to.equal(true);
    server.gets.call(0).resolve(FIRST);
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
  });

  it('opens nothing once changing is off', async () => {
    const { panel, server } = await openListed();
    void panel.editCallback('first');
    panel.readonly = true;
    server.gets.call(0).resolve(FIRST);
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
  });

  it('says so when the server cannot read one', async () => {
    const { panel } = await openListed({}, Object.assign(new HandServer(), { get: undefined }));
    await panel.editCallback('elsewhere');
    await settle(panel);
    expect(partWords(panel, 'notes')).to.equal('The connected server does not offer this.');
  });
});

describe('callback-panel, when a form has closed after it worked', () => {
  for (const choice of ['Reschedule', 'Cancel Callback']) {
    it(`gives the focus back to the row after ${choice}`, async () => {
      const { panel, server } = await openListed();
      const pencil = table(panel)?.shadowRoot?.querySelector<HTMLElement>(
        'tr[data-id="scheduled"] [part~="row-action"]',
      );
      pencil?.focus();
      await submitEdit(panel, 'scheduled', choice);
      (choice === 'Reschedule' ? server.reschedules : server.cancels).call(0).resolve(undefined);
      await settle(panel);
      await settle(panel);
      const focused = table(panel)?.shadowRoot?.activeElement;
      expect(focused?.closest('tr')?.dataset.id).to.equal('scheduled');
    });
  }

  it('takes the focus from nobody else', async () => {
    const { panel, server } = await openListed();
    button(panel, 'Advanced Options').focus();
    await submitEdit(panel, 'scheduled', 'Reschedule');
    server.reschedules.call(0).resolve(undefined);
    await settle(panel);
    await settle(panel);
    expect(panel.shadowRoot?.activeElement).to.equal(button(panel, 'Advanced Options'));
  });
});

import { expect } from '@open-wc/testing';
import type {
  CallbackCreatedEvent,
  CallbackFailureEvent,
  CallbackPanelElement,
} from '../../../src/components/callback-panel/define.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { CANCELLED_BY_ADMIN } from '../../../src/domain/report.js';
import { makeRecord } from '../../support/records.js';
import { button, focused, listen, press } from '../../support/find.js';
import { HandServer, openListed, part, partWords, settle, table } from './open-panel.js';
import { confirmCancel, selectRows, submitCreate, submitEdit } from './person.js';

const TIMEOUT = new CallbackError('timeout', 'Failed to reach the server: no answer. Look before sending again.');

/** Closes a dialog by its cross, also while its work is under way. */
async function closeDialog(
  panel: CallbackPanelElement,
  tag: 'callback-editor' | 'callback-cancel-dialog',
): Promise<void> {
  part(panel, tag).shadowRoot?.querySelector<HTMLElement>('[part~="close"]')?.click();
  await settle(panel);
  expect(part(panel, tag).open).to.equal(false);
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

  it('tells in the page that creating failed, with what may have happened, and not in the form that is open now', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackFailureEvent>(panel, 'callback-failure');
    await submitCreate(panel);
    await closeDialog(panel, 'callback-editor');
    await panel.editCallback('scheduled');
    await settle(panel);
    server.creates.call(0).reject(TIMEOUT);
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, problem: undefined });
    expect(partWords(panel, 'notes')).to.match(/^Creating a callback in callback-sales failed\. .*look at the list/);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ code: 'timeout', action: 'create' }]);
  });

  it('keeps telling it until somebody dismisses it', async () => {
    const { panel, server } = await openListed();
    await submitEdit(panel, 'scheduled', 'Reschedule');
    await closeDialog(panel, 'callback-editor');
    server.reschedules.call(0).reject(TIMEOUT);
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

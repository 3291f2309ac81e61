import { expect } from '@open-wc/testing';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import type { CallbackFailureEvent } from '../../../src/components/callback-panel/define.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { fill, hasButton, listen, press, words } from '../../support/find.js';
import { answerList, HandServer, openListed, part, partWords, RECORDS, SCHEDULED, settle } from './open-panel.js';
import { submitEdit } from './person.js';

const MOVED: CallbackRecord = { ...SCHEDULED, desiredTime: SCHEDULED.desiredTime + 7_200_000 };
const OFFLINE = new CallbackError('offline', 'Failed to read a callback: no connection. Check it.');

/** What the server holds from now on, while the list still shows what it did. */
function change(server: HandServer, record: CallbackRecord): void {
  server.listed = server.listed.map((listed) => (listed.id === record.id ? record : listed));
}

/** Opens the form of the scheduled callback and lets a test meddle before it is sent. */
async function submitAfter(panel: CallbackPanelElement, choice: string, meddle: () => void): Promise<void> {
  await panel.editCallback('scheduled');
  await settle(panel);
  const editor = part(panel, 'callback-editor');
  await editor.updateComplete;
  await press(editor, choice);
  if (choice === 'Reschedule') await fill(editor, 'Desired Date', '2026-03-10');
  meddle();
  await press(editor, 'Continue');
  await settle(panel);
  await settle(panel);
}

describe('callback-panel: a callback that somebody changed meanwhile', () => {
  for (const choice of ['Reschedule', 'Cancel Callback']) {
    it(`is not sent over: ${choice} shows both and sends nothing`, async () => {
      const { panel, server } = await openListed();
      const failures = listen<CallbackFailureEvent>(panel, 'callback-failure');
      await submitAfter(panel, choice, () => change(server, MOVED));
      const editor = part(panel, 'callback-editor');
      expect(editor).to.include({ open: true, busy: false, conflict: MOVED });
      expect([server.reschedules.calls.length, server.cancels.calls.length]).to.deep.equal([0, 0]);
      expect(failures[0]?.detail.code).to.equal('conflict');
    });
  }

  it('is sent after the person has seen what changed, against what is there now', async () => {
    const { panel, server } = await openListed();
    await submitAfter(panel, 'Cancel Callback', () => change(server, MOVED));
    await press(part(panel, 'callback-editor'), 'Continue');
    await settle(panel);
    expect(server.cancels.calls).to.have.lengthOf(1);
  });

  it('is shown again when it changed once more', async () => {
    const { panel, server } = await openListed();
    await submitAfter(panel, 'Cancel Callback', () => change(server, MOVED));
    const again = { ...MOVED, properties: { mood: 'cross' } };
    change(server, again);
    await press(part(panel, 'callback-editor'), 'Continue');
    await settle(panel);
    expect(part(panel, 'callback-editor').conflict).to.equal(again);
    expect(server.cancels.calls).to.have.lengthOf(0);
  });

  it('does not count as changed because a list shows only some of its properties', async () => {
    const whole = { ...SCHEDULED, properties: { ...SCHEDULED.properties, _note: 'only told by id' } };
    const { panel, server } = await openListed();
    change(server, whole);
    await submitEdit(panel, 'scheduled', 'Cancel Callback');
    expect(part(panel, 'callback-editor')).to.include({ conflict: undefined, record: whole });
    expect(server.cancels.calls).to.have.lengthOf(1);
  });

  it('is not sent when it cannot be read, and the form says that nothing was changed', async () => {
    const { panel, server } = await openListed();
    await submitAfter(panel, 'Cancel Callback', () => (server.listed = []));
    server.gets.call(0).reject(OFFLINE);
    await settle(panel);
    const editor = part(panel, 'callback-editor');
    expect(editor.open).to.equal(true);
    expect(words(editor.shadowRoot)).to.contain('Nothing was changed.').and.not.contain('may have been done');
    expect(server.cancels.calls).to.have.lengthOf(0);
  });

  it('is sent all the same where a transport cannot read single callbacks', async () => {
    const server = new HandServer();
    Object.assign(server, { get: undefined });
    const { panel } = await openListed({}, server);
    await submitEdit(panel, 'scheduled', 'Cancel Callback');
    expect(server.cancels.calls).to.have.lengthOf(1);
  });
});

describe('callback-panel: a callback that somebody changed while its change waited to be sent', () => {
  it('is not touched; the page says so and opens the form again with both', async () => {
    const { panel, server } = await openListed({ undoDelay: 60 });
    await submitAfter(panel, 'Cancel Callback', () => undefined);
    expect(part(panel, 'callback-editor').open).to.equal(false);
    expect(server.cancels.calls).to.have.lengthOf(0);
    change(server, MOVED);
    await press(panel, 'Send now');
    await settle(panel);
    await settle(panel);
    expect(server.cancels.calls).to.have.lengthOf(0);
    expect(partWords(panel, 'notes')).to.contain('Someone changed this callback meanwhile. Nothing was changed.');
    await press(panel, 'Open again');
    await settle(panel);
    const editor = part(panel, 'callback-editor');
    await editor.updateComplete;
    expect(editor).to.include({ open: true, conflict: MOVED });
    await press(editor, 'Continue');
    await settle(panel);
    await press(panel, 'Send now');
    await settle(panel);
    await settle(panel);
    expect(server.cancels.calls).to.have.lengthOf(1);
  });

  it('cannot be opened again from its notes while another change of it waits or is not answered', async () => {
    const { panel, server } = await openListed({ undoDelay: 60 });
    const again = (): readonly HTMLButtonElement[] =>
      [...(panel.shadowRoot?.querySelectorAll<HTMLButtonElement>('[part=notes] button') ?? [])].filter(
        (each) => words(each) === 'Open again',
      );
    for (const times of [1, 2]) {
      await submitAfter(panel, 'Cancel Callback', () => undefined);
      change(server, { ...MOVED, properties: { times: String(times) } });
      await press(panel, 'Send now');
      await settle(panel);
      await settle(panel);
      expect(again()).to.have.lengthOf(times);
    }
    const [first, second] = again();
    second?.click();
    await settle(panel);
    await part(panel, 'callback-editor').updateComplete;
    expect(part(panel, 'callback-editor').open).to.equal(true);
    await press(part(panel, 'callback-editor'), 'Continue');
    await settle(panel);
    await settle(panel);
    expect(again()).to.have.lengthOf(0);
    first?.click();
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
    await press(panel, 'Send now');
    await settle(panel);
    await settle(panel);
    expect(server.cancels.calls).to.have.lengthOf(1);
    expect(again()).to.have.lengthOf(0);
    server.cancels.call(0).resolve(undefined);
    await settle(panel);
    expect(again()).to.have.lengthOf(1);
  });

  it('cannot be opened again at another server, which has another callback of that id', async () => {
    const { panel, server } = await openListed({ undoDelay: 60 });
    await submitAfter(panel, 'Cancel Callback', () => undefined);
    change(server, MOVED);
    const other = new HandServer();
    panel.transport = other;
    await settle(panel);
    await answerList(panel, other);
    expect(partWords(panel, 'notes')).to.contain('Someone changed this callback meanwhile.').and.not.contain('again');
  });

  it('cannot be opened again while nothing may be changed', async () => {
    const { panel, server } = await openListed({ undoDelay: 60 });
    await submitAfter(panel, 'Cancel Callback', () => undefined);
    change(server, MOVED);
    await press(panel, 'Send now');
    await settle(panel);
    await settle(panel);
    expect(hasButton(panel, 'Open again')).to.equal(true);
    panel.readonly = true;
    await panel.updateComplete;
    expect(hasButton(panel, 'Open again')).to.equal(false);
  });

  it('cannot be opened or cancelled a second time while it waits', async () => {
    const { panel } = await openListed({ undoDelay: 60 });
    await submitAfter(panel, 'Cancel Callback', () => undefined);
    await panel.editCallback('scheduled');
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
    panel.cancelCallbacks(RECORDS.map(({ id }) => id));
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog').records.map(({ id }) => id)).not.to.include('scheduled');
  });
});

import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { button, focused, hasButton, press, words } from '../../support/find.js';
import { openListed, part, partWords, QUEUED, RECORDS, SCHEDULED, settle, table } from './open-panel.js';
import type { HandServer } from './open-panel.js';
import { confirmCancel, selectRows, submitEdit } from './person.js';
import { cancelledOne, lines, LONG, sent } from './waiting.js';

/** What was said to those who do not see the strip. */
function announced(panel: CallbackPanelElement): readonly string[] {
  return [...(panel.shadowRoot?.querySelectorAll('[role=status].visually-hidden') ?? [])].map(words);
}

/** Presses a button of the strip in the line of this number. */
async function pressIn(panel: CallbackPanelElement, line: number, name: string): Promise<void> {
  const found = [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('[part=pending] button') ?? [])];
  found.filter((each) => words(each) === name)[line]?.click();
  await settle(panel);
}

/** Presses keys together. */
async function chord(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

/** Presses Ctrl+Z at once, wherever the focus is. */
function pressUndo(target: HTMLElement): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: 'z',
    ctrlKey: true,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

describe('callback-panel lets a change wait', () => {
  it('shows it, marks its row busy, closes the form and sends nothing', async () => {
    const { panel, server } = await cancelledOne(8);
    expect(sent(server)).to.deep.equal([]);
    expect(lines(panel)).to.deep.equal(['The callback to 5510 will be cancelled 8 s Undo Send now']);
    expect([...(table(panel)?.busyIds ?? [])]).to.deep.equal(['scheduled']);
    expect(part(panel, 'callback-editor').open).to.equal(false);
  });

  it('says it once, with the way to undo it', async () => {
    const { panel } = await cancelledOne(8);
    expect(announced(panel)).to.deep.equal([
      'The callback to 5510 will be cancelled. This is sent in 8 seconds. Undo with Ctrl+Z.',
    ]);
  });

  it('sends it once when its time is up, and tells as ever', async () => {
    const { panel, server } = await cancelledOne(0.05);
    await eventually(() => server.cancels.calls.length > 0);
    server.cancels.call(0).resolve(undefined);
    await settle(panel);
    expect(sent(server)).to.deep.equal(['scheduled']);
    expect(lines(panel)).to.deep.equal([]);
    expect(partWords(panel, 'status')).to.equal('Callback cancelled.');
  });

  it('lets a move wait too, and a change of properties not', async () => {
    const { panel, server } = await openListed({ undoDelay: LONG });
    await submitEdit(panel, 'scheduled', 'Reschedule');
    await settle(panel);
    expect(server.reschedules.calls).to.have.lengthOf(0);
    expect(lines(panel)[0]).to.match(/^The callback to 5510 will be moved to 3\/10\/2026 /);
  });

  it('keeps a form from being sent that was opened for the same callback before it began to wait', async () => {
    const { panel, server } = await openListed({ undoDelay: LONG });
    await panel.editCallback('scheduled');
    await settle(panel);
    const editor = part(panel, 'callback-editor');
    await press(editor, 'Cancel Callback');
    server.listed = [];
    await press(editor, 'Continue');
    await settle(panel);
    editor.dispatchEvent(new CustomEvent('editor-close'));
    void panel.editCallback('scheduled');
    server.gets.call(0).resolve(SCHEDULED);
    await settle(panel);
    expect([editor.open, editor.busy, lines(panel).length]).to.deep.equal([true, true, 1]);
    await pressIn(panel, 0, 'Undo');
    expect(editor).to.include({ open: true, busy: false });
  });

  it('opens no form for it and cancels it no second time', async () => {
    const { panel } = await cancelledOne();
    await panel.editCallback('scheduled');
    panel.cancelCallbacks(['scheduled']);
    await settle(panel);
    expect(part(panel, 'callback-editor').open).to.equal(false);
    expect(part(panel, 'callback-cancel-dialog').open).to.equal(false);
  });
});

describe('callback-panel undoes', () => {
  it('by the button: nothing is sent, the row is free again and has the focus', async () => {
    const { panel, server } = await cancelledOne();
    button(panel, 'Undo').focus();
    await press(panel, 'Undo');
    await settle(panel);
    expect(sent(server)).to.deep.equal([]);
    expect(partWords(panel, 'status')).to.equal('Undone: nothing was sent.');
    expect(table(panel)?.busyIds.size).to.equal(0);
    await eventually(() => table(panel)?.shadowRoot?.activeElement?.closest('tr')?.dataset.id === 'scheduled');
  });

  for (const modifier of ['Control', 'Meta']) {
    it(`by ${modifier}+Z from the table, the newest first`, async () => {
      const { panel, server } = await cancelledOne();
      await submitEdit(panel, 'queued', 'Cancel Callback');
      await settle(panel);
      table(panel)?.focusRow('completed');
      await settle(panel);
      await chord(modifier, 'z');
      await settle(panel);
      expect(lines(panel)).to.have.lengthOf(1);
      expect([...(table(panel)?.busyIds ?? [])]).to.deep.equal(['scheduled']);
      await chord(modifier, 'z');
      await settle(panel);
      expect(lines(panel)).to.deep.equal([]);
      expect(sent(server)).to.deep.equal([]);
    });
  }

  it('not by Ctrl+Z in a text field, where it undoes what was typed', async () => {
    const { panel } = await cancelledOne();
    table(panel)?.shadowRoot?.querySelector<HTMLElement>('[type=search]')?.focus();
    await chord('Control', 'z');
    await settle(panel);
    expect(lines(panel)).to.have.lengthOf(1);
  });

  it('nothing by Ctrl+Z in a form, which hides what would be undone', async () => {
    const { panel } = await cancelledOne();
    await panel.editCallback('queued');
    await settle(panel);
    const editor = part(panel, 'callback-editor');
    button(editor, 'Back').focus();
    expect(pressUndo(button(editor, 'Back')).defaultPrevented).to.equal(false);
    await settle(panel);
    expect(lines(panel)).to.have.lengthOf(1);
    expect(partWords(panel, 'status')).to.equal('');
  });

  it('by Ctrl+Z in the confirmation what that one shows, and nothing else', async () => {
    const { panel, server } = await cancelledOne();
    await selectRows(panel, QUEUED.id);
    await press(panel, 'Cancel Callbacks');
    await settle(panel);
    const dialog = part(panel, 'callback-cancel-dialog');
    await press(dialog, 'Cancel 1 callback');
    await settle(panel);
    expect(dialog.pending).to.deep.include({ ids: [QUEUED.id] });
    expect(pressUndo(button(dialog, 'Undo')).defaultPrevented).to.equal(true);
    await settle(panel);
    await dialog.updateComplete;
    expect(dialog).to.include({ open: true, pending: undefined });
    expect(pressUndo(button(dialog, 'Cancel 1 callback')).defaultPrevented).to.equal(false);
    await settle(panel);
    expect([...(table(panel)?.busyIds ?? [])]).to.deep.equal(['scheduled']);
    expect([sent(server).length, server.bulkCancels.calls.length]).to.deep.equal([0, 0]);
  });

  it('not what has just gone out, and no other in its place: it says that it is sent', async () => {
    const { panel, server } = await cancelledOne();
    await submitEdit(panel, 'queued', 'Cancel Callback');
    await settle(panel);
    panel.shadowRoot?.querySelectorAll<HTMLElement>('[part=pending] button')[3]?.click();
    const rows = table(panel) as HTMLElement;
    expect(pressUndo(rows.shadowRoot?.querySelector('[type=search]') as HTMLElement).defaultPrevented).to.equal(false);
    expect(pressUndo(rows).defaultPrevented).to.equal(true);
    await settle(panel);
    expect(partWords(panel, 'status')).to.equal('Already sent.');
    expect(sent(server)).to.deep.equal(['queued']);
    expect(lines(panel)).to.have.lengthOf(1);
  });

  it('one of several, each with a button of its own', async () => {
    const { panel, server } = await cancelledOne();
    await submitEdit(panel, 'queued', 'Cancel Callback');
    await settle(panel);
    await pressIn(panel, 0, 'Undo');
    await pressIn(panel, 0, 'Send now');
    expect(sent(server)).to.deep.equal(['queued']);
    expect(lines(panel)).to.deep.equal([]);
  });
});

describe('callback-panel waits longer', () => {
  const isHeld = (panel: CallbackPanelElement): boolean =>
    panel.shadowRoot?.querySelector('[part=pending] li')?.classList.contains('held') === true;

  it('while somebody points at the strip', async () => {
    const { panel } = await cancelledOne();
    const strip = panel.shadowRoot?.querySelector('[part=pending]');
    strip?.dispatchEvent(new PointerEvent('pointermove'));
    await settle(panel);
    expect(isHeld(panel)).to.equal(true);
    strip?.dispatchEvent(new PointerEvent('pointerleave'));
    await settle(panel);
    expect(isHeld(panel)).to.equal(false);
  });

  it('while the focus is in the strip, and goes on when a line takes the focus with it', async () => {
    const { panel } = await cancelledOne();
    await submitEdit(panel, 'queued', 'Cancel Callback');
    await settle(panel);
    button(panel, 'Refresh').focus();
    panel.shadowRoot?.querySelectorAll<HTMLElement>('[part=pending] button')[2]?.focus();
    await settle(panel);
    expect(focused(panel)).to.equal('Undo');
    expect(isHeld(panel)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await settle(panel);
    await eventually(() => !isHeld(panel));
    expect(lines(panel)).to.have.lengthOf(1);
  });
});

describe('callback-panel lets the cancelling of several wait', () => {
  async function confirmed(): Promise<{ panel: CallbackPanelElement; server: HandServer }> {
    const opened = await openListed({ undoDelay: LONG });
    await confirmCancel(opened.panel);
    await settle(opened.panel);
    return opened;
  }

  it('in its dialog, and not in the strip behind it', async () => {
    const { panel, server } = await confirmed();
    const dialog = part(panel, 'callback-cancel-dialog');
    expect(words(dialog.shadowRoot?.querySelector('.dialog-body'))).to.contain('Nothing has been sent yet.');
    expect(lines(panel)).to.deep.equal([]);
    expect([...(table(panel)?.busyIds ?? [])]).to.have.members([SCHEDULED.id, QUEUED.id]);
    expect(server.bulkCancels.calls).to.have.lengthOf(0);
  });

  it('and sends it once when the person would not wait', async () => {
    const { panel, server } = await confirmed();
    await press(part(panel, 'callback-cancel-dialog'), 'Send now');
    await settle(panel);
    expect(server.bulkCancels.calls.map(({ arguments: [ids] }) => ids)).to.deep.equal([[SCHEDULED.id, QUEUED.id]]);
    expect(part(panel, 'callback-cancel-dialog')).to.include({ busy: true, pending: undefined });
  });

  it('and goes back to the plan on Undo, from where it can be sent again', async () => {
    const { panel, server } = await confirmed();
    const dialog = part(panel, 'callback-cancel-dialog');
    await press(dialog, 'Undo');
    await settle(panel);
    expect(dialog).to.include({ open: true, busy: false, pending: undefined });
    expect(hasButton(dialog, 'Cancel 2 callbacks')).to.equal(true);
    expect(server.bulkCancels.calls).to.have.lengthOf(0);
  });

  it('and takes it back when the dialog is closed', async () => {
    const { panel, server } = await confirmed();
    await sendKeys({ press: 'Escape' });
    await settle(panel);
    expect(part(panel, 'callback-cancel-dialog').open).to.equal(false);
    expect(table(panel)?.busyIds.size).to.equal(0);
    expect(server.bulkCancels.calls).to.have.lengthOf(0);
    await selectRows(panel, SCHEDULED.id);
    expect(table(panel)?.records).to.deep.equal(RECORDS);
  });

  it('in the strip, once another dialog has taken the place of its own', async () => {
    const { panel } = await confirmed();
    panel.createCallback();
    await settle(panel);
    expect(lines(panel)).to.deep.equal(['2 callbacks will be cancelled 3,600 s Undo Send now']);
  });
});

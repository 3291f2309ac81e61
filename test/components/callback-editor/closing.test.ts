import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CallbackEditorElement } from '../../../src/components/callback-editor/define.js';
import { takeConsole } from '../../support/console.js';
import { fill, focused, hasButton, input, listen, press, words } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';
import { openEditor } from './open-editor.js';

function dialog(editor: CallbackEditorElement): HTMLDialogElement {
  return editor.shadowRoot!.querySelector('dialog')!;
}

describe('callback-editor: closing', () => {
  for (const way of ['Cancel', 'Close']) {
    it(`closes with ${way}, tells its owner once and nobody else`, async () => {
      const editor = await openEditor();
      const own = listen(editor, 'editor-close');
      const outside = listen(document, 'editor-close');
      await press(editor, way);
      expect(editor.open).to.equal(false);
      expect(dialog(editor).open).to.equal(false);
      expect(own).to.have.lengthOf(1);
      expect(outside).to.have.lengthOf(0);
    });
  }

  it('closes with Esc when nothing was entered', async () => {
    const editor = await openEditor();
    await sendKeys({ press: 'Escape' });
    await editor.updateComplete;
    expect(editor.open).to.equal(false);
  });

  it('asks once before entries are lost; the answer that keeps them has the focus', async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    await sendKeys({ press: 'Escape' });
    await editor.updateComplete;
    expect(editor.open).to.equal(true);
    expect(words(editor.shadowRoot)).to.contain('Close and lose what you entered?');
    expect(focused(editor)).to.equal('Keep editing');
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
    expect(input(editor, 'Customer Number').value).to.equal('5510');
    expect(hasButton(editor, 'Continue')).to.equal(true);
  });

  it('gives the focus back to the field where it was when the question came', async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    input(editor, 'Urs Virtual Queue').focus();
    await sendKeys({ press: 'Escape' });
    await editor.updateComplete;
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
    expect(editor.shadowRoot?.activeElement === input(editor, 'Urs Virtual Queue')).to.equal(true);
  });

  it('gives it to the button that asked when that is where it was', async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    editor.shadowRoot?.querySelector<HTMLElement>('#back')?.focus();
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
    expect(focused(editor)).to.equal('Cancel');
  });

  it('closes after Discard, and on a second Esc', async () => {
    const first = await openEditor();
    await fill(first, 'Customer Number', '5510');
    await press(first, 'Cancel');
    await press(first, 'Discard');
    expect(first.open).to.equal(false);
    const second = await openEditor();
    await fill(second, 'Customer Number', '5510');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await second.updateComplete;
    expect(second.open).to.equal(false);
  });

  it('begins with a fresh form the next time', async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Cancel');
    await press(editor, 'Discard');
    editor.open = true;
    await editor.updateComplete;
    expect(input(editor, 'Customer Number').value).to.equal('');
    expect(editor.request).to.equal(undefined);
  });

  it('gives the focus back to what opened it', async () => {
    const opener = await fixture<HTMLButtonElement>(html`<button>Create Callback</button>`);
    opener.focus();
    const editor = await openEditor();
    expect(document.activeElement === editor).to.equal(true);
    await press(editor, 'Close');
    expect(document.activeElement === opener).to.equal(true);
  });

  it('gives the focus back also to what opened it in another shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const opener = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(opener);
    opener.focus();
    const editor = await openEditor();
    await press(editor, 'Close');
    expect(host.shadowRoot?.activeElement === opener).to.equal(true);
  });

  it('follows the browser when that closes the dialog by itself', async () => {
    const editor = await openEditor();
    const closed = oneEvent(editor, 'editor-close');
    dialog(editor).close();
    await closed;
    expect(editor.open).to.equal(false);
  });

  it('tells nobody when its owner closes it', async () => {
    const editor = await openEditor();
    const events = listen(editor, 'editor-close');
    editor.open = false;
    await editor.updateComplete;
    expect(dialog(editor).open).to.equal(false);
    expect(events).to.have.lengthOf(0);
  });
});

describe('callback-editor: keyboard', () => {
  it('sends the form with Enter from a field', async () => {
    const editor = await openEditor();
    await fill(editor, 'Service Name', 'Preview');
    input(editor, 'Customer Number').focus();
    await sendKeys({ type: '5510' });
    const events = listen(editor, 'callback-create-request');
    await sendKeys({ press: 'Enter' });
    expect(events).to.have.lengthOf(1);
  });

  it('chooses what to do with the arrow keys, past what cannot be done', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord({ state: 'QUEUED' }) });
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    await editor.updateComplete;
    expect(input(editor, 'Cancel Callback').checked).to.equal(true);
    expect(focused(editor)).to.equal('Cancel Callback');
  });
});

describe('callback-editor: life', () => {
  it('fires nothing when its properties are set', async () => {
    const names = ['callback-create-request', 'callback-edit-request', 'callback-cancel-request', 'editor-close'];
    const events = names.flatMap((name) => [listen(document, name)]);
    const editor = await openEditor({ mode: 'edit', record: makeRecord() });
    editor.mode = 'create';
    editor.busy = true;
    editor.open = false;
    await editor.updateComplete;
    expect(events.flat()).to.have.lengthOf(0);
  });

  it('takes properties that were set before it was upgraded', async () => {
    const tag = 'late-callback-editor';
    const early = { mode: 'edit', record: makeRecord(), timeZone: 'Europe/Berlin', open: true };
    const element: HTMLElement & { updateComplete?: Promise<boolean> } = Object.assign(
      document.createElement(tag),
      early,
    );
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.append(element);
    CallbackEditorElement.define(tag);
    await element.updateComplete;
    expect(words(element.shadowRoot?.querySelector('h2'))).to.equal('Edit Callback');
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
  });

  it('shows the zone of this device, and says so once, when it is given one that does not exist', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord(), timeZone: 'Mars/Olympus' });
    expect(takeConsole().join()).to.contain('Failed to use the time zone "Mars/Olympus"');
    expect(words(editor.shadowRoot)).to.contain('Time zone: Asia/Kolkata');
  });

  it('takes its properties in any order', async () => {
    const editor = await openEditor({ mode: 'edit', record: undefined });
    expect(words(editor.shadowRoot?.querySelector('.dialog-body'))).to.equal('');
    editor.record = makeRecord();
    await editor.updateComplete;
    expect(input(editor, 'Reschedule').checked).to.equal(true);
  });

  it('stays open, modal and filled in when it is moved', async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    const events = listen(editor, 'editor-close');
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(editor);
    await editor.updateComplete;
    expect(dialog(editor).matches(':modal')).to.equal(true);
    expect(input(editor, 'Customer Number').value).to.equal('5510');
    expect(events).to.have.lengthOf(0);
  });

  it('leaves nothing in the top layer when it is removed', async () => {
    const editor = await openEditor();
    const inside = dialog(editor);
    editor.remove();
    expect(inside.open).to.equal(false);
  });
});

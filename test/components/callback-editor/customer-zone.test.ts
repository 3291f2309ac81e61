import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { button, description, fill, focused, hasButton, input, press } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const LABEL = "Customer's time zone";

function openFor(customerNumber: string): Promise<CallbackEditorElement> {
  return openEditor({ mode: 'edit', record: makeRecord({ customerNumber }) });
}

function zone(editor: Element): string {
  return input(editor, LABEL).value;
}

function hint(editor: Element): string {
  return description(editor, input(editor, LABEL));
}

async function choose(editor: CallbackEditorElement, text: string): Promise<void> {
  const field = input(editor, LABEL);
  field.focus();
  field.select();
  await sendKeys({ type: text });
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'Enter' });
  await editor.updateComplete;
}

describe("callback-editor: the customer's zone", () => {
  it('is guessed from the number, and shown as a guess', async () => {
    const editor = await openFor('+33604120405');
    await eventually(() => zone(editor) === 'Europe/Paris');
    expect(hint(editor)).to.equal('Guessed from the number.');
  });

  it('is the likeliest where such numbers are in several', async () => {
    const editor = await openFor('+61412345678');
    await eventually(() => zone(editor) === 'Australia/Sydney');
    expect(hint(editor)).to.contain('several time zones');
  });

  it('follows the number in the form once that is typed', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Customer Number', '+12125550177');
    await eventually(() => zone(editor) === 'America/New York');
    await fill(editor, 'Customer Number', '+33604120405');
    await eventually(() => zone(editor) === 'Europe/Paris');
  });

  it('is guessed from a national number in the country of the service', async () => {
    const numbers = { country: 'FR', refusesPremium: true, refusesImpossible: true };
    const record = makeRecord({ customerNumber: '0604120405' });
    const services = [{ name: record.serviceName, groups: [], numbers }];
    const editor = await openEditor({ mode: 'edit', record, services });
    await eventually(() => zone(editor) === 'Europe/Paris');
  });

  it('is not known from a number within the house', async () => {
    const editor = await openFor('5510');
    expect(hint(editor)).to.equal('');
    await eventually(() => hint(editor) !== '');
    expect(zone(editor)).to.equal('');
    expect(hint(editor)).to.equal('The number does not tell where the customer is.');
  });

  it('is not said to be unknown before the number is whole', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    input(editor, 'Customer Number').focus();
    await sendKeys({ type: '5510' });
    await editor.updateComplete;
    expect(hint(editor)).to.equal('');
    await eventually(() => hint(editor) !== '');
    await sendKeys({ type: '2' });
    await editor.updateComplete;
    expect(hint(editor)).to.equal('');
    await eventually(() => hint(editor) === 'The number does not tell where the customer is.');
  });

  it('gives way to what is typed when it comes into the field that has the focus', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Customer Number', '+12125550177');
    const field = input(editor, LABEL);
    field.focus();
    await eventually(() => zone(editor) === 'America/New York');
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, zone(editor).length]);
    await sendKeys({ type: 'tokyo' });
    expect(field.value).to.equal('tokyo');
  });

  it('never takes the place of what was typed', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Customer Number', '+12125550177');
    const field = input(editor, LABEL);
    field.focus();
    await sendKeys({ type: 'tok' });
    await eventually(() => hint(editor).startsWith('Guessed') || hint(editor).startsWith('Likely'));
    expect(field.value).to.equal('tok');
    await sendKeys({ type: 'yo' });
    expect(field.value).to.equal('tokyo');
  });

  it('can be changed, and had back', async () => {
    const editor = await openFor('+33604120405');
    await eventually(() => zone(editor) === 'Europe/Paris');
    await choose(editor, 'kathm');
    expect(zone(editor)).to.equal('Asia/Kathmandu');
    expect(hint(editor)).to.equal('');
    button(editor, 'Use Europe/Paris, guessed from the number').click();
    await editor.updateComplete;
    expect(zone(editor)).to.equal('Europe/Paris');
    expect(focused(editor)).to.equal(LABEL);
    expect(hasButton(editor, 'Use Europe/Paris, guessed from the number')).to.equal(false);
  });

  it('is offered by the names of today with the offsets of now', async () => {
    const editor = await openFor('5510');
    const field = input(editor, LABEL);
    for (const [text, offered] of [
      ['kolkata', 'Asia/Kolkata GMT+5:30'],
      ['kyiv', 'Europe/Kyiv GMT+2'],
      ['lord howe', 'Australia/Lord Howe GMT+11'],
      ['utc', 'UTC GMT'],
    ]) {
      field.focus();
      field.select();
      await sendKeys({ type: text! });
      await editor.updateComplete;
      const [first] = editor.shadowRoot!.querySelectorAll('[role=option]');
      expect(first?.textContent.replace(/\s+/g, ' ').trim()).to.equal(offered);
    }
  });

  it('is no unsaved entry', async () => {
    const editor = await openFor('+33604120405');
    await choose(editor, 'tokyo');
    await press(editor, 'Back');
    expect(editor.open).to.equal(false);
  });

  it('is accessible', async () => {
    const editor = await openFor('+61412345678');
    await eventually(() => zone(editor) !== '');
    await expect(editor).to.be.accessible();
  });
});

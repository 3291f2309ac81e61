import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { button, input, listen, select, words } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';
import { openEditor } from './open-editor.js';
import { openNew, weekdays } from './open-picker.js';

const STRICT = { country: 'US', refusesPremium: true, refusesImpossible: true };
const SALES = [{ name: 'Sales', groups: [], numbers: STRICT }];

/** Where a press on something falls: in its middle, so many pixels below its upper edge. */
function pointOf(target: Element, below: number): [number, number] {
  target.scrollIntoView({ block: 'nearest' });
  const { left, width, top } = target.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + below)];
}

async function click(editor: CallbackEditorElement, target: Element, below = 2): Promise<void> {
  await sendMouse({ type: 'click', position: pointOf(target, below) });
  await editor.updateComplete;
}

async function typeNumber(editor: CallbackEditorElement, text: string): Promise<void> {
  input(editor, 'Customer Number').focus();
  await sendKeys({ type: text });
  await editor.updateComplete;
}

function ownRows(editor: Element): number {
  return editor.shadowRoot!.querySelectorAll('.row.own').length;
}

function note(editor: Element): string {
  return words(editor.shadowRoot!.querySelector('.number-note'));
}

/** Holds the mouse down near the upper edge of something. */
async function hold(editor: CallbackEditorElement, target: Element): Promise<void> {
  await sendMouse({ type: 'move', position: pointOf(target, 2) });
  await sendMouse({ type: 'down' });
  await editor.updateComplete;
}

describe('callback-editor: a press that ends the typing of a number', () => {
  for (const [kind, number] of [
    ['a good one', '+33604120405'],
    ['one that is too short', '+3360412'],
    ['one that costs extra', '+19005551234'],
    ['none at all', 'call me'],
  ] as const) {
    it(`adds one row after ${kind}`, async () => {
      const editor = await openEditor({ services: SALES });
      await typeNumber(editor, number);
      await click(editor, button(editor, 'Add property'));
      await waitUntil(() => ownRows(editor) === 1);
    });
  }

  it('leaves everything where it is while the note appears', async () => {
    const editor = await openEditor({ services: SALES });
    const add = button(editor, 'Add property');
    const top = (): number => add.getBoundingClientRect().top;
    const before = top();
    await typeNumber(editor, '+33604120405');
    await waitUntil(() => note(editor) !== '', 'nothing was said', { timeout: 5000 });
    expect(top()).to.equal(before);
  });

  it('lets nothing move under it, and says what there is to say when it has ended', async () => {
    const editor = await openEditor({ services: SALES });
    await typeNumber(editor, '+33604120405');
    await waitUntil(() => note(editor) !== '', 'nothing was said', { timeout: 5000 });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Backspace' });
    const add = button(editor, 'Add property');
    await hold(editor, add);
    const { top } = add.getBoundingClientRect();
    editor.duplicates = [makeRecord({ customerNumber: '+336041204' })];
    await editor.updateComplete;
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
    expect(editor.shadowRoot!.querySelector('#duplicates')).to.equal(null);
    expect(add.getBoundingClientRect().top).to.equal(top);
    await sendMouse({ type: 'up' });
    await waitUntil(() => input(editor, 'Customer Number').getAttribute('aria-invalid') === 'true');
    expect(editor.shadowRoot!.querySelector('#duplicates')).to.not.equal(null);
    expect(ownRows(editor)).to.equal(1);
  });

  it('is over with the next key, where its end was never told', async () => {
    const editor = await openEditor({ services: SALES });
    await typeNumber(editor, 'call me');
    editor.dispatchEvent(new PointerEvent('pointerdown'));
    input(editor, 'Urs Virtual Queue').focus();
    await sendKeys({ type: 'V' });
    await waitUntil(() => input(editor, 'Customer Number').getAttribute('aria-invalid') === 'true');
  });
});

describe('callback-editor: Continue pressed from a field', () => {
  it('takes the text of a list for the option it names', async () => {
    const services = Array.from({ length: 20 }, (_, at) => ({ name: `Service ${at}`, groups: [] }));
    const editor = await openEditor({ services });
    await typeNumber(editor, '5510');
    const events = listen(editor, 'callback-create-request');
    input(editor, 'Service Name').focus();
    await sendKeys({ type: 'service 7' });
    await editor.updateComplete;
    await click(editor, button(editor, 'Continue'), 10);
    expect(events).to.have.lengthOf(1);
    expect(editor.request).to.have.nested.property('request.serviceName', 'Service 7');
  });

  it('brings the focus back to a number that is wrong, which counts as being typed again', async () => {
    const editor = await openEditor({ services: SALES });
    await typeNumber(editor, '+3360412');
    await waitUntil(() => editor.shadowRoot!.querySelector('.number') !== null);
    await click(editor, button(editor, 'Continue'), 10);
    await waitUntil(() => input(editor, 'Customer Number').matches(':focus'));
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '0405' });
    await waitUntil(() => note(editor).includes('France'), 'nothing was said', { timeout: 5000 });
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
  });
});

describe("callback-editor: a press that ends the choice of the customer's zone", () => {
  it('reaches what it began on, and the zone that was named is taken', async () => {
    const { editor } = await openNew(weekdays);
    await typeNumber(editor, '+33604120405');
    const zone = input(editor, "Customer's time zone");
    await waitUntil(() => zone.value === 'Europe/Paris', 'no zone was guessed', { timeout: 5000 });
    zone.focus();
    zone.select();
    await sendKeys({ type: 'asia/tokyo' });
    await editor.updateComplete;
    await click(editor, button(editor, 'Add property'));
    await waitUntil(() => zone.value === 'Asia/Tokyo');
    expect(ownRows(editor)).to.equal(1);
    expect(select(editor, 'Times shown in').options[0]?.label).to.equal('Customer (Asia/Tokyo)');
  });
});

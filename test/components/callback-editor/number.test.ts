import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import type { NumberPolicy } from '../../../src/domain/service.js';
import { button, description, fill, input, press, words } from '../../support/find.js';
import { openEditor } from './open-editor.js';

const STRICT: NumberPolicy = { country: 'US', refusesPremium: true, refusesImpossible: true };
const LENIENT: NumberPolicy = { country: 'US', refusesPremium: false, refusesImpossible: false };

/** An editor for one service with a policy, or without one, whose number field has the focus. */
async function openFor(numbers?: NumberPolicy, lang = 'en'): Promise<CallbackEditorElement> {
  const editor = await openEditor({ lang, services: [{ name: 'Sales', groups: [], ...(numbers && { numbers }) }] });
  numberField(editor).focus();
  return editor;
}

function numberField(editor: Element): HTMLInputElement {
  return editor.shadowRoot!.querySelector<HTMLInputElement>('#customerNumber')!;
}

/** What is said beneath the field. */
function note(editor: Element): string {
  return words(editor.shadowRoot!.querySelector('.number-note'));
}

function isInvalid(editor: Element): boolean {
  return numberField(editor).getAttribute('aria-invalid') === 'true';
}

async function typed(editor: CallbackEditorElement, text: string): Promise<void> {
  await sendKeys({ type: text });
  await editor.updateComplete;
}

/** Waits until something is said beneath the field. */
async function said(editor: Element): Promise<string> {
  await waitUntil(() => note(editor) !== '', 'nothing was said', { timeout: 5000 });
  return note(editor);
}

async function leave(editor: CallbackEditorElement): Promise<void> {
  await sendKeys({ press: 'Tab' });
  await editor.updateComplete;
}

describe('callback-editor: the number while it is typed', () => {
  it('is told with its country and in its groups, politely, and stays as it was typed', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '+33604120405');
    expect(await said(editor)).to.equal('France, +33 6 04 12 04 05');
    expect(editor.shadowRoot!.querySelector('.number-note')!.getAttribute('role')).to.equal('status');
    expect(description(editor, numberField(editor))).to.contain('France');
    expect(numberField(editor).value).to.equal('+33604120405');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.customerNumber', '+33604120405');
  });

  it('is read as the country of the service reads it', async () => {
    const editor = await openFor({ ...STRICT, country: 'FR' });
    await typed(editor, '06 04 12 04 05');
    expect(await said(editor)).to.equal('France, +33 6 04 12 04 05');
  });

  it('is told in the language of the page', async () => {
    await import('../../../src/translations/de.js');
    const editor = await openFor(STRICT, 'de');
    await typed(editor, '+33604120405');
    expect(await said(editor)).to.equal('Frankreich, +33 6 04 12 04 05');
  });

  it('is no problem while it may still become one that can be called', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '+3360412');
    // Nothing is said of it, but what is said of the next shows that it was looked at.
    expect(isInvalid(editor)).to.equal(false);
    await typed(editor, '0405');
    await said(editor);
    expect(isInvalid(editor)).to.equal(false);
  });

  it('is a problem when the person leaves it too short', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '+3360412');
    await leave(editor);
    await waitUntil(() => isInvalid(editor));
    expect(description(editor, numberField(editor))).to.contain('too short');
  });

  it('is a problem at once when no more digits can mend it', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '+999');
    await waitUntil(() => isInvalid(editor));
    expect(description(editor, numberField(editor))).to.contain('No country has this calling code');
  });
});

describe('callback-editor: numbers a service refuses', () => {
  it('are told in its terms before anybody asks, and stop the form', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '+19005551234');
    expect(await said(editor)).to.contain('costs the caller extra; this service refuses such numbers');
    expect(isInvalid(editor)).to.equal(false);
    await press(editor, 'Continue');
    expect(isInvalid(editor)).to.equal(true);
    expect(editor.request).to.equal(undefined);
  });

  it('are said once, not beside the field and beneath it', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '+19005551234');
    await leave(editor);
    await waitUntil(() => isInvalid(editor));
    expect(description(editor, numberField(editor)).match(/costs the caller extra/g)).to.have.lengthOf(1);
  });

  it('are all of them where the service has no country, which is said as soon as the service is chosen', async () => {
    const editor = await openFor({ refusesPremium: true, refusesImpossible: true });
    expect(note(editor)).to.contain('has no country');
    await fill(editor, 'Customer Number', '+14155550101');
    await press(editor, 'Continue');
    expect(description(editor, numberField(editor))).to.contain('_default_country');
    expect(editor.request).to.equal(undefined);
  });

  it('are judged by the service that is chosen now', async () => {
    const services = [
      { name: 'Strict', groups: [], numbers: STRICT },
      { name: 'Lenient', groups: [], numbers: LENIENT },
    ];
    const editor = await openEditor({ services });
    await fill(editor, 'Service Name', 'Strict');
    numberField(editor).focus();
    await typed(editor, '5510');
    await leave(editor);
    await waitUntil(() => isInvalid(editor));
    await fill(editor, 'Service Name', 'Lenient');
    expect(isInvalid(editor)).to.equal(false);
  });
});

describe('callback-editor: numbers a service takes', () => {
  it('may be short, which is said when the person is done', async () => {
    const editor = await openFor(LENIENT);
    await typed(editor, '5510');
    await leave(editor);
    expect(await said(editor)).to.contain('Not a public number');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.customerNumber', '5510');
  });

  it('may cost extra, which is said', async () => {
    const editor = await openFor(LENIENT);
    await typed(editor, '+19005551234');
    expect(await said(editor)).to.equal('United States, +1 900 555 1234. It costs the caller extra.');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.customerNumber', '+19005551234');
  });

  it('are never refused here where its rules are not known, whatever they are', async () => {
    for (const number of ['5510', '+19005551234', '+999123456789']) {
      const editor = await openFor();
      await typed(editor, number);
      await leave(editor);
      expect(isInvalid(editor)).to.equal(false);
      await press(editor, 'Continue');
      expect(editor.request).to.have.nested.property('request.customerNumber', number);
      editor.remove();
    }
  });

  it('are sent without the marks between them, and never otherwise formatted', async () => {
    const editor = await openFor(STRICT);
    await typed(editor, '(415) 555-0101');
    await said(editor);
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.customerNumber', '4155550101');
  });
});

describe('callback-editor: the number, accessible', () => {
  for (const scheme of ['light', 'dark']) {
    it(scheme, async () => {
      document.documentElement.style.setProperty('color-scheme', scheme);
      const editor = await openFor(STRICT);
      await typed(editor, '+19005551234');
      await said(editor);
      await expect(editor).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
    });
  }

  it('reads numbers from left to right in every language', async () => {
    const editor = await openFor(STRICT);
    editor.dir = 'rtl';
    await typed(editor, '+33604120405');
    await said(editor);
    const number = editor.shadowRoot!.querySelector('.number-note bdi')!;
    expect(getComputedStyle(number).direction).to.equal('ltr');
    expect(getComputedStyle(numberField(editor)).direction).to.equal('ltr');
    expect(button(editor, 'Continue')).to.be.instanceOf(HTMLButtonElement);
    expect(input(editor, 'Customer Number')).to.equal(numberField(editor));
  });
});

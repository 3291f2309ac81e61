import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { button, description, fill, focused, input, listen, press, select, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

function form(editor: CallbackEditorElement): HTMLFormElement {
  return editor.shadowRoot!.querySelector('form')!;
}

function alerts(editor: CallbackEditorElement): readonly string[] {
  return [...editor.shadowRoot!.querySelectorAll('[role=alert]')].map(words);
}

/** Types into a field by real keys; the focus stays in it. */
async function typeInto(editor: CallbackEditorElement, name: string, text: string): Promise<void> {
  input(editor, name).focus();
  await sendKeys({ type: text });
  await editor.updateComplete;
}

async function tab(editor: CallbackEditorElement): Promise<void> {
  await sendKeys({ press: 'Tab' });
  await editor.updateComplete;
}

/** Every field for which what is shown and what the platform knows differ. */
function disagreeing(editor: CallbackEditorElement): readonly string[] {
  const fields = [...editor.shadowRoot!.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  return fields
    .filter((field) => field.matches(':invalid') !== (field.getAttribute('aria-invalid') === 'true'))
    .map(({ name }) => name);
}

describe('callback-editor: validity', () => {
  it('of the platform is what is shown, in the same words', async () => {
    const editor = await openEditor({ knownProperties: ['foo'] });
    expect(disagreeing(editor)).to.deep.equal([]);
    expect(form(editor).checkValidity()).to.equal(true);
    await press(editor, 'Continue');
    expect(disagreeing(editor)).to.deep.equal([]);
    expect(input(editor, 'Customer Number').validationMessage).to.equal('Fill this in.');
    expect(form(editor).checkValidity()).to.equal(false);
    await fill(editor, 'Customer Number', '5510');
    expect(input(editor, 'Customer Number').validity.valid).to.equal(true);
    expect(disagreeing(editor)).to.deep.equal([]);
  });

  it('of what the server refuses is the same', async () => {
    const editor = await openEditor({ knownProperties: ['foo'] });
    editor.problem = new CallbackError('invalid', 'Failed to create: invalid.', {
      problems: [{ path: 'properties.foo', code: 'rejected' }],
    });
    await editor.updateComplete;
    expect(input(editor, 'foo').validationMessage).to.equal('The server did not accept this.');
    expect(disagreeing(editor)).to.deep.equal([]);
  });

  it('of a group of choices is carried by its first one', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord({ state: 'QUEUED' }) });
    await press(editor, 'Continue');
    expect(input(editor, 'Edit Additional Properties').validationMessage).to.equal('Fill this in.');
    expect(input(editor, 'Cancel Callback').validationMessage).to.equal('');
    await press(editor, 'Cancel Callback');
    expect(form(editor).checkValidity()).to.equal(true);
  });

  it('can be asked without showing anything', async () => {
    const editor = await openEditor();
    expect(editor.checkValidity()).to.equal(false);
    await editor.updateComplete;
    expect(select(editor, 'Service Name').hasAttribute('aria-invalid')).to.equal(false);
    await fill(editor, 'Service Name', 'Preview');
    await fill(editor, 'Customer Number', '5510');
    expect(editor.checkValidity()).to.equal(true);
  });

  it('can be reported as a failed Continue is', async () => {
    const editor = await openEditor();
    expect(editor.reportValidity()).to.equal(false);
    await editor.updateComplete;
    expect(focused(editor)).to.equal('Service Name');
    expect(alerts(editor)).to.deep.equal(['Check 2 fields: Service Name, Customer Number']);
    await fill(editor, 'Service Name', 'Preview');
    await fill(editor, 'Customer Number', '5510');
    expect(editor.reportValidity()).to.equal(true);
  });

  it('is none of a closed editor', async () => {
    const editor = await openEditor({ open: false });
    expect(editor.checkValidity()).to.equal(true);
    expect(editor.reportValidity()).to.equal(true);
  });
});

describe('callback-editor: required fields', () => {
  it('say so to assistive technology and show it, beside a name that stays the label', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    for (const field of [
      select(editor, 'Service Name'),
      input(editor, 'Customer Number'),
      input(editor, 'Desired Date'),
    ]) {
      expect(field.getAttribute('aria-required')).to.equal('true');
      const [label] = field.labels ?? [];
      expect(getComputedStyle(label!, '::after').content).to.contain('required');
    }
    expect(input(editor, 'Urs Virtual Queue').hasAttribute('aria-required')).to.equal(false);
  });
});

describe('callback-editor: when a problem is said', () => {
  it('not while a field is first typed in, but once it is left', async () => {
    const editor = await openEditor();
    await typeInto(editor, 'Customer Number', 'call me');
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
    await tab(editor);
    expect(description(editor, input(editor, 'Customer Number'))).to.contain('a number that can be dialled');
    expect(alerts(editor)).to.deep.equal([]);
  });

  it('not about a field that was only passed', async () => {
    const editor = await openEditor();
    input(editor, 'Customer Number').focus();
    await tab(editor);
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('no longer as soon as it is mended, and again when it comes back', async () => {
    const editor = await openEditor();
    await typeInto(editor, 'Customer Number', 'x');
    await tab(editor);
    await fill(editor, 'Customer Number', '5510');
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
    await fill(editor, 'Customer Number', '5510x');
    expect(input(editor, 'Customer Number').getAttribute('aria-invalid')).to.equal('true');
  });

  it('of two equal names on both, as soon as one is left', async () => {
    const editor = await openEditor({ knownProperties: ['foo'] });
    await press(editor, 'Add property');
    await typeInto(editor, 'Parameter Name', 'foo');
    expect(input(editor, 'foo').hasAttribute('aria-invalid')).to.equal(false);
    await tab(editor);
    await tab(editor);
    expect(input(editor, 'foo').getAttribute('aria-invalid')).to.equal('true');
    expect(input(editor, 'Parameter Name').getAttribute('aria-invalid')).to.equal('true');
  });

  it('only after a press has ended, so that no button moves away under it', async () => {
    const editor = await openEditor();
    await typeInto(editor, 'Customer Number', 'call me');
    button(editor, 'Add property').scrollIntoView();
    const { left, top, width, height } = button(editor, 'Add property').getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height - 4)];
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    await editor.updateComplete;
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
    await sendMouse({ type: 'up' });
    await editor.updateComplete;
    expect(focused(editor)).to.equal('Parameter Name');
    expect(input(editor, 'Customer Number').getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('callback-editor: a failed Continue', () => {
  it('leads to the first problem on the page, whichever is told first', async () => {
    const editor = await openEditor({ knownProperties: ['foo'] });
    await fill(editor, 'Service Name', 'Preview');
    editor.problem = new CallbackError('invalid', 'Failed to create: invalid.', {
      problems: [
        { path: 'properties.foo', code: 'rejected' },
        { path: 'customerNumber', code: 'invalid-number' },
      ],
    });
    await editor.updateComplete;
    expect(focused(editor)).to.equal('Customer Number');
    expect(alerts(editor).at(-1)).to.equal('Check 2 fields: Customer Number, foo');
  });

  it('lists every field once; a press goes there', async () => {
    const editor = await openEditor();
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
    await press(editor, 'Continue');
    expect(alerts(editor)).to.deep.equal(['Check 3 fields: Service Name, Customer Number, Additional Properties']);
    button(editor, 'Customer Number').click();
    expect(focused(editor)).to.equal('Customer Number');
    button(editor, 'Additional Properties').click();
    expect(focused(editor)).to.equal('Parameter Name');
  });

  it('leads to the choice that is missing', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord({ state: 'QUEUED' }) });
    await press(editor, 'Continue');
    button(editor, 'What do you want to do?').click();
    expect(focused(editor)).to.equal('Edit Additional Properties');
  });
});

describe('callback-editor: reset', () => {
  const record = makeRecord({ desiredTime: NOW + 3_600_000, properties: { foo: 'blue' } });

  it('brings back what the form opened with, and fires nothing', async () => {
    const editor = await openEditor({ mode: 'edit', record });
    const events = listen(editor, 'editor-close');
    await press(editor, 'Edit Additional Properties');
    await fill(editor, 'foo', 'green');
    editor.reset();
    await editor.updateComplete;
    expect(input(editor, 'Reschedule').checked).to.equal(true);
    await press(editor, 'Edit Additional Properties');
    expect(input(editor, 'foo').value).to.equal('blue');
    expect(editor.dirty).to.equal(false);
    expect(editor.open).to.equal(true);
    expect(events).to.have.lengthOf(0);
  });

  it('takes back what was said to be wrong', async () => {
    const editor = await openEditor();
    await press(editor, 'Continue');
    editor.reset();
    await editor.updateComplete;
    expect(alerts(editor)).to.deep.equal([]);
    expect(disagreeing(editor)).to.deep.equal([]);
    expect(form(editor).checkValidity()).to.equal(true);
  });

  it('is what the form itself does', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Customer Number', '5510');
    form(editor).reset();
    await editor.updateComplete;
    expect(select(editor, 'Callback type').value).to.equal('immediate');
    expect(input(editor, 'Customer Number').value).to.equal('');
  });

  it('brings back a wish that was not done', async () => {
    const wish = { mode: 'reschedule', id: record.id, change: { desiredTime: NOW + 7_200_000 } } as const;
    const editor = await openEditor({ mode: 'edit', record, wish });
    await fill(editor, 'Available Time Slot', '16:45');
    editor.reset();
    await editor.updateComplete;
    expect(input(editor, 'Available Time Slot').value).to.equal('12:00');
  });

  it('is harmless while the editor is closed', async () => {
    const editor = await openEditor({ open: false });
    editor.reset();
    await editor.updateComplete;
    expect(editor.open).to.equal(false);
  });
});

describe('callback-editor: Enter and Esc in fields', () => {
  it('send the form from every text field', async () => {
    for (const name of ['Customer Number', 'Urs Virtual Queue', 'Request Queue Time Stat', 'foo', 'Parameter Name']) {
      const editor = await openEditor({ knownProperties: ['foo'] });
      await press(editor, 'Add property');
      await fill(editor, 'Service Name', 'Preview');
      await fill(editor, 'Customer Number', '5510');
      const events = listen(editor, 'callback-create-request');
      input(editor, name).focus();
      await sendKeys({ press: 'Enter' });
      expect(events, name).to.have.lengthOf(1);
      editor.remove();
    }
  });

  it('belong to an open list first', async () => {
    const editor = await openEditor({ lookupKeys: ['_email'] });
    await fill(editor, 'Service Name', 'Preview');
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Add property');
    const events = listen(editor, 'callback-create-request');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
    expect(events).to.have.lengthOf(0);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await editor.updateComplete;
    expect(words(editor.shadowRoot)).to.not.contain('Close and lose what you entered?');
    await sendKeys({ press: 'Escape' });
    await editor.updateComplete;
    expect(words(editor.shadowRoot)).to.contain('Close and lose what you entered?');
  });
});

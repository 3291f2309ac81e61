import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { button, description, fill, focused, hasButton, input, press, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const record = makeRecord({ desiredTime: NOW + 3_600_000, properties: { foo: 'blue', _LOB: 'Primary' } });

async function openProperties(properties: Partial<CallbackEditorElement> = {}): Promise<CallbackEditorElement> {
  const editor = await openEditor({ mode: 'edit', record, ...properties });
  await press(editor, 'Edit Additional Properties');
  return editor;
}

/** What stands in the change that the person asked for. */
async function changeOf(editor: CallbackEditorElement): Promise<unknown> {
  await press(editor, 'Continue');
  const { request } = editor;
  return request?.mode === 'edit-properties' ? request.change : undefined;
}

async function addRow(editor: CallbackEditorElement, key: string, value: string): Promise<void> {
  await press(editor, 'Add property');
  await fill(editor, 'Parameter Name', key);
  await fill(editor, key === '' ? 'Parameter Value' : `Parameter Value of ${key}`, value);
}

describe('callback-editor: properties of a callback', () => {
  it('begin with the lookup keys, which are marked as such', async () => {
    const editor = await openProperties({ lookupKeys: ['_customer_number', '_LOB', '_email'] });
    const labels = [...editor.shadowRoot!.querySelectorAll('.row label')].map(words);
    expect(labels).to.deep.equal(['_LOB', '_email', 'foo']);
    expect(description(editor, input(editor, '_LOB'))).to.equal('lookup key');
    expect(description(editor, input(editor, '_email'))).to.equal('lookup key');
    expect(description(editor, input(editor, 'foo'))).to.equal('');
    await fill(editor, '_email', 'a@example.org');
    expect(await changeOf(editor)).to.deep.equal({ _email: 'a@example.org' });
  });

  it('are taken away struck through, with the way back', async () => {
    const editor = await openProperties();
    await press(editor, 'Remove foo');
    const struck = [...editor.shadowRoot!.querySelectorAll('.removed del')].map(words);
    expect(struck).to.deep.equal(['foo', 'blue']);
    expect(focused(editor)).to.equal('Keep foo');
    expect(await changeOf(editor)).to.deep.equal({ foo: null });
    await press(editor, 'Keep foo');
    expect(focused(editor)).to.equal('foo');
    expect(input(editor, 'foo').value).to.equal('blue');
    expect(description(editor, button(editor, 'Continue'))).to.equal('Nothing has changed yet.');
  });

  it('keep what was typed into them, also when they were taken away meanwhile', async () => {
    const editor = await openProperties();
    await fill(editor, 'foo', 'green');
    await press(editor, 'Remove foo');
    await press(editor, 'Keep foo');
    expect(await changeOf(editor)).to.deep.equal({ foo: 'green' });
  });

  it('can only be taken away where the callback has them', async () => {
    const editor = await openProperties({ knownProperties: ['bar'] });
    expect(hasButton(editor, 'Remove foo')).to.equal(true);
    expect(hasButton(editor, 'Remove bar')).to.equal(false);
    await addRow(editor, 'mood', 'good');
    await press(editor, 'Remove mood');
    expect(focused(editor)).to.equal('Add property');
    expect(() => input(editor, 'Parameter Name')).to.throw();
  });

  it('may be given under a name that was taken away', async () => {
    const editor = await openProperties();
    await press(editor, 'Remove foo');
    await addRow(editor, 'foo', 'red');
    expect(await changeOf(editor)).to.deep.equal({ foo: 'red' });
  });

  it('need nothing sent while an added row has no value', async () => {
    const editor = await openProperties();
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', 'mood');
    expect(description(editor, button(editor, 'Continue'))).to.equal('Nothing has changed yet.');
  });
});

describe('callback-editor: names of properties', () => {
  for (const [name, why] of [
    ['_callback_state', 'belongs to the callback itself'],
    ['_new_desired_time', 'tells the server what to do with the request'],
    ['constructor', 'has a meaning of its own in programs'],
  ] as const) {
    it(`are refused while they are typed where they are reserved: ${name}`, async () => {
      const editor = await openProperties();
      await press(editor, 'Add property');
      expect(focused(editor)).to.equal('Parameter Name');
      await sendKeys({ type: name });
      await editor.updateComplete;
      const said = description(editor, input(editor, 'Parameter Name'));
      expect(said).to.contain(name).and.to.contain(why);
      expect(words(editor.shadowRoot?.querySelector('.dialog-body'))).to.contain('Reserved names: _id, _service_name,');
      await sendKeys({ type: '2' });
      await editor.updateComplete;
      expect(description(editor, input(editor, 'Parameter Name'))).to.equal('');
      expect(words(editor.shadowRoot?.querySelector('.dialog-body'))).to.not.contain('Reserved names');
    });
  }

  it('keep Continue off with what is wrong, also while there is no value', async () => {
    const editor = await openProperties();
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
    const why = description(editor, button(editor, 'Continue'));
    expect(why).to.equal(description(editor, input(editor, 'Parameter Name')));
    expect(why).to.contain('_callback_state').and.to.contain('belongs to the callback itself');
    await fill(editor, 'Parameter Name', 'mood');
    expect(description(editor, button(editor, 'Continue'))).to.equal('Nothing has changed yet.');
  });

  it('are refused on both rows when one is there twice', async () => {
    const editor = await openProperties();
    await addRow(editor, 'foo', 'red');
    await press(editor, 'Continue');
    for (const name of ['foo', 'Parameter Name']) {
      expect(description(editor, input(editor, name))).to.equal('foo is there twice. Keep one.');
      expect(input(editor, name).validity.customError).to.equal(true);
    }
    await fill(editor, 'Parameter Name', 'mood');
    for (const name of ['foo', 'Parameter Name']) expect(description(editor, input(editor, name))).to.equal('');
  });

  it('are missed where there is a value', async () => {
    const editor = await openProperties();
    await addRow(editor, '', 'red');
    await press(editor, 'Continue');
    expect(description(editor, input(editor, 'Parameter Name'))).to.equal('Give the value a name, or empty it.');
    expect(focused(editor)).to.equal('Parameter Name');
  });

  it('cannot be those of fields that are filled in', async () => {
    const editor = await openEditor();
    await fill(editor, 'Urs Virtual Queue', 'VQ_1');
    await addRow(editor, '_urs_virtual_queue', 'VQ_2');
    await press(editor, 'Continue');
    expect(description(editor, input(editor, 'Parameter Name'))).to.contain('is there twice');
  });

  it('are offered where the page knows them, each once', async () => {
    const editor = await openEditor({ lookupKeys: ['_customer_number', '_email', 'foo'], knownProperties: ['foo'] });
    await press(editor, 'Add property');
    await sendKeys({ press: 'ArrowDown' });
    await editor.updateComplete;
    const options = [...editor.shadowRoot!.querySelectorAll('[role=option]')].map(words);
    expect(options).to.deep.equal(['_email']);
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
    expect(input(editor, 'Parameter Name').value).to.equal('_email');
    expect(editor.open).to.equal(true);
  });
});

describe('callback-editor: what arrives while somebody edits', () => {
  it('adds rows and takes none of what was typed', async () => {
    const editor = await openProperties();
    await fill(editor, 'foo', 'green');
    await addRow(editor, 'mood', 'good');
    editor.lookupKeys = ['_email'];
    editor.knownProperties = ['bar'];
    await editor.updateComplete;
    expect(input(editor, 'foo').value).to.equal('green');
    expect(input(editor, 'Parameter Value of mood').value).to.equal('good');
    expect(input(editor, '_email').value).to.equal('');
    await fill(editor, 'bar', 'x');
    expect(await changeOf(editor)).to.deep.equal({ foo: 'green', bar: 'x', mood: 'good' });
  });

  it('fills in what the list did not show of the callback', async () => {
    const editor = await openProperties();
    await fill(editor, 'foo', 'green');
    editor.record = { ...record, properties: { foo: 'blue', _LOB: 'Secondary', mood: 'good' } };
    await editor.updateComplete;
    expect(input(editor, 'foo').value).to.equal('green');
    expect(input(editor, '_LOB').value).to.equal('Secondary');
    expect(input(editor, 'mood').value).to.equal('good');
    expect(await changeOf(editor)).to.deep.equal({ foo: 'green' });
  });

  it('leaves a row taken away, and the focus where it is', async () => {
    const editor = await openProperties();
    await press(editor, 'Remove foo');
    editor.record = { ...record, properties: { ...record.properties, mood: 'good' } };
    await editor.updateComplete;
    expect(focused(editor)).to.equal('Keep foo');
    expect(await changeOf(editor)).to.deep.equal({ foo: null });
  });
});

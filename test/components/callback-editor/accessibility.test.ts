import { expect } from '@open-wc/testing';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { fill, press } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const refused = new CallbackError('invalid', 'Failed to create: no slot.', {
  availability: new Map([[NOW + 3_600_000, 1]]),
  serverMessage: 'Outside office hours.',
});

const states: Readonly<Record<string, () => Promise<CallbackEditorElement>>> = {
  'a new callback': () => openEditor({ knownProperties: ['_email', 'foo'] }),
  'a new scheduled callback with notes and own properties': async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Service Name', 'Confirmed');
    await fill(editor, 'Urs Virtual Queue', 'VQ');
    await press(editor, 'Add property');
    return editor;
  },
  'problems beside the fields': async () => {
    const editor = await openEditor();
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
    await press(editor, 'Continue');
    return editor;
  },
  'a refusal with proposals': () => openEditor({ problem: refused }),
  'a callback that can be moved': () => openEditor({ mode: 'edit', record: makeRecord() }),
  'a time that exists twice': () =>
    openEditor({ mode: 'edit', record: makeRecord({ desiredTime: Date.UTC(2026, 9, 25, 0, 30) }) }),
  'a queued callback to cancel without its session': async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord({ state: 'QUEUED' }) });
    await press(editor, 'Cancel Callback');
    editor.problem = new CallbackError('refused', 'Failed to cancel: the session is gone.');
    await editor.updateComplete;
    return editor;
  },
  'a callback in conversation': () => openEditor({ mode: 'edit', record: makeRecord({ state: 'PROCESSING' }) }),
  'a completed callback': () =>
    openEditor({ mode: 'reschedule-completed', record: makeRecord({ state: 'COMPLETED' }), lookupKeys: ['_foo'] }),
  'a completed callback whose merge is long': async () => {
    const properties = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`key${index}`, 'x']));
    const record = makeRecord({ state: 'COMPLETED', properties });
    const editor = await openEditor({ mode: 'reschedule-completed', record, lookupKeys: ['key0'] });
    await fill(editor, 'key0', 'y');
    await press(editor, 'Remove key1');
    editor.shadowRoot!.querySelector<HTMLDetailsElement>('.merge')!.open = true;
    return editor;
  },
  'properties of a callback, one taken away and one with a reserved name': async () => {
    const record = makeRecord({ properties: { foo: 'blue', _LOB: 'Primary' } });
    const editor = await openEditor({ mode: 'edit', record, lookupKeys: ['_LOB'] });
    await press(editor, 'Edit Additional Properties');
    await press(editor, 'Remove foo');
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
    return editor;
  },
  'a change meanwhile, to be decided': async () => {
    const record = makeRecord({ properties: { foo: 'blue' } });
    const editor = await openEditor({ mode: 'edit', record });
    await press(editor, 'Edit Additional Properties');
    await fill(editor, 'foo', 'red');
    editor.conflict = { ...record, state: 'QUEUED', properties: { foo: 'green' } };
    await editor.updateComplete;
    return editor;
  },
  'a completion meanwhile': async () => {
    const record = makeRecord();
    const editor = await openEditor({ mode: 'edit', record });
    editor.conflict = { ...record, state: 'COMPLETED', reason: 'CANCELLED' };
    await editor.updateComplete;
    return editor;
  },
  'an answer that was lost': () => openEditor({ mode: 'edit', record: makeRecord(), outcome: 'looking' }),
  'a request that was not done': () => openEditor({ mode: 'edit', record: makeRecord(), outcome: 'not-done' }),
  'a request under way': () => openEditor({ busy: true }),
  'the question before entries are lost': async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Cancel');
    return editor;
  },
};

for (const scheme of ['light', 'dark']) {
  describe(`callback-editor: accessible, ${scheme}`, () => {
    before(() => document.documentElement.style.setProperty('color-scheme', scheme));
    after(() => document.documentElement.style.removeProperty('color-scheme'));

    for (const [name, open] of Object.entries(states)) {
      it(name, async () => {
        await expect(await open()).to.be.accessible();
      });
    }
  });
}

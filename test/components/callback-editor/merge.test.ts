import { expect } from '@open-wc/testing';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { mergeProperties } from '../../../src/domain/write-input.js';
import { fill, press, words } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const record = makeRecord({
  state: 'COMPLETED',
  reason: 'CANCELLED',
  properties: { _foo: 'a', _LOB: 'Primary', mood: 'good', _callbackState: 'SCHEDULED' },
});

function openCompleted(properties: Partial<CallbackEditorElement> = {}): Promise<CallbackEditorElement> {
  return openEditor({ mode: 'reschedule-completed', record, lookupKeys: ['_foo', '_email'], ...properties });
}

function preview(editor: CallbackEditorElement): HTMLDetailsElement | null {
  return editor.shadowRoot!.querySelector<HTMLDetailsElement>('.merge');
}

/** The table as it reads: name with its mark, old value, new value. */
function rows(editor: CallbackEditorElement): readonly (readonly string[])[] {
  return [...(preview(editor)?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(words));
}

function summary(editor: CallbackEditorElement): string {
  return words(preview(editor)?.querySelector('summary'));
}

describe('callback-editor: the merge before it happens', () => {
  it('shows what the new callback gets while nothing is changed', async () => {
    const editor = await openCompleted();
    expect(summary(editor)).to.equal('1 not carried over, 3 kept');
    expect(rows(editor)).to.deep.equal([
      ['_fookept', 'a', 'a'],
      ['_LOBkept', 'Primary', 'Primary'],
      ['moodkept', 'good', 'good'],
      ['_callbackStatenot carried over: nobody may send it', 'SCHEDULED', ''],
    ]);
  });

  it('follows every change, and is what is asked for', async () => {
    const editor = await openCompleted();
    await fill(editor, '_foo', 'b');
    await fill(editor, '_email', 'a@example.org');
    await press(editor, 'Remove mood');
    expect(summary(editor)).to.equal('1 new, 1 changed, 1 left out, 1 not carried over, 1 kept');
    expect(rows(editor)).to.deep.equal([
      ['_foochanged', 'a', 'b'],
      ['_LOBkept', 'Primary', 'Primary'],
      ['_emailnew', '', 'a@example.org'],
      ['moodleft out by you', 'good', ''],
      ['_callbackStatenot carried over: nobody may send it', 'SCHEDULED', ''],
    ]);
    await fill(editor, 'Available Time Slot', '18:00');
    await press(editor, 'Continue');
    const { request } = editor;
    const change = request?.mode === 'reschedule-completed' ? request.change.properties : {};
    const shown = rows(editor).filter(([, , after]) => after !== '');
    expect(shown.map(([, , after]) => after)).to.deep.equal(Object.values(mergeProperties(record.properties, change)));
  });

  it('is open while it is short and folded when it is long, and stays as the person leaves it', async () => {
    const short = await openCompleted();
    expect(preview(short)?.open).to.equal(true);
    const properties = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`key${index}`, 'x']));
    const long = await openCompleted({ record: { ...record, properties } });
    expect(preview(long)?.open).to.equal(false);
    preview(long)!.open = true;
    await fill(long, 'key0', 'y');
    expect(preview(long)?.open).to.equal(true);
  });

  it('says when there is nothing to carry over', async () => {
    const editor = await openCompleted({ record: { ...record, properties: {} }, lookupKeys: [] });
    expect(preview(editor)).to.equal(null);
    expect(words(editor.shadowRoot)).to.contain('The new callback gets no properties.');
  });
});

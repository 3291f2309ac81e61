import { expect } from '@open-wc/testing';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { button, description, fill, focused, hasButton, input, listen, press, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const before = makeRecord({ desiredTime: NOW + 3_600_000, properties: { foo: 'blue', _LOB: 'Primary', mood: 'good' } });
const theirs: CallbackRecord = { ...before, properties: { foo: 'green', _LOB: 'Secondary', mood: 'good' } };

async function openConflict(properties: Partial<CallbackEditorElement> = {}): Promise<CallbackEditorElement> {
  const editor = await openEditor({ mode: 'edit', record: before, ...properties });
  await press(editor, 'Edit Additional Properties');
  await fill(editor, 'foo', 'red');
  editor.conflict = theirs;
  await editor.updateComplete;
  return editor;
}

function section(editor: CallbackEditorElement): Element | null {
  return editor.shadowRoot!.querySelector('.conflict');
}

/** The table as it reads: name with its mark, before, theirs, yours. */
function table(editor: CallbackEditorElement): readonly string[] {
  const rows = section(editor)?.querySelectorAll('tbody tr:first-child') ?? [];
  return [...rows].map((row) => [...row.children].map(words).join(' | '));
}

async function decide(editor: CallbackEditorElement, name: string, answer: 'Keep mine' | 'Take theirs'): Promise<void> {
  const group = editor.shadowRoot!.querySelector(`[aria-label="Which value holds for ${name}?"]`);
  const label = [...(group?.querySelectorAll('label') ?? [])].find((each) => words(each) === answer);
  label?.click();
  await editor.updateComplete;
}

function whyOff(editor: CallbackEditorElement): string {
  return description(editor, button(editor, 'Continue'));
}

describe('callback-editor: a callback that was changed meanwhile', () => {
  it('says so on top, and the focus goes there', async () => {
    const editor = await openConflict();
    expect(words(section(editor)?.querySelector('h3'))).to.equal('This callback was changed meanwhile');
    expect(focused(editor)).to.equal('This callback was changed meanwhile');
    const statuses = [...editor.shadowRoot!.querySelectorAll('.dialog-foot [role=status]')].map(words);
    expect(statuses).to.deep.equal(['This callback was changed meanwhile']);
  });

  it('shows before, theirs and yours', async () => {
    const editor = await openConflict();
    await fill(editor, 'mood', 'bad');
    expect(table(editor)).to.deep.equal([
      'foo | blue | green | red',
      '_LOBstays as they set it | Primary | Secondary | no change',
      'moodwill be as you set it | good | no change | bad',
    ]);
  });

  it('keeps what was entered and follows where nothing was', async () => {
    const editor = await openConflict();
    expect(input(editor, 'foo').value).to.equal('red');
    expect(input(editor, '_LOB').value).to.equal('Secondary');
  });

  it('waits for the decision, of which none is made beforehand', async () => {
    const editor = await openConflict();
    const events = listen(editor, 'callback-edit-request');
    expect(editor.shadowRoot!.querySelectorAll('.decision input:checked').length).to.equal(0);
    expect(whyOff(editor)).to.equal('Decide first about the field that you both changed.');
    await press(editor, 'Continue');
    expect(events).to.have.lengthOf(0);
  });

  it('sends what is mine when I keep it, and nothing of what only they changed', async () => {
    const editor = await openConflict();
    await fill(editor, 'mood', 'bad');
    await decide(editor, 'foo', 'Keep mine');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { foo: 'red', mood: 'bad' });
  });

  it('leaves theirs when I take it', async () => {
    const editor = await openConflict();
    await fill(editor, 'mood', 'bad');
    await decide(editor, 'foo', 'Take theirs');
    expect(description(editor, input(editor, 'foo'))).to.equal('stays as they set it');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { mood: 'bad' });
  });

  it('has nothing to send when everything is theirs, and closes without a question', async () => {
    const editor = await openConflict();
    await decide(editor, 'foo', 'Take theirs');
    expect(whyOff(editor)).to.contain('there is nothing to send');
    expect(editor.dirty).to.equal(false);
    await press(editor, 'Back');
    expect(editor.open).to.equal(false);
  });

  it('never reverts what they changed when mine goes back to what it was', async () => {
    const editor = await openConflict();
    await fill(editor, 'foo', 'blue');
    expect(table(editor)[0]).to.equal('foostays as they set it | blue | green | no change');
    await fill(editor, 'mood', 'bad');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { mood: 'bad' });
  });

  it('asks anew when the value changes about which was decided, on either side', async () => {
    const editor = await openConflict();
    await decide(editor, 'foo', 'Take theirs');
    await fill(editor, 'foo', 'yellow');
    expect(whyOff(editor)).to.contain('Decide first');
    await decide(editor, 'foo', 'Keep mine');
    expect(whyOff(editor)).to.equal('');
    editor.conflict = { ...theirs, properties: { ...theirs.properties, foo: 'black' } };
    await editor.updateComplete;
    expect(whyOff(editor)).to.contain('Decide first');
    expect(input(editor, 'foo').value).to.equal('yellow');
  });

  it('knows a clash over a property that one took away', async () => {
    const editor = await openEditor({ mode: 'edit', record: before });
    await press(editor, 'Edit Additional Properties');
    await press(editor, 'Remove foo');
    editor.conflict = theirs;
    await editor.updateComplete;
    expect(table(editor)[0]).to.equal('foo | blue | green | Not Specified');
    await decide(editor, 'foo', 'Keep mine');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { foo: null });
  });

  it('is no clash when both set the same', async () => {
    const editor = await openConflict();
    await fill(editor, 'foo', 'green');
    expect(table(editor)[0]).to.equal('fooyou both set the same | blue | green | green');
    expect(whyOff(editor)).to.contain('there is nothing to send');
  });
});

describe('callback-editor: a move that meets another one', () => {
  const moved = { ...before, desiredTime: NOW + 7_200_000 };

  it('is a clash over the time', async () => {
    const editor = await openEditor({ mode: 'edit', record: before });
    await fill(editor, 'Available Time Slot', '16:45');
    editor.conflict = moved;
    await editor.updateComplete;
    expect(table(editor)).to.deep.equal(['Callback Time | 3/9/2026 11:00:00 | 3/9/2026 12:00:00 | 3/9/2026 16:45:00']);
    await decide(editor, 'Callback Time', 'Keep mine');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { desiredTime: Date.UTC(2026, 2, 9, 15, 45) });
  });

  it('is none while nobody moved it here: the time follows', async () => {
    const editor = await openEditor({ mode: 'edit', record: before });
    editor.conflict = moved;
    await editor.updateComplete;
    expect(input(editor, 'Available Time Slot').value).to.equal('12:00');
    expect(whyOff(editor)).to.equal('Nothing has changed yet.');
  });

  it('is switched off by the life cycle, which says what is still possible', async () => {
    const editor = await openEditor({ mode: 'edit', record: before });
    await fill(editor, 'Available Time Slot', '16:45');
    editor.conflict = { ...before, state: 'QUEUED' };
    await editor.updateComplete;
    const said = words(section(editor));
    expect(said).to.contain('Only a scheduled callback can be moved to another time.');
    expect(said).to.contain('Still possible: Edit Additional Properties, Cancel Callback.');
    expect(whyOff(editor)).to.contain('Only a scheduled callback');
    await press(editor, 'Cancel Callback');
    await press(editor, 'Continue');
    expect(editor.request).to.have.property('mode', 'cancel');
  });

  it('leaves nothing to choose when the form opens on what is completed by now', async () => {
    const conflict: CallbackRecord = { ...before, state: 'COMPLETED', reason: 'CANCELLED' };
    const editor = await openEditor({ mode: 'edit', record: before, conflict });
    expect(focused(editor)).to.equal('This callback was changed meanwhile');
    expect(hasButton(editor, 'Schedule it again')).to.equal(true);
    expect(whyOff(editor)).to.contain('This callback is completed.');
  });

  it('offers to schedule again what is completed by now', async () => {
    const editor = await openEditor({ mode: 'edit', record: before });
    const events = listen(editor, 'callback-edit-request');
    editor.conflict = { ...before, state: 'COMPLETED', reason: 'CANCELLED' };
    await editor.updateComplete;
    await press(editor, 'Schedule it again');
    expect(events.map(({ detail }) => detail as unknown)).to.deep.equal([{ stage: 'open', id: before.id }]);
  });
});

describe('callback-editor: other forms that meet a change', () => {
  it('informs whoever cancels, and lets them', async () => {
    const editor = await openEditor({ mode: 'edit', record: before });
    await press(editor, 'Cancel Callback');
    editor.conflict = { ...theirs, desiredTime: NOW + 7_200_000 };
    await editor.updateComplete;
    expect(table(editor)).to.have.lengthOf(3);
    expect(hasButton(editor, 'Schedule it again')).to.equal(false);
    await press(editor, 'Continue');
    expect(editor.request).to.deep.equal({ mode: 'cancel', id: before.id, discardOrsFailure: false });
  });

  it('merges into the completed callback as it is now', async () => {
    const record: CallbackRecord = { ...before, state: 'COMPLETED', reason: 'CANCELLED' };
    const editor = await openEditor({ mode: 'reschedule-completed', record, lookupKeys: ['foo'] });
    await fill(editor, 'foo', 'red');
    await fill(editor, 'Available Time Slot', '18:00');
    editor.conflict = { ...record, properties: theirs.properties };
    await editor.updateComplete;
    await decide(editor, 'foo', 'Keep mine');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.nested.property('change.properties', { foo: 'red' });
    const merged = [...editor.shadowRoot!.querySelectorAll('.merge tbody tr')].map((row) =>
      [...row.children].map(words),
    );
    expect(merged.slice(0, 2)).to.deep.equal([
      ['foochanged', 'green', 'red'],
      ['_LOBkept', 'Secondary', 'Secondary'],
    ]);
  });

  it('takes no notice of a change of another callback', async () => {
    const editor = await openEditor({ mode: 'edit', record: before, conflict: { ...theirs, id: '417-0002' } });
    expect(section(editor)).to.equal(null);
  });
});

describe('callback-editor: an answer that was lost', () => {
  it('is being looked for: it is said, and nothing can be sent meanwhile', async () => {
    const editor = await openEditor({ mode: 'edit', record: before, outcome: 'looking' });
    const events = listen(editor, 'callback-cancel-request');
    await press(editor, 'Cancel Callback');
    await press(editor, 'Continue');
    const status = editor.shadowRoot!.querySelector('.dialog-foot .note[role=status]');
    expect(words(status)).to.contain('It is being found out whether the server did it');
    expect(button(editor, 'Continue').getAttribute('aria-disabled')).to.equal('true');
    expect(events).to.have.lengthOf(0);
  });

  it('was not done: it is said, and it can be sent again', async () => {
    const editor = await openEditor({ mode: 'edit', record: before, outcome: 'not-done' });
    const events = listen(editor, 'callback-cancel-request');
    expect(words(editor.shadowRoot?.querySelector('.dialog-foot [role=alert]'))).to.contain('the server did not do it');
    await press(editor, 'Cancel Callback');
    await press(editor, 'Continue');
    expect(events).to.have.lengthOf(1);
  });
});

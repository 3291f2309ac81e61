import { expect } from '@open-wc/testing';
import { button, description, input, listen, press } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const scheduled = makeRecord({ desiredTime: NOW + 3_600_000 });
const completed = makeRecord({ state: 'COMPLETED' });
const WHY = 'The connected server does not move callbacks.';

describe('callback-editor: commands its owner refuses', () => {
  it('are off with the reason given, and are not chosen beforehand', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled, refusals: { reschedule: WHY } });
    const move = input(editor, 'Reschedule');
    expect(move.disabled).to.equal(true);
    expect(move.checked).to.equal(false);
    expect(description(editor, move)).to.equal(WHY);
    expect(input(editor, 'Cancel Callback').disabled).to.equal(false);
  });

  it('cannot be sent when the refusal arrives after the choice', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    const events = listen(editor, 'callback-cancel-request');
    await press(editor, 'Cancel Callback');
    editor.refusals = { cancel: 'Your role may not cancel.' };
    await editor.updateComplete;
    await press(editor, 'Continue');
    expect(description(editor, button(editor, 'Continue'))).to.equal('Your role may not cancel.');
    expect(events).to.have.lengthOf(0);
  });

  it('close the whole form for a completed callback', async () => {
    const refusals = { 'reschedule-completed': WHY };
    const editor = await openEditor({ mode: 'reschedule-completed', record: completed, refusals });
    expect(description(editor, button(editor, 'Continue'))).to.equal(WHY);
  });

  it('yield to the life cycle, which says why the state forbids it', async () => {
    const record = makeRecord({ state: 'QUEUED' });
    const editor = await openEditor({ mode: 'edit', record, refusals: { reschedule: WHY } });
    expect(description(editor, input(editor, 'Reschedule'))).to.equal(
      'Only a scheduled callback can be moved to another time.',
    );
  });
});

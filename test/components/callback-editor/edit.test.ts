import { expect } from '@open-wc/testing';
import type {
  CallbackCancelRequestEvent,
  CallbackEditRequestEvent,
} from '../../../src/components/callback-editor/callback-editor.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { button, description, fill, focused, hasButton, input, listen, press, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const scheduled = makeRecord({ desiredTime: NOW + 3_600_000, properties: { foo: 'blue' } });
const queued = makeRecord({ state: 'QUEUED' });
const processing = makeRecord({ state: 'PROCESSING', properties: { foo: 'blue' } });

describe('callback-editor: a callback that is not completed', () => {
  it('shows Current Callback Information and the buttons Back and Continue', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    expect(words(editor.shadowRoot?.querySelector('h2'))).to.equal('Edit Callback');
    const facts = words(editor.shadowRoot?.querySelector('dl'));
    expect(facts).to.contain('Callback Time 3/9/2026 11:00:00');
    expect(facts.replace(/(\d) (?=\d)/g, '$1')).to.contain(`Callback Number ${scheduled.customerNumber}`);
    expect(hasButton(editor, 'Back')).to.equal(true);
    expect(hasButton(editor, 'Continue')).to.equal(true);
  });

  it('begins with the move and its present time where it can be moved', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    expect(input(editor, 'Reschedule').checked).to.equal(true);
    expect(focused(editor)).to.equal('Reschedule');
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-09');
    expect(input(editor, 'Available Time Slot').value).to.equal('11:00');
  });

  it('has nothing to continue with until something changes', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    const events = listen(editor, 'callback-edit-request');
    await press(editor, 'Continue');
    expect(description(editor, button(editor, 'Continue'))).to.equal('Nothing has changed yet.');
    expect(events).to.have.lengthOf(0);
  });

  it('fires callback-edit-request for a move', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    const events = listen<CallbackEditRequestEvent>(document, 'callback-edit-request');
    await fill(editor, 'Available Time Slot', '16:45');
    await press(editor, 'Continue');
    const desiredTime = Date.UTC(2026, 2, 9, 15, 45);
    expect(events.map(({ detail, cancelable }) => ({ detail, cancelable }))).to.deep.equal([
      { detail: { stage: 'submit', id: scheduled.id, mode: 'reschedule', desiredTime }, cancelable: true },
    ]);
    expect(editor.request).to.deep.equal({ mode: 'reschedule', id: scheduled.id, change: { desiredTime } });
  });

  it('says why a queued callback cannot be moved, and chooses nothing for the person', async () => {
    const editor = await openEditor({ mode: 'edit', record: queued });
    const move = input(editor, 'Reschedule');
    expect(move.disabled).to.equal(true);
    expect(description(editor, move)).to.equal('Only a scheduled callback can be moved to another time.');
    expect(input(editor, 'Cancel Callback').checked).to.equal(false);
    expect(focused(editor)).to.equal('Edit Additional Properties');
  });

  it('asks for a choice when there is none', async () => {
    const editor = await openEditor({ mode: 'edit', record: queued });
    await press(editor, 'Continue');
    const group = editor.shadowRoot?.querySelector('[role=radiogroup]');
    expect(group && description(editor, group)).to.equal('Fill this in.');
  });

  it('says why a callback in conversation cannot be cancelled', async () => {
    const editor = await openEditor({ mode: 'edit', record: processing });
    expect(input(editor, 'Cancel Callback').disabled).to.equal(true);
    expect(description(editor, input(editor, 'Cancel Callback'))).to.contain('An agent is handling this callback now');
  });

  it('can do nothing in a state it does not know, and says so', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord({ state: 'DREAMING' }) });
    for (const name of ['Reschedule', 'Edit Additional Properties', 'Cancel Callback']) {
      expect(input(editor, name).disabled, name).to.equal(true);
      expect(description(editor, input(editor, name))).to.contain('a state this page does not know');
    }
  });

  it('fires callback-edit-request for changed properties, without their values', async () => {
    const editor = await openEditor({ mode: 'edit', record: processing });
    const events = listen<CallbackEditRequestEvent>(document, 'callback-edit-request');
    await press(editor, 'Edit Additional Properties');
    await fill(editor, 'foo', 'green');
    await press(editor, 'Continue');
    expect(events.map(({ detail }) => detail)).to.deep.equal([
      { stage: 'submit', id: processing.id, mode: 'edit-properties' },
    ]);
    expect(editor.request).to.have.deep.property('change', { foo: 'green' });
  });

  it('fires callback-cancel-request for a cancel', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    const events = listen<CallbackCancelRequestEvent>(document, 'callback-cancel-request');
    await press(editor, 'Cancel Callback');
    await press(editor, 'Continue');
    expect(events.map(({ detail, cancelable }) => ({ detail, cancelable }))).to.deep.equal([
      { detail: { stage: 'submit', ids: [scheduled.id], scope: 'selection' }, cancelable: true },
    ]);
    expect(editor.request).to.deep.equal({ mode: 'cancel', id: scheduled.id, discardOrsFailure: false });
  });

  it('offers to cancel without the session once the server could not reach it, and keeps offering', async () => {
    const editor = await openEditor({ mode: 'edit', record: queued });
    const label = 'Cancel although its session cannot be reached';
    await press(editor, 'Cancel Callback');
    expect(() => input(editor, label)).to.throw();
    editor.problem = new CallbackError(
      'refused',
      'Failed to cancel: the session is gone. Say so to cancel all the same.',
    );
    await editor.updateComplete;
    await press(editor, label);
    editor.problem = undefined;
    await editor.updateComplete;
    await press(editor, 'Continue');
    expect(editor.request).to.have.property('discardOrsFailure', true);
  });

  it('switches off what the life cycle has overtaken while it was open', async () => {
    const editor = await openEditor({ mode: 'edit', record: scheduled });
    await fill(editor, 'Available Time Slot', '16:45');
    editor.record = { ...scheduled, state: 'QUEUED' };
    await editor.updateComplete;
    const events = listen(editor, 'callback-edit-request');
    await press(editor, 'Continue');
    expect(description(editor, button(editor, 'Continue'))).to.contain('Only a scheduled callback');
    expect(events).to.have.lengthOf(0);
  });
});

describe('callback-editor: a completed callback', () => {
  const record = makeRecord({ state: 'COMPLETED', reason: 'CANCELLED', properties: { _foo: 'a', _LOB: 'Primary' } });

  it('shows Last Callback Information and the sections of the seed', async () => {
    const editor = await openEditor({ mode: 'reschedule-completed', record, lookupKeys: ['_foo'] });
    expect(words(editor.shadowRoot?.querySelector('h2'))).to.equal('Reschedule Completed Callback');
    const headings = [...(editor.shadowRoot?.querySelectorAll('h3') ?? [])].map(words);
    expect(headings).to.deep.equal([
      'Last Callback Information',
      'Desired Callback Time',
      'Edit Customer Lookup Keys',
      'Additional Properties',
      'Properties of the New Callback',
    ]);
    expect(words(editor.shadowRoot?.querySelector('dl'))).to.contain('Last Callback Time');
  });

  it('says why no lookup key can be edited when each is a field of the callback itself', async () => {
    const editor = await openEditor({ mode: 'reschedule-completed', record, lookupKeys: ['_customer_number'] });
    expect(words(editor.shadowRoot)).to.contain(
      'Customers are found by details of the callback that stay as they are.',
    );
    editor.lookupKeys = [];
    await editor.updateComplete;
    expect(words(editor.shadowRoot)).to.contain('No lookup keys are configured.');
  });

  it('fires callback-edit-request with the time; the changed keys stand in request', async () => {
    const editor = await openEditor({ mode: 'reschedule-completed', record, lookupKeys: ['_foo'] });
    const events = listen<CallbackEditRequestEvent>(document, 'callback-edit-request');
    await fill(editor, 'Available Time Slot', '18:00');
    await fill(editor, '_foo', 'b');
    await press(editor, 'Continue');
    const desiredTime = Date.UTC(2026, 2, 9, 17);
    expect(events.map(({ detail }) => detail)).to.deep.equal([
      { stage: 'submit', id: record.id, mode: 'reschedule-completed', desiredTime },
    ]);
    expect(editor.request).to.have.deep.property('change', { desiredTime, properties: { _foo: 'b' } });
  });
});

import { expect } from '@open-wc/testing';
import { CallbackError } from '../../../src/domain/errors.js';
import { button, description, fill, focused, input, listen, press, select, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

function alerts(editor: Element): readonly string[] {
  return [...(editor.shadowRoot?.querySelectorAll('[role=alert]') ?? [])].map(words);
}

describe('callback-editor: what is wrong', () => {
  it('stands beside each field and once above the buttons; the first field takes the focus', async () => {
    const editor = await openEditor();
    await press(editor, 'Continue');
    expect(select(editor, 'Service Name').getAttribute('aria-invalid')).to.equal('true');
    expect(description(editor, select(editor, 'Service Name'))).to.equal('Fill this in.');
    expect(description(editor, input(editor, 'Customer Number'))).to.equal('Fill this in.');
    expect(alerts(editor)).to.deep.equal(['Check 2 fields: Service Name, Customer Number']);
    expect(focused(editor)).to.equal('Service Name');
  });

  it('goes as soon as its field is edited, and only that', async () => {
    const editor = await openEditor();
    await press(editor, 'Continue');
    await fill(editor, 'Customer Number', '5');
    expect(input(editor, 'Customer Number').hasAttribute('aria-invalid')).to.equal(false);
    expect(alerts(editor)).to.deep.equal(['Check 1 field: Service Name']);
  });

  it('fires nothing', async () => {
    const editor = await openEditor();
    const events = listen(editor, 'callback-create-request');
    await press(editor, 'Continue');
    expect(events).to.have.lengthOf(0);
    expect(editor.request).to.equal(undefined);
  });

  it('refuses a reserved name beside the name', async () => {
    const editor = await openEditor();
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
    await press(editor, 'Continue');
    expect(description(editor, input(editor, 'Parameter Name'))).to.contain('belongs to the callback itself');
  });

  it('knows which of two instants a callback has now, and moves it to the other', async () => {
    const earlier = Date.UTC(2026, 9, 25, 0, 30);
    const editor = await openEditor({ mode: 'edit', record: makeRecord({ desiredTime: earlier }) });
    expect(input(editor, 'The first 02:30, GMT+2').checked).to.equal(true);
    await press(editor, 'The second 02:30, GMT+1');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { desiredTime: earlier + 3_600_000 });
  });

  it('asks which of two instants is meant, names both offsets, and takes the answer', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord() });
    await fill(editor, 'Desired Date', '2026-10-25');
    await fill(editor, 'Available Time Slot', '02:30');
    await press(editor, 'Continue');
    expect(description(editor, input(editor, 'Available Time Slot'))).to.contain('exists twice');
    await press(editor, 'The second 02:30, GMT+1');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { desiredTime: Date.UTC(2026, 9, 25, 1, 30) });
  });
});

describe('callback-editor: what the server says', () => {
  it('is told in our words and its own, and what was entered is kept', async () => {
    const editor = await openEditor();
    await fill(editor, 'Customer Number', '5510');
    editor.problem = new CallbackError('limited', 'Failed to create: limit.', {
      retryAfter: 30,
      serverMessage: 'Limit of queued callbacks for Preview is reached.',
    });
    await editor.updateComplete;
    const [alert] = alerts(editor);
    expect(alert).to.contain('taking no more requests').and.to.contain('Nothing was changed.');
    expect(alert).to.contain('after 30 seconds').and.to.contain('Limit of queued callbacks for Preview is reached.');
    expect(input(editor, 'Customer Number').value).to.equal('5510');
  });

  it('does not claim that nothing happened when nobody knows', async () => {
    const editor = await openEditor({ problem: new CallbackError('timeout', 'Failed to create: no answer.') });
    expect(alerts(editor)[0])
      .to.contain('It may have been done all the same')
      .and.not.to.contain('Nothing was changed');
  });

  for (const code of ['offline', 'timeout', 'server-error', 'bad-response'] as const) {
    it(`does not advise to try again blindly after ${code}`, async () => {
      const editor = await openEditor({ problem: new CallbackError(code, 'Failed to create: no answer.') });
      expect(alerts(editor)[0])
        .to.contain('look at the list before you send it again')
        .and.not.match(/try again/i);
    });
  }

  it('stands beside the field it is about, which takes the focus', async () => {
    const editor = await openEditor({ knownProperties: ['foo'] });
    editor.problem = new CallbackError('invalid', 'Failed to create: invalid.', {
      problems: [
        { path: 'customerNumber', code: 'invalid-number' },
        { path: 'properties.foo', code: 'rejected' },
      ],
    });
    await editor.updateComplete;
    expect(description(editor, input(editor, 'Customer Number'))).to.contain('a number that can be dialled');
    expect(description(editor, input(editor, 'foo'))).to.equal('The server did not accept this.');
    expect(focused(editor)).to.equal('Customer Number');
    expect(alerts(editor)[0])
      .to.contain('The server did not accept these values.')
      .and.to.contain('Nothing was changed.');
    expect(alerts(editor)[1]).to.equal('Check 2 fields: Customer Number, foo');
    await fill(editor, 'Customer Number', '5510');
    expect(alerts(editor)[1]).to.equal('Check 1 field: foo');
  });

  it('gives way to what is wrong with the fields now', async () => {
    const editor = await openEditor({ problem: new CallbackError('limited', 'Failed to create: limit.') });
    await press(editor, 'Continue');
    expect(alerts(editor)).to.deep.equal(['Check 2 fields: Service Name, Customer Number']);
  });

  it('is told as a whole when it is about no field of the form', async () => {
    const problems = [{ path: '', code: 'rejected' } as const];
    const editor = await openEditor({
      problem: new CallbackError('invalid', 'Failed to create: invalid.', { problems }),
    });
    expect(alerts(editor)).to.have.lengthOf(1);
    expect(alerts(editor)[0]).to.contain('The server did not accept these values.');
  });

  it('may propose other times: one press takes one, the full ones are not offered', async () => {
    const record = makeRecord();
    const editor = await openEditor({ mode: 'edit', record });
    editor.problem = new CallbackError('invalid', 'Failed to move: no slot.', {
      availability: new Map([
        [NOW + 7_200_000, 2],
        [NOW + 3_600_000, 1],
        [NOW + 9_000_000, 0],
      ]),
    });
    await editor.updateComplete;
    const proposals = [...(editor.shadowRoot?.querySelectorAll('.proposals button') ?? [])].map(words);
    expect(proposals).to.deep.equal(['Mon, Mar 9, 11:00 last place', 'Mon, Mar 9, 12:00 2 places left']);
    await press(editor, 'Mon, Mar 9, 12:00 2 places left');
    expect(input(editor, 'Available Time Slot').value).to.equal('12:00');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { desiredTime: NOW + 7_200_000 });
  });

  it('takes a proposal exactly, also in the hour that exists twice', async () => {
    const later = Date.UTC(2026, 9, 25, 1, 30);
    const editor = await openEditor({ mode: 'edit', record: makeRecord() });
    editor.problem = new CallbackError('invalid', 'Failed to move: no slot.', { availability: new Map([[later, 1]]) });
    await editor.updateComplete;
    await press(editor, 'Sun, Oct 25, 02:30 (GMT+1) last place');
    await press(editor, 'Continue');
    expect(editor.request).to.have.deep.property('change', { desiredTime: later });
  });

  it('shows text from outside as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const editor = await openEditor({
      mode: 'edit',
      record: makeRecord({ serviceName: hostile, properties: { [hostile]: hostile } }),
      problem: new CallbackError('refused', 'Failed.', { serverMessage: hostile }),
    });
    await press(editor, 'Edit Additional Properties');
    expect(editor.shadowRoot?.querySelector('img')).to.equal(null);
    expect(input(editor, hostile).value).to.equal(hostile);
    expect(button(editor, 'Continue').disabled).to.equal(false);
  });
});

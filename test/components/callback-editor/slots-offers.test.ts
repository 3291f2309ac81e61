import { expect } from '@open-wc/testing';
import { CallbackError } from '../../../src/domain/errors.js';
import { button, description, fill, focused, hasButton, input, press, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';
import { always, MARCH, NONE, openNew, openPicker, settled, statusOf, weekdays } from './open-picker.js';

const HOUR = 3_600_000;

/** The beginning of May 2026 in Berlin. */
const MAY = Date.UTC(2026, 3, 30, 22);

describe('callback-editor: the next free slot', () => {
  it('is one press away', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, 'Next free: Mon, Mar 9, 10:30');
    expect(input(editor, '10:30 3 left').checked).to.equal(true);
  });

  it('is the first from now on, whatever day or month is chosen', async () => {
    const { editor } = await openNew(weekdays);
    for (const day of ['2026-03-14', '2026-03-18', '2026-05-04']) {
      await fill(editor, 'Desired Date', day);
      await settled(editor);
      expect(hasButton(editor, 'Next free: Mon, Mar 9, 10:30'), day).to.equal(true);
    }
    await press(editor, 'Next free: Mon, Mar 9, 10:30');
    await settled(editor);
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-09');
    expect(input(editor, '10:30 3 left').checked).to.equal(true);
  });

  it('is not offered once it is chosen, and its button says so', async () => {
    const { editor } = await openNew(weekdays);
    const next = button(editor, 'Next free: Mon, Mar 9, 10:30');
    expect(next.ariaDisabled).to.equal(null);
    await press(editor, 'Next free: Mon, Mar 9, 10:30');
    expect(next.ariaDisabled).to.equal('true');
    expect(description(editor, next)).to.equal('This time is chosen.');
    await press(editor, '13:00 3 left');
    expect(next.ariaDisabled).to.equal(null);
    expect(description(editor, next)).to.equal('');
  });

  it('is the next one from now on also where any time is taken', async () => {
    const { editor } = await openNew(always);
    await fill(editor, 'Desired Date', '2026-03-12');
    await settled(editor);
    await press(editor, 'Next free: Mon, Mar 9, 10:30');
    await settled(editor);
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-09');
    expect(input(editor, 'Available Time Slot').value).to.equal('10:30');
  });

  it('is looked for from this month on when the form began with a later one', async () => {
    const record = makeRecord({ desiredTime: Date.UTC(2026, 4, 4, 10) });
    const { editor, questions } = await openPicker(weekdays, { mode: 'edit', record });
    await press(editor, 'Find the next free time');
    await settled(editor);
    expect(questions.map(({ start }) => start)).to.deep.equal([MAY, MARCH.start]);
    await press(editor, 'Next free: Mon, Mar 9, 10:30');
    await settled(editor);
    expect(input(editor, '10:30 3 left').checked).to.equal(true);
  });

  it('is looked for in the months that follow, found, and then taken', async () => {
    const { editor, questions } = await openNew((question) =>
      question.start > MARCH.end + 1 ? weekdays(question) : NONE,
    );
    await press(editor, 'Find the next free time');
    await settled(editor);
    expect(questions).to.have.lengthOf(3);
    expect(statusOf(editor)).to.contain('Next free: Fri, May 1, 11:00');
    await press(editor, 'Next free: Fri, May 1, 11:00');
    await settled(editor);
    expect(input(editor, 'Desired Date').value).to.equal('2026-05-01');
  });

  it('may not exist: after three months it says so, and shows the month that was shown before', async () => {
    const { editor, questions } = await openNew(() => NONE);
    await press(editor, 'Find the next free time');
    await settled(editor);
    expect(questions).to.have.lengthOf(5);
    expect(statusOf(editor)).to.contain('Nothing is free until Tuesday, June 30, 2026.');
    expect(words(editor.shadowRoot?.getElementById('month-name'))).to.equal('March 2026');
  });

  it('is not looked for beyond what the service takes', async () => {
    const services = [{ name: 'Preview', groups: [], reach: { count: 1, unit: 'M' } }] as const;
    const { editor } = await openNew(() => NONE, { services });
    expect(words(editor.shadowRoot?.querySelector('.when-day'))).to.contain(
      'This service takes callbacks until Thursday, April 9, 2026.',
    );
    await press(editor, 'Find the next free time');
    await settled(editor);
    expect(statusOf(editor)).to.contain('Nothing is free until Thursday, April 9, 2026.');
  });

  it('is not offered where nothing is known', async () => {
    const { editor } = await openNew(() => ({ unavailable: 'No.' }));
    expect(hasButton(editor, 'Find the next free time')).to.equal(false);
  });

  it('is no longer looked for when another service is chosen', async () => {
    const { editor, questions } = await openNew(({ start }) => (start > MARCH.end ? { loading: true } : NONE));
    await press(editor, 'Find the next free time');
    await settled(editor);
    expect(button(editor, 'Looking for free times').ariaDisabled).to.equal('true');
    await fill(editor, 'Service Name', 'Confirmed');
    await settled(editor);
    expect(questions.at(-1)?.serviceName).to.equal('Confirmed');
    expect(hasButton(editor, 'Looking for free times')).to.equal(false);
  });

  it('keeps the focus on its button while it is looked for', async () => {
    const { editor } = await openNew((question) => (question.start > MARCH.end + 1 ? weekdays(question) : NONE));
    button(editor, 'Find the next free time').focus();
    await press(editor, 'Find the next free time');
    await settled(editor);
    expect(focused(editor)).to.equal('Next free: Fri, May 1, 11:00');
  });
});

describe('callback-editor: slots that a refusal proposes', () => {
  const problem = new CallbackError('invalid', 'Failed to create: no slot.', {
    availability: new Map([
      [NOW + 2 * HOUR, 2],
      [NOW + HOUR, 1],
      [NOW + 3 * HOUR, 0],
    ]),
  });

  it('stand in the section of the time, one press away', async () => {
    const { editor } = await openNew(weekdays);
    editor.problem = problem;
    await settled(editor);
    const proposals = [...(editor.shadowRoot?.querySelectorAll('.proposals button') ?? [])].map(words);
    expect(proposals).to.deep.equal(['Mon, Mar 9, 11:00 last place', 'Mon, Mar 9, 12:00 2 places left']);
    await press(editor, 'Mon, Mar 9, 11:00 last place');
    expect(input(editor, '11:00 last place').checked).to.equal(true);
  });

  it('make a scheduled callback of an immediate one', async () => {
    const editor = await openEditor({ problem });
    button(editor, 'Mon, Mar 9, 11:00 last place').focus();
    await press(editor, 'Mon, Mar 9, 11:00 last place');
    expect(input(editor, 'Available Time Slot').value).to.equal('11:00');
    expect(focused(editor)).to.equal('Mon, Mar 9, 11:00 last place');
  });
});

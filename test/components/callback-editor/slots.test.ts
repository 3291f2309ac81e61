import { expect } from '@open-wc/testing';
import { CallbackError } from '../../../src/domain/errors.js';
import { button, description, fill, focused, input, press, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';
import {
  always,
  knownOf,
  MARCH,
  openNew,
  openPicker,
  settled,
  slotGroup,
  slotNames,
  statusOf,
  weekdays,
} from './open-picker.js';
import type { SlotQuestion } from './open-picker.js';

const HOUR = 3_600_000;

describe('callback-editor: asking for slots', () => {
  it('asks for the month in the zone of its clock, once, as soon as service and time are wanted', async () => {
    const { editor, questions } = await openPicker(weekdays);
    expect(questions).to.have.lengthOf(0);
    await fill(editor, 'Callback type', 'scheduled');
    expect(questions).to.have.lengthOf(0);
    await fill(editor, 'Service Name', 'Preview');
    await fill(editor, 'Desired Date', '2026-03-12');
    await fill(editor, 'Customer Number', '5510');
    await settled(editor);
    expect(questions).to.deep.equal([{ serviceName: 'Preview', ...MARCH, timeZone: 'Europe/Berlin' }]);
  });

  it('asks again when service, month or clock are others', async () => {
    const { editor, questions } = await openNew(weekdays);
    await fill(editor, 'Service Name', 'Confirmed');
    await settled(editor);
    await press(editor, 'Next month');
    await settled(editor);
    await fill(editor, 'Times shown in', 'UTC');
    await settled(editor);
    expect(questions.map(({ serviceName, start, timeZone }) => [serviceName, start, timeZone])).to.deep.equal([
      ['Preview', MARCH.start, 'Europe/Berlin'],
      ['Confirmed', MARCH.start, 'Europe/Berlin'],
      ['Confirmed', MARCH.end + 1, 'Europe/Berlin'],
      ['Confirmed', Date.UTC(2026, 3, 1), 'UTC'],
    ]);
  });

  it('asks for a callback to move and for one to schedule again, not for one to cancel', async () => {
    const moved = await openPicker(weekdays, { mode: 'edit', record: makeRecord() });
    expect(moved.questions.map(({ serviceName }) => serviceName)).to.deep.equal(['callback-sales']);
    const again = { mode: 'reschedule-completed', record: makeRecord({ state: 'COMPLETED' }) } as const;
    expect((await openPicker(weekdays, again)).questions).to.have.lengthOf(1);
    const queued = { mode: 'edit', record: makeRecord({ state: 'QUEUED' }) } as const;
    expect((await openPicker(weekdays, queued)).questions).to.have.lengthOf(0);
  });

  it('asks nothing while a year is typed, nor about months that are over or too far ahead', async () => {
    const services = [{ name: 'Preview', groups: [], reach: { count: 1, unit: 'M' } }] as const;
    const { editor, questions } = await openNew(weekdays, { services });
    for (const day of ['0002-03-09', '0020-03-09', '0202-03-09', '', '2025-12-01', '2026-06-01']) {
      await fill(editor, 'Desired Date', day);
      await settled(editor);
    }
    expect(questions.map(({ start }) => start)).to.deep.equal([MARCH.start, MARCH.end + 1]);
  });

  it('asks again after the server refused what it had offered', async () => {
    const { editor, questions } = await openNew(weekdays);
    editor.problem = new CallbackError('invalid', 'Failed to create: full.', { availability: new Map() });
    await settled(editor);
    expect(questions).to.have.lengthOf(2);
  });

  it('asks anew when it is opened again', async () => {
    const { editor, questions } = await openPicker(weekdays, { mode: 'edit', record: makeRecord() });
    editor.open = false;
    await settled(editor);
    editor.open = true;
    await settled(editor);
    expect(questions).to.have.lengthOf(2);
  });
});

describe('callback-editor: slots', () => {
  it('are offered by the hour with their places in words; full ones are off', async () => {
    const { editor } = await openNew(weekdays);
    expect(slotNames(editor)).to.deep.equal([
      '10:30 3 left',
      '11:00 last place',
      '11:30 3 left',
      '12:00 full',
      '12:30 3 left',
      '13:00 3 left',
      '13:30 3 left',
      '14:00 3 left',
      '14:30 3 left',
      '15:00 3 left',
      '15:30 3 left',
    ]);
    expect(input(editor, '12:00 full').disabled).to.equal(true);
    expect(input(editor, '10:30 3 left').disabled).to.equal(false);
    const hours = [...(editor.shadowRoot?.querySelectorAll('.hour-name') ?? [])].map(words);
    expect(hours).to.deep.equal(['10', '11', '12', '13', '14', '15']);
    expect(slotGroup(editor).getAttribute('aria-labelledby')).to.equal('slots-label');
    expect(words(editor.shadowRoot?.getElementById('slots-label'))).to.equal('Available Time Slot');
  });

  it('are the instants themselves', async () => {
    const { editor } = await openNew(weekdays);
    await fill(editor, 'Customer Number', '5510');
    await press(editor, '13:00 3 left');
    expect(statusOf(editor)).to.contain('3 places left');
    // The slot says it to the eye.
    expect(visibleNote(editor)).to.equal('');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.desiredTime', NOW + 3 * HOUR);
  });

  it('must be chosen', async () => {
    const { editor } = await openNew(weekdays);
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Continue');
    expect(slotGroup(editor).getAttribute('aria-invalid')).to.equal('true');
    expect(description(editor, slotGroup(editor))).to.contain('Choose one of the times.');
  });

  it('are shown twice where the clocks go back, with their offsets, and are two instants', async () => {
    const { editor } = await openNew(night);
    await fill(editor, 'Desired Date', '2026-10-25');
    await settled(editor);
    expect(slotNames(editor)).to.deep.equal([
      '01:00 last place',
      '02:00 GMT+2 last place',
      '02:00 GMT+1 last place',
      '03:00 last place',
    ]);
    await press(editor, '02:00 GMT+1 last place');
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.desiredTime', Date.UTC(2026, 9, 25, 1));
  });

  it('do not exist where the clocks go forward', async () => {
    const { editor } = await openNew(night);
    await fill(editor, 'Desired Date', '2026-03-29');
    await settled(editor);
    expect(slotNames(editor)).to.deep.equal(['01:00 last place', '03:00 last place']);
  });

  it('keep their time on another day where it is free there, and are open where it is not', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '13:00 3 left');
    editor.shadowRoot?.getElementById('day-2026-03-10')?.click();
    await settled(editor);
    expect(input(editor, '13:00 3 left').checked).to.equal(true);
    editor.shadowRoot?.getElementById('day-2026-03-14')?.click();
    await settled(editor);
    expect(slotNames(editor)).to.deep.equal([]);
    expect(description(editor, slotGroup(editor))).to.equal('The service takes no callbacks on this day.');
    editor.shadowRoot?.getElementById('day-2026-03-11')?.click();
    await settled(editor);
    expect(editor.shadowRoot?.querySelector('.chip :checked')).to.equal(null);
  });

  it('say at once that a time typed before cannot be had on the day that was typed', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '13:00 3 left');
    await fill(editor, 'Desired Date', '2026-03-14');
    await settled(editor);
    expect(statusOf(editor)).to.contain('No place is free at this time.');
  });

  it('begin with what the callback has, which stays on though it is full', async () => {
    const record = makeRecord({ desiredTime: NOW + 2 * HOUR });
    const { editor } = await openPicker(weekdays, { mode: 'edit', record });
    expect(words(editor.shadowRoot?.querySelector('.when'))).to.contain('Planned for Mon, Mar 9, 12:00');
    expect(input(editor, '12:00 planned').checked).to.equal(true);
    await press(editor, '13:00 3 left');
    expect(input(editor, '12:00 planned').disabled).to.equal(false);
    await press(editor, '12:00 planned');
    expect(description(editor, button(editor, 'Continue'))).to.equal('Nothing has changed yet.');
  });

  it('leave a time that is over to the person, without a reproach, and show the month in which it is now', async () => {
    const record = makeRecord({ desiredTime: NOW - 60 * 24 * HOUR });
    const { editor } = await openPicker(weekdays, { mode: 'edit', record });
    expect(words(editor.shadowRoot?.getElementById('month-name'))).to.equal('March 2026');
    expect(editor.shadowRoot?.querySelector('.when .problem')).to.equal(null);
    expect(description(editor, slotGroup(editor))).to.equal('This day is over.');
  });

  it('show what the callback has where no slot begins then', async () => {
    const record = makeRecord({ desiredTime: NOW + 2 * HOUR + 7 * 60_000 });
    const { editor } = await openPicker(weekdays, { mode: 'edit', record });
    expect(input(editor, '12:07 planned').checked).to.equal(true);
    await press(editor, '12:00 full');
    expect(editor.shadowRoot?.querySelector('.chip :checked')).to.equal(input(editor, '12:00 full'));
  });
});

describe('callback-editor: slots that are not known', () => {
  it('leave a free time while nobody answers', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    expect(input(editor, 'Available Time Slot').type).to.equal('time');
    expect(words(editor.shadowRoot?.querySelector('.when'))).to.contain('Choose a service to see its free times.');
  });

  it('show that they are coming, and keep the older answer meanwhile', async () => {
    const { editor } = await openNew(() => ({ loading: true }));
    expect(editor.shadowRoot?.querySelector('.skeleton')).not.to.equal(null);
    expect(statusOf(editor)).to.contain('Looking for free times');
    const question = { serviceName: 'Preview', ...MARCH, timeZone: 'Europe/Berlin' };
    editor.availability = knownOf(question, { loading: true, ...weekdays(question) });
    await settled(editor);
    expect(editor.shadowRoot?.querySelector('.skeleton')).to.equal(null);
    expect(slotNames(editor)).to.have.lengthOf(11);
    expect(editor.shadowRoot?.querySelector('table')?.getAttribute('aria-busy')).to.equal('true');
  });

  it('take as much room before they come as after', async () => {
    const { editor } = await openNew(() => ({ loading: true }));
    const top = (): number | undefined => editor.shadowRoot?.querySelector('.clocks')?.getBoundingClientRect().top;
    const before = top();
    const question = { serviceName: 'Preview', ...MARCH, timeZone: 'Europe/Berlin' };
    editor.availability = knownOf(question, weekdays(question));
    await settled(editor);
    expect(slotNames(editor)).to.have.lengthOf(11);
    expect(top()).to.equal(before);
    await press(editor, '13:00 3 left');
    expect(top()).to.equal(before);
  });

  it('say why not, offer to ask again, and do not stand in the way', async () => {
    const problem = new CallbackError('timeout', 'Failed to ask: no answer.');
    const { editor, questions } = await openNew(() => ({ problem }));
    expect(words(editor.shadowRoot?.querySelector('.trouble'))).to.contain('The server did not answer in time.');
    await fill(editor, 'Available Time Slot', '14:30');
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Try again');
    await settled(editor);
    expect(questions).to.have.lengthOf(2);
    expect(focused(editor)).to.equal('Desired Date');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.desiredTime', NOW + 4.5 * HOUR);
  });

  it('stay as they were after a failure, and say so', async () => {
    const problem = new CallbackError('timeout', 'Failed to ask: no answer.');
    const { editor } = await openNew((question) => ({ problem, ...weekdays(question) }));
    expect(words(editor.shadowRoot?.querySelector('.trouble'))).to.contain('These times may be out of date.');
    expect(slotNames(editor)).to.have.lengthOf(11);
  });

  it('are told to be unavailable in the words of the owner', async () => {
    const { editor } = await openNew(() => ({ unavailable: 'This server tells no free times.' }));
    expect(words(editor.shadowRoot?.querySelector('.when'))).to.contain('This server tells no free times.');
    expect(input(editor, 'Available Time Slot').type).to.equal('time');
  });
});

describe('callback-editor: a free time where the service keeps no hours', () => {
  const services = [{ name: 'Preview', groups: [], reach: { count: 2, unit: 'w' } }] as const;

  it('says how many places its slot has left', async () => {
    const { editor } = await openNew(always);
    await fill(editor, 'Available Time Slot', '14:37');
    await settled(editor);
    expect(description(editor, input(editor, 'Available Time Slot'))).to.contain('2 places left');
  });

  it('is refused in words while it is typed when it is over, too far ahead, full or skipped', async () => {
    const { editor } = await openNew(
      (question) => {
        const { answer } = always(question);
        const slots = answer.slots.map((slot) => (slot.start === NOW + HOUR ? { ...slot, free: 0 } : slot));
        return { answer: { ...answer, slots } };
      },
      { services },
    );
    const times = [
      ['2026-03-09', '09:30', 'This time has passed.'],
      ['2026-03-09', '11:15', 'Every place at this time is taken.'],
      ['2026-03-24', '12:00', 'This is further ahead than the service takes callbacks.'],
      ['2026-03-29', '02:30', 'This time does not exist on that day'],
    ] as const;
    for (const [day, time, why] of times) {
      await fill(editor, 'Desired Date', day);
      await fill(editor, 'Available Time Slot', time);
      await settled(editor);
      expect(description(editor, input(editor, 'Available Time Slot')), time).to.contain(why);
      await fill(editor, 'Customer Number', '5510');
      await press(editor, 'Continue');
      expect(editor.request, time).to.equal(undefined);
    }
  });
});

/** What is seen beneath the slots. */
function visibleNote(editor: Element): string {
  return [...editor.shadowRoot!.querySelectorAll('.time-note > :not(.visually-hidden)')].map(words).join(' ');
}

/** One slot each hour of the night between two o'clock and the morning in which the clocks of Berlin change, in UTC. */
function night({ start, end }: SlotQuestion): ReturnType<typeof weekdays> {
  const starts = [
    Date.UTC(2026, 2, 29),
    Date.UTC(2026, 2, 29, 1),
    ...[-1, 0, 1, 2].map((hour) => Date.UTC(2026, 9, 25, hour)),
  ];
  const slots = starts.filter((at) => at >= start && at <= end).map((at) => ({ start: at, free: 1, total: 1 }));
  return { answer: { slotMinutes: 60, slots } };
}

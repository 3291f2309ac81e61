import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { dayByKey } from '../../../src/components/callback-editor/callback-editor.calendar.js';
import { button, fill, input, press, words } from '../../support/find.js';
import { openNew, settled, weekdays } from './open-picker.js';

function cell(editor: Element, day: string): HTMLElement {
  const found = editor.shadowRoot?.getElementById(`day-${day}`);
  if (!found) throw new Error(`The month shows no ${day}.`);
  return found;
}

/** The day of the month that has the focus. */
function here(editor: Element): string | undefined {
  return (editor.shadowRoot?.activeElement as HTMLElement | null)?.dataset.day;
}

function month(editor: Element): string {
  return words(editor.shadowRoot?.getElementById('month-name'));
}

async function key(editor: CallbackEditorElement, name: string): Promise<void> {
  const keys = name.split('+');
  for (const held of keys.slice(0, -1)) await sendKeys({ down: held });
  await sendKeys({ press: keys.at(-1) as string });
  for (const held of keys.slice(0, -1)) await sendKeys({ up: held });
  await settled(editor);
}

describe('callback-editor: the month', () => {
  it('marks each day, and says in its name what the mark means', async () => {
    const { editor } = await openNew((question) => {
      const { answer } = weekdays(question);
      const thursday = (start: number): boolean => new Date(start).getUTCDate() === 12;
      return {
        answer: { ...answer, slots: answer.slots.map((slot) => (thursday(slot.start) ? { ...slot, free: 0 } : slot)) },
      };
    });
    const names = ['2026-03-08', '2026-03-10', '2026-03-12', '2026-03-14'].map((day) => cell(editor, day).ariaLabel);
    expect(names).to.deep.equal([
      'Sunday, March 8, 2026: over',
      'Tuesday, March 10, 2026: 31 places left',
      'Thursday, March 12, 2026: full',
      'Saturday, March 14, 2026: closed',
    ]);
    expect(cell(editor, '2026-03-09').ariaCurrent).to.equal('date');
    expect(cell(editor, '2026-03-09').ariaSelected).to.equal('true');
  });

  it('says "nothing free" where the server tells neither full nor closed', async () => {
    const { editor } = await openNew((question) => {
      const slots = weekdays(question).answer.slots.map(({ start, free }) => ({ start, free }));
      return { answer: { slots } };
    });
    expect(cell(editor, '2026-03-14').ariaLabel).to.equal('Saturday, March 14, 2026: nothing free');
  });

  it('says nothing of days while nothing is known', async () => {
    const { editor } = await openNew(() => ({ loading: true }));
    expect(cell(editor, '2026-03-14').ariaLabel).to.equal('Saturday, March 14, 2026');
  });

  it('begins the week as the language does', async () => {
    const { editor } = await openNew(weekdays);
    const first = (): string => words(editor.shadowRoot?.querySelector('.month th'));
    expect(first()).to.equal('Sun');
    editor.lang = 'en-GB';
    await settled(editor);
    expect(first()).to.equal('Mon');
  });

  it('turns to other months, but not to one that is over or too far ahead', async () => {
    const services = [{ name: 'Preview', groups: [], reach: { count: 1, unit: 'M' } }] as const;
    const { editor } = await openNew(weekdays, { services });
    await press(editor, 'Previous month');
    expect(month(editor)).to.equal('March 2026');
    expect(button(editor, 'Previous month').ariaDisabled).to.equal('true');
    await press(editor, 'Next month');
    await settled(editor);
    expect(month(editor)).to.equal('April 2026');
    expect(button(editor, 'Next month').ariaDisabled).to.equal('true');
    expect(cell(editor, '2026-04-09').ariaDisabled).to.equal(null);
    expect(cell(editor, '2026-04-10').ariaLabel).to.equal('Friday, April 10, 2026: too far ahead');
    expect(cell(editor, '2026-04-10').ariaDisabled).to.equal('true');
  });

  it('keeps the slots of the chosen day while another month is shown', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, 'Next month');
    await settled(editor);
    expect(input(editor, '10:30 3 left').disabled).to.equal(false);
  });

  it('does not take a day that is over', async () => {
    const { editor } = await openNew(weekdays);
    cell(editor, '2026-03-06').click();
    await settled(editor);
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-09');
  });

  it('bears a year that no calendar has', async () => {
    const { editor } = await openNew(weekdays);
    await fill(editor, 'Desired Date', '120260-03-09');
    await settled(editor);
    expect(month(editor)).to.equal('March 2026');
  });

  it('follows the date that is typed', async () => {
    const { editor } = await openNew(weekdays);
    await fill(editor, 'Desired Date', '2026-05-04');
    await settled(editor);
    expect(month(editor)).to.equal('May 2026');
    expect(cell(editor, '2026-05-04').ariaSelected).to.equal('true');
  });
});

describe('callback-editor: the month by keys', () => {
  it('is one stop of the Tab key, at the chosen day', async () => {
    const { editor } = await openNew(weekdays);
    const stops = [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('[data-day][tabindex="0"]') ?? [])];
    expect(stops.map(({ dataset }) => dataset.day)).to.deep.equal(['2026-03-09']);
    button(editor, 'Next month').focus();
    await key(editor, 'Tab');
    expect(here(editor)).to.equal('2026-03-09');
  });

  it('moves by days, weeks, months and years, and takes the day with Enter', async () => {
    const { editor } = await openNew(weekdays);
    cell(editor, '2026-03-09').focus();
    const walk = [
      ['ArrowRight', '2026-03-10'],
      ['ArrowDown', '2026-03-17'],
      ['ArrowLeft', '2026-03-16'],
      ['ArrowUp', '2026-03-09'],
      ['End', '2026-03-14'],
      ['Home', '2026-03-08'],
      ['PageDown', '2026-04-08'],
      ['Shift+PageDown', '2027-04-08'],
      ['Shift+PageUp', '2026-04-08'],
      ['PageUp', '2026-03-08'],
    ] as const;
    for (const [name, day] of walk) {
      await key(editor, name);
      expect(here(editor), name).to.equal(day);
    }
    await key(editor, 'ArrowDown');
    await key(editor, 'ArrowRight');
    await key(editor, 'Enter');
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-16');
    expect(here(editor)).to.equal('2026-03-16');
    await key(editor, 'ArrowRight');
    await key(editor, 'Space');
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-17');
    expect(editor.open).to.equal(true);
  });

  it('stays in the months that can be shown', async () => {
    const { editor } = await openNew(weekdays);
    cell(editor, '2026-03-09').focus();
    await key(editor, 'PageUp');
    expect(here(editor)).to.equal('2026-03-09');
  });

  it('runs from right to left where the page does', () => {
    const towards = (name: string, isRightToLeft: boolean): string | undefined =>
      dayByKey('2026-03-09', { key: name, shiftKey: false, isRightToLeft, weekStart: 1 });
    expect(towards('ArrowLeft', true)).to.equal('2026-03-10');
    expect(towards('ArrowRight', true)).to.equal('2026-03-08');
    expect(towards('ArrowRight', false)).to.equal('2026-03-10');
  });

  it('goes to the last day of a month that is shorter', () => {
    const turn = (day: string, name: string, shiftKey = false): string | undefined =>
      dayByKey(day, { key: name, shiftKey, isRightToLeft: false, weekStart: 1 });
    expect(turn('2026-01-31', 'PageDown')).to.equal('2026-02-28');
    expect(turn('2026-03-31', 'PageUp')).to.equal('2026-02-28');
    expect(turn('2026-12-31', 'PageDown')).to.equal('2027-01-31');
    expect(turn('2028-02-29', 'PageDown', true)).to.equal('2029-02-28');
  });
});

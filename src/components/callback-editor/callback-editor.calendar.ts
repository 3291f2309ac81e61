import { dayNamed, dateNamesOf, weekdayOf } from '../../domain/wall-days.js';

/** Steps in the calendar. Days are `yyyy-mm-dd`, months `yyyy-mm`; a text that is none is given back as it is. */

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month that lies a number of months after another one. */
export function monthAfter(month: string, count: number): string {
  return monthOf(monthsAfter(`${month}-01`, count));
}

/** The day that lies a number of days after another one. */
export function dayAfter(day: string, count: number): string {
  const number = dayNamed(day);
  return number === undefined ? day : dateNamesOf(number + count)[0];
}

/** The same day of another month; its last one when that is shorter. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + count, 1);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return `${new Date(first).toISOString().slice(0, 7)}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** A key that moves in a calendar. */
export interface CalendarKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Whether the days run from right to left. */
  readonly isRightToLeft: boolean;
  /** First day of the week, 1 = Monday to 7 = Sunday. */
  readonly weekStart: number;
}

/** Where a key leads from a day, by the pattern of the ARIA practices for grids of dates; undefined for a key that does not move. */
export function dayByKey(day: string, { key, shiftKey, isRightToLeft, weekStart }: CalendarKey): string | undefined {
  const forward = isRightToLeft ? -1 : 1;
  const inWeek = (weekdayOf(dayNamed(day) ?? 0) + 8 - weekStart) % 7;
  switch (key) {
    case 'ArrowRight':
      return dayAfter(day, forward);
    case 'ArrowLeft':
      return dayAfter(day, -forward);
    case 'ArrowDown':
      return dayAfter(day, 7);
    case 'ArrowUp':
      return dayAfter(day, -7);
    case 'Home':
      return dayAfter(day, -inWeek);
    case 'End':
      return dayAfter(day, 6 - inWeek);
    case 'PageDown':
      return monthsAfter(day, shiftKey ? 12 : 1);
    case 'PageUp':
      return monthsAfter(day, shiftKey ? -12 : -1);
    default:
      return undefined;
  }
}

import type { CalendarDay, TimeRange } from './time-range.js';
import { DAY } from './instants.js';
import { dateNamesOf, dayNamed, weekdayOf } from './wall-days.js';
import { zoneOf } from './zones.js';
import type { Zone } from './zones.js';

/** Days and months as spans of time: by the clocks of a zone, where a day may have 23 or 24.5 hours and begin at 01:00. */

/** The clocks of an IANA zone; those of UTC where there is no such zone, as everywhere times are shown. */
export function clocksOf(zone: string): Zone {
  const found = zoneOf(zone) ?? zoneOf('UTC');
  if (found === undefined) throw new RangeError('Failed to read a clock: the platform knows no UTC. Use another one.');
  return found;
}

/**
 * A day as a span: from the first instant at which the clocks show it to the last one before they first show the next, so that every
 * instant is in one day and in no other. Undefined when the text is no day, and for a day that the zone left out.
 */
export function rangeOfDay(day: CalendarDay, zone: string): TimeRange | undefined {
  const number = dayNamed(day);
  return number === undefined ? undefined : rangeOfDays(number, number + 1, zone);
}

/** All days of a month (`yyyy-mm`) as one span; undefined when the text is no month. */
export function rangeOfMonth(month: string, zone: string): TimeRange | undefined {
  const first = dayNamed(`${month}-01`);
  return first === undefined ? undefined : rangeOfDays(first, first + lengthOfMonth(first), zone);
}

/**
 * The days of a month (`yyyy-mm`) in whole weeks: four to six of them, some days at both ends are those of its neighbours. Empty when
 * the text is no month.
 * @param weekStart first day of the week, 1 = Monday to 7 = Sunday
 */
export function monthDays(month: string, weekStart: number): readonly CalendarDay[] {
  const first = dayNamed(`${month}-01`);
  if (first === undefined) return [];
  const before = (weekdayOf(first) + 8 - weekStart) % 7;
  const weeks = Math.ceil((before + lengthOfMonth(first)) / 7);
  return Array.from({ length: weeks * 7 }, (_, index) => dateNamesOf(first - before + index)[0]);
}

/** The end is the last millisecond of the span. */
function rangeOfDays(first: number, next: number, zone: string): TimeRange | undefined {
  const clocks = clocksOf(zone);
  const start = clocks.reaches(first * DAY);
  const end = clocks.reaches(next * DAY);
  return start < end ? { start, end: end - 1 } : undefined;
}

function lengthOfMonth(first: number): number {
  const date = new Date(first * DAY);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

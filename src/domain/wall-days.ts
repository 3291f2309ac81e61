import { DAY, LAST_INSTANT } from './instants.js';

/** Days of a clock on the wall, each by its number: days since 1970-01-01. What the clock shows is given as if it stood in UTC. */

const LAST_DAY = LAST_INSTANT / DAY;

/** Names of the weekdays in options, Monday first. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The day that a reading belongs to. */
export function dayOfReading(reading: number): number {
  return Math.floor(reading / DAY);
}

/** The time of day of a reading: `HH:mm`, and `HH:mm:ss` where there are seconds. */
export function timeOfReading(reading: number): string {
  const seconds = Math.floor((reading - dayOfReading(reading) * DAY) / 1000);
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => twoDigits(Math.floor(part)));
  return (seconds % 60 === 0 ? parts.slice(0, 2) : parts).join(':');
}

/** Weekday of a day: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The two names by which an option can mean a day: with its year (`2026-07-14`), and every year (`07-14`). */
export function dateNamesOf(day: number): readonly [dated: string, yearly: string] {
  const dated = new Date(Math.min(LAST_DAY, Math.max(-LAST_DAY, day)) * DAY).toISOString().slice(0, -14);
  return [dated, dated.slice(-5)];
}

/** The day of a name with its year (`2026-07-14`); undefined when the calendar has none. */
export function dayNamed(name: string): number | undefined {
  return name.length > 5 && isDateName(name) ? Date.parse(`${name}T00:00:00Z`) / DAY : undefined;
}

/** Whether a text of the form `yyyy-MM-dd` or `MM-dd` is a day that the calendar has; 29 February is one of every fourth year. */
export function isDateName(text: string): boolean {
  const match = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, year = '2000', month, day] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

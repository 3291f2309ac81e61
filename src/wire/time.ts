/** Times of the wire: ISO 8601 in UTC with a literal `Z` (GMS reference, conventions). */

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?Z$/;

/** Writes an instant as `yyyy-MM-ddTHH:mm:ss.SSSZ`. Epoch milliseconds, years 1000 to 9999. */
export function toWireTime(instant: number): string {
  return new Date(instant).toISOString();
}

/**
 * Reads a time of the wire as epoch milliseconds, with or without a fraction of a second. Anything else is no time: an offset, a
 * missing zone, a number or a day that the calendar does not have is never guessed at.
 */
export function readWireTime(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = match[7];
  const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

/** How the time of a request is read; undefined when the text is none. */
export type TimeReader = (text: string) => number | undefined;

/** Reads a time of the wire in its exact form only: with three digits for the milliseconds. */
export function readExactWireTime(text: string): number | undefined {
  return /\.\d{3}Z$/.test(text) ? readWireTime(text) : undefined;
}

/** Writes what a clock on the wall shows, given as if it stood in UTC: the same form without a zone. */
export function toLocalTime(reading: number): string {
  return new Date(reading).toISOString().slice(0, -1);
}

/** Reads what a clock on the wall shows, as if it stood in UTC; a text that names a zone is none. */
export function readLocalTime(text: string): number | undefined {
  return readWireTime(`${text}Z`);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Times of the wire: ISO 8601 in UTC with a literal `Z` (GMS reference, conventions). */

/** Writes an instant as `yyyy-MM-ddTHH:mm:ss.SSSZ`. Epoch milliseconds, years 1000 to 9999. */
export function toWireTime(instant: number): string {
  return new Date(instant).toISOString();
}

/**
 * Reads a time of the wire as epoch milliseconds, with or without a fraction of a second. Anything else is no time: an offset, a
 * missing zone, a number or a day that the calendar does not have is never guessed at.
 */
export function readWireTime(text: unknown): number | undefined {
  // Read digit by digit: a list of a hundred thousand callbacks holds twice as many times.
  if (typeof text !== 'string' || !isSeparatedLikeTime(text)) return undefined;
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const hour = numberAt(text, 11, 13);
  const minute = numberAt(text, 14, 16);
  const second = numberAt(text, 17, 19);
  const millisecond = millisecondsOf(text);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined;
  if (millisecond < 0) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
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

/** Whether everything but the digits stands where it does in `yyyy-MM-ddTHH:mm:ssZ`, or in that with one to nine digits of a fraction. */
function isSeparatedLikeTime(text: string): boolean {
  const { length } = text;
  return (
    (length === 20 || (length >= 22 && length <= 30 && text[19] === '.')) &&
    text[length - 1] === 'Z' &&
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':'
  );
}

/** The number that the digits of a piece of text make; -1 when one of them is none. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The whole milliseconds of a time's fraction; -1 when it is none. */
function millisecondsOf(text: string): number {
  const end = text.length - 1;
  if (end <= 20) return 0;
  if (end === 23) return numberAt(text, 20, 23);
  if (numberAt(text, 20, end) < 0) return -1;
  return numberAt(text.slice(20, end).padEnd(3, '0'), 0, 3);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

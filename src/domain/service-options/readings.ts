import type { Span, SpanUnit } from '../span.js';

/** How the texts of options are read. The check of a value and everybody who uses it read it here, so that they never differ. */

/** Two distances from now in minutes, the earlier one first; negative ones lie in the past. */
export interface MinutePair {
  readonly from: number;
  readonly to: number;
}

/** Reads a time in UTC such as `2026-07-04T09:44:01.000Z` as epoch milliseconds; undefined for anything else. */
export function readInstant(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(trimmed)) return undefined;
  const instant = Date.parse(trimmed);
  // A day that the calendar does not have would be read as another one.
  const isThatDay = !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 19) === trimmed.slice(0, 19);
  return isThatDay ? instant : undefined;
}

/** Minutes that nobody waits; beyond them, times are no dates any more. */
const LONGEST = 2_147_483_647;

/** Reads a whole number, also a negative one; undefined for anything else. */
export function readWhole(text: string): number | undefined {
  if (!/^\s*[-+]?\d{1,15}\s*$/.test(text)) return undefined;
  // Adding zero turns minus zero, which no setting means, into zero.
  return Number(text) + 0;
}

/** Reads `true` or `false` in any case; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

/** Reads one of some words in any case, as the words are spelled; undefined for anything else. */
export function readChoice(text: string, words: readonly string[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  return words.find((word) => word.toLowerCase() === wanted);
}

/** Reads a number and a letter of `y`, `M`, `w`, `d`, `h`, `m`: `M` is a month, `m` a minute. Undefined for anything else. */
export function readSpan(text: string): Span | undefined {
  const match = /^\s*(\d{1,6})\s*([yMwdhm])\s*$/.exec(text);
  return match === null ? undefined : { count: Number(match[1]), unit: match[2] as SpanUnit };
}

/** Reads `from,to` in whole minutes, the earlier one first; undefined for anything else. */
export function readMinutePair(text: string): MinutePair | undefined {
  const [from, to, ...others] = text.split(',').map(readWhole);
  if (from === undefined || to === undefined || others.length > 0) return undefined;
  return from <= to && from >= -LONGEST && to <= LONGEST ? { from, to } : undefined;
}

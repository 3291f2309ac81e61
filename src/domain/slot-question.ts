import { CallbackError } from './errors.js';
import type { FieldProblem } from './problems.js';
import type { TimeRange } from './time-range.js';
import { zoneOf } from './zones.js';

/** First and last instant that the wire's four-digit years can say. */
const FIRST_INSTANT = 0;
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Refuses a question for free slots that no server can answer: a range that is none, a zone that does not exist.
 * @throws CallbackError `invalid` with one problem per field.
 */
export function checkSlotQuestion(doing: string, range: TimeRange, zone: string): void {
  const problems: FieldProblem[] = [];
  const isReal = [range.start, range.end].every((time) => time >= FIRST_INSTANT && time <= LAST_INSTANT);
  if (!isReal) problems.push({ path: 'range', code: 'invalid-time' });
  else if (range.end < range.start) problems.push({ path: 'range', code: 'range-order' });
  if (zoneOf(zone) === undefined) problems.push({ path: 'zone', code: 'rejected' });
  if (problems.length === 0) return;
  const fields = problems.map(({ path }) => path).join(' and ');
  throw new CallbackError(
    'invalid',
    `Failed to ${doing}: ${fields} cannot be asked for. Use real times in order and an IANA zone.`,
    { problems },
  );
}

import { CallbackError } from './errors.js';
import { LAST_WIRE_INSTANT } from './instants.js';
import type { FieldProblem } from './problems.js';
import type { TimeRange } from './time-range.js';
import { zoneOf } from './zones.js';

/**
 * Refuses a question for free slots that no server can answer: a range that is none, a zone that does not exist.
 * @throws CallbackError `invalid` with one problem per field.
 */
export function checkSlotQuestion(doing: string, range: TimeRange, zone: string): void {
  const problems: FieldProblem[] = [];
  const isReal = [range.start, range.end].every((time) => time >= 0 && time <= LAST_WIRE_INSTANT);
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

import type { CallbackRecord } from '../domain/callback.js';
import { CallbackError } from '../domain/errors.js';
import { readRecord } from '../wire/records.js';
import { readRecordsReply } from '../wire/replies.js';
import { parseJson, unwrap } from './answers.js';
import { badResponse } from './errors.js';
import type { HttpAnswer } from './http.js';

/** Reads the answer to a query by id. @throws CallbackError `not-found`, `bad-response` */
export function readOne(doing: string, answer: HttpAnswer): CallbackRecord {
  const [raw] = unwrap(doing, answer, readRecordsReply(parseJson(doing, answer)));
  if (raw === undefined) {
    throw new CallbackError('not-found', `Failed to ${doing}: the server has none with this id. Load the list again.`);
  }
  const reading = readRecord(raw);
  if (!reading.ok) throw badResponse(doing, answer, reading.issues);
  return reading.record;
}

/**
 * Reads the answer to a query by properties. Callbacks that cannot be read are left out while others can.
 * @throws CallbackError `bad-response`, also when there are callbacks and none can be read
 */
export function readFound(doing: string, answer: HttpAnswer): readonly CallbackRecord[] {
  const readings = unwrap(doing, answer, readRecordsReply(parseJson(doing, answer))).map((raw) => readRecord(raw));
  const records = readings.flatMap((reading) => (reading.ok ? [reading.record] : []));
  const issues = readings.flatMap((reading) => (reading.ok ? [] : reading.issues));
  if (records.length === 0 && issues.length > 0) throw badResponse(doing, answer, issues);
  return records;
}

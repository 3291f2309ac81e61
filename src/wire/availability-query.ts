import { DAY } from '../domain/instants.js';
import type { FieldProblem, Reading } from '../domain/problems.js';
import { zoneOf } from '../domain/zones.js';
import type { Zone } from '../domain/zones.js';
import { readLocalTime, readWireTime, toWireTime } from './time.js';
import type { TimeReader } from './time.js';
import { readBoolean } from './values.js';

/** Questions for the free times of a service, in their two versions, and for a calendar (GMS reference, availability; office hours). */

/** What is asked. Times in epoch milliseconds; both ends belong to the span. */
export interface WireAvailabilityQuery {
  readonly start: number;
  /** Absent = the range ends where it starts. */
  readonly end?: number;
  /** At most this many slots with a place left. */
  readonly maximum?: number;
  /** Whether full slots are listed too. */
  readonly reportBusy: boolean;
  /** Zone in which the answer tells local times too, under the name it was asked by. */
  readonly zone?: string;
}

/** As many days as a question may span. */
const MAXIMUM_DAYS = 366;

/** Hours around a `timestamp` on each side: what the oldest clients show around a wish. */
const HOURS_AROUND = 5;

/** What servers may do differently. */
export interface AvailabilityReading {
  /** Hours on each side of a `timestamp`; default 5. */
  readonly hoursAround?: number;
  /** How a time in UTC is read; default with or without milliseconds. */
  readonly readTime?: TimeReader;
}

/** What is read so far, and what was wrong. */
interface QueryReader {
  readonly parameters: URLSearchParams;
  readonly problems: FieldProblem[];
  /** The first version knows neither milliseconds nor zones. */
  readonly version: 1 | 2;
  readonly readTime: TimeReader;
  /** Zone of times without `Z`. */
  readonly zone?: Zone | undefined;
}

/** Ways to say where a range begins and where it ends. */
const STARTS = ['start', 'start-ms'] as const;
const ENDS = ['end', 'end-ms', 'number-of-days'] as const;

/**
 * Reads a question of the first version: `start`, and one of `end` and `number-of-days`; or `timestamp` alone, for the hours around
 * it; and `max-time-slots`. What is empty counts as absent; what contradicts another parameter is a problem of both.
 * @param now where a range begins that does not say it, in epoch milliseconds
 */
export function readAvailabilityV1(
  parameters: URLSearchParams,
  now: number,
  { hoursAround = HOURS_AROUND, readTime: read = readWireTime }: AvailabilityReading = {},
): Reading<WireAvailabilityQuery> {
  const reader: QueryReader = { parameters, problems: [], version: 1, readTime: read };
  refuseTogether(reader, ['end', 'number-of-days']);
  const around = readTime(reader, 'timestamp');
  for (const key of ['start', 'end', 'number-of-days']) refuseTogether(reader, ['timestamp', key]);
  const span = hoursAround * 3_600_000;
  const range = around === undefined ? readRange(reader, now) : { start: around - span, end: around + span };
  return finish(reader, { ...range, ...maximumOf(reader), reportBusy: false });
}

/**
 * Reads a question of the second version: one of `start` and `start-ms`, one of `end`, `end-ms` and `number-of-days`, `max-time-slots`,
 * `timezone` and `report-busy`. A time without `Z` is one of the zone. One that the zone's clocks skip is a problem; one that they show
 * twice is the earlier at the start and the later at the end, so that the range holds both.
 * @param now where a range begins that does not say it, in epoch milliseconds
 */
export function readAvailabilityV2(
  parameters: URLSearchParams,
  now: number,
  { readTime: read = readWireTime }: AvailabilityReading = {},
): Reading<WireAvailabilityQuery> {
  const name = filled(parameters, 'timezone');
  const zone = zoneOf(name ?? 'UTC');
  const reader: QueryReader = { parameters, problems: [], version: 2, readTime: read, zone };
  if (zone === undefined) reader.problems.push({ path: 'timezone', code: 'rejected' });
  refuseTogether(reader, STARTS);
  refuseTogether(reader, ENDS);
  const busy = filled(parameters, 'report-busy');
  const reportBusy = busy === undefined ? false : readBoolean(busy);
  if (reportBusy === undefined) reader.problems.push({ path: 'report-busy', code: 'rejected' });
  const query = { ...readRange(reader, now), ...maximumOf(reader), reportBusy: reportBusy ?? false };
  return finish(reader, { ...query, ...(name !== undefined && { zone: name }) });
}

/** Reads the range of a calendar or of a capacity: `start`, and one of `end` and `number-of-days`; without an end, one instant. */
export function readCalendarQuery(
  parameters: URLSearchParams,
  now: number,
): Reading<{ readonly start: number; readonly end: number }> {
  const reader: QueryReader = { parameters, problems: [], version: 1, readTime: readWireTime };
  refuseTogether(reader, ['end', 'number-of-days']);
  const { start, end = start } = readRange(reader, now);
  if (end - start > MAXIMUM_DAYS * DAY) {
    reader.problems.push({ path: 'end', code: 'range-too-long', parameters: { limit: MAXIMUM_DAYS } });
  }
  return finish(reader, { start, end });
}

/** Writes a question of either version. The second also asks for full slots and for the local times of a zone. */
export function writeAvailabilityQuery(
  version: 1 | 2,
  { start, end, zone, reportBusy }: Omit<WireAvailabilityQuery, 'maximum'>,
): URLSearchParams {
  const parameters = new URLSearchParams({ start: toWireTime(start) });
  if (end !== undefined) parameters.set('end', toWireTime(end));
  if (version === 1) return parameters;
  if (zone !== undefined) parameters.set('timezone', zone);
  if (reportBusy) parameters.set('report-busy', 'true');
  return parameters;
}

function readRange(reader: QueryReader, now: number): { readonly start: number; readonly end?: number } {
  const start = readTime(reader, 'start') ?? readMilliseconds(reader, 'start-ms') ?? now;
  const days = readCount(reader, 'number-of-days', { least: 0, most: MAXIMUM_DAYS });
  const end =
    days === undefined ? (readTime(reader, 'end') ?? readMilliseconds(reader, 'end-ms')) : lastOf(start, days);
  if (end !== undefined && end < start) reader.problems.push({ path: endKey(reader), code: 'range-order' });
  return { start, ...(end !== undefined && { end }) };
}

/** Days of 24 hours; the first instant after them does not belong to them. No days are no end. */
function lastOf(start: number, days: number): number | undefined {
  return days === 0 ? undefined : start + days * DAY - 1;
}

function endKey(reader: QueryReader): string {
  return has(reader, 'end') ? 'end' : 'end-ms';
}

function readTime({ parameters, problems, readTime: read, zone }: QueryReader, key: string): number | undefined {
  const text = filled(parameters, key);
  if (text === undefined) return undefined;
  const time = read(text);
  const reading = time === undefined && zone !== undefined ? readLocalTime(text) : undefined;
  if (reading === undefined) {
    if (time === undefined) problems.push({ path: key, code: 'invalid-time' });
    return time;
  }
  const instants = zone?.instantsOf(reading) ?? [];
  if (instants.length === 0) problems.push({ path: key, code: 'time-gap' });
  return key === 'end' ? instants.at(-1) : instants[0];
}

function readMilliseconds(reader: QueryReader, key: string): number | undefined {
  if (reader.version === 1) return undefined;
  return readCount(reader, key, { least: 0, most: Date.UTC(9999, 11, 31) });
}

function maximumOf(reader: QueryReader): { readonly maximum?: number } {
  const maximum = readCount(reader, 'max-time-slots', { least: 1, most: 1_000_000 });
  return maximum === undefined ? {} : { maximum };
}

function readCount(
  { parameters, problems }: QueryReader,
  key: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const text = filled(parameters, key);
  if (text === undefined) return undefined;
  const number = /^[-+]?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (number === undefined) problems.push({ path: key, code: 'not-a-number' });
  else if (number < least || number > most)
    problems.push({ path: key, code: 'out-of-bounds', parameters: { least, most } });
  else return number;
  return undefined;
}

/** Parameters of which one excludes the others are a problem each when more than one is there. */
function refuseTogether(reader: QueryReader, keys: readonly string[]): void {
  const given = keys.filter((key) => has(reader, key));
  if (given.length < 2) return;
  const known = new Set(reader.problems.map(({ path }) => path));
  for (const path of given) if (!known.has(path)) reader.problems.push({ path, code: 'rejected' });
}

function has({ parameters }: QueryReader, key: string): boolean {
  return filled(parameters, key) !== undefined;
}

function filled(parameters: URLSearchParams, key: string): string | undefined {
  const text = parameters.get(key)?.trim();
  return text === '' ? undefined : text;
}

function finish<T>({ problems }: QueryReader, value: T): Reading<T> {
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

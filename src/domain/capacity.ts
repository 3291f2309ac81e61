import { DAY } from './instants.js';
import type { FieldProblem, Reading } from './problems.js';
import { filled } from './service.js';
import type { Options } from './service.js';
import { dateNamesOf, dayOfReading, isDateName, WEEKDAYS, weekdayOf } from './wall-days.js';
import { zoneOf } from './zones.js';
import type { Zone } from './zones.js';

/** Callbacks per time bucket by hour of the day, 0 to 23. An hour that is not there has none. */
export type HourlyCapacity = ReadonlyMap<number, number>;

/** How many callbacks a time bucket takes, by the clock on the wall. The number is for each bucket, not for the whole hour. */
export interface Capacity {
  readonly zone: Zone;
  /** Monday first. */
  readonly week: readonly HourlyCapacity[];
  /** Hours of single days that differ from the week's, by `yyyy-MM-dd`, or by `MM-dd` for every year. The former count first. */
  readonly exceptions: ReadonlyMap<string, HourlyCapacity>;
}

/** A span of time of one capacity, in epoch milliseconds; the end does not belong to it. */
export interface CapacityPeriod {
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
}

const HOUR = 3_600_000;

/**
 * Reads the options of a capacity service: `_timezone` (UTC when it is not set), `_capacity_1` (Monday) to `_capacity_7` as
 * `{"1":{"0900":10,"1000":8}}`, and `_capacity_add` as `[{"2026-12-24":{"0900":2}},{"12-31":{"0900":0}}]`. A day or an hour that is not
 * named takes no callback; an exception concerns the hours it names. Whatever cannot be read is a problem under the name of its option.
 */
export function readCapacity(options: Options): Reading<Capacity> {
  const problems: FieldProblem[] = [];
  const zone = zoneOf(filled(options._timezone) ?? 'UTC');
  if (zone === undefined) problems.push({ path: '_timezone', code: 'rejected' });
  const read = <T>(path: string, readValue: (value: unknown) => T | undefined): T | undefined => {
    const text = filled(options[path]);
    const value = text === undefined ? undefined : readValue(parsed(text));
    if (text !== undefined && value === undefined) problems.push({ path, code: 'rejected' });
    return value;
  };
  const week = WEEKDAYS.map((_, index) => {
    const number = String(index + 1);
    return read(`_capacity_${number}`, (value) => readDay(value, number)) ?? new Map<number, number>();
  });
  const exceptions = read('_capacity_add', readExceptions) ?? new Map<string, HourlyCapacity>();
  if (zone === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { zone, week, exceptions } };
}

/** How many callbacks the bucket takes that begins at an instant. */
export function capacityAt(capacity: Capacity, instant: number): number {
  return capacityOfReading(capacity, capacity.zone.readingAt(instant));
}

/** The capacity of the time between two instants, in order and without a hole; neighbours of the same capacity are one. */
export function* capacityPeriods(capacity: Capacity, start: number, end: number): Generator<CapacityPeriod, void> {
  let last: CapacityPeriod | undefined;
  for (const period of hourlyParts(capacity, start, end)) {
    if (last?.capacity === period.capacity) last = { ...last, end: period.end };
    else {
      if (last !== undefined) yield last;
      last = period;
    }
  }
  if (last !== undefined) yield last;
}

function* hourlyParts(capacity: Capacity, start: number, end: number): Generator<CapacityPeriod, void> {
  for (const span of capacity.zone.spans(start, end)) {
    let from = span.start;
    while (from < span.end) {
      const reading = from + span.offset;
      const to = Math.min(span.end, from + HOUR - (((reading % HOUR) + HOUR) % HOUR));
      yield { start: from, end: to, capacity: capacityOfReading(capacity, reading) };
      from = to;
    }
  }
}

function capacityOfReading({ week, exceptions }: Capacity, reading: number): number {
  const day = dayOfReading(reading);
  const hour = Math.floor((reading - day * DAY) / HOUR);
  if (exceptions.size > 0) {
    for (const name of dateNamesOf(day)) {
      const exception = exceptions.get(name)?.get(hour);
      if (exception !== undefined) return exception;
    }
  }
  return week[weekdayOf(day)]?.get(hour) ?? 0;
}

/** The hours of a weekday, which stand under its number. */
function readDay(value: unknown, number: string): HourlyCapacity | undefined {
  const members = membersOf(value);
  const [key, hours] = members?.[0] ?? [];
  return members?.length === 1 && key === number ? readHours(hours) : undefined;
}

function readExceptions(value: unknown): ReadonlyMap<string, HourlyCapacity> | undefined {
  if (!Array.isArray(value)) return undefined;
  const exceptions = new Map<string, HourlyCapacity>();
  for (const entry of value as readonly unknown[]) {
    for (const [date, members] of membersOf(entry) ?? [['', undefined]]) {
      const hours = readHours(members);
      if (hours === undefined || !isDateName(date)) return undefined;
      exceptions.set(date, new Map([...(exceptions.get(date) ?? []), ...hours]));
    }
  }
  return exceptions;
}

function readHours(value: unknown): HourlyCapacity | undefined {
  const hours = new Map<number, number>();
  for (const [key, count] of membersOf(value) ?? [['', undefined]]) {
    if (typeof count !== 'number' && typeof count !== 'string') return undefined;
    if (!/^([01]\d|2[0-3])00$/.test(key) || !/^\d{1,9}$/.test(String(count))) return undefined;
    hours.set(Number(key) / 100, Number(count));
  }
  return hours;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON is no value of any of the options.
    return undefined;
  }
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}

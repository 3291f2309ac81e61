import { DAY, MINUTE } from './instants.js';
import type { FieldProblem, Reading } from './problems.js';
import { filled } from './service.js';
import type { Options } from './service.js';
import { dateNamesOf, dayOfReading, isDateName, WEEKDAYS, weekdayOf } from './wall-days.js';
import { zoneOf } from './zones.js';
import type { Zone } from './zones.js';

/** A part of a day by the clock on the wall, in milliseconds from midnight; the end does not belong to it. */
export interface DayTimes {
  readonly from: number;
  readonly to: number;
}

/** A span of time in epoch milliseconds; the end does not belong to it. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/**
 * When somebody is there. Whether an instant is open is decided by what the clock on the wall shows then, and by nothing else: in the
 * hour that the clocks skip nothing is open, and what they show twice is open twice.
 */
export interface OfficeHours {
  readonly zone: Zone;
  /** Regular hours, Monday first. */
  readonly week: readonly (readonly DayTimes[])[];
  /** Hours besides the regular ones, by `yyyy-MM-dd`, or by `MM-dd` for every year. */
  readonly additional: ReadonlyMap<string, readonly DayTimes[]>;
  /** Days without regular hours, named in the same way. */
  readonly holidays: ReadonlySet<string>;
  /** Whether a holiday takes the additional hours of its day too; they are left when nobody says so. */
  readonly holidaysCloseAll?: boolean;
}

const TIMES = String.raw`(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})`;
const REGULAR = new RegExp(String.raw`^([a-z]{3})(?:\s*-\s*([a-z]{3}))?\s+${TIMES}$`, 'i');
const ADDITIONAL = new RegExp(String.raw`^(\S+)\s+${TIMES}$`);

/** Entries of the options, read so far. */
interface Entries {
  readonly week: DayTimes[][];
  readonly additional: Map<string, readonly DayTimes[]>;
  readonly holidays: Set<string>;
}

type ProblemOrNone = Omit<FieldProblem, 'path'> | undefined;

const READERS: readonly (readonly [key: RegExp, read: (text: string, entries: Entries) => ProblemOrNone])[] = [
  [/^_bh_regular\d*$/, readRegular],
  [/^_bh_add\d*$/, readAdditional],
  [/^_holiday\d*$/, readHoliday],
];

/**
 * Reads the options of an office-hours service: `_timezone` (UTC when it is not set), `_bh_regularN` as `Mon-Fri 08:00-20:00`,
 * `_bh_addN` as `07-14 12:00-14:30` or `2026-07-14 12:00-14:30`, `_holidayN` as `2026-07-15` or `07-15`. A day ends at `24:00`; hours
 * that go past midnight are two entries. Every entry that cannot be read is a problem under the name of its option.
 */
export function readOfficeHours(options: Options): Reading<OfficeHours> {
  const problems: FieldProblem[] = [];
  const entries: Entries = { week: WEEKDAYS.map(() => []), additional: new Map(), holidays: new Set() };
  const zone = zoneOf(filled(options._timezone) ?? 'UTC');
  if (zone === undefined) problems.push({ path: '_timezone', code: 'rejected' });
  for (const [path, text] of Object.entries(options)) {
    const read = READERS.find(([key]) => key.test(path))?.[1];
    const problem = text.trim() === '' ? undefined : read?.(text.trim(), entries);
    if (problem !== undefined) problems.push({ path, ...problem });
  }
  if (zone === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { zone, ...entries } };
}

/** Whether somebody is there at an instant. */
export function isOpenAt(hours: OfficeHours, instant: number): boolean {
  const reading = hours.zone.readingAt(instant);
  const day = dayOfReading(reading);
  const time = reading - day * DAY;
  return timesOf(hours, day).some(({ from, to }) => time >= from && time < to);
}

/** When somebody is there between two instants, in order; periods that touch are one. Made as they are asked for. */
export function* openPeriods(hours: OfficeHours, start: number, end: number): Generator<Period, void> {
  let last: Period | undefined;
  for (const period of openParts(hours, start, end)) {
    if (last?.end === period.start) last = { start: last.start, end: period.end };
    else {
      if (last !== undefined) yield last;
      last = period;
    }
  }
  if (last !== undefined) yield last;
}

/** Open times, cut at midnight and where the clocks change. */
function* openParts(hours: OfficeHours, start: number, end: number): Generator<Period, void> {
  for (const span of hours.zone.spans(start, end)) {
    const lastDay = dayOfReading(span.end + span.offset - 1);
    for (let day = dayOfReading(span.start + span.offset); day <= lastDay; day += 1) {
      const midnight = day * DAY - span.offset;
      for (const { from, to } of timesOf(hours, day)) {
        const part = { start: Math.max(span.start, midnight + from), end: Math.min(span.end, midnight + to) };
        if (part.start < part.end) yield part;
      }
    }
  }
}

/** The hours of a day, in order and without overlap. */
function timesOf(hours: OfficeHours, day: number): readonly DayTimes[] {
  const { week, additional, holidays, holidaysCloseAll = false } = hours;
  const names = dateNamesOf(day);
  const isHoliday = names.some((name) => holidays.has(name));
  if (isHoliday && holidaysCloseAll) return [];
  const regular = isHoliday ? [] : (week[weekdayOf(day)] ?? []);
  const times = [...regular, ...names.flatMap((name) => additional.get(name) ?? [])];
  return times.length < 2 ? times : merged(times);
}

function merged(times: readonly DayTimes[]): readonly DayTimes[] {
  const result: DayTimes[] = [];
  for (const next of [...times].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || next.from > last.to) result.push(next);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  }
  return result;
}

function readRegular(text: string, { week }: Entries): ProblemOrNone {
  const match = REGULAR.exec(text);
  if (match === null) return { code: 'rejected' };
  const [, first = '', last = first, from = '', to = ''] = match;
  const [begin, end] = [weekdayNamed(first), weekdayNamed(last)];
  if (begin < 0 || end < 0) return { code: 'invalid-date' };
  const times = readTimes(from, to);
  if ('code' in times) return times;
  for (let step = 0; step <= (end - begin + 7) % 7; step += 1) week[(begin + step) % 7]?.push(times);
  return undefined;
}

function readAdditional(text: string, { additional }: Entries): ProblemOrNone {
  const match = ADDITIONAL.exec(text);
  if (match === null) return { code: 'rejected' };
  const [, date = '', from = '', to = ''] = match;
  if (!isDateName(date)) return { code: 'invalid-date' };
  const times = readTimes(from, to);
  if ('code' in times) return times;
  additional.set(date, [...(additional.get(date) ?? []), times]);
  return undefined;
}

function readHoliday(text: string, { holidays }: Entries): ProblemOrNone {
  if (!isDateName(text)) return { code: 'invalid-date' };
  holidays.add(text);
  return undefined;
}

function readTimes(fromText: string, toText: string): DayTimes | NonNullable<ProblemOrNone> {
  const [from, to] = [readTime(fromText), readTime(toText)];
  if (from === undefined || to === undefined) return { code: 'invalid-time' };
  return from < to ? { from, to } : { code: 'range-order' };
}

function readTime(text: string): number | undefined {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  if (minutes > 59 || hours * 60 + minutes > 24 * 60) return undefined;
  return (hours * 60 + minutes) * MINUTE;
}

function weekdayNamed(text: string): number {
  return WEEKDAYS.findIndex((name) => name.toLowerCase() === text.toLowerCase());
}

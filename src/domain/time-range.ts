import { DateTime } from 'luxon';

/** A span of time in epoch milliseconds; both ends belong to it, as on the wire. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** The preset ranges, in the order of the selector. */
export const RANGE_PRESETS = [
  'last-24-hours',
  'last-7-days',
  'last-30-days',
  'today',
  'next-24-hours',
  'next-7-days',
  'next-30-days',
] as const;

export type RangePreset = (typeof RANGE_PRESETS)[number];

/** A calendar day as `yyyy-mm-dd`. */
export type CalendarDay = string;

/** A range set by two days; both belong to it whole. */
export interface DayRange {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** A named range relative to today: whole days from `startOffset` to `endOffset`, 0 = today. */
export interface SavedRange {
  readonly id: string;
  readonly name: string;
  readonly startOffset: number;
  readonly endOffset: number;
}

/** Longest custom range in days, both ends counted (GMS reference: the 30-day presets pass, 32 days are refused). */
export const MAXIMUM_RANGE_DAYS = 31;

const HOUR = 3_600_000;

/** Says whether a text names a preset. */
export function isRangePreset(text: string): text is RangePreset {
  return (RANGE_PRESETS as readonly string[]).includes(text);
}

/** Says whether a zone is a real IANA zone. Abbreviations and offsets such as `GMT+2` or `EST` are not: they know no summer time. */
export function isTimeZone(zone: string): boolean {
  if (zone === 'UTC') return true;
  return zone.includes('/') && DateTime.fromMillis(0, { zone }).isValid;
}

/** Exact bounds of a preset, in the given zone. Days are calendar days of that zone, so some have 23 or 25 hours. */
export function presetRange(preset: RangePreset, now: number, zone: string): TimeRange {
  const here = inZone(now, zone);
  switch (preset) {
    case 'last-24-hours':
      return { start: now - 24 * HOUR, end: now };
    case 'last-7-days':
      return { start: startOfDay(here.minus({ days: 7 })), end: now };
    case 'last-30-days':
      return { start: startOfDay(here.minus({ days: 30 })), end: now };
    case 'today':
      return { start: startOfDay(here), end: endOfDay(here) };
    case 'next-24-hours':
      return { start: now, end: now + 24 * HOUR };
    case 'next-7-days':
      return { start: now, end: endOfDay(here.plus({ days: 7 })) };
    case 'next-30-days':
      return { start: now, end: endOfDay(here.plus({ days: 30 })) };
  }
}

/** Bounds of a saved range: whole days counted from today. */
export function savedRange(saved: SavedRange, now: number, zone: string): TimeRange {
  const here = inZone(now, zone);
  return {
    start: startOfDay(here.plus({ days: saved.startOffset })),
    end: endOfDay(here.plus({ days: saved.endOffset })),
  };
}

/** Why two days are not a range. */
export type DayRangeProblem = 'invalid-date' | 'range-order' | 'range-too-long';

/** Bounds of a custom range, or why it is none. The same day at both ends is a range of one day. */
export function dayRange(days: DayRange, zone: string): TimeRange | { readonly problem: DayRangeProblem } {
  const from = DateTime.fromISO(days.from, { zone });
  const to = DateTime.fromISO(days.to, { zone });
  if (!isDay(days.from) || !isDay(days.to) || !from.isValid || !to.isValid) return { problem: 'invalid-date' };
  if (from > to) return { problem: 'range-order' };
  if (Math.round(to.startOf('day').diff(from.startOf('day'), 'days').days) + 1 > MAXIMUM_RANGE_DAYS) {
    return { problem: 'range-too-long' };
  }
  return { start: startOfDay(from), end: endOfDay(to) };
}

/** The days a range touches, to fill in the two date fields. */
export function daysOf(range: TimeRange, zone: string): DayRange {
  return { from: dayOf(range.start, zone), to: dayOf(range.end, zone) };
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: number, zone: string): CalendarDay {
  return inZone(instant, zone).toFormat('yyyy-MM-dd');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function inZone(instant: number, zone: string): DateTime {
  const time = DateTime.fromMillis(instant, { zone });
  return time.isValid ? time : DateTime.fromMillis(instant, { zone: 'UTC' });
}

function startOfDay(time: DateTime): number {
  return time.startOf('day').toMillis();
}

function endOfDay(time: DateTime): number {
  return time.endOf('day').toMillis();
}

import { DAY, MINUTE } from './instants.js';

/** Units of a span: years and months are those of the calendar, weeks to minutes have a fixed length. */
export type SpanUnit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm';

/** A stretch of time as options write it: `1M`, `2w`. */
export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

const MILLISECONDS = { w: 7 * DAY, d: DAY, h: 3_600_000, m: MINUTE } as const;

/**
 * The instant that lies a span after another one. Years and months are those of the calendar in UTC: the same day of another month, or
 * the last one when that month is shorter. Infinity where no date reaches.
 */
export function addSpan(instant: number, { count, unit }: Span): number {
  if (unit === 'y') return addMonths(instant, 12 * count);
  if (unit === 'M') return addMonths(instant, count);
  return instant + count * MILLISECONDS[unit];
}

function addMonths(instant: number, months: number): number {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Number.isNaN(date.getTime()) ? Number.POSITIVE_INFINITY : date.getTime();
}

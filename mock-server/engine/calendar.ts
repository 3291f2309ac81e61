import { SERVICE_DEFAULTS } from './defaults.js';

const MILLISECONDS: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };

/** The last moment a callback may be wished for, and the option that says so. */
export interface FutureLimit {
  readonly latest: number;
  readonly limit: string;
}

/**
 * Reads the option for the furthest desired time: a number and a letter of `y`, `M`, `w`, `d`, `h`, `m`. Years and months are those of
 * the calendar in UTC. A text that is none counts as not set.
 */
export function latestDesiredTime(now: number, option: string | undefined): FutureLimit {
  const fallback = SERVICE_DEFAULTS._reject_future_desired_time ?? '1M';
  const given = option ?? fallback;
  const latest = addSpan(now, given);
  return latest === undefined ? { latest: addSpan(now, fallback) ?? now, limit: fallback } : { latest, limit: given };
}

function addSpan(now: number, span: string): number | undefined {
  const match = /^\s*(\d{1,6})\s*([yMwdhm])\s*$/.exec(span);
  const unit = match?.[2];
  if (unit === undefined) return undefined;
  const count = Number(match?.[1]);
  if (unit === 'y') return addMonths(now, 12 * count);
  if (unit === 'M') return addMonths(now, count);
  return now + count * (MILLISECONDS[unit] ?? 0);
}

/** The same day of another month, or the last one when that month is shorter. */
function addMonths(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Number.isNaN(date.getTime()) ? Number.POSITIVE_INFINITY : date.getTime();
}

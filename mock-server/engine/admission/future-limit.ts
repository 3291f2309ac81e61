import { DAY } from '../../../src/domain/instants.js';
import type { Span } from '../../../src/domain/service-options/readings.js';
import { spanOption } from '../options/options.js';
import type { EngineSettings } from '../state/state.js';

const MILLISECONDS = { w: 7 * DAY, d: DAY, h: 3_600_000, m: 60_000 } as const;

/**
 * The last moment for which a callback of a service may be wished, in epoch milliseconds. Years and months are those of the calendar in
 * UTC (GMS reference, dates).
 */
export function latestDesiredTime(settings: EngineSettings, service: string, now: number): number {
  const span = spanOption(settings, service, '_reject_future_desired_time');
  return span === undefined ? Number.POSITIVE_INFINITY : addSpan(now, span);
}

function addSpan(now: number, { count, unit }: Span): number {
  if (unit === 'y') return addMonths(now, 12 * count);
  if (unit === 'M') return addMonths(now, count);
  return now + count * MILLISECONDS[unit];
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

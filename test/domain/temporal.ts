import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../../src/domain/schedule.js';
import type { TimeRange } from '../../src/domain/time-range.js';

/**
 * Zones, days, gaps and overlaps by Temporal: the second implementation that ours is laid beside. When clocks change, both read in the
 * table of the platform.
 */

/** The changes of clocks that are looked at lie between these instants. */
export const YEARS = { start: Date.UTC(2024, 0), end: Date.UTC(2031, 0) } as const;

/** Every zone that the platform names. */
export function everyZone(): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}

/** The instants at which the clocks of a zone change. */
export function changesOf(zone: string): readonly number[] {
  const changes: number[] = [];
  let next = zoned(YEARS.start, zone).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds < YEARS.end) {
    changes.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

/** Equal for zones whose clocks show the same from 2024 to 2030. */
export function clocksOf(zone: string): string {
  return [YEARS.start, ...changesOf(zone)].map((instant) => `${instant}${zoned(instant, zone).offset}`).join();
}

/** What the clock on the wall shows. */
export function plainOf(instant: number, zone: string): Temporal.PlainDateTime {
  return zoned(instant, zone).toPlainDateTime();
}

/** What the clock on the wall shows, as if it stood in UTC. */
export function readingAt(instant: number, zone: string): number {
  return plainOf(instant, zone).toZonedDateTime('UTC').epochMilliseconds;
}

/** Offset from UTC, as `GMT-4` or `GMT+5:30`. */
export function offsetNameAt(instant: number, zone: string): string {
  const minutes = zoned(instant, zone).offsetNanoseconds / 60e9;
  if (minutes === 0) return 'GMT';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `GMT${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** What a wall-clock time means. */
export function meaningOf(plain: Temporal.PlainDateTime, zone: string): WallTime {
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  if (earlier.epochMilliseconds === later) return { kind: 'instant', instant: later };
  // Of a time that does not exist Temporal gives the ones before and after the gap.
  const exists = earlier.toPlainDateTime().equals(plain);
  return exists ? { kind: 'overlap', earlier: earlier.epochMilliseconds, later } : { kind: 'gap' };
}

/** Whether a wall-clock time is refused unless somebody says which instant is meant. */
export function isRejected(plain: Temporal.PlainDateTime, zone: string): boolean {
  try {
    plain.toZonedDateTime(zone, { disambiguation: 'reject' });
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** The days from that of an instant to that of another, as the calendar counts them. */
export function daysBetween(from: number, to: number, zone: string): readonly string[] {
  const first = zoned(from, zone).toPlainDate();
  const { days } = first.until(zoned(to, zone).toPlainDate());
  return Array.from({ length: days + 1 }, (_, index) => first.add({ days: index }).toString());
}

/** A day from its beginning to that of the next one. */
export function dayRangeOf(day: string, zone: string): TimeRange | undefined {
  const date = Temporal.PlainDate.from(day);
  const start = date.toZonedDateTime(zone).epochMilliseconds;
  const next = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return start < next ? { start, end: next - 1 } : undefined;
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

import { DateTime } from 'luxon';

export { offsetText } from './zone-offset.js';

/** What a wall-clock time means in a zone. Never moved silently: a time that does not exist, or exists twice, says so. */
export type WallTime =
  | { readonly kind: 'instant'; readonly instant: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'overlap'; readonly earlier: number; readonly later: number }
  | { readonly kind: 'invalid' };

const HOUR = 3_600_000;

/**
 * The instant of a wall-clock time.
 * @param day calendar day as `yyyy-mm-dd`
 * @param time time of day as `HH:mm` or `HH:mm:ss`
 * @param zone IANA zone
 */
export function wallTime(day: string, time: string, zone: string): WallTime {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}(:\d{2})?$/.test(time)) return { kind: 'invalid' };
  const text = `${day}T${time}`;
  const naive = DateTime.fromISO(text, { zone: 'UTC' });
  if (!naive.isValid || !DateTime.fromMillis(0, { zone }).isValid) return { kind: 'invalid' };
  const candidates = candidateInstants(naive.toMillis(), zone);
  const [first, second] = candidates;
  if (first === undefined) return { kind: 'gap' };
  return second === undefined
    ? { kind: 'instant', instant: first }
    : { kind: 'overlap', earlier: first, later: second };
}

/** The wall-clock day and time of an instant in a zone, as two form fields want them. */
export function toWallTime(instant: number, zone: string): { readonly day: string; readonly time: string } {
  const local = DateTime.fromMillis(instant, { zone });
  return { day: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
}

/** Offset of a zone from UTC at an instant, in minutes east. */
export function offsetAt(instant: number, zone: string): number {
  return DateTime.fromMillis(instant, { zone }).offset;
}

/** Instants whose wall clock in the zone shows the given reading, in order: none in a gap, two in an overlap. */
function candidateInstants(reading: number, zone: string): readonly number[] {
  const offsets = new Set<number>();
  for (const probe of [reading - 26 * HOUR, reading, reading + 26 * HOUR]) {
    for (let step = -3; step <= 3; step += 1) offsets.add(offsetAt(probe + step * HOUR, zone));
  }
  return [...offsets]
    .map((offset) => reading - offset * 60_000)
    .filter((instant) => instant + offsetAt(instant, zone) * 60_000 === reading)
    .sort((a, b) => a - b);
}

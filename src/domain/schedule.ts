import { DAY, MINUTE } from './instants.js';
import { dateNamesOf, dayNamed, dayOfReading, timeOfReading } from './wall-days.js';
import { clocksOf } from './zone-days.js';
import { zoneOf } from './zones.js';

/** What a wall-clock time means in a zone. Never moved silently: a time that does not exist, or exists twice, says so. */
export type WallTime =
  | { readonly kind: 'instant'; readonly instant: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'overlap'; readonly earlier: number; readonly later: number }
  | { readonly kind: 'invalid' };

/**
 * The instant of a wall-clock time.
 * @param day calendar day as `yyyy-mm-dd`
 * @param time time of day as `HH:mm` or `HH:mm:ss`
 * @param zone IANA zone
 */
export function wallTime(day: string, time: string, zone: string): WallTime {
  const clocks = zoneOf(zone);
  const reading = readingOf(day, time);
  if (clocks === undefined || reading === undefined) return { kind: 'invalid' };
  const [first, second] = clocks.instantsOf(reading);
  if (first === undefined) return { kind: 'gap' };
  return second === undefined
    ? { kind: 'instant', instant: first }
    : { kind: 'overlap', earlier: first, later: second };
}

/** The wall-clock day and time of an instant in a zone, as two form fields want them; in UTC where there is no such zone. */
export function toWallTime(instant: number, zone: string): { readonly day: string; readonly time: string } {
  const reading = clocksOf(zone).readingAt(instant);
  return { day: dateNamesOf(dayOfReading(reading))[0], time: timeOfReading(reading).slice(0, 5) };
}

/** Offset of a zone from UTC at an instant, in minutes east; 0 where there is no such zone. */
export function offsetAt(instant: number, zone: string): number {
  return clocksOf(zone).offsetAt(instant) / MINUTE;
}

/** What a clock shows, as if it stood in UTC; undefined for a day or a time of day that does not exist. */
function readingOf(day: string, time: string): number | undefined {
  const number = dayNamed(day);
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time);
  if (number === undefined || match === null) return undefined;
  const [, hours, minutes, seconds = '0'] = match;
  return number * DAY + (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
}

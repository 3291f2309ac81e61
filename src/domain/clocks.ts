import { MINUTE } from './instants.js';
import type { CalendarDay } from './time-range.js';
import { dateNamesOf, dayOfReading, timeOfReading } from './wall-days.js';
import { clocksOf } from './zone-days.js';

/** What the clock on a wall shows at an instant. */
export interface ClockReading {
  /** `yyyy-mm-dd`. */
  readonly day: CalendarDay;
  /** `HH:mm`, with seconds only where there are some. */
  readonly time: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** How many days ahead of the other clock this one is: 1 = its next day, -1 = the day before; 0 = the same day. */
  readonly dayShift: number;
}

/** Hours in which nobody is to be woken: before the first and from the second on. */
const DAYTIME = { from: '08:00', to: '21:00' } as const;

/**
 * What the clock of a zone shows at an instant, in epoch milliseconds; that of UTC where there is no such zone.
 * @param beside IANA zone of the clock that stands beside it
 */
export function clockReading(instant: number, zone: string, beside = zone): ClockReading {
  const clocks = clocksOf(zone);
  const reading = clocks.readingAt(instant);
  const day = dayOfReading(reading);
  return {
    day: dateNamesOf(day)[0],
    time: timeOfReading(reading),
    offset: clocks.offsetAt(instant) / MINUTE,
    dayShift: day - dayOfReading(clocksOf(beside).readingAt(instant)),
  };
}

/** Whether it is night where the customer is: before 08:00 or from 21:00 on. Instant in epoch milliseconds, IANA zone. */
export function isUncivil(instant: number, zone: string): boolean {
  const { time } = clockReading(instant, zone);
  return time < DAYTIME.from || time >= DAYTIME.to;
}

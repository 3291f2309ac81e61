import { Temporal } from 'temporal-polyfill';

/** An instant as the wire has it. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** A time as the wall clock of a zone shows it, `14:45`. */
export function timeIn(instant: number, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** How the name of a day in the calendar begins. */
export function dayNamed(instant: number, zone: string): RegExp {
  const words = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: zone }).format(instant);
  return new RegExp(`^${words}(:|$)`);
}

/** How the name of a slot begins, with its distance from UTC where that tells it from another. */
export function slotNamed(instant: number, zone: string, withOffset = false): RegExp {
  const time = timeIn(instant, zone);
  return withOffset
    ? new RegExp(`^${time} ${offsetIn(instant, zone).replace('+', '\\+')}\\b`)
    : new RegExp(`^${time} `);
}

/** How far a zone is from UTC then, as people in en-US read it: `GMT+10:30`. */
export function offsetIn(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The instants of a day in a zone at which a half hour begins on its clock. */
export function halfHoursOf(day: string, zone: string): readonly number[] {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  const end = start.add({ days: 1 });
  const halfHours: number[] = [];
  for (let at = start; Temporal.ZonedDateTime.compare(at, end) < 0; at = at.add({ minutes: 30 })) {
    halfHours.push(at.epochMilliseconds);
  }
  return halfHours;
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

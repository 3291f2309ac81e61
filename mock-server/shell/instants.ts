import { readWireTime } from '../../src/wire/time.js';
import { isInstant } from './time-travel/clock-change.js';

/** What whoever controls the mock may write where an instant belongs. */
export const INSTANT =
  'a time with its zone such as "2026-07-04T09:44:01Z" or "2026-07-04T11:44:01+02:00", or epoch milliseconds';

/** Minutes and seconds may be all there is; without its zone a time would mean another instant on every machine. */
const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Reads an instant, from ISO text with a zone or from epoch milliseconds, as epoch milliseconds; undefined when it is none. */
export function readInstant(value: unknown): number | undefined {
  const instant = typeof value === 'string' ? parsed(value) : value;
  return typeof instant === 'number' && isInstant(instant) ? instant : undefined;
}

function parsed(text: string): number | undefined {
  const [found, minute, second = ':00', sign, hours, minutes] = FORM.exec(text) ?? [];
  const local = found === undefined ? undefined : readWireTime(`${minute ?? ''}${second}Z`);
  if (local === undefined || sign === undefined) return local;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '+' ? local - offset : local + offset;
}

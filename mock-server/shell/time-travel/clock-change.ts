import { misuse } from '../misuse.js';

/**
 * What to do to the clock: exactly one of these. `advance` in seconds, `now` as ISO text with a zone or in epoch milliseconds, `rate` in
 * virtual seconds per second, `step` in instants at which something happens.
 */
export type ClockChange<Instant = string | number> =
  | { readonly advance: number }
  | { readonly now: Instant }
  | { readonly rate: number }
  | { readonly step: number }
  | { readonly pause: true }
  | { readonly play: true };

/** Ten years in seconds: further than that a clock is not moved in one go. */
export const LONGEST_ADVANCE = 10 * 366 * 86_400;
const HIGHEST_RATE = 86_400;

/** The rates there are. */
export const RATE = `a number: 0 stops the clock, 1 is real time, ${HIGHEST_RATE} is the most`;
const MOST_STEPS = 10_000;
const LAST_INSTANT = Date.UTC(9000, 0, 1);

/**
 * Where a change takes the clock, in epoch milliseconds.
 * @throws CallbackError `misuse` when that is too far, or lies before the present moment.
 */
export function targetOf(change: { readonly advance: number } | { readonly now: number }, now: number): number {
  if ('advance' in change) {
    const { advance } = change;
    if (advance >= 0 && advance <= LONGEST_ADVANCE) return now + Math.round(advance * 1000);
    throw misuse('move the clock', `advance is ${advance}. Use seconds from 0 to ${LONGEST_ADVANCE}`);
  }
  if (change.now > now + LONGEST_ADVANCE * 1000)
    throw misuse('move the clock', 'now is more than ten years ahead. Reset with now');
  if (change.now >= now) return change.now;
  const present = new Date(now).toISOString();
  throw misuse(
    'move the clock',
    `now lies before the mock's time ${present}, and time never goes back. Reset with now`,
  );
}

/** @throws CallbackError `misuse` when no clock runs at this rate. */
export function checkRate(rate: number): void {
  if (isRate(rate)) return;
  throw misuse('set the rate of the clock', `rate is ${rate}. Use ${RATE}`);
}

/** @throws CallbackError `misuse` when so many steps cannot be made. */
export function checkSteps(step: number): void {
  if (Number.isInteger(step) && step >= 1 && step <= MOST_STEPS) return;
  throw misuse('step the clock', `step is ${step}. Use a whole number from 1 to ${MOST_STEPS}`);
}

export function isRate(rate: number): boolean {
  return rate >= 0 && rate <= HIGHEST_RATE;
}

export function isInstant(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LAST_INSTANT;
}

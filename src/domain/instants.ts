/** A minute in milliseconds. */
export const MINUTE = 60_000;

/** A day in milliseconds, where no clock changes. */
export const DAY = 86_400_000;

/** No calendar goes further in either direction, in epoch milliseconds. */
export const LAST_INSTANT = 8.64e15;

/** The last instant that the four-digit years of the wire can say, in epoch milliseconds. */
export const LAST_WIRE_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Whether two instants, in epoch milliseconds, lie in the same second, the finest that every server keeps. */
export function isSameSecond(one: number, other: number): boolean {
  return Math.floor(one / 1000) === Math.floor(other / 1000);
}

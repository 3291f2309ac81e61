import type { Fault } from './fault.js';
import { Faults } from './faults.js';
import type { FaultPosition } from './faults.js';

/** Faults as they stand, as plain data. Without a position they are at their beginning. */
export interface KeptFaults {
  readonly list: readonly unknown[];
  /** How far each has come. */
  readonly position?: unknown;
}

/** Writes down the faults and where they stand. */
export function keptFaults(faults: Faults): Required<KeptFaults> {
  const list = faults.list().map(({ fired: _fired, ...fault }) => fault);
  return { list, position: faults.position() };
}

/**
 * Lets faults that were written down take the place of others.
 * @throws CallbackError `misuse` when they cannot be read, and those that were there stay.
 */
export function useFaults(faults: Faults, { list, position }: KeptFaults, seed: number): void {
  const next = new Faults(seed);
  if (position === undefined) next.replace(list as readonly Fault[]);
  else next.restore(list, position);
  faults.restore(next.list(), next.position());
}

/** How a list of faults came to be. */
export interface FaultCourse {
  /** The faults at the beginning. */
  readonly begun: KeptFaults;
  /** Every list that was set since, in order. */
  readonly set: readonly (readonly unknown[])[];
  readonly seed: number;
}

/** The faults a course leads to when no request meets them. */
export function faultsAfter({ begun, set }: FaultCourse): KeptFaults {
  const list = set.at(-1);
  return list === undefined ? begun : { list };
}

/**
 * Whether a course can have led to the faults. Requests are no part of it, so what can be said of the position is that no fault has
 * struck oftener than it may, and that chance stands where it began as long as no fault draws from it.
 */
export function canHaveLedTo(course: FaultCourse, end: KeptFaults): boolean {
  const begun = standing(course.begun, course.seed);
  const expected = standing(faultsAfter(course), course.seed);
  const ended = standing(end, course.seed);
  if (!isDeepEqual(ended.list, expected.list)) return false;
  if (end.position === undefined) return true;
  const isFair = ended.position.counts.every(({ met, fired }, index) => {
    const { skip = 0, times = Number.POSITIVE_INFINITY } = ended.list[index] ?? {};
    const since = expected.position.counts[index];
    return (
      met >= (since?.met ?? 0) && fired >= (since?.fired ?? 0) && fired <= Math.min(times, Math.max(0, met - skip))
    );
  });
  const draws = [begun.list, ...course.set].flat().some((fault) => (fault as Fault).probability !== undefined);
  return isFair && (draws || isDeepEqual(ended.position.random, begun.position.random));
}

function standing(
  kept: KeptFaults,
  seed: number,
): { readonly list: readonly Fault[]; readonly position: FaultPosition } {
  const faults = new Faults(seed);
  useFaults(faults, kept, seed);
  return { list: faults.list().map(({ fired: _fired, ...fault }) => fault), position: faults.position() };
}

/** Both were read the same way, so their members stand in the same order. */
function isDeepEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

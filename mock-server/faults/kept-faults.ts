import type { Fault } from './fault.js';
import { Faults } from './faults.js';

/** Faults as they stand, as plain data. Without a position they are at their beginning. */
interface KeptFaults {
  readonly list: readonly unknown[];
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

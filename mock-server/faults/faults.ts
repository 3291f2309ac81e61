import { CallbackError } from '../../src/domain/errors.js';
import { Random, seededRandom } from '../engine/state/random.js';
import type { RandomState } from '../engine/state/random.js';
import { isCompanion } from './fault.js';
import type { CountedFault, Fault } from './fault.js';
import { pathTest } from './path-pattern.js';
import type { PathTest } from './path-pattern.js';
import { readFaults } from './read-faults.js';

/** Where the faults stand, as plain data: with it they go on as if nothing had been between. */
export interface FaultPosition {
  readonly random: RandomState;
  /** For each fault of the list: requests it met, and those it struck. */
  readonly counts: readonly { readonly met: number; readonly fired: number }[];
}

interface Armed {
  readonly fault: Fault;
  readonly isPath: PathTest;
  met: number;
  fired: number;
}

/** Keeps the draws of faults apart from those of the engine, which begin at the same seed. */
const SALT = 0x00fa_0175;

/**
 * The faults of a mock: which there are, and which of them strike a request. They are no part of the engine's state: they move neither
 * its hash nor its chance, and draw from a sequence of their own that begins at the same seed.
 */
export class Faults {
  #armed: readonly Armed[] = [];
  #random: Random;
  readonly #waiting = new Set<() => void>();

  constructor(seed: number) {
    this.#random = startOf(seed);
  }

  /**
   * Calls back as soon as another list takes the place of this one: nobody waits any longer for what is no more. The returned function
   * gives up waiting.
   */
  whenReplaced(call: () => void): () => void {
    this.#waiting.add(call);
    return () => this.#waiting.delete(call);
  }

  /** The list as it was set, each fault with how often it has struck. */
  list(): readonly CountedFault[] {
    return this.#armed.map(({ fault, fired }) => ({ ...fault, fired }));
  }

  /**
   * Sets the list and counts anew. The draws go on where they stand.
   * @throws CallbackError `misuse` that names the entry and the field, and nothing changes.
   */
  replace(faults: readonly Fault[]): void {
    this.#arm(readFaults(faults));
  }

  /** Forgets every fault and begins the draws at a seed. */
  reset(seed: number): void {
    this.#arm([]);
    this.#random = startOf(seed);
  }

  /** Where the faults stand. */
  position(): FaultPosition {
    return { random: this.#random.state, counts: this.#armed.map(({ met, fired }) => ({ met, fired })) };
  }

  /**
   * Goes on with a list at a position.
   * @throws CallbackError `misuse` when one of them cannot be read or they do not belong together, and nothing changes.
   */
  restore(faults: unknown, position: unknown): void {
    const list = readFaults(faults);
    if (!isPosition(position, list.length)) {
      throw new CallbackError(
        'misuse',
        'Failed to restore the faults: where they stood does not fit them. Use a snapshot as it was taken.',
      );
    }
    this.#arm(list, position);
    this.#random = new Random(position.random);
  }

  /**
   * The faults that strike a request: at most one that decides the answer, the first of the list, and all those that go with another.
   * They count as having struck.
   * @param path without its query
   */
  strike(method: string, path: string): readonly Fault[] {
    const struck: Fault[] = [];
    let isDecided = false;
    for (const armed of this.#armed) {
      const isDeciding = !isCompanion(armed.fault);
      if ((isDecided && isDeciding) || !this.#strikes(armed, method, path)) continue;
      struck.push(armed.fault);
      isDecided ||= isDeciding;
    }
    return struck;
  }

  #strikes(armed: Armed, method: string, path: string): boolean {
    const { fault, isPath } = armed;
    if (fault.method?.includes(method) === false || !isPath(path)) return false;
    armed.met += 1;
    if (armed.met <= (fault.skip ?? 0) || armed.fired >= (fault.times ?? Number.POSITIVE_INFINITY)) return false;
    if (fault.probability !== undefined && this.#random.fraction() >= fault.probability) return false;
    armed.fired += 1;
    return true;
  }

  #arm(faults: readonly Fault[], position?: FaultPosition): void {
    this.#armed = faults.map((fault, index) => ({
      fault,
      isPath: pathTest(fault.path ?? '**'),
      ...(position?.counts[index] ?? { met: 0, fired: 0 }),
    }));
    for (const call of [...this.#waiting]) call();
  }
}

function startOf(seed: number): Random {
  return new Random(seededRandom(seed ^ SALT));
}

function isPosition(value: unknown, length: number): value is FaultPosition {
  const { random, counts } = (value ?? {}) as Partial<Record<keyof FaultPosition, unknown>>;
  if (!Array.isArray(random) || random.length !== 4 || !random.every(Number.isInteger)) return false;
  return Array.isArray(counts) && counts.length === length && counts.every(isCount);
}

function isCount(value: unknown): boolean {
  const { met, fired } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(met) && Number.isSafeInteger(fired) && Number(met) >= Number(fired) && Number(fired) >= 0;
}

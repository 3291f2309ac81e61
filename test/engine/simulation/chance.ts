import { Random, seededRandom } from '../../../mock-server/engine/state/random.js';

/** Chance of a simulation: the same seed draws the same. */
export class Chance {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seededRandom(seed));
  }

  /** A whole number from the first to the last, both included. */
  between(first: number, last: number): number {
    return first + this.#random.below(last - first + 1);
  }

  /** True with a probability from 0 to 1. */
  is(probability: number): boolean {
    return this.#random.fraction() < probability;
  }

  /** One of the values, which must not be none. */
  pick<T>(values: readonly T[]): T {
    const value = values[this.#random.below(values.length)];
    if (values.length === 0) throw new Error('Failed to pick a value: there is none. Give one at least.');
    return value as T;
  }

  /** Each of the values with a probability, in their order. */
  some<T>(values: readonly T[], probability: number): readonly T[] {
    return values.filter(() => this.is(probability));
  }

  /** A key by its weight; a weight of 0 is never drawn. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.#random.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** The seed of a chance of its own. */
  seed(): number {
    return this.#random.below(0x7fff_ffff);
  }
}

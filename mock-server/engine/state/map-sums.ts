import type { PersistentMap } from './persistent-map.js';

/** Two words of 32 bits. */
export type Lanes = readonly [number, number];

/**
 * Sums of the digests of a map's entries: a sum does not know their order. That of a map is remembered as long as the map is, and from
 * one map it is carried over to the next, so that only what changed is read.
 */
export class MapSums<V> {
  readonly #digestOf: (key: string, value: V) => Lanes;
  readonly #known = new WeakMap<PersistentMap<V>, Lanes>();

  constructor(digestOf: (key: string, value: V) => Lanes) {
    this.#digestOf = digestOf;
  }

  of(map: PersistentMap<V>): Lanes {
    let sum = this.#known.get(map);
    if (sum === undefined) {
      sum = [0, 0];
      for (const [key, value] of map) sum = added(sum, this.#digestOf(key, value), 1);
      this.#known.set(map, sum);
    }
    return sum;
  }

  /** Finds the sum of a map by that of an earlier one, when the latter is known. */
  carry(from: PersistentMap<V>, to: PersistentMap<V>): void {
    let sum = this.#known.get(from);
    if (sum === undefined || from === to) return;
    for (const { key, before, after } of to.changesSince(from)) {
      if (before !== undefined) sum = added(sum, this.#digestOf(key, before), -1);
      if (after !== undefined) sum = added(sum, this.#digestOf(key, after), 1);
    }
    this.#known.set(to, sum);
  }
}

function added([high, low]: Lanes, digest: Lanes, sign: 1 | -1): Lanes {
  return [(high + sign * digest[0]) >>> 0, (low + sign * digest[1]) >>> 0];
}

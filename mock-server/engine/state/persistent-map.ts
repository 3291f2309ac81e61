import { entriesOf, entryIn, withEntry, withoutEntry } from './search-tree.js';
import type { Tree } from './search-tree.js';

/** Bits of a key's hash by which each level of the tree branches; three levels lead to 32,768 places. */
const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

/** The entries whose keys lead to the same place; seldom more than a few, and never slow however many. */
type Place<V> = Tree<string, V>;
type Twig<V> = Place<V>[];
type Branch<V> = (Twig<V> | undefined)[];
type Trunk<V> = (Branch<V> | undefined)[];

/** What has become of a key from one map to another; undefined where a map does not have it. */
export interface EntryChange<V> {
  readonly key: string;
  readonly before: V | undefined;
  readonly after: V | undefined;
}

/**
 * A map of which many versions can be kept at little cost: a changed copy shares with the original whatever did not change. It is
 * either finished, and then never changes again, or an edition in the making. Entries come in an order that depends on their keys and
 * on nothing else.
 */
export class PersistentMap<V> implements ReadonlyMap<string, V> {
  readonly #trunk: Trunk<V>;
  #size: number;
  /** Parts of the tree that belong to this edition alone; undefined once it is finished. */
  #own: Set<Branch<V> | Twig<V>> | undefined = new Set();

  private constructor(trunk: Trunk<V>, size: number) {
    this.#trunk = trunk;
    this.#size = size;
  }

  /** A finished map with these entries; of two with the same key the last one counts. */
  static of<V>(entries: Iterable<readonly [string, V]> = []): PersistentMap<V> {
    if (entries instanceof PersistentMap) return entries as PersistentMap<V>;
    const made = new PersistentMap<V>(emptyPart(), 0);
    for (const [key, value] of entries) made.set(key, value);
    return made.finish();
  }

  /** A copy that can be changed. */
  edit(): PersistentMap<V> {
    return new PersistentMap([...this.#trunk], this.#size);
  }

  /** Ends the changes: from now on this map stays as it is. */
  finish(): this {
    this.#own = undefined;
    return this;
  }

  /** A finished map with an entry more, or with another value for its key. */
  with(key: string, value: V): PersistentMap<V> {
    const copy = this.edit();
    copy.set(key, value);
    return copy.finish();
  }

  /** A finished map without a key. */
  without(key: string): PersistentMap<V> {
    const copy = this.edit();
    copy.delete(key);
    return copy.finish();
  }

  /** @throws an error when the map is finished. */
  set(key: string, value: V): void {
    const index = placeOf(key);
    const twig = this.#twigForWriting(index);
    const place = twig[index & MASK];
    if (entryIn(place, key) === undefined) this.#size += 1;
    twig[index & MASK] = withEntry(place, key, value);
  }

  /** @throws an error when the map is finished. */
  delete(key: string): void {
    if (!this.has(key)) return;
    const index = placeOf(key);
    const twig = this.#twigForWriting(index);
    twig[index & MASK] = withoutEntry(twig[index & MASK], key);
    this.#size -= 1;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    return this.#entryOf(key)?.value;
  }

  has(key: string): boolean {
    return this.#entryOf(key) !== undefined;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const place of this.#places()) for (const { key, value } of entriesOf(place)) visit(value, key, this);
  }

  *entries(): MapIterator<[string, V]> {
    for (const place of this.#places()) for (const { key, value } of entriesOf(place)) yield [key, value];
  }

  *keys(): MapIterator<string> {
    for (const place of this.#places()) for (const { key } of entriesOf(place)) yield key;
  }

  *values(): MapIterator<V> {
    for (const place of this.#places()) for (const { value } of entriesOf(place)) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  /** Where this map differs from an earlier one. What both have in common is not looked at, so that a small change is found at once. */
  *changesSince(earlier: PersistentMap<V>): Generator<EntryChange<V>, undefined> {
    for (const [before, after] of differences(earlier.#trunk, this.#trunk)) {
      for (const [twigBefore, twigAfter] of differences(before ?? [], after ?? [])) {
        for (const [placeBefore, placeAfter] of differences(twigBefore ?? [], twigAfter ?? [])) {
          yield* changesBetween(placeBefore, placeAfter);
        }
      }
    }
    return undefined;
  }

  *#places(): Generator<Place<V>, undefined> {
    for (const branch of this.#trunk) {
      if (branch === undefined) continue;
      for (const twig of branch) {
        if (twig === undefined) continue;
        for (const place of twig) if (place !== undefined) yield place;
      }
    }
    return undefined;
  }

  #entryOf(key: string): Place<V> {
    const index = placeOf(key);
    return entryIn(this.#trunk[index >>> (2 * BITS)]?.[(index >>> BITS) & MASK]?.[index & MASK], key);
  }

  #twigForWriting(index: number): Twig<V> {
    if (this.#own === undefined) throw new Error('Failed to change a map: it is finished. Change an edition of it.');
    const branch = ownPart(this.#own, this.#trunk, index >>> (2 * BITS));
    return ownPart(this.#own, branch, (index >>> BITS) & MASK);
  }
}

/** The part of a part that belongs to an edition alone: as it is, copied, or new. */
function ownPart<P extends unknown[]>(own: Set<unknown>, parts: (P | undefined)[], index: number): P {
  const part = parts[index];
  if (part !== undefined && own.has(part)) return part;
  const copy = (part === undefined ? emptyPart() : [...part]) as P;
  own.add(copy);
  parts[index] = copy;
  return copy;
}

function emptyPart<T>(): (T | undefined)[] {
  return new Array<T | undefined>(WIDTH).fill(undefined);
}

/** The members of two lists that are not the same, in pairs. */
function* differences<T>(
  before: readonly T[],
  after: readonly T[],
): Generator<readonly [T | undefined, T | undefined], undefined> {
  for (let index = 0; index < WIDTH; index += 1) {
    if (before[index] !== after[index]) yield [before[index], after[index]];
  }
  return undefined;
}

function* changesBetween<V>(before: Place<V>, after: Place<V>): Generator<EntryChange<V>, undefined> {
  for (const { key, value } of entriesOf(before)) {
    const now = entryIn(after, key)?.value;
    if (now !== value) yield { key, before: value, after: now };
  }
  for (const { key, value } of entriesOf(after)) {
    if (entryIn(before, key) === undefined) yield { key, before: undefined, after: value };
  }
  return undefined;
}

/** A number below 32,768 for a key. Every character counts: keys may begin and end alike. */
export function placeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - 3 * BITS);
}

/** Bits of a key's hash by which each level of the tree branches; three levels lead to 32,768 chains. */
const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

/** Characters at the end of a key that decide its place: ids and numbers differ there. */
const SIGNIFICANT = 8;

/** An entry and those of greater keys in the same place. Never changed, so that any number of maps may hold it. */
interface Link<V> {
  readonly key: string;
  readonly value: V;
  readonly next: Link<V> | undefined;
}

type Chain<V> = Link<V> | undefined;
type Twig<V> = Chain<V>[];
type Branch<V> = (Twig<V> | undefined)[];
type Trunk<V> = (Branch<V> | undefined)[];

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

  /** @throws an error when the map is finished. */
  set(key: string, value: V): void {
    const place = placeOf(key);
    const twig = this.#twigForWriting(place);
    const chain = twig[place & MASK];
    if (linkOf(chain, key) === undefined) this.#size += 1;
    twig[place & MASK] = withEntry(chain, key, value);
  }

  /** @throws an error when the map is finished. */
  delete(key: string): void {
    if (!this.has(key)) return;
    const place = placeOf(key);
    const twig = this.#twigForWriting(place);
    twig[place & MASK] = withoutEntry(twig[place & MASK], key);
    this.#size -= 1;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    return this.#linkOf(key)?.value;
  }

  has(key: string): boolean {
    return this.#linkOf(key) !== undefined;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const { key, value } of this.#links()) visit(value, key, this);
  }

  *entries(): MapIterator<[string, V]> {
    for (const { key, value } of this.#links()) yield [key, value];
  }

  *keys(): MapIterator<string> {
    for (const { key } of this.#links()) yield key;
  }

  *values(): MapIterator<V> {
    for (const { value } of this.#links()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  *#links(): Generator<Link<V>, undefined> {
    for (const branch of this.#trunk) {
      if (branch === undefined) continue;
      for (const twig of branch) {
        if (twig === undefined) continue;
        for (const chain of twig) for (let link = chain; link !== undefined; link = link.next) yield link;
      }
    }
    return undefined;
  }

  #linkOf(key: string): Link<V> | undefined {
    const place = placeOf(key);
    return linkOf(this.#trunk[place >>> (2 * BITS)]?.[(place >>> BITS) & MASK]?.[place & MASK], key);
  }

  #twigForWriting(place: number): Twig<V> {
    if (this.#own === undefined) throw new Error('Failed to change a map: it is finished. Change an edition of it.');
    const branch = ownPart(this.#own, this.#trunk, place >>> (2 * BITS));
    return ownPart(this.#own, branch, (place >>> BITS) & MASK);
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

function linkOf<V>(chain: Chain<V>, key: string): Link<V> | undefined {
  let link = chain;
  while (link !== undefined && link.key !== key) link = link.next;
  return link;
}

/** A chain with an entry in its place among the keys, or in the place of the one with its key. */
function withEntry<V>(chain: Chain<V>, key: string, value: V): Link<V> {
  if (chain === undefined || key < chain.key) return { key, value, next: chain };
  if (key === chain.key) return { key, value, next: chain.next };
  return { ...chain, next: withEntry(chain.next, key, value) };
}

function withoutEntry<V>(chain: Chain<V>, key: string): Chain<V> {
  if (chain === undefined) return undefined;
  return chain.key === key ? chain.next : { ...chain, next: withoutEntry(chain.next, key) };
}

/** A number below 32,768 for a key. */
function placeOf(key: string): number {
  let hash = 0;
  for (let index = Math.max(0, key.length - SIGNIFICANT); index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 17) ^ hash) & (WIDTH ** 3 - 1);
}

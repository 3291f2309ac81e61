/** Parts of a map. A change copies the parts it touches and nothing else. */
const SHARDS = 1024;

/** Characters at the end of a key that decide its part: ids and numbers differ there. */
const SIGNIFICANT = 8;

/**
 * A map of which many versions can be kept at little cost: a changed copy shares with the original whatever did not change. It is
 * either finished, and then never changes again, or an edition in the making. Entries come in an order that depends on their keys and
 * on nothing else but the order in which those of the same part were put in.
 */
export class PersistentMap<V> implements ReadonlyMap<string, V> {
  readonly #shards: (ReadonlyMap<string, V> | undefined)[];
  #size: number;
  /** Parts that belong to this edition alone; undefined once it is finished. */
  #own: Map<number, Map<string, V>> | undefined;

  private constructor(shards: (ReadonlyMap<string, V> | undefined)[], size: number) {
    this.#shards = shards;
    this.#size = size;
    this.#own = new Map();
  }

  /** A finished map with these entries; of two with the same key the last one counts. */
  static of<V>(entries: Iterable<readonly [string, V]> = []): PersistentMap<V> {
    if (entries instanceof PersistentMap) return entries as PersistentMap<V>;
    const made = new PersistentMap<V>(new Array<ReadonlyMap<string, V> | undefined>(SHARDS), 0);
    for (const [key, value] of entries) made.set(key, value);
    return made.finish();
  }

  /** A copy that can be changed. */
  edit(): PersistentMap<V> {
    return new PersistentMap([...this.#shards], this.#size);
  }

  /** Ends the changes: from now on this map stays as it is. */
  finish(): this {
    this.#own = undefined;
    return this;
  }

  /** @throws an error when the map is finished. */
  set(key: string, value: V): void {
    const shard = this.#shardForWriting(key);
    if (!shard.has(key)) this.#size += 1;
    shard.set(key, value);
  }

  /** @throws an error when the map is finished. */
  delete(key: string): void {
    if (!this.has(key)) return;
    this.#shardForWriting(key).delete(key);
    this.#size -= 1;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#shards[shardOf(key)]?.has(key) === true;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const shard of this.#shards) shard?.forEach((value, key) => visit(value, key, this));
  }

  *entries(): MapIterator<[string, V]> {
    for (const shard of this.#shards) if (shard !== undefined) yield* shard.entries();
  }

  *keys(): MapIterator<string> {
    for (const shard of this.#shards) if (shard !== undefined) yield* shard.keys();
  }

  *values(): MapIterator<V> {
    for (const shard of this.#shards) if (shard !== undefined) for (const value of shard.values()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  #shardForWriting(key: string): Map<string, V> {
    if (this.#own === undefined) throw new Error('Failed to change a map: it is finished. Change an edition of it.');
    const index = shardOf(key);
    let shard = this.#own.get(index);
    if (shard === undefined) {
      shard = new Map(this.#shards[index]);
      this.#own.set(index, shard);
      this.#shards[index] = shard;
    }
    return shard;
  }
}

function shardOf(key: string): number {
  let hash = 0;
  for (let index = Math.max(0, key.length - SIGNIFICANT); index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 15) ^ hash) & (SHARDS - 1);
}

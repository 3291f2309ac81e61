import type { RecordStore } from './record-store.js';
import { PIECE } from './work.js';
import type { Work } from './work.js';

const EMPTY = 0;
const SMALLEST = 256;

/**
 * Rows by id, read in as far as they are asked for. A slot holds the row in its low bits and, in the bits that rows leave over, those of
 * the id's hash, so that another id is hardly ever looked at: half the memory of a map, and quicker. Rows that are gone stay in it, and
 * are passed over.
 */
export class IdTable {
  readonly #store: RecordStore;
  #slots = new Uint32Array(SMALLEST);
  #read = 0;
  #doubles: number[] = [];

  constructor(store: RecordStore) {
    this.#store = store;
  }

  /** The row of an id, and of several with the same id the first. */
  rowOf(id: string): number | undefined {
    const hash = hashOf(id);
    let row = this.#find(id, hash);
    while (row === undefined && this.#read < this.#store.limit) {
      this.#readOn();
      row = this.#find(id, hash);
    }
    return row;
  }

  /** Reads all that is left. */
  *build(): Work<void> {
    while (this.#read < this.#store.limit) {
      this.#readOn();
      yield;
    }
  }

  /** Rows whose id another row had before, ascending, as far as they were not taken yet. */
  takeDoubles(): readonly number[] {
    const doubles = this.#doubles;
    this.#doubles = [];
    return doubles;
  }

  #readOn(): void {
    const { limit } = this.#store;
    if (limit * 4 > this.#slots.length * 3) {
      this.#slots = new Uint32Array(sizeFor(limit));
      this.#read = 0;
      this.#doubles = [];
    }
    const end = Math.min(limit, this.#read + PIECE);
    for (let row = this.#read; row < end; row += 1) {
      if (this.#store.isLive(row)) this.#insert(row);
    }
    this.#read = end;
  }

  #insert(row: number): void {
    const { id } = this.#store.at(row);
    const hash = hashOf(id);
    if (this.#find(id, hash) !== undefined) {
      this.#doubles.push(row);
      return;
    }
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & last;
    this.#slots[slot] = (hash & ~last) | (row + 1);
  }

  #find(id: string, hash: number): number | undefined {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const value = slots[slot] as number;
      if (value === EMPTY) return undefined;
      if (((value ^ hash) & ~last) !== 0) continue;
      const row = (value & last) - 1;
      if (this.#store.at(row).id === id && this.#store.isLive(row)) return row;
    }
  }
}

/** The least power of two of which the rows fill three quarters at most. */
function sizeFor(rows: number): number {
  return 2 ** Math.ceil(Math.log2((rows * 4) / 3 + SMALLEST));
}

/** FNV-1a over the code units, with its bits spread: the low ones choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

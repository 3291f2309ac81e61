import { ListedRows, ROW, TIE } from './found-rows.js';
import { mergeSorted } from './merge-sort.js';
import { radixSorted } from './radix.js';
import type { Words } from './radix.js';
import type { RecordStore } from './record-store.js';
import { RowBits } from './row-bits.js';
import { concerns } from './row-edit.js';
import type { Edit } from './row-edit.js';
import { runsOf } from './runs.js';
import type { SortKeys } from './sort-keys.js';
import { byCodeUnit, sortByText } from './text-order.js';
import { SharedWork, inPieces } from './work.js';
import type { Work } from './work.js';

/** Keys of a field and the direction in which they sort. */
export interface OrderKey {
  readonly keys: SortKeys;
  readonly isDescending: boolean;
}

/** One row in so many may change its place before all are sorted anew. */
const SHARE_MOVED = 4;
/** Rows that find their place between two pauses. */
const ROWS_AT_ONCE = 32;

/**
 * Rows in the order of some keys; those that are equal in all of them stand by id, ascending. It is made when it is asked for, and after
 * changes it moves only the rows whose keys have changed.
 */
export class Order {
  readonly keys: readonly OrderKey[];
  readonly #store: RecordStore;
  readonly #work = new SharedWork(() => this.#make());
  /** With marks at the rows that are tied with the row before. */
  #rows: Uint32Array | undefined;
  #hasTies = false;
  readonly #moved = new Set<number>();
  #forwards: ListedRows | undefined;
  #backwards: ListedRows | undefined;

  constructor(keys: readonly OrderKey[], store: RecordStore) {
    this.keys = keys;
    this.#store = store;
  }

  /** The rows in this order, or with every key in the other direction: then they are read backwards, but tied ones still stand by id. */
  *find(isFlipped: boolean): Work<ListedRows> {
    yield* this.#work.finish();
    const rows = this.#rows as Uint32Array;
    if (!isFlipped) return (this.#forwards ??= new ListedRows(rows));
    return (this.#backwards ??= this.#hasTies ? new ListedRows(turned(rows)) : new ListedRows(rows, true));
  }

  /** Follows a change, as far as it concerns the keys. */
  apply(edits: readonly Edit[]): void {
    const moved = edits.filter((edit) => this.keys.some(({ keys }) => concerns(edit, keys.field)));
    if (moved.length === 0) return;
    this.#work.restart();
    for (const { row } of moved) this.#moved.add(row);
    if (this.#rows !== undefined && this.#moved.size * SHARE_MOVED <= this.#store.count) return;
    this.#rows = undefined;
    this.#moved.clear();
  }

  *#make(): Work<void> {
    for (const { keys } of this.keys) yield* keys.build();
    this.#rows = this.#rows === undefined ? yield* this.#sorted() : yield* this.#settled(this.#rows);
    this.#moved.clear();
    this.#forwards = undefined;
    this.#backwards = undefined;
  }

  *#sorted(): Work<Uint32Array> {
    let rows = this.#store.all.toArray();
    const words: Words[] = [];
    for (const { keys, isDescending } of [...this.keys].reverse()) {
      const next = yield* keys.words();
      rows = yield* radixSorted(rows, next, isDescending);
      words.push(next);
    }
    const isTied = (place: number): boolean => isSame(words, rows[place - 1] as number, rows[place] as number);
    const ties = yield* runsOf(rows.length, isTied);
    let walked = 0;
    for (const { start, end } of ties) {
      yield* this.#settleTie(rows.subarray(start, end));
      walked += end - start;
      if (walked < ROWS_AT_ONCE) continue;
      walked = 0;
      yield;
    }
    this.#hasTies = ties.length > 0;
    return rows;
  }

  /** Puts rows that are equal in all keys in the order of their ids. */
  *#settleTie(rows: Uint32Array): Work<void> {
    yield* sortByText(rows, this.#idOf);
    for (let place = 1; place < rows.length; place += 1) rows[place] = (rows[place] as number) + TIE;
  }

  /** The rows with those that have moved at their new places. What was found before keeps its list. */
  *#settled(rows: Uint32Array): Work<Uint32Array> {
    const settled = new Uint32Array(this.#store.count);
    let count = yield* withdraw(rows, new RowBits(this.#store.limit, Uint32Array.from(this.#moved)), settled);
    const live = Uint32Array.from(this.#moved).filter((row) => this.#store.isLive(row));
    const moved = yield* mergeSorted(live, this.#compare);
    const places: number[] = [];
    for (const row of moved) {
      places.push(this.#placeOf(row, settled.subarray(0, count)));
      if (places.length % ROWS_AT_ONCE === 0) yield;
    }
    for (let next = moved.length - 1; next >= 0; next -= 1) {
      const place = places[next] as number;
      settled.copyWithin(place + next + 1, place, count);
      settled[place + next] = moved[next] as number;
      count = place;
    }
    places.forEach((place, next) => {
      this.#mark(settled, place + next);
      this.#mark(settled, place + next + 1);
    });
    return settled;
  }

  #placeOf(row: number, rows: Uint32Array): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare((rows[middle] as number) & ROW, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Says at a place whether its row is tied with the one before. */
  #mark(rows: Uint32Array, place: number): void {
    if (place >= rows.length) return;
    const row = (rows[place] as number) & ROW;
    const isTied = place > 0 && this.#compareKeys((rows[place - 1] as number) & ROW, row) === 0;
    rows[place] = isTied ? row + TIE : row;
    this.#hasTies ||= isTied;
  }

  readonly #compare = (a: number, b: number): number =>
    this.#compareKeys(a, b) || byCodeUnit(this.#idOf(a), this.#idOf(b));

  readonly #idOf = (row: number): string => this.#store.at(row).id;

  #compareKeys(a: number, b: number): number {
    for (const { keys, isDescending } of this.keys) {
      const result = isDescending ? keys.compare(b, a) : keys.compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  }
}

function isSame(words: readonly Words[], a: number, b: number): boolean {
  return words.every(({ low, high }) => low[a] === low[b] && (high === undefined || high[a] === high[b]));
}

/** Copies an order without some of its rows and gives the number of those that stay. */
function* withdraw(rows: Uint32Array, without: RowBits, to: Uint32Array): Work<number> {
  let count = 0;
  let hasLostHead = false;
  yield* inPieces(rows.length, (start, end) => {
    for (let place = start; place < end; place += 1) {
      const marked = rows[place] as number;
      const row = marked & ROW;
      if (without.has(row)) {
        hasLostHead ||= marked < TIE;
      } else {
        // The next of those that were tied is their first now.
        to[count++] = hasLostHead ? row : marked;
        hasLostHead = false;
      }
    }
  });
  return count;
}

/** An order from its end to its beginning, but rows that are tied as they were. */
function turned(rows: Uint32Array): Uint32Array {
  const all = rows.slice().reverse();
  for (let start = 0; start < all.length; start += 1) {
    let end = start;
    while ((all[end] as number) >= TIE) end += 1;
    if (end > start) all.subarray(start, end + 1).reverse();
    start = end;
  }
  return all;
}

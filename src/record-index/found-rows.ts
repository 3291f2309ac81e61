import { isIn, placeIn } from './ascending.js';
import type { RowBits } from './row-bits.js';
import { inPieces } from './work.js';
import type { Work } from './work.js';

/** Rows that were found, in the order in which they are shown. It never changes, whatever happens to the index. */
export interface FoundRows {
  readonly length: number;
  /** The row at a position from 0 up to but not including the length. */
  at(position: number): number;
  /** The position of a row; -1 when it is not among them. */
  indexOf(row: number): number;
}

/** In an ordered list of rows this bit says that a row has the same keys as the one before it. */
export const TIE = 0x80000000;
/** The row without that bit. */
export const ROW = 0x7fffffff;

/** Rows as they stand in a list, or from its end to its beginning. */
export class ListedRows implements FoundRows {
  readonly #rows: Uint32Array;
  readonly #isBackwards: boolean;

  constructor(rows: Uint32Array, isBackwards = false) {
    this.#rows = rows;
    this.#isBackwards = isBackwards;
  }

  get length(): number {
    return this.#rows.length;
  }

  at(position: number): number {
    return (this.#rows[this.#isBackwards ? this.length - 1 - position : position] as number) & ROW;
  }

  indexOf(row: number): number {
    let place = this.#rows.indexOf(row);
    if (place === -1) place = this.#rows.indexOf(row + TIE);
    return place === -1 || !this.#isBackwards ? place : this.length - 1 - place;
  }

  /** Those of a set, in the same order. */
  *only(set: RowBits, count: number): Work<ListedRows> {
    const kept = new Uint32Array(count);
    let written = 0;
    yield* inPieces(this.length, (start, end) => {
      for (let position = start; position < end; position += 1) {
        const row = this.at(position);
        if (set.has(row)) kept[written++] = row;
      }
    });
    return new ListedRows(kept);
  }
}

/** Every row in the order of the records, without a list of them. */
export class NaturalRows implements FoundRows {
  readonly length: number;
  readonly #limit: number;
  readonly #gone: Uint32Array;

  /** @param gone rows below the limit that are no more, ascending */
  constructor(limit: number, gone: Uint32Array) {
    this.length = limit - gone.length;
    this.#limit = limit;
    this.#gone = gone;
  }

  at(position: number): number {
    // The row is the position and all that is gone before it.
    let low = 0;
    let high = this.#gone.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#gone[middle] as number) - middle <= position) low = middle + 1;
      else high = middle;
    }
    return position + low;
  }

  indexOf(row: number): number {
    if (row >= this.#limit || isIn(this.#gone, row)) return -1;
    return row - placeIn(this.#gone, row);
  }

  toArray(): Uint32Array {
    const rows = new Uint32Array(this.length);
    let next = 0;
    let written = 0;
    for (let row = 0; row < this.#limit; row += 1) {
      if (this.#gone[next] === row) next += 1;
      else rows[written++] = row;
    }
    return rows;
  }
}

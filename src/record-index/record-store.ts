import type { CallbackRecord } from '../domain/callback.js';
import { isIn, toggled } from './ascending.js';
import { NaturalRows } from './found-rows.js';
import { PIECE } from './work.js';

/** So many changed records are kept aside before they cost the records a new array: one in this many. */
const SHARE_ASIDE = 8;

/** Records by row number. A row keeps its number for good; one that is removed leaves a hole. The arrays it is given and gives never change. */
export class RecordStore {
  #base: readonly CallbackRecord[];
  /** What is not as in the array, or not in it yet. */
  readonly #aside = new Map<number, CallbackRecord>();
  #gone: Uint32Array = new Uint32Array();
  #limit: number;
  #records: readonly CallbackRecord[] | undefined;
  #all: NaturalRows | undefined;

  constructor(records: readonly CallbackRecord[]) {
    this.#base = records;
    this.#records = records;
    this.#limit = records.length;
  }

  /** Every row number is below. */
  get limit(): number {
    return this.#limit;
  }

  get count(): number {
    return this.#limit - this.#gone.length;
  }

  /** The records that are there, in their order. */
  get records(): readonly CallbackRecord[] {
    if (this.#records === undefined) {
      this.#bringIn();
      this.#records = this.#gone.length === 0 ? this.#base : this.#base.filter((_, row) => this.isLive(row));
    }
    return this.#records;
  }

  /** Every row that is there. */
  get all(): NaturalRows {
    return (this.#all ??= new NaturalRows(this.#limit, this.#gone));
  }

  /** The record of a row; the last one it had when it is gone. */
  at(row: number): CallbackRecord {
    const aside = this.#aside.size === 0 ? undefined : this.#aside.get(row);
    return aside ?? (this.#base[row] as CallbackRecord);
  }

  isLive(row: number): boolean {
    return this.#gone.length === 0 || !isIn(this.#gone, row);
  }

  /** Puts a record in a row that is there, or in the first that is not yet. */
  put(row: number, record: CallbackRecord): void {
    this.#aside.set(row, record);
    this.#limit = Math.max(this.#limit, row + 1);
    this.#forget();
  }

  /** Removes rows, ascending. */
  remove(rows: readonly number[]): void {
    if (rows.length === 0) return;
    this.#gone = toggled(this.#gone, rows);
    this.#forget();
  }

  #forget(): void {
    this.#records = undefined;
    this.#all = undefined;
    if (this.#aside.size * SHARE_ASIDE > this.#limit + PIECE) this.#bringIn();
  }

  #bringIn(): void {
    if (this.#aside.size === 0) return;
    const base = this.#base.slice();
    // New rows come in the order of their numbers.
    for (const [row, record] of this.#aside) base[row] = record;
    this.#base = base;
    this.#aside.clear();
  }
}

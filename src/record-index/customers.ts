import type { CallbackRecord } from '../domain/callback.js';
import { customerKey, isActive } from '../domain/duplicates.js';
import type { RecordStore } from './record-store.js';
import type { Edit } from './row-edit.js';
import type { Work } from './work.js';

/** Rows that are counted between two pauses. */
const ROWS_AT_ONCE = 1024;

type Counts = ReadonlyMap<string, number>;

/** How many active callbacks each customer has: counted in pieces, and from then on following changes in time proportional to them. */
export class Customers {
  readonly #store: RecordStore;
  readonly #counts = new Map<string, number>();
  /** What is told until everything is counted. */
  #earlier: Counts | undefined;
  #read = 0;
  #isCounted = false;

  /** @param earlier those of the records before these, which are right for most of them */
  constructor(store: RecordStore, earlier?: Customers) {
    this.#store = store;
    if (earlier !== undefined) this.#earlier = earlier.#known;
  }

  /** Active callbacks of the customer of an active one, itself included; 0 when it is over, has no number, or nobody has counted yet. */
  activeOf(record: CallbackRecord): number {
    return isActive(record) ? (this.#known?.get(customerKey(record.customerNumber)) ?? 0) : 0;
  }

  /**
   * Counts what is not counted yet.
   * @returns whether that was the rest of it: then {@link activeOf} may give something else
   */
  *build(): Work<boolean> {
    if (this.#isCounted) return false;
    while (this.#read < this.#store.limit) {
      this.#readOn();
      yield;
    }
    this.#isCounted = true;
    this.#earlier = undefined;
    return true;
  }

  /** Follows a change that the records have taken in. */
  apply(edits: readonly Edit[]): void {
    for (const { row, before, after } of edits) {
      if (row >= this.#read) break;
      this.#count(before, -1);
      this.#count(after, 1);
    }
    while (this.#isCounted && this.#read < this.#store.limit) this.#readOn();
  }

  get #known(): Counts | undefined {
    return this.#isCounted ? this.#counts : this.#earlier;
  }

  #readOn(): void {
    const end = Math.min(this.#store.limit, this.#read + ROWS_AT_ONCE);
    for (let row = this.#read; row < end; row += 1) if (this.#store.isLive(row)) this.#count(this.#store.at(row), 1);
    this.#read = end;
  }

  #count(record: CallbackRecord | undefined, by: 1 | -1): void {
    const key = record === undefined || !isActive(record) ? '' : customerKey(record.customerNumber);
    // Who has none any more stays with 0: browsers make a large map anew once enough of it was deleted.
    if (key !== '') this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }
}

import { entriesOf, firstIn, lastUpTo, withEntry, withoutEntry } from './search-tree.js';
import type { Tree } from './search-tree.js';

/** Requests accepted at the same instant, in epoch milliseconds. */
export interface RequestBatch {
  readonly at: number;
  readonly count: number;
}

/**
 * The accepted requests of a service that are remembered, the oldest first. Never changed: one with a request more shares all others with
 * the one before, and how many came since an instant is found without counting, because a window may be a day long.
 */
export class RequestLog implements Iterable<RequestBatch> {
  /** How many requests came until an instant, those that are forgotten included. */
  readonly #totals: Tree<number, number>;
  readonly #forgotten: number;

  private constructor(totals: Tree<number, number>, forgotten: number) {
    this.#totals = totals;
    this.#forgotten = forgotten;
  }

  /** The log of some batches. */
  static of(batches: Iterable<RequestBatch> = []): RequestLog {
    let totals: Tree<number, number>;
    let total = 0;
    for (const { at, count } of [...batches].sort((a, b) => a.at - b.at)) {
      total += count;
      totals = withEntry(totals, at, total);
    }
    return new RequestLog(totals, 0);
  }

  /** Requests after an instant. */
  countAfter(instant: number): number {
    return this.#totalAt(Number.POSITIVE_INFINITY) - this.#totalAt(instant);
  }

  /** The log after one more request. @param at not before the last one, as time never goes back */
  withRequest(at: number): RequestLog {
    return new RequestLog(withEntry(this.#totals, at, this.#totalAt(at) + 1), this.#forgotten);
  }

  /** The log without the requests up to an instant. */
  after(instant: number): RequestLog {
    const forgotten = this.#totalAt(instant);
    let totals = this.#totals;
    for (let first = firstIn(totals); first !== undefined && first.key <= instant; first = firstIn(totals)) {
      totals = withoutEntry(totals, first.key);
    }
    return totals === this.#totals ? this : new RequestLog(totals, forgotten);
  }

  *[Symbol.iterator](): Iterator<RequestBatch> {
    let before = this.#forgotten;
    for (const { key, value } of entriesOf(this.#totals)) {
      yield { at: key, count: value - before };
      before = value;
    }
  }

  #totalAt(instant: number): number {
    return lastUpTo(this.#totals, instant)?.value ?? this.#forgotten;
  }
}

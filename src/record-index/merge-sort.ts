import { inPieces } from './work.js';
import type { Work } from './work.js';

export type Compare = (a: number, b: number) => number;

/** Runs that are sorted at once, and comparisons between two pauses: comparing words by the rules of a language takes a microsecond. */
const RUN = 128;
const COMPARISONS = 1024;

/** Sorts row numbers in pieces, stably. The list it is given is used up. */
export function* mergeSorted(rows: Uint32Array, compare: Compare): Work<Uint32Array> {
  const { length } = rows;
  for (let start = 0; start < length; start += RUN) {
    rows.subarray(start, start + RUN).sort(compare);
    if (length > RUN) yield;
  }
  let from = rows;
  let to: Uint32Array = new Uint32Array(length > RUN ? length : 0);
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      yield* merge(from, to, { start, middle: Math.min(length, start + width), end: start + 2 * width }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

interface Halves {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

function* merge(from: Uint32Array, to: Uint32Array, { start, middle, end }: Halves, compare: Compare): Work<void> {
  const last = Math.min(end, from.length);
  let left = start;
  let right = middle;
  let written = start;
  while (left < middle && right < last) {
    const pause = Math.min(last, written + COMPARISONS);
    while (written < pause && left < middle && right < last) {
      const isLeft = compare(from[left] as number, from[right] as number) <= 0;
      to[written++] = from[isLeft ? left++ : right++] as number;
    }
    yield;
  }
  to.set(from.subarray(left, middle), written);
  to.set(from.subarray(right, last), written + middle - left);
}

/** The rank of each row of an order, from 0; those that are equal have the same. */
export function* ranksIn(order: Uint32Array, compare: Compare): Work<Uint32Array> {
  const ranks = new Uint32Array(order.length);
  let rank = 0;
  yield* inPieces(order.length, (start, end) => {
    for (let place = Math.max(1, start); place < end; place += 1) {
      if (compare(order[place - 1] as number, order[place] as number) !== 0) rank += 1;
      ranks[order[place] as number] = rank;
    }
  });
  return ranks;
}

export function naturalRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

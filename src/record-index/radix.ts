import { mergeSorted, naturalRows, ranksIn } from './merge-sort.js';
import { inPieces } from './work.js';
import type { Work } from './work.js';

/** Whole numbers by row, none below zero: their lower bits, and what is above them where anything is. */
export interface Words {
  readonly low: Uint32Array;
  readonly high?: Uint32Array;
}

const DIGIT = 11;
const RADIX = 2 ** DIGIT;
/** The lower bits are two digits. */
const LOW = 2 ** (2 * DIGIT);

/** Sorts rows by their words in linear time, stably, in either direction. The list it is given is used up. */
export function* radixSorted(rows: Uint32Array, { low, high }: Words, isDescending: boolean): Work<Uint32Array> {
  let from = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  for (const words of high === undefined ? [low] : [low, high]) {
    const most = yield* mostOf(words);
    for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT) {
      yield* pass(from, to, { words, shift, isDescending });
      [from, to] = [to, from];
    }
  }
  return from;
}

interface Digit {
  readonly words: Uint32Array;
  readonly shift: number;
  readonly isDescending: boolean;
}

/** Deals rows out by one digit. */
function* pass(from: Uint32Array, to: Uint32Array, { words, shift, isDescending }: Digit): Work<void> {
  // How many rows have each digit, then where the next of them goes.
  const next = new Uint32Array(RADIX);
  yield* inPieces(from.length, (start, end) => {
    for (let at = start; at < end; at += 1) {
      const digit = ((words[from[at] as number] as number) >>> shift) & (RADIX - 1);
      next[digit] = (next[digit] as number) + 1;
    }
  });
  let place = 0;
  for (let step = 0; step < RADIX; step += 1) {
    const digit = isDescending ? RADIX - 1 - step : step;
    const count = next[digit] as number;
    next[digit] = place;
    place += count;
  }
  yield* inPieces(from.length, (start, end) => {
    for (let at = start; at < end; at += 1) {
      const row = from[at] as number;
      const digit = ((words[row] as number) >>> shift) & (RADIX - 1);
      const target = next[digit] as number;
      next[digit] = target + 1;
      to[target] = row;
    }
  });
}

function* mostOf(words: Uint32Array): Work<number> {
  let most = 0;
  yield* inPieces(words.length, (start, end) => {
    for (let at = start; at < end; at += 1) most = Math.max(most, words[at] as number);
  });
  return most;
}

/** Words in the order of numbers: of whole ones by what they are above the least, of others by their ranks. */
export function* wordsOf(values: Float64Array): Work<Words> {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let broken = 0;
  yield* inPieces(values.length, (start, end) => {
    for (let row = start; row < end; row += 1) {
      const value = values[row] as number;
      if (value < least) least = value;
      if (value > most) most = value;
      if (!Number.isInteger(value)) broken += 1;
    }
  });
  if (broken > 0 || most - least > Number.MAX_SAFE_INTEGER) {
    const compare = (a: number, b: number): number => byNumber(values[a] as number, values[b] as number);
    return { low: yield* ranksIn(yield* mergeSorted(naturalRows(values.length), compare), compare) };
  }
  const low = new Uint32Array(values.length);
  const high = most - least < LOW ? undefined : new Uint32Array(values.length);
  yield* inPieces(values.length, (start, end) => {
    for (let row = start; row < end; row += 1) {
      const value = (values[row] as number) - least;
      const above = Math.floor(value / LOW);
      low[row] = value - above * LOW;
      if (high !== undefined) high[row] = above;
    }
  });
  return high === undefined ? { low } : { low, high };
}

/** Compares numbers, infinite ones too. */
export function byNumber(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

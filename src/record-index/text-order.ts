import { mergeSorted, naturalRows } from './merge-sort.js';
import { radixSorted, wordsOf } from './radix.js';
import { runsOf } from './runs.js';
import { inPieces } from './work.js';
import type { Work } from './work.js';

/** The text of a row. */
type TextOf = (row: number) => string;

/** So few rows are compared one with another. */
const FEW = 128;
/** So many tell which characters the texts are made of. */
const SAMPLE = 256;
/** As many characters as are looked at at once. */
const WINDOW = 16;
const LETTERS = 256;
const FULL = 2 ** 53;

/**
 * Sorts rows by the code units of their texts, in place. As many characters as fit make one number, by which a radix sort takes a
 * fraction of the time of comparing. Rows that are then still alike are sorted further.
 */
export function* sortByText(rows: Uint32Array, textOf: TextOf): Work<void> {
  const compare = (a: number, b: number): number => byCodeUnit(textOf(a), textOf(b));
  if (rows.length <= FEW) {
    rows.sort(compare);
    return;
  }
  const unsorted = rows.slice();
  const numbers = new Float64Array(rows.length);
  const numberOf = numbering(
    Array.from({ length: SAMPLE }, (_, at) => textOf(rows[Math.floor((at * rows.length) / SAMPLE)] as number)),
  );
  yield* inPieces(rows.length, (start, end) => {
    for (let at = start; at < end; at += 1) numbers[at] = numberOf(textOf(rows[at] as number));
  });
  const places = yield* radixSorted(naturalRows(rows.length), yield* wordsOf(numbers), false);
  yield* inPieces(rows.length, (start, end) => {
    for (let at = start; at < end; at += 1) rows[at] = unsorted[places[at] as number] as number;
  });
  const isAlike = (at: number): boolean => numbers[places[at - 1] as number] === numbers[places[at] as number];
  let walked = 0;
  for (const { start, end } of yield* runsOf(rows.length, isAlike)) {
    if (end - start === rows.length) rows.set(yield* mergeSorted(unsorted, compare));
    else yield* sortByText(rows.subarray(start, end), textOf);
    walked += end - start;
    if (walked < 4 * FEW) continue;
    walked = 0;
    yield;
  }
}

/** The default order of texts; as a function of its own it is several times faster than sorting without one. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Makes numbers that stand in the order of texts like those of a sample, as far as they go: equal ones say nothing. What the sample
 * begins with is left out, and each of its characters is a digit; what is between two of them is one digit too, and ends the number.
 */
function numbering(sample: readonly string[]): (text: string) => number {
  const prefix = sample.reduce(shared);
  const { digits, base } = alphabetOf(sample, prefix.length);
  const last = prefix.length + Math.min(WINDOW, Math.floor(Math.log(FULL) / Math.log(base)));
  return (text) => {
    if (!text.startsWith(prefix)) return text < prefix ? -1 : FULL;
    let number = 0;
    let end = text.length;
    for (let place = prefix.length; place < last; place += 1) {
      const digit = place < end ? (digits[letterAt(text, place)] as number) : 0;
      number = number * base + digit;
      if (digit % 2 === 1) end = place;
    }
    return number;
  };
}

function shared(some: string, other: string): string {
  let length = 0;
  while (length < some.length && some[length] === other[length]) length += 1;
  return some.slice(0, length);
}

interface Alphabet {
  /** By letter: even for one that occurs, odd for the others; 0 is the end of a text. */
  readonly digits: Uint16Array;
  readonly base: number;
}

/** The characters of some texts from a place on. */
function alphabetOf(texts: readonly string[], from: number): Alphabet {
  const digits = new Uint16Array(LETTERS);
  for (const text of texts) {
    const last = Math.min(text.length, from + WINDOW);
    for (let place = from; place < last; place += 1) digits[letterAt(text, place)] = 1;
  }
  // The last letter stands for many.
  digits[LETTERS - 1] = 0;
  let digit = 1;
  for (let letter = 0; letter < LETTERS; letter += 1) {
    const occurs = digits[letter] === 1;
    if (occurs) digit += 1;
    digits[letter] = digit;
    if (occurs) digit += 1;
  }
  return { digits, base: digit + 1 };
}

function letterAt(text: string, place: number): number {
  return Math.min(text.charCodeAt(place), LETTERS - 1);
}

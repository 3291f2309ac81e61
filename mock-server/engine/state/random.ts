import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';

/** Where a sequence of chance stands; four integers. */
export type RandomState = readonly number[];

/** Draws passed over at the beginning: until then, small seeds look alike. */
const WARM_UP = 64;

/** The beginning of the sequence of a seed. */
export function seededRandom(seed: number): RandomState {
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < WARM_UP; draw += 1) generator.unsafeNext();
  return generator.getState();
}

const TWO_TO_32 = 0x1_0000_0000;

/** First part of every id, as one node of the server writes it. */
const ID_PREFIX = '118-';

/** Characters that may stand in each place of a version 4 UUID, and of a session id. */
const UUID = patternOf('xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx', { x: '0123456789abcdef', y: '89ab' });
const SESSION = patternOf(`00${'X'.repeat(30)}`, { X: '0123456789ABCDEFGHIJKLMNOPQRSTUV' });

/** Draws from a sequence of chance and knows where it stands. */
export class Random {
  readonly #generator;

  constructor(state: RandomState) {
    this.#generator = xoroshiro128plus.fromState(state);
  }

  get state(): RandomState {
    return this.#generator.getState();
  }

  /** An integer from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor((this.#word() / TWO_TO_32) * limit);
  }

  /** A fraction from 0 up to, not including, 1. */
  fraction(): number {
    return this.#word() / TWO_TO_32;
  }

  /** One of the given values. */
  pick<const T extends readonly [unknown, ...unknown[]]>(values: T): T[number] {
    return values[this.below(values.length)];
  }

  /** An id in the form of the server: digits, a dash, a version 4 UUID. */
  id(): string {
    return ID_PREFIX + this.#fill(UUID, 4);
  }

  /** An ORS session id: 32 capital letters and digits. */
  sessionId(): string {
    return this.#fill(SESSION, 5);
  }

  /** Draws one character for each place of a pattern, in one piece: there may be 100,000 such texts. */
  #fill(pattern: readonly string[], bits: number): string {
    const codes: number[] = [];
    let word = 0;
    let left = 0;
    for (const place of pattern) {
      if (left < bits) {
        word = this.#word();
        left = 32;
      }
      if (place.length === 1) codes.push(place.charCodeAt(0));
      else {
        codes.push(place.charCodeAt(word & (place.length - 1)));
        word >>>= bits;
        left -= bits;
      }
    }
    return String.fromCharCode(...codes);
  }

  #word(): number {
    return this.#generator.unsafeNext() >>> 0;
  }
}

function patternOf(text: string, choices: Readonly<Record<string, string>>): readonly string[] {
  return Array.from(text, (place) => choices[place] ?? place);
}

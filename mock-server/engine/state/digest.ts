import { MapSums } from './map-sums.js';
import type { Lanes } from './map-sums.js';
import { PersistentMap } from './persistent-map.js';
import { RequestLog } from './request-log.js';

const START: Lanes = [0x811c9dc5, 0x9e3779b9];
const TEXT = 1;
const NUMBER = 2;
const LIST = 3;
const OBJECT = 4;

/** Digests of keys: there are few, and every record has them. */
const keyDigests = new Map<string, Lanes>();

/** Sums over the entries of maps inside of values. Maps may be large and are kept from one state to the next. */
const sums = new MapSums<unknown>(memberDigestOf);

const bits = new DataView(new ArrayBuffer(8));

/** The digest of plain data: equal for equal values, whatever the order of keys and of entries in maps. */
export function digestOf(value: unknown): Lanes {
  const digest = new Digest();
  digest.add(value);
  return digest.lanes;
}

/** Makes the digest of a map, and of whatever holds it, cheap when that of an earlier map is known. */
export function carryDigest(from: PersistentMap<unknown>, to: PersistentMap<unknown>): void {
  sums.carry(from, to);
}

/** Mixes values into two words, one after the other. Members of objects are summed up, and a sum does not know their order. */
class Digest {
  #high = START[0];
  #low = START[1];

  get lanes(): Lanes {
    return [mixed(this.#high), mixed(this.#low ^ (this.#high >>> 7))];
  }

  /** The digest of a member alone: how it counts in the sum of its object. */
  member(key: Lanes, value: unknown): Lanes {
    [this.#high, this.#low] = key;
    this.add(value);
    return [mixed(this.#high), mixed(this.#low)];
  }

  add(value: unknown): void {
    if (typeof value === 'string') this.#addText(value);
    else if (typeof value === 'number') this.#addNumber(value);
    else if (typeof value === 'boolean') this.#addWord(value ? 5 : 6);
    else if (Array.isArray(value)) this.#addList(value);
    else if (value instanceof PersistentMap) this.#addSum(sums.of(value));
    else if (value instanceof Map) this.#addMembers(value as ReadonlyMap<string, unknown>);
    else if (value instanceof RequestLog) this.#addList([...value]);
    else if (typeof value === 'object' && value !== null) this.#addMembers(Object.entries(value));
    else this.#addWord(7);
  }

  #addList(values: readonly unknown[]): void {
    this.#addWord(LIST);
    this.#addWord(values.length);
    for (const value of values) this.add(value);
  }

  #addMembers(members: Iterable<readonly [string, unknown]>): void {
    const high = this.#high;
    const low = this.#low;
    let sumHigh = 0;
    let sumLow = 0;
    for (const [key, value] of members) {
      if (value === undefined) continue;
      // As member() does, without a pair for each of the very many members of records.
      [this.#high, this.#low] = keyDigestOf(key);
      this.add(value);
      sumHigh = (sumHigh + mixed(this.#high)) >>> 0;
      sumLow = (sumLow + mixed(this.#low)) >>> 0;
    }
    this.#high = high;
    this.#low = low;
    this.#addSum([sumHigh, sumLow]);
  }

  #addSum([high, low]: Lanes): void {
    this.#addWord(OBJECT);
    this.#addWord(high);
    this.#addWord(low);
  }

  #addText(text: string): void {
    this.#addWord(TEXT);
    this.#addWord(text.length);
    for (let index = 0; index < text.length; index += 1) this.#addWord(text.charCodeAt(index));
  }

  #addNumber(value: number): void {
    this.#addWord(NUMBER);
    bits.setFloat64(0, value);
    this.#addWord(bits.getInt32(0));
    this.#addWord(bits.getInt32(4));
  }

  #addWord(word: number): void {
    this.#high = Math.imul(this.#high ^ word, 0x01000193);
    const low = Math.imul(this.#low ^ word, 0x5bd1e995);
    this.#low = low ^ (low >>> 15);
    this.#high ^= this.#high >>> 17;
  }
}

/** Keys of maps are not remembered: there may be any number of them. */
function memberDigestOf(key: string, value: unknown): Lanes {
  return new Digest().member(digestOf(key), value);
}

function keyDigestOf(key: string): Lanes {
  let lanes = keyDigests.get(key);
  if (lanes === undefined) {
    lanes = digestOf(key);
    if (keyDigests.size < 1000) keyDigests.set(key, lanes);
  }
  return lanes;
}

function mixed(word: number): number {
  let value = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

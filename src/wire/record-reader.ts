import type { CallbackRecord } from '../domain/callback.js';
import { FIELD_KEYS, isPropertyKey, knownFieldOf } from '../domain/keys.js';
import { NO_PROPERTIES, readRecord } from './records.js';
import type { RecordReading } from './records.js';
import { readWireTime } from './time.js';
import { isFields, manyProperties } from './values.js';
import type { Fields } from './values.js';

/** The keys of a callback of the wire, in their order, and what they mean. */
interface Shape {
  readonly keys: readonly string[];
  /** Those that are properties. */
  readonly properties: readonly string[];
  /** Whether every key can only be meant in one way. */
  readonly isPlain: boolean;
}

/** A record that is being built. */
type Draft = { -readonly [Key in keyof CallbackRecord]: CallbackRecord[Key] };

/** The callbacks of one answer have few shapes; should a server send them in ever new ones, only so many are learned. */
const MOST_SHAPES = 32;

/** Length of a text up to which engines keep equal ones once by themselves. */
const SHORT = 10;

/** Most texts that are kept for being used again: states, reasons and services are few, and should they not be, nothing is lost. */
const MOST_TEXTS = 256;

/**
 * Reads the callbacks of one answer, each exactly as {@link readRecord} does. What their keys mean is found out once per shape, so that
 * a hundred thousand callbacks take little longer than parsing their text; whatever is not as it should be takes the long way.
 */
export class RecordReader {
  readonly #shapes: Shape[] = [];
  readonly #texts = new Map<string, string>();
  #last: Shape | undefined;

  /** Reads a callback that stands under the name of a service. */
  read(raw: unknown, serviceName: string): RecordReading {
    const record = isFields(raw) ? this.#readPlain(raw, serviceName) : undefined;
    return record === undefined ? readRecord(raw, { serviceName }) : { ok: true, record };
  }

  /** The callback, if it has a plain shape and every value is what it should be. */
  #readPlain(raw: Fields, member: string): CallbackRecord | undefined {
    const shape = this.#shapeOf(raw);
    if (shape === undefined) return undefined;
    const id = raw[FIELD_KEYS.id];
    const serviceName = raw[FIELD_KEYS.serviceName] ?? member;
    const state = raw[FIELD_KEYS.state];
    const customerNumber = raw[FIELD_KEYS.customerNumber] ?? '';
    if (!isFilledText(id) || !isFilledText(serviceName) || !isFilledText(state)) return undefined;
    const desiredTime = readWireTime(raw[FIELD_KEYS.desiredTime]);
    if (desiredTime === undefined || typeof customerNumber !== 'string') return undefined;
    const properties = readTexts(raw, shape.properties);
    if (properties === undefined) return undefined;
    const draft: Draft = {
      id,
      serviceName: serviceName === member ? member : this.#oneOf(serviceName),
      state: this.#oneOf(state),
      desiredTime,
      customerNumber,
      properties,
    };
    return this.#addOptional(raw, draft) ? draft : undefined;
  }

  /** Adds what a callback may lack, in an order that is always the same. False when something is there and is not what it should be. */
  #addOptional(raw: Fields, draft: Draft): boolean {
    const expiration = raw[FIELD_KEYS.expirationTime];
    if (expiration !== undefined) {
      const expirationTime = readWireTime(expiration);
      if (expirationTime === undefined) return false;
      draft.expirationTime = expirationTime;
    }
    const url = raw[FIELD_KEYS.url] ?? '';
    const reason = raw[FIELD_KEYS.reason] ?? '';
    const session = raw[FIELD_KEYS.orsSessionId] ?? '';
    if (typeof url !== 'string' || typeof reason !== 'string' || typeof session !== 'string') return false;
    if (url !== '') draft.url = url;
    if (reason !== '') draft.reason = this.#oneOf(reason);
    if (session !== '') draft.orsSessionId = session;
    return true;
  }

  /** The plain shape of an object; undefined when it has another. */
  #shapeOf(raw: Fields): Shape | undefined {
    if (this.#last === undefined || !hasKeys(raw, this.#last.keys)) {
      this.#last = this.#shapes.find(({ keys }) => hasKeys(raw, keys)) ?? this.#learn(raw);
    }
    return this.#last?.isPlain === true ? this.#last : undefined;
  }

  #learn(raw: Fields): Shape | undefined {
    if (this.#shapes.length === MOST_SHAPES) return undefined;
    const keys = Object.keys(raw);
    const isPlain = keys.every((key) => {
      const field = knownFieldOf(key);
      return field === undefined ? isPropertyKey(key) : FIELD_KEYS[field] === key;
    });
    const shape = { keys, properties: keys.filter((key) => knownFieldOf(key) === undefined), isPlain };
    this.#shapes.push(shape);
    return shape;
  }

  /** The text that came first of all that are equal: the others need no memory. */
  #oneOf(text: string): string {
    if (text.length <= SHORT) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(text, text);
    return text;
  }
}

function hasKeys(raw: Fields, keys: readonly string[]): boolean {
  let at = 0;
  for (const key in raw) {
    if (keys[at] !== key) return false;
    at += 1;
  }
  return at === keys.length;
}

/** The properties, when all of them are texts. */
function readTexts(raw: Fields, keys: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (keys.length === 0) return NO_PROPERTIES;
  const properties = manyProperties();
  for (const key of keys) {
    const value = raw[key];
    if (typeof value !== 'string') return undefined;
    properties[key] = value;
  }
  return properties;
}

function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

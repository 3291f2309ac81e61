import { isFields, readNumber } from '../../../src/wire/values.js';
import type { Fields } from '../../../src/wire/values.js';
import { misuse } from '../misuse.js';

/** How control calls are read. Whoever sends something else is told what was wrong with it, and what to send. */

/** A call that is being read. */
export interface Call {
  /** What it does, for messages: "reset the mock". */
  readonly doing: string;
  /** What to send, whole. */
  readonly wanted: string;
}

type Read<T> = (value: unknown) => T | undefined;

/** The members of a value, none of which has another name than these; without names, whatever they are called. */
export function fieldsOf(call: Call, value: unknown, keys?: readonly string[]): Fields {
  if (!isFields(value)) throw unusable(call, 'what was given is not an object');
  const stranger = keys && Object.keys(value).find((key) => !keys.includes(key));
  if (stranger !== undefined) throw unusable(call, `${stranger} is not known`);
  return value;
}

/** A member that may be absent, and then is absent from the result. */
export function optional<K extends string, T>(
  { fields, call }: { readonly fields: Fields; readonly call: Pick<Call, 'doing'> },
  key: K,
  read: Read<T>,
  wanted: string,
): Readonly<Partial<Record<K, T>>> {
  const value = fields[key];
  const result = value === undefined ? {} : { [key]: needed(call, [key, value], read, wanted) };
  // A computed key has the type of every text.
  return result as Readonly<Partial<Record<K, T>>>;
}

/** A value that must be there. */
export function needed<T>(
  { doing }: Pick<Call, 'doing'>,
  [name, value]: readonly [name: string, value: unknown],
  read: Read<T>,
  wanted: string,
): T {
  const result = value === undefined ? undefined : read(value);
  if (result !== undefined) return result;
  throw misuse(doing, `${name} ${value === undefined ? 'is missing' : 'cannot be read'}. Send ${wanted}`);
}

/** The error of a call that is wrong as a whole. */
export function unusable({ doing, wanted }: Call, reason: string): Error {
  return misuse(doing, `${reason}. Send ${wanted}`);
}

export function readName(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function readWhole(value: unknown): number | undefined {
  const number = readNumber(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The same numbers, from a least one to a most. */
export function within(least: number, most: number, read: Read<number> = readNumber): Read<number> {
  return (value) => {
    const number = read(value);
    return number !== undefined && number >= least && number <= most ? number : undefined;
  };
}

export function readTrue(value: unknown): true | undefined {
  return value === true ? value : undefined;
}

/** One of these texts. */
export function oneOf<T extends string>(texts: readonly T[]): Read<T> {
  return (value) => texts.find((text) => text === value);
}

/** Several names, as a list or as a text with commas. */
export function readNames(value: unknown): readonly string[] | undefined {
  const names: unknown[] | undefined =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : undefined;
  if (names?.every((name) => typeof name === 'string') !== true) return undefined;
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

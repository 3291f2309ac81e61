/** The loose values of the wire: numbers come as text, text as numbers, and anything may be missing. */

/** An object of the wire, before anything about its members is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Says whether a value is an object with members: not null, not a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a text. Numbers and truth values count as the text they are written with; everything else is none. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** Reads a finite number, also when it comes as text. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Reads a truth value, also when it comes as text. */
export function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

/** A property's value as text: objects and lists become JSON text, null and undefined are no value. */
export function propertyText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return readText(value);
  try {
    return JSON.stringify(value);
  } catch {
    // A cycle cannot come from JSON text; a value that cannot be written has no text.
    return undefined;
  }
}

/** An object for keys that others choose: without a prototype, so that no key can reach one. */
export function emptyProperties(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

/** Inherits nothing that a key could reach. */
class Bag {
  [key: string]: string;
}
Object.setPrototypeOf(Bag.prototype, null);
Reflect.deleteProperty(Bag.prototype, 'constructor');

/**
 * The same for the properties of many records: engines keep objects without any prototype as tables, which take several times the
 * memory and time of those that a class makes.
 */
export function manyProperties(): Record<string, string> {
  return new Bag();
}

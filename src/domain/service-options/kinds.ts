import type { OptionValues } from './values.js';

/** The kinds of values that many options share, in the words of the catalogue. */

const LARGEST = 2_147_483_647;

export const BOOLEAN: OptionValues = { kind: 'boolean' };
export const NAMES: OptionValues = { kind: 'names' };
export const MINUTE_PAIR: OptionValues = { kind: 'minute-pair' };
export const TRANSACTION_LIST: OptionValues = { kind: 'transaction-list' };
export const URL_TEXT: OptionValues = { kind: 'url' };

/** A whole number. */
export function whole(least = 0, most = LARGEST): OptionValues {
  return { kind: 'integer', least, most };
}

/** A whole number of seconds. */
export function seconds(least = 0, most = LARGEST): OptionValues {
  return { kind: 'integer', least, most, unit: 'seconds' };
}

/** A whole number, of which a negative one means the built-in default; so is everything that limits a service. */
export function limit(unit?: 'seconds'): OptionValues {
  return { kind: 'integer', least: 0, most: LARGEST, negativeMeansDefault: true, ...(unit !== undefined && { unit }) };
}

/** One of a few words. */
export function choice(...of: string[]): OptionValues {
  return { kind: 'choice', of };
}

/** Any text. */
export function text(example?: string): OptionValues {
  return { kind: 'text', ...(example !== undefined && { example }) };
}

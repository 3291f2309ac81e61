import { CallbackError } from './errors.js';
import { FIELD_KEYS, fieldRefOf } from './keys.js';
import type { FieldRef } from './keys.js';

/** A field with the exact text it must have, or must not have. */
export interface LookupCriterion {
  readonly ref: FieldRef;
  readonly value: string;
  readonly negate: boolean;
}

/** Words of a query by properties that are no lookup keys: an id finds its callback whatever else is asked, the other joins criteria. */
const QUERY_WORDS: ReadonlySet<string> = new Set([FIELD_KEYS.id, 'operand']);

/** Reads one value of a query by properties; one that begins with `!` must differ (GMS reference, query by properties). */
export function criterionOf(key: string, text: string): LookupCriterion {
  const negate = text.startsWith('!');
  return { ref: fieldRefOf(key), value: negate ? text.slice(1) : text, negate };
}

/**
 * What every transport makes of the values that callbacks are looked up by.
 * @throws CallbackError `invalid` when there is no value, or one under a word that is no lookup key.
 */
export function readLookup(doing: string, values: Readonly<Record<string, string>>): readonly LookupCriterion[] {
  const entries = Object.entries(values);
  const words = entries.map(([key]) => key).filter((key) => QUERY_WORDS.has(key));
  if (entries.length > 0 && words.length === 0) return entries.map(([key, text]) => criterionOf(key, text));
  const reason = words.length > 0 ? `${words.join(', ')} cannot be asked for` : 'no value is given';
  throw new CallbackError('invalid', `Failed to ${doing}: ${reason}. Give values under lookup keys.`, {
    problems:
      words.length > 0 ? words.map((path) => ({ path, code: 'reserved-key' })) : [{ path: '', code: 'required' }],
  });
}

import { FIELD_KEYS, fieldRefOf, splitList } from '../../src/domain/keys.js';
import type { FieldRef } from '../../src/domain/keys.js';
import { applicationOptionOf, findByFields, lookupKeysOf } from '../engine/engine.js';
import type { EngineRecord, EngineState, FieldCriterion } from '../engine/engine.js';
import { fieldText } from './field-text.js';

/** What queries may ask and what their answers show, by the server's options (GMS reference, query by queues and by properties). */

/** A query by queues looks back and ahead this far when it does not say, in milliseconds. */
export const DEFAULT_WINDOW = Object.freeze({ back: 15 * 60_000, ahead: 24 * 3_600_000 });

/** Keys that an answer shows of a record besides those that are always there. */
export function returnedKeysOf(state: EngineState, service: string): ReadonlySet<string> {
  const returned = splitList(applicationOptionOf(state, 'callback', 'returned-keys'));
  return new Set([...returned, ...lookupKeysOf(state, service)]);
}

/** Keys by which a query by queues may filter. */
export function filterKeysOf(state: EngineState): ReadonlySet<string> {
  return new Set(splitList(applicationOptionOf(state, 'callback', 'filter-keys')));
}

/** Whether a record passes filters by key; one that begins with `!` must differ. */
export function passesFilters(record: EngineRecord, filters: readonly (readonly [string, string])[]): boolean {
  return filters.every(([key, value]) => {
    const text = fieldText(record, fieldRefOf(key));
    return value.startsWith('!') ? text !== value.slice(1) : text === value;
  });
}

/**
 * Finds records by values of lookup keys. A key that is none of the service's is not indexed there, so nothing of that service is
 * found by it.
 */
export function findByLookupKeys(
  state: EngineState,
  query: {
    readonly services: readonly string[];
    readonly operand: 'AND' | 'OR';
    readonly criteria: readonly FieldCriterion[];
  },
): readonly EngineRecord[] {
  return query.services.flatMap((serviceName) => {
    const keys = new Set([...lookupKeysOf(state, serviceName), FIELD_KEYS.state]);
    const criteria = query.criteria.filter(({ ref }) => keys.has(keyOf(ref))).map(asEngineText);
    if (criteria.length === 0 || (query.operand === 'AND' && criteria.length < query.criteria.length)) return [];
    return findByFields(state, { serviceName, criteria, operand: query.operand });
  });
}

/** The engine compares times as epoch milliseconds, clients write them as ISO text. */
function asEngineText(criterion: FieldCriterion): FieldCriterion {
  const { ref, value } = criterion;
  const isTime = ref.kind === 'known' && (ref.field === 'desiredTime' || ref.field === 'expirationTime');
  return isTime ? { ...criterion, value: String(Date.parse(value)) } : criterion;
}

function keyOf(ref: FieldRef): string {
  return ref.kind === 'known' ? FIELD_KEYS[ref.field] : ref.name;
}

import type { CallbackRecord, CallbackState } from './callback.js';
import { fieldRefOf } from './keys.js';
import type { TimeRange } from './time-range.js';

/** Most callbacks the list can hold at once (GMS reference, limits). */
export const MAXIMUM_RECORDS = 100_000;

/** Callbacks asked for per service when nobody says otherwise (GMS reference, limits). */
export const DEFAULT_MAXIMUM_PER_SERVICE = 500;

/** What is asked of a server: one frozen value, compared by its key. */
export interface CallbackQuery {
  readonly range: TimeRange;
  /** States to list; empty = every state. */
  readonly states: readonly CallbackState[];
  /** Services to list; empty = every service. */
  readonly services: readonly string[];
  /** At most this many callbacks per service. */
  readonly maximumPerService: number;
  /** Exact values of properties, by GMS key; a value that begins with `!` is one that must differ. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Makes a query: sorted, without doubles, frozen, so that equal questions have equal keys. */
export function createQuery(wish: Pick<CallbackQuery, 'range'> & Partial<CallbackQuery>): CallbackQuery {
  return Object.freeze({
    range: Object.freeze({ start: wish.range.start, end: wish.range.end }),
    states: Object.freeze([...new Set(wish.states ?? [])].sort()),
    services: Object.freeze([...new Set(wish.services ?? [])].sort()),
    maximumPerService: wish.maximumPerService ?? DEFAULT_MAXIMUM_PER_SERVICE,
    properties: Object.freeze({ ...(wish.properties ?? {}) }),
  });
}

/** Two queries with the same key ask the same question. */
export function queryKey(query: CallbackQuery): string {
  const properties = Object.entries(query.properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    query.range.start,
    query.range.end,
    query.states,
    query.services,
    query.maximumPerService,
    properties,
  ]);
}

/**
 * Whether a record that a server listed is asked for. Whether servers filter by state, service and property is not certain (GMS
 * reference, unknowns), so every transport asks this of what it got. The range is the server's affair.
 */
export function isAskedFor(record: CallbackRecord, query: CallbackQuery): boolean {
  if (query.services.length > 0 && !query.services.includes(record.serviceName)) return false;
  if (query.states.length > 0 && !(query.states as readonly string[]).includes(record.state)) return false;
  return hasValues(record, query.properties);
}

/** Whether nothing that a record shows contradicts values by key; a value that begins with `!` is one that must differ. */
export function hasValues(record: CallbackRecord, values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).every(([key, value]) => hasValue(record, key, value));
}

/** A property that is filtered by need not be among those that are returned: then only the server can judge. So it is with times. */
function hasValue(record: CallbackRecord, key: string, value: string): boolean {
  const ref = fieldRefOf(key);
  const found = ref.kind === 'known' ? record[ref.field] : record.properties[ref.name];
  if (typeof found !== 'string') return true;
  return value.startsWith('!') ? found !== value.slice(1) : found === value;
}

import type { CallbackState } from '../../src/domain/callback.js';
import { CALLBACK_STATES } from '../../src/domain/callback.js';
import type { FieldRef } from '../../src/domain/keys.js';
import { isCounted, shownCount } from './admission/counters.js';
import { MOCK_SECTION } from './options/mock-switches.js';
import { applicationChoiceOf, serviceNames } from './options/options.js';
import { inDesiredOrder } from './state/desired-order.js';
import { propertyOf } from './state/record.js';
import type { EngineRecord } from './state/record.js';
import type { EngineState } from './state/state.js';

/** What is asked of the queues. Times in epoch milliseconds; both ends belong to the span, unless the mock was told otherwise. */
export interface QueueListing {
  /** Names of services; absent = every callback service. */
  readonly services?: readonly string[];
  readonly start: number;
  readonly end: number;
  /** At most this many records per service. */
  readonly max?: number;
  /** Absent or empty = every state. */
  readonly states?: readonly string[];
  readonly matches?: (record: EngineRecord) => boolean;
}

/** A field with the exact text it must have, or must not have. A field that is absent has no text. */
export interface FieldCriterion {
  readonly ref: FieldRef;
  readonly value: string;
  readonly negate: boolean;
}

/** A search by the fields of records. */
export interface FieldSearch {
  /** Absent = every callback service. */
  readonly serviceName?: string;
  readonly criteria: readonly FieldCriterion[];
  readonly operand: 'AND' | 'OR';
}

/** The callback of an id. */
export function findById(state: EngineState, id: string): EngineRecord | undefined {
  return state.records.get(id);
}

/** Records by service whose desired time lies in the span, the oldest first. A service without one is there with an empty list. */
export function listByQueues(state: EngineState, listing: QueueListing): ReadonlyMap<string, readonly EngineRecord[]> {
  const { start, end, matches, max = Number.POSITIVE_INFINITY } = listing;
  const known = serviceNames(state);
  const wanted = listing.services === undefined ? known : known.filter((name) => listing.services?.includes(name));
  const byService = new Map<string, EngineRecord[]>(wanted.map((name) => [name, []]));
  const states = listing.states?.length === 0 ? undefined : listing.states;
  const last = applicationChoiceOf(state, MOCK_SECTION, 'range-ends') === 'start' ? end - 1 : end;
  for (const record of state.records.values()) {
    if (record.desiredTime < start || record.desiredTime > last) continue;
    if (states?.includes(record.state) === false || matches?.(record) === false) continue;
    byService.get(record.serviceName)?.push(record);
  }
  for (const [name, records] of byService) byService.set(name, inDesiredOrder(records).slice(0, Math.max(0, max)));
  return byService;
}

/** Records that meet all criteria, or one of them, the oldest first. Without a criterion every record does. */
export function findByFields(
  state: EngineState,
  { serviceName, criteria, operand }: FieldSearch,
): readonly EngineRecord[] {
  const isMet = (record: EngineRecord) => (criterion: FieldCriterion) =>
    (fieldText(record, criterion.ref) === criterion.value) !== criterion.negate;
  const isFound = (record: EngineRecord): boolean =>
    operand === 'AND' || criteria.length === 0 ? criteria.every(isMet(record)) : criteria.some(isMet(record));
  const found: EngineRecord[] = [];
  for (const record of state.records.values()) {
    if ((serviceName === undefined || record.serviceName === serviceName) && isFound(record)) found.push(record);
  }
  return inDesiredOrder(found);
}

/**
 * Callbacks handed to ORS and not completed, by service and in sum; of the services named, or of all. A PAUSED one counts: it was handed
 * over before its service was paused, and keeps the session it has (GMS reference, counter watermarks; states). Which states count is
 * a switch of the mock. Counters follow with a delay.
 */
export function watermarks(
  state: EngineState,
  services?: readonly string[],
): { readonly services: Readonly<Record<string, number>>; readonly total: number } {
  const known = serviceNames(state);
  const counts = new Map(known.filter((name) => services?.includes(name) !== false).map((name) => [name, 0]));
  for (const record of state.records.values()) {
    const count = counts.get(record.serviceName);
    if (count !== undefined && isCounted(state.settings, record)) counts.set(record.serviceName, count + 1);
  }
  let total = 0;
  for (const [name, count] of counts) {
    const shown = shownCount(state, name, count);
    counts.set(name, shown);
    total += shown;
  }
  return { services: Object.fromEntries(counts), total };
}

/** Number of records in each state; those without any are there with 0. */
export function countsByState(state: EngineState): Readonly<Record<CallbackState, number>> {
  const counts = Object.fromEntries(CALLBACK_STATES.map((name) => [name, 0])) as Record<CallbackState, number>;
  for (const record of state.records.values()) counts[record.state] += 1;
  return counts;
}

/** Every stored record that was completed with a reason, the oldest first. */
export function cancelledWith(state: EngineState, reason: string): readonly EngineRecord[] {
  return inDesiredOrder([...state.records.values()].filter((record) => record.reason === reason));
}

/** The text of a field, times as epoch milliseconds; undefined when the record has none. */
function fieldText(record: EngineRecord, ref: FieldRef): string | undefined {
  if (ref.kind === 'property') return propertyOf(record, ref.name);
  const value = record[ref.field];
  return value === undefined ? undefined : String(value);
}

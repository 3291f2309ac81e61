import type { CallbackRecord } from '../../src/domain/callback.js';
import { FIELD_KEYS } from '../../src/domain/keys.js';
import { isAskedFor } from '../../src/domain/query.js';
import type { CallbackQuery } from '../../src/domain/query.js';
import { findById, serviceNames } from '../engine/engine.js';
import type { EngineRecord, EngineState } from '../engine/engine.js';
import { filterKeysOf, passesFilters, returnedKeysOf } from './query-rules.js';

/** Callbacks as somebody who asks without a wire gets them: what an answer over HTTP would show of them. */

/** Filters by which this server filters; it leaves others aside, as over HTTP, and whoever asked judges what it sees. */
export function filtersOf(state: EngineState, query: CallbackQuery): readonly (readonly [string, string])[] {
  const allowed = filterKeysOf(state);
  return Object.entries(query.properties).filter(([key]) => allowed.has(key));
}

/** What changed in the answer to a query, when these callbacks did. */
export function changesOf(
  state: EngineState,
  query: CallbackQuery,
  ids: ReadonlySet<string>,
): { readonly upserts: readonly CallbackRecord[]; readonly removals: readonly string[] } {
  const upserts: CallbackRecord[] = [];
  const removals: string[] = [];
  const show = shownBy(state);
  for (const id of ids) {
    const record = findById(state, id);
    const shown = record !== undefined && isListed(state, query, record) ? show(record) : undefined;
    if (shown !== undefined && isAskedFor(shown, query)) upserts.push(shown);
    else removals.push(id);
  }
  return { upserts, removals };
}

/** Whether the server lists a record for a query: its part of the filters, as over HTTP. */
function isListed(state: EngineState, query: CallbackQuery, record: EngineRecord): boolean {
  const { range } = query;
  if (record.desiredTime < range.start || record.desiredTime > range.end) return false;
  return passesFilters(record, filtersOf(state, query));
}

/** Shows records as a list does: with the properties that the server returns. */
export function shownBy(state: EngineState): (record: EngineRecord) => CallbackRecord {
  const keysByService = new Map(serviceNames(state).map((name) => [name, returnedKeysOf(state, name)]));
  return (record) => {
    const keys = keysByService.get(record.serviceName);
    const { orsSessionId, ...whole } = wholeRecord(record);
    const properties = Object.fromEntries(Object.entries(whole.properties).filter(([key]) => keys?.has(key)));
    const isSessionShown = orsSessionId !== undefined && keys?.has(FIELD_KEYS.orsSessionId) === true;
    return { ...whole, ...(isSessionShown && { orsSessionId }), properties };
  };
}

/** The record without what only the engine knows of it. */
export function wholeRecord(record: EngineRecord): CallbackRecord {
  const { id, serviceName, state, reason, desiredTime, expirationTime, customerNumber, orsSessionId } = record;
  return {
    id,
    serviceName,
    state,
    ...(reason !== undefined && { reason }),
    desiredTime,
    expirationTime,
    customerNumber,
    ...(orsSessionId !== undefined && { orsSessionId }),
    properties: record.properties,
  };
}

import { FIELD_KEYS } from '../../../src/domain/keys.js';
import { readPropertyQuery, readQueuesQuery } from '../../../src/wire/queries.js';
import { writeRecord } from '../../../src/wire/records.js';
import { applicationChoiceOf, applicationOptionOf, findById, listByQueues, serviceNames } from '../../engine/engine.js';
import type { EngineRecord, EngineState } from '../../engine/engine.js';
import { MOCK_SECTION } from '../../engine/options/mock-switches.js';
import { readNumber } from '../../engine/options/options.js';
import type { MockEngine } from '../../mock-engine.js';
import {
  DEFAULT_WINDOW,
  filterKeysOf,
  findByLookupKeys,
  passesFilters,
  returnedKeysOf,
} from '../../shell/query-rules.js';
import { requireService, valueOf } from './callbacks.js';
import type { Exchange } from '../exchange.js';
import { jsonChunks } from '../json-chunks.js';
import { problemFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';
import { timeReaderOf } from '../times.js';

/** The three ways to ask for callbacks (GMS reference, endpoint table). */

/** Answers a query by id or by properties, over all services or within one. */
export function queryCallbacks(exchange: Exchange): Reply {
  const serviceName = exchange.service === '' ? undefined : requireService(exchange);
  const query = valueOf(readPropertyQuery(exchange.parameters));
  if (query.id !== undefined) return queryById(exchange, query.id);
  if (query.criteria.length === 0) throw problemFailure([{ path: '_id', code: 'required' }]);
  const state = exchange.engine.current;
  const { operand, criteria } = query;
  const services = serviceName === undefined ? exchange.caller.services : [serviceName];
  const records = findByLookupKeys(state, { services, operand, criteria });
  return success(writeRecords(exchange, records));
}

/** A record that is asked for by id shows every property; one that does not exist for the caller is an empty list. */
function queryById({ engine, caller, routes, service }: Exchange, id: string): Reply {
  const record = findById(engine.current, id);
  if (record === undefined || !caller.sees(record.serviceName)) return success([]);
  if (service !== '' && record.serviceName !== service) return success([]);
  return success([{ ...writeRecord(record), [urlKey(engine)]: routes.record(record.serviceName, record.id) }]);
}

/**
 * Answers a query by queues: what the management page lists. Parameters by which this server does not filter are left aside, as other
 * servers do with parameters they do not know, and are named in the log.
 */
export function queryQueues(exchange: Exchange): Reply {
  const query = valueOf(readQueuesQuery(exchange.parameters, timeReaderOf(exchange)));
  const state = exchange.engine.current;
  const { target } = query;
  const services = target === undefined ? exchange.caller.services : [requireService({ ...exchange, service: target })];
  const allowed = filterKeysOf(state);
  const filters = query.filters.filter(([key]) => allowed.has(key));
  const ignored = query.filters.flatMap(([key]) => (allowed.has(key) ? [] : [key]));
  const found = listByQueues(state, {
    services,
    start: query.start ?? state.now - DEFAULT_WINDOW.back,
    end: query.end ?? state.now + DEFAULT_WINDOW.ahead,
    max: query.maximum ?? defaultMaximum(state),
    ...(query.states.length > 0 && { states: query.states }),
    ...(filters.length > 0 && { matches: (record: EngineRecord) => passesFilters(record, filters) }),
  });
  const chunks = jsonChunks(found, recordWriter(exchange));
  return { status: 200, chunks, ...(ignored.length > 0 && { ignored }) };
}

function writeRecords(exchange: Exchange, records: readonly EngineRecord[]): readonly object[] {
  return records.map(recordWriter(exchange));
}

/** Writes records as a list shows them: what their services return at this moment, whenever they are written. */
function recordWriter({ engine, routes }: Exchange): (record: EngineRecord) => object {
  const state = engine.current;
  const key = urlKey(engine);
  const shown = new Map(
    serviceNames(state).map((name) => [name, { keys: returnedKeysOf(state, name), address: routes.service(name) }]),
  );
  return (record) => {
    const { keys, address } = shown.get(record.serviceName) ?? {};
    return { ...writeRecord(record, keys), [key]: `${address ?? ''}/${encodeURIComponent(record.id)}` };
  };
}

function urlKey({ current }: MockEngine): string {
  return applicationChoiceOf(current, MOCK_SECTION, 'url-key') ?? FIELD_KEYS.url;
}

/** How many a service lists when nobody says so. */
function defaultMaximum(state: EngineState): number {
  return readNumber(applicationOptionOf(state, MOCK_SECTION, 'queues-maximum')) ?? Number.POSITIVE_INFINITY;
}

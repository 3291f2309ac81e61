import { readPropertyQuery, readQueuesQuery } from '../../src/wire/queries.js';
import { writeRecord } from '../../src/wire/records.js';
import { findById, listByQueues } from '../engine/engine.js';
import type { EngineRecord } from '../engine/engine.js';
import { DEFAULT_WINDOW, filterKeysOf, findByLookupKeys, passesFilters, returnedKeysOf } from '../shell/query-rules.js';
import { requireService, valueOf } from './callback-endpoints.js';
import type { Exchange } from './exchange.js';
import { problemFailure } from './refusals.js';
import { success } from './reply.js';
import type { Reply } from './reply.js';

/** The three ways to ask for callbacks (GMS reference, endpoint table). */

/** Answers a query by id or by properties, over all services or within one. */
export function queryCallbacks(exchange: Exchange): Reply {
  const serviceName = exchange.service === '' ? undefined : requireService(exchange);
  const query = valueOf(readPropertyQuery(exchange.parameters));
  if (query.id !== undefined) return queryById(exchange, query.id);
  if (query.criteria.length === 0) throw problemFailure([{ path: '_id', code: 'required' }]);
  const state = exchange.engine.current;
  const { operand, criteria } = query;
  const records = findByLookupKeys(state, { ...(serviceName !== undefined && { serviceName }), operand, criteria });
  return success(writeRecords(exchange, records));
}

/** A record that is asked for by id shows every property; one that does not exist is an empty list. */
function queryById({ engine, routes, service }: Exchange, id: string): Reply {
  const record = findById(engine.current, id);
  if (record === undefined || (service !== '' && record.serviceName !== service)) return success([]);
  return success([writeRecord({ ...record, url: routes.record(record.serviceName, record.id) })]);
}

/**
 * Answers a query by queues: what the management page lists. Parameters by which this server does not filter are left aside, as other
 * servers do with parameters they do not know, and are named in the log.
 */
export function queryQueues(exchange: Exchange): Reply {
  const query = valueOf(readQueuesQuery(exchange.parameters));
  const state = exchange.engine.current;
  const services = query.target === undefined ? undefined : [requireService({ ...exchange, service: query.target })];
  const allowed = filterKeysOf(state);
  const filters = query.filters.filter(([key]) => allowed.has(key));
  const ignored = query.filters.flatMap(([key]) => (allowed.has(key) ? [] : [key]));
  const found = listByQueues(state, {
    ...(services && { services }),
    start: query.start ?? state.now - DEFAULT_WINDOW.back,
    end: query.end ?? state.now + DEFAULT_WINDOW.ahead,
    ...(query.maximum !== undefined && { max: query.maximum }),
    ...(query.states.length > 0 && { states: query.states }),
    ...(filters.length > 0 && { matches: (record: EngineRecord) => passesFilters(record, filters) }),
  });
  const body = Object.fromEntries([...found].map(([name, records]) => [name, writeRecords(exchange, records)]));
  return { ...success(body), ...(ignored.length > 0 && { ignored }) };
}

function writeRecords({ engine, routes }: Exchange, records: readonly EngineRecord[]): readonly object[] {
  const state = engine.current;
  const shown = new Map(
    [...new Set(records.map(({ serviceName }) => serviceName))].map((name) => [
      name,
      { keys: returnedKeysOf(state, name), address: routes.service(name) },
    ]),
  );
  return records.map((record) => {
    const { keys, address } = shown.get(record.serviceName) ?? {};
    return { ...writeRecord(record, keys), _url: `${address ?? ''}/${encodeURIComponent(record.id)}` };
  });
}

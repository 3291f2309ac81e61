import { readDiscardOrsFailure } from '../../../src/wire/queries.js';
import { readCreateRequest, readUpdateRequest } from '../../../src/wire/requests.js';
import type { Reading } from '../../../src/wire/requests.js';
import type { Fields } from '../../../src/wire/values.js';
import { countedParameters, findById, serviceNames } from '../../engine/engine.js';
import { readFields } from '../body.js';
import type { Exchange } from '../exchange.js';
import { problemFailure, refusalFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';
import { writeStart } from './start-reply.js';

/** Start, change and cancel one callback (GMS reference, endpoint table). */

/** Starts a callback in the service of the exchange, from fields that were read already. */
export function createCallback(exchange: Exchange, fields: Fields): Reply {
  const serviceName = requireService(exchange);
  const { redirect, ...wish } = valueOf(readCreateRequest(fields));
  const headers = countedHeaders(exchange, serviceName);
  const result = exchange.engine.execute({ type: 'create', serviceName, ...wish, ...(headers && { headers }) });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success(writeStart(exchange, result.value.id));
}

/** Changes a callback: its time while it is scheduled, its properties while it lives. Clients ignore the body. */
export async function updateCallback(exchange: Exchange): Promise<Reply> {
  const serviceName = requireService(exchange);
  const { desiredTime, ...change } = valueOf(readUpdateRequest(await readFields(exchange.request)));
  const { engine, id } = exchange;
  // Some clients send the record's present time along with a changed property: that is no wish to move it.
  const moves = desiredTime !== undefined && desiredTime !== findById(engine.current, id)?.desiredTime;
  const result = engine.execute({ type: 'update', serviceName, id, ...change, ...(moves && { desiredTime }) });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success({});
}

/** Cancels a callback. Clients ignore the body. */
export function cancelCallback(exchange: Exchange): Reply {
  const discardOrsFailure = readDiscardOrsFailure(exchange.parameters);
  const result = exchange.engine.execute({
    type: 'cancel',
    serviceName: requireService(exchange),
    id: exchange.id,
    discardOrsFailure,
  });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success({});
}

/** Headers by which the service counts requests, under its own spelling of their names; undefined when there is none. */
function countedHeaders({ engine, request }: Exchange, service: string): Readonly<Record<string, string>> | undefined {
  const sent = new Map(request.headers);
  const found = countedParameters(engine.current.settings, service).flatMap((name): [string, string][] => {
    const value = sent.get(name.toLowerCase());
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The service of the address, which must be a callback service that exists for the caller. */
export function requireService({ engine, caller, service }: Exchange): string {
  if (serviceNames(engine.current).includes(service) && caller.sees(service)) return service;
  throw refusalFailure({ code: 'unknown-service', details: { service } });
}

/** The value of a reading, or the answer that says what is wrong. */
export function valueOf<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw problemFailure(reading.problems);
}

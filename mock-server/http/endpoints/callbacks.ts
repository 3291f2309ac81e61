import { FIELD_KEYS } from '../../../src/domain/keys.js';
import { refusalOf } from '../../../src/domain/lifecycle.js';
import { readDiscardOrsFailure } from '../../../src/wire/queries.js';
import { readCreateRequest, readUpdateRequest } from '../../../src/wire/requests.js';
import type { Reading } from '../../../src/wire/requests.js';
import type { Fields } from '../../../src/wire/values.js';
import { countedParameters, findById, serviceNames, settingsFor } from '../../engine/engine.js';
import type { Asked, EngineRecord } from '../../engine/engine.js';
import { readFields } from '../body.js';
import type { Exchange } from '../exchange.js';
import { problemFailure, refusalFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';
import { writeStart } from '../start-reply.js';
import { timeReaderOf } from '../times.js';

/** Start, change and cancel one callback (GMS reference, endpoint table). */

/** Starts a callback in the service of the exchange, from fields that were read already. */
export function createCallback(exchange: Exchange, fields: Fields): Reply {
  const serviceName = requireService(exchange);
  const { redirect, ...wish } = valueOf(readCreateRequest(fields, timeReaderOf(exchange)));
  const headers = countedHeaders(exchange, { customerNumber: '', ...wish, serviceName });
  const result = exchange.engine.execute({ type: 'create', serviceName, ...wish, ...(headers && { headers }) });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success(writeStart(exchange, result.value.id));
}

/** Changes a callback: its time while it is scheduled, its properties while it lives. Clients ignore the body. */
export async function updateCallback(exchange: Exchange): Promise<Reply> {
  const serviceName = requireService(exchange);
  const read = valueOf(readUpdateRequest(await readFields(exchange.request), timeReaderOf(exchange)));
  const { desiredTime, isTimeRepeated, ...change } = read;
  const { engine, id } = exchange;
  const record = findById(engine.current, id);
  // Some clients send the record's present time along with a changed property: that is no wish to move it.
  const isOther = desiredTime !== undefined && desiredTime !== record?.desiredTime;
  const isIgnored = isOther && isTimeRepeated === true && record !== undefined && staysAtItsTime(record);
  const moved = isOther && !isIgnored ? { desiredTime } : {};
  const result = engine.execute({ type: 'update', serviceName, id, ...change, ...moved });
  if (!result.ok) throw refusalFailure(result.refusal);
  const { id: changed } = result.value;
  // A completed callback that is wished for again is a new one, and answered like one.
  if (changed !== id) return success(writeStart(exchange, changed));
  return { ...success({}), ...(isIgnored && { ignored: [FIELD_KEYS.desiredTime] }) };
}

/** Whether a callback can be changed, and no longer be moved: then a time under the key of the record is left aside. */
function staysAtItsTime({ state }: EngineRecord): boolean {
  return refusalOf(state, 'reschedule') !== undefined && refusalOf(state, 'edit-properties') === undefined;
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
function countedHeaders({ engine, request }: Exchange, asked: Asked): Readonly<Record<string, string>> | undefined {
  const sent = new Map(request.headers);
  const settings = settingsFor(engine.current.settings, asked);
  const found = countedParameters(settings, asked.serviceName).flatMap((name): [string, string][] => {
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

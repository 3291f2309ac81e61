import { readDiscardOrsFailure } from '../../src/wire/queries.js';
import { readCreateRequest, readUpdateRequest } from '../../src/wire/requests.js';
import type { Reading } from '../../src/wire/requests.js';
import { writeDialog } from '../../src/wire/replies.js';
import { findById, serviceNames } from '../engine/engine.js';
import { readFields } from './body.js';
import type { Exchange } from './exchange.js';
import { problemFailure, refusalFailure } from './refusals.js';
import { success } from './reply.js';
import type { Reply } from './reply.js';

/** Start, change and cancel one callback (GMS reference, endpoint table). */

/** Starts a callback. */
export async function createCallback(exchange: Exchange): Promise<Reply> {
  const serviceName = requireService(exchange);
  const wish = valueOf(readCreateRequest(await readFields(exchange.request)));
  const result = exchange.engine.execute({ type: 'create', serviceName, ...wish });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success(writeDialog(result.value.id));
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

/** The service of the address, which must be a callback service. */
export function requireService({ engine, service }: Exchange): string {
  if (serviceNames(engine.current).includes(service)) return service;
  throw refusalFailure({ code: 'unknown-service', details: { service } });
}

/** The value of a reading, or the answer that says what is wrong. */
export function valueOf<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw problemFailure(reading.problems);
}

import { readCreateRequest } from '../../../src/wire/requests.js';
import type { Fields } from '../../../src/wire/values.js';
import { destinationOf } from '../../engine/engine.js';
import type { Destination } from '../../engine/engine.js';
import { requireCredentials } from '../access.js';
import { answerService } from './basic.js';
import { readFields } from '../body.js';
import { createCallback, requireService, valueOf } from './callbacks.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import type { Reply } from '../reply.js';

/** Starts a callback, or whatever the service redirects to: then the answer is that service's own. */
export async function startCallback(exchange: Exchange): Promise<Reply> {
  requireService(exchange);
  const fields = await readFields(exchange.request);
  const { service, isCallback, origin } = destination(exchange, fields);
  const redirected = { ...exchange, service };
  return isCallback ? createCallback(redirected, fields) : answerService(redirected, fields, origin);
}

/** Where the request ends. Its credentials must open that service too, as if it had been asked directly. */
function destination({ engine, caller, service, request: { headers } }: Exchange, fields: Fields): Destination {
  const { redirect, customerNumber = '', properties } = valueOf(readCreateRequest(fields));
  const request = { serviceName: service, customerNumber, properties, ...(redirect !== undefined && { redirect }) };
  const followed = destinationOf(engine.current.settings, request, caller.sees);
  if ('refusal' in followed) throw refusalFailure(followed.refusal);
  if (followed.destination.service !== service)
    requireCredentials(engine.current, headers, followed.destination.service);
  return followed.destination;
}

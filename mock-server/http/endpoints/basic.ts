import { EXCEPTIONS } from '../../../src/wire/errors.js';
import {
  readAccessRequest,
  readMatchRequest,
  readStoredValues,
  writeAccess,
  writeInteraction,
  writeMatch,
} from '../../../src/wire/interactions.js';
import type { Fields } from '../../../src/wire/values.js';
import { basicServiceOf, matchInteraction, noSuchCall, noSuchId } from '../../engine/engine.js';
import type { BasicService } from '../../engine/engine.js';
import { knowsId } from '../../shell/access/rules.js';
import { requireWriting } from '../access.js';
import { readFields } from '../body.js';
import { isCalendarService, queryCalendarService } from './calendar.js';
import { valueOf } from './callbacks.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import { success, WireFailure } from '../reply.js';
import type { Reply } from '../reply.js';

/** Services that are no callback services (GMS reference, other endpoints). */

type Answer = (exchange: Exchange, fields: Fields, origin?: string) => Reply;

const ANSWERS: Readonly<Record<BasicService, Answer>> = {
  hello: () => success({ msg: 'hello' }),
  'request-interaction': requestInteraction,
  'match-interaction': matchCall,
  'request-access': requestAccess,
};

/** Answers a basic service by its kind; office hours and capacities answer what they hold. */
export async function answerBasicService(exchange: Exchange): Promise<Reply> {
  const { request, parameters } = exchange;
  const fields = request.method === 'POST' ? await readFields(request) : Object.fromEntries(parameters);
  return answerService(exchange, fields);
}

/**
 * The same for a request whose fields were read already, for example one that was sent on by a redirect.
 * @param origin the callback service that redirected the request
 */
export function answerService(exchange: Exchange, fields: Fields, origin?: string): Reply {
  if (isCalendarService(exchange)) return queryCalendarService(exchange);
  const basic = basicServiceOf(exchange.engine.current.settings, exchange.service);
  if (basic !== undefined) return ANSWERS[basic](exchange, fields, origin);
  throw refusalFailure({ code: 'not-found', details: { key: `service ${exchange.service}` } });
}

/** What the request says is found again by the call: it is stored under the id of the reply. */
function requestInteraction(exchange: Exchange, fields: Fields, origin?: string): Reply {
  requireChanging(exchange);
  const { _redirect, ...properties } = readStoredValues(fields);
  const { engine, service: serviceName } = exchange;
  const from = origin === undefined ? {} : { origin };
  const result = engine.execute({ type: 'request-interaction', serviceName, properties, ...from });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success(writeInteraction(result.value));
}

/** A callback of other people's services is as unknown as one that is not there. */
function requestAccess(exchange: Exchange, fields: Fields): Reply {
  requireChanging(exchange);
  const id = valueOf(readAccessRequest(fields));
  const { engine, caller, service: serviceName } = exchange;
  if (!knowsId(engine.current, caller, id)) throw refusalFailure(noSuchId(id));
  const result = engine.execute({ type: 'request-access', serviceName, id });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success(writeAccess(result.value));
}

function matchCall({ engine, caller }: Exchange, fields: Fields): Reply {
  const match = valueOf(readMatchRequest(fields));
  const state = engine.current;
  const found = matchInteraction(state, match);
  if ('refusal' in found) throw refusalFailure(found.refusal);
  if (!knowsId(state, caller, found.value.id)) throw refusalFailure(noSuchCall(match.accessNumber));
  return success(writeMatch(found.value.id));
}

/** Services that reserve something take POST from whoever may write, and nothing else. */
function requireChanging({ request, caller }: Exchange): void {
  requireWriting(caller);
  if (request.method === 'POST') return;
  const message = `Method ${request.method} is not allowed.`;
  const error = { message, exception: EXCEPTIONS.general, phrase: 'METHOD_NOT_ALLOWED' };
  throw new WireFailure(405, error, { allow: 'POST' });
}

import { EXCEPTIONS } from '../../src/wire/errors.js';
import { createRoutes, matchRoute } from '../../src/wire/routes.js';
import type { EndpointName, RouteMatch } from '../../src/wire/routes.js';
import type { MockEngine } from '../mock-engine.js';
import { admit, permit } from './access.js';
import { cancelCallbacks, checkPosition, queryWatermarks, reportCancelled } from './endpoints/admin.js';
import { queryAvailabilityV1, queryAvailabilityV2 } from './endpoints/availability.js';
import { answerBasicService } from './endpoints/basic.js';
import { refuseLargeBody } from './body.js';
import { cancelCallback, updateCallback } from './endpoints/callbacks.js';
import { errorStyle } from './error-style.js';
import type { Exchange } from './exchange.js';
import { answerWithFaults } from './faults.js';
import { describePhoneNumber } from './endpoints/phone-number.js';
import { queryCallbacks, queryQueues } from './endpoints/queries.js';
import { failureReply, toResponse, WireFailure } from './reply.js';
import type { Reply } from './reply.js';
import { startCallback } from './endpoints/start.js';
import { forgetStored, queryStored, queryStoredBinary, queryStoredText, storeValues } from './endpoints/storage.js';
import {
  describeTenants,
  provisionServices,
  queryTenants,
  refreshTenants,
  removeServices,
} from './endpoints/tenants.js';

type Endpoint = (exchange: Exchange) => Reply | Promise<Reply>;

/** Who answers what. An endpoint that is missing here answers 404, as a server that does not have it. */
const ENDPOINTS: Readonly<Partial<Record<EndpointName, Readonly<Record<string, Endpoint>>>>> = {
  service: { GET: queryCallbacks, POST: startCallback },
  callbacks: { GET: queryCallbacks },
  record: { PUT: updateCallback, DELETE: cancelCallback },
  queues: { GET: queryQueues },
  watermarks: { GET: queryWatermarks },
  'cancel-many': { POST: cancelCallbacks },
  'report-cancelled': { POST: reportCancelled },
  'check-position': { GET: checkPosition, POST: checkPosition },
  'availability-v1': { GET: queryAvailabilityV1 },
  'availability-v2': { GET: queryAvailabilityV2 },
  'phone-number': { GET: describePhoneNumber },
  storage: { GET: queryStored, POST: storeValues },
  'storage-key': { GET: queryStoredText, DELETE: forgetStored },
  'storage-binary': { GET: queryStoredBinary },
  tenants: { GET: queryTenants, POST: provisionServices, DELETE: removeServices },
  'tenants-info': { GET: describeTenants },
  'tenants-refresh': { POST: refreshTenants },
  'basic-service': { GET: answerBasicService, POST: answerBasicService },
};

/** Answers one request to the GMS wire. Never throws: whatever goes wrong has an error body of the wire, and no stack trace. */
export async function answerGenesys(engine: MockEngine, request: Request, basePath: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  const answered = engine.noteRequest(request.method, pathname);
  const carryOut = async (each: Request): Promise<Response> => {
    const { unhandled, ignored, ...reply } = await replyTo(engine, each, basePath);
    answered({ status: reply.status, ...(unhandled && { unhandled }), ...(ignored && { ignored }) });
    return toResponse(reply, engine.now, each.method);
  };
  const faults = engine.faults.strike(request.method, pathname);
  if (faults.length === 0) return carryOut(request);
  answered({ faults: faults.map(({ id }) => id) });
  return answerWithFaults({ engine, request, faults, carryOut, answered: (status) => answered({ status }) });
}

async function replyTo(engine: MockEngine, request: Request, basePath: string): Promise<Reply> {
  try {
    return await handle(engine, request, basePath);
  } catch (error) {
    return failureReply(asFailure(engine, error), errorStyle(engine));
  }
}

async function handle(engine: MockEngine, request: Request, basePath: string): Promise<Reply> {
  refuseLargeBody(request);
  const url = new URL(request.url);
  const match = matchRoute(url.pathname.slice(basePath.length));
  const state = engine.current;
  const caller = admit(state, request, match);
  const endpoints = match && ENDPOINTS[match.name];
  if (match === undefined || endpoints === undefined) return unknownAddress(engine, request);
  if (request.method === 'OPTIONS') return { status: 204, headers: { allow: match.methods.join(', ') } };
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const endpoint = Object.hasOwn(endpoints, method) ? endpoints[method] : undefined;
  if (endpoint === undefined) throw wrongMethod(request.method, match);
  permit(state, request, match, caller);
  return endpoint({
    engine,
    caller,
    routes: createRoutes(basePath),
    request,
    parameters: url.searchParams,
    service: match.parameters.service ?? '',
    id: match.parameters.id ?? '',
    key: match.parameters.key ?? '',
  });
}

function unknownAddress(engine: MockEngine, request: Request): Reply {
  const { pathname } = new URL(request.url);
  const message = `Nothing answers ${request.method} ${pathname}.`;
  const failure = new WireFailure(404, { message, exception: EXCEPTIONS.notFound, phrase: 'NOT_FOUND' });
  return { ...failureReply(failure, errorStyle(engine)), unhandled: true };
}

function wrongMethod(method: string, { methods }: RouteMatch): WireFailure {
  const error = {
    message: `Method ${method} is not allowed.`,
    exception: EXCEPTIONS.general,
    phrase: 'METHOD_NOT_ALLOWED',
  };
  return new WireFailure(405, error, { allow: methods.join(', ') });
}

function asFailure(engine: MockEngine, error: unknown): WireFailure {
  if (error instanceof WireFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  engine.note({ type: 'failure', message });
  return new WireFailure(500, {
    message: 'The mock failed to answer. Its log says why.',
    exception: EXCEPTIONS.general,
    phrase: 'INTERNAL_ERROR',
  });
}

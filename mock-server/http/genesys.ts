import { EXCEPTIONS } from '../../src/wire/errors.js';
import type { ErrorGeneration } from '../../src/wire/errors.js';
import { createRoutes, matchRoute } from '../../src/wire/routes.js';
import type { EndpointName, RouteMatch } from '../../src/wire/routes.js';
import { applicationOptionOf } from '../engine/engine.js';
import type { MockEngine } from '../mock-engine.js';
import { cancelCallbacks, checkPosition, queryWatermarks, reportCancelled } from './admin-endpoints.js';
import { cancelCallback, createCallback, updateCallback } from './callback-endpoints.js';
import type { Exchange } from './exchange.js';
import { queryCallbacks, queryQueues } from './query-endpoints.js';
import { failureReply, toResponse, WireFailure } from './reply.js';
import type { ErrorStyle, Reply } from './reply.js';

type Endpoint = (exchange: Exchange) => Reply | Promise<Reply>;

/** Who answers what. An endpoint that is missing here answers 404, as a server that does not have it. */
const ENDPOINTS: Readonly<Partial<Record<EndpointName, Readonly<Record<string, Endpoint>>>>> = {
  service: { GET: queryCallbacks, POST: createCallback },
  callbacks: { GET: queryCallbacks },
  record: { PUT: updateCallback, DELETE: cancelCallback },
  queues: { GET: queryQueues },
  watermarks: { GET: queryWatermarks },
  'cancel-many': { POST: cancelCallbacks },
  'report-cancelled': { POST: reportCancelled },
  'check-position': { GET: checkPosition, POST: checkPosition },
};

/** Answers one request to the GMS wire. Never throws: whatever goes wrong has an error body of the wire, and no stack trace. */
export async function answerGenesys(engine: MockEngine, request: Request, basePath: string): Promise<Response> {
  const url = new URL(request.url);
  const answered = engine.noteRequest(request.method, url.pathname);
  let reply: Reply;
  try {
    reply = await handle(engine, request, basePath);
  } catch (error) {
    reply = failureReply(asFailure(engine, error), errorStyle(engine));
  }
  const { status, unhandled, ignored } = reply;
  answered({ status, ...(unhandled && { unhandled }), ...(ignored && { ignored }) });
  return toResponse(reply, engine.now);
}

async function handle(engine: MockEngine, request: Request, basePath: string): Promise<Reply> {
  const url = new URL(request.url);
  const match = matchRoute(url.pathname.slice(basePath.length));
  const endpoints = match && ENDPOINTS[match.name];
  if (match === undefined || endpoints === undefined) return unknownAddress(engine, request);
  const endpoint = Object.hasOwn(endpoints, request.method) ? endpoints[request.method] : undefined;
  if (endpoint === undefined) throw wrongMethod(request.method, match);
  return endpoint({
    engine,
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
  return new WireFailure(405, error, methods);
}

/** Options of the mock's own section: `error-body` (8.5.2, 8.5.1, oldest) and `error-code`. */
function errorStyle(engine: MockEngine): ErrorStyle {
  const generation = applicationOptionOf(engine.current, 'mock', 'error-body');
  const code = Number(applicationOptionOf(engine.current, 'mock', 'error-code') ?? Number.NaN);
  return {
    generation: isGeneration(generation) ? generation : '8.5.2',
    ...(Number.isInteger(code) && { code }),
  };
}

function isGeneration(text: string | undefined): text is ErrorGeneration {
  return text === '8.5.2' || text === '8.5.1' || text === 'oldest';
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

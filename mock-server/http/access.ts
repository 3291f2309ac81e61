import { EXCEPTIONS } from '../../src/wire/errors.js';
import { CONTACT_CENTER_HEADER, USER_HEADER } from '../../src/wire/headers.js';
import type { EndpointName, RouteMatch } from '../../src/wire/routes.js';
import { findById, serviceNames } from '../engine/engine.js';
import type { EngineState } from '../engine/engine.js';
import { callerOf } from '../shell/access/rules.js';
import type { Caller } from '../shell/access/rules.js';
import { authenticate } from '../shell/access/basic-auth.js';
import { unknownTenant } from '../shell/access/contact-centers.js';
import { WireFailure } from './reply.js';

/** Who may come in at all: credentials, the person, the tenant (GMS reference, Basic authentication; roles and permissions). */

/** Methods by which an endpoint changes something. Of the basic services only some do; they look themselves. */
const WRITES: Readonly<Partial<Record<EndpointName, readonly string[]>>> = {
  service: ['POST'],
  record: ['PUT', 'DELETE'],
  'cancel-many': ['POST'],
  storage: ['POST'],
  'storage-key': ['DELETE'],
};

/** Endpoints whose address names a callback service. */
const CALLBACK_SERVICES: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'service',
  'record',
  'availability-v1',
  'availability-v2',
]);

/**
 * Lets a request in by its credentials and its person.
 * @param match absent when nothing has the address: the server asks for its own credentials all the same
 * @throws WireFailure 401, 403, or 500 when the credentials are configured in a way that no server can work with.
 */
export function admit(state: EngineState, { headers }: Request, match: RouteMatch | undefined): Caller {
  switch (authenticate(state, headers.get('authorization'), match && serviceOf(state, match))) {
    case 'refused':
      throw unauthorised();
    case 'misconfigured':
      throw misconfigured();
    case 'passed':
  }
  const caller = callerOf(state, headers.get(USER_HEADER) ?? undefined);
  if (!caller.mayEnter) throw forbidden('The person has no role and cannot log in.');
  return caller;
}

/**
 * Lets a request of somebody who is known on to its endpoint.
 * @throws WireFailure 403 when the role does not allow it, 400 for a tenant that a shared GMS does not know.
 */
export function permit(state: EngineState, request: Request, match: RouteMatch, caller: Caller): void {
  if (WRITES[match.name]?.includes(request.method) === true) requireWriting(caller);
  // A service that is not there is told first.
  if (CALLBACK_SERVICES.has(match.name) && !serviceNames(state).includes(match.parameters.service ?? '')) return;
  const tenant = unknownTenant(state, request.headers.get(CONTACT_CENTER_HEADER));
  if (tenant === undefined) return;
  throw new WireFailure(400, {
    message: `Callback Contact Center ID: ${tenant} is not configured in transaction list.`,
    exception: EXCEPTIONS.notFound,
    phrase: 'BAD_PARAMETER',
  });
}

/** @throws WireFailure 403 when the caller may only look. */
export function requireWriting({ mayWrite }: Caller): void {
  if (!mayWrite) throw forbidden('The role of the person only allows looking at callbacks.');
}

/** The answer to somebody who may not do that. */
export function forbidden(message: string): WireFailure {
  return new WireFailure(403, { message, exception: EXCEPTIONS.access, phrase: 'FORBIDDEN' });
}

/** The service an address names, by itself or by the id of one of its callbacks. */
function serviceOf(state: EngineState, { parameters: { service, id } }: RouteMatch): string | undefined {
  return service ?? (id === undefined ? undefined : findById(state, id)?.serviceName);
}

function unauthorised(): WireFailure {
  const error = {
    message: 'User name and password are required.',
    exception: EXCEPTIONS.access,
    phrase: 'UNAUTHORIZED',
  };
  return new WireFailure(401, error, { 'www-authenticate': 'Basic realm="genesys", charset="UTF-8"' });
}

function misconfigured(): WireFailure {
  const message = 'The service has a user name and no password. Check options username and password.';
  return new WireFailure(500, { message, exception: EXCEPTIONS.general, phrase: 'INTERNAL_ERROR' });
}

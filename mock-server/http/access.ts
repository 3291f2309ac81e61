import { EXCEPTIONS } from '../../src/wire/errors.js';
import { CONTACT_CENTER_HEADER, USER_HEADER } from '../../src/wire/headers.js';
import type { EndpointName, RouteMatch } from '../../src/wire/routes.js';
import { serviceKindOf } from '../../src/domain/service-options/service-kind.js';
import type { EngineState } from '../engine/engine.js';
import { allowsBulk, callerOf, serviceOfId } from '../shell/access/rules.js';
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
 * Lets a request in by its credentials and its person. The credentials of a service that does not exist for the person are not asked for:
 * that would tell of it.
 * @param match absent when nothing has the address: the server asks for its own credentials all the same
 * @throws WireFailure 401, 403, or 500 when the credentials are configured in a way that no server can work with.
 */
export function admit(state: EngineState, { headers }: Request, match: RouteMatch | undefined): Caller {
  const caller = callerOf(state, headers.get(USER_HEADER) ?? undefined);
  requireCredentials(state, headers, match && visibleServiceOf(state, caller, match));
  if (caller.mayEnter) return caller;
  throw forbidden(
    caller.person === undefined
      ? 'The request names nobody whom the server knows.'
      : 'The person has no role and cannot log in.',
  );
}

/**
 * Asks for the credentials of a service, or of the server alone.
 * @throws WireFailure 401, or 500 when they are configured in a way that no server can work with.
 */
export function requireCredentials(state: EngineState, headers: Headers, service?: string): void {
  switch (authenticate(state, headers.get('authorization'), service)) {
    case 'refused':
      throw unauthorised();
    case 'misconfigured':
      throw misconfigured();
    case 'passed':
  }
}

/**
 * Lets a request of somebody who is known on to its endpoint.
 * @throws WireFailure 403 when the role does not allow it, 400 for a tenant that a shared GMS does not know.
 */
export function permit(state: EngineState, request: Request, match: RouteMatch, caller: Caller): void {
  if (WRITES[match.name]?.includes(request.method) === true) requireWriting(caller);
  // A service that is not there is told first.
  if (CALLBACK_SERVICES.has(match.name) && !caller.services.includes(match.parameters.service ?? '')) return;
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

/** @throws WireFailure 403 when bulk cancel and export are switched off for everybody. */
export function requireBulk(state: EngineState): void {
  if (!allowsBulk(state))
    throw forbidden('Bulk cancel and export are disabled by disable-bulk-cancel-and-export-callback.');
}

/** The answer to somebody who may not do that. */
export function forbidden(message: string): WireFailure {
  return new WireFailure(403, { message, exception: EXCEPTIONS.access, phrase: 'FORBIDDEN' });
}

/** The service an address names, by itself or by the id of one of its callbacks, as far as the caller may know. */
function visibleServiceOf(
  state: EngineState,
  { mayEnter, sees }: Caller,
  { parameters: { service, id } }: RouteMatch,
): string | undefined {
  const named = service ?? (id === undefined ? undefined : serviceOfId(state, id));
  if (named === undefined || !mayEnter) return undefined;
  const options = state.settings.services.get(named);
  const isFiltered = options === undefined || serviceKindOf(options) === 'callback';
  return isFiltered && !sees(named) ? undefined : named;
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

import type { Options } from '../../../src/domain/service.js';
import { CONTACT_CENTER_HEADER } from '../../../src/wire/headers.js';
import type { Reading } from '../../../src/wire/requests.js';
import { readSectionNames, readServiceSections, writeServiceSections } from '../../../src/wire/tenants.js';
import { isInReach } from '../../shell/access/rules.js';
import { isShared } from '../../shell/access/contact-centers.js';
import { forbidden } from '../access.js';
import { readJson } from '../body.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import { success, WireFailure } from '../reply.js';
import type { Reply } from '../reply.js';

/**
 * Provisioning of services, as the shared GMS has it (GMS reference, other endpoints). Administrators may, and whoever the mock was told
 * nothing of. A body of the wrong form is answered without words, a wrong option with the words that say what it accepts.
 */

const WRONG_BODY: Reply = { status: 400 };
const NOT_FOUND: Reply = { status: 404 };
const DONE: Reply = { status: 200 };

/** Answers the sections of all services that the caller may set up, as they were written. */
export function queryTenants(exchange: Exchange): Reply {
  requirePermission(exchange);
  const { services } = exchange.engine.current.settings;
  return success(writeServiceSections([...services].filter(([name]) => mayTouch(exchange, name))));
}

/** Creates services, or replaces all options of those that are there: every section of the body, or none. */
export async function provisionServices(exchange: Exchange): Promise<Reply> {
  requirePermission(exchange);
  if (!isJson(exchange)) return unsupported();
  const reading = await readBody(exchange, readServiceSections);
  if (!reading.ok) return WRONG_BODY;
  for (const [name, options] of reading.value) if (!mayTouch(exchange, name, options)) throw requiresPermission();
  return provision(exchange, Object.fromEntries(reading.value), []);
}

/** Removes services: every one of the body, or none. */
export async function removeServices(exchange: Exchange): Promise<Reply> {
  requirePermission(exchange);
  if (!isJson(exchange)) return unsupported();
  const reading = await readBody(exchange, readSectionNames);
  if (!reading.ok) return WRONG_BODY;
  if (reading.value.some((name) => !mayTouch(exchange, name))) return NOT_FOUND;
  return provision(exchange, {}, reading.value);
}

/** Answers whose server this is. The names are this mock's own. */
export function describeTenants(exchange: Exchange): Reply {
  requirePermission(exchange);
  const { engine, request } = exchange;
  const contactCenterId = isShared(engine.current) ? request.headers.get(CONTACT_CENTER_HEADER) : null;
  return success({ shared: isShared(engine.current), contactCenterId });
}

/** Accepts the wish to read the configuration again. The mock always has the present one. */
export function refreshTenants(exchange: Exchange): Reply {
  requirePermission(exchange);
  return { status: 202 };
}

function provision(
  { engine }: Exchange,
  services: Readonly<Record<string, Options>>,
  removed: readonly string[],
): Reply {
  const result = engine.execute({ type: 'provision', services, removed });
  if (result.ok) return DONE;
  if (result.refusal.code === 'unknown-service') return NOT_FOUND;
  throw refusalFailure(result.refusal);
}

/** Whoever sees some services only sets up those only, also when the service is not there yet. */
function mayTouch({ engine, caller }: Exchange, name: string, options?: Options): boolean {
  return isInReach(engine.current, caller, name, options);
}

async function readBody<T>({ request }: Exchange, read: (body: unknown) => Reading<T>): Promise<Reading<T>> {
  try {
    return read(await readJson(request));
  } catch (error) {
    // What is no JSON at all is answered like JSON of another form; a body that is too large is told as everywhere.
    if (error instanceof WireFailure && error.status === 400) return { ok: false, problems: [] };
    throw error;
  }
}

function isJson({ request }: Exchange): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
}

function unsupported(): Reply {
  return { status: 415, body: 'Unsupported Media Type', contentType: 'text/plain; charset=utf-8' };
}

function requirePermission({ caller }: Exchange): void {
  if (!caller.mayProvision) throw requiresPermission();
}

function requiresPermission(): WireFailure {
  return forbidden('Requires permission');
}

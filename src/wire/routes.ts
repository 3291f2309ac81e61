import { CallbackError } from '../domain/errors.js';

/** The addresses of the GMS wire, built and recognised from one table. */

/** Path of GMS when nobody says otherwise. */
export const DEFAULT_BASE_PATH = '/genesys';

/** Endpoints, their methods and their segments below the base path; a segment that begins with a colon is a parameter. */
const ENDPOINTS = {
  'check-position': { methods: ['GET', 'POST'], path: '/1/service/:id/check-queue-position' },
  'availability-v1': { methods: ['GET'], path: '/1/service/callback/:service/availability' },
  'availability-v2': { methods: ['GET'], path: '/2/service/callback/:service/availability' },
  queues: { methods: ['GET'], path: '/1/admin/callback/queues' },
  watermarks: { methods: ['GET'], path: '/1/admin/callback/watermarks' },
  'cancel-many': { methods: ['POST'], path: '/1/admin/callback/cancel' },
  'report-cancelled': { methods: ['POST'], path: '/1/admin/callback/reportcancelled' },
  'phone-number': { methods: ['GET'], path: '/1/phonenumber' },
  tenants: { methods: ['GET', 'POST', 'DELETE'], path: '/1/tenants' },
  'tenants-info': { methods: ['GET'], path: '/1/tenants/info' },
  'tenants-refresh': { methods: ['POST'], path: '/1/tenants/refresh' },
  callbacks: { methods: ['GET'], path: '/1/service/callback' },
  service: { methods: ['GET', 'POST'], path: '/1/service/callback/:service' },
  record: { methods: ['PUT', 'DELETE'], path: '/1/service/callback/:service/:id' },
  // After those of callbacks, whose addresses look the same.
  storage: { methods: ['GET', 'POST'], path: '/1/service/:id/storage' },
  'storage-key': { methods: ['GET', 'DELETE'], path: '/1/service/:id/storage/:key' },
  'storage-binary': { methods: ['GET'], path: '/1/service/:id/storage/binary/:key' },
  // Services that are no callback services: basic ones, office hours, capacities.
  'basic-service': { methods: ['GET', 'POST'], path: '/1/service/:service' },
} as const satisfies Record<string, { methods: readonly string[]; path: string }>;

/** Name of an endpoint. */
export type EndpointName = keyof typeof ENDPOINTS;

/** An address that belongs to an endpoint, with the values of its parameters, decoded. */
export interface RouteMatch {
  readonly name: EndpointName;
  readonly methods: readonly string[];
  readonly parameters: Readonly<Partial<Record<'service' | 'id' | 'key', string>>>;
}

/** Builds every address below a base path. Names and ids are encoded; one that cannot be part of an address is a misuse. */
export interface Routes {
  readonly basePath: string;
  /** Create (POST) and query by properties within one service (GET). */
  service(service: string): string;
  /** Update (PUT) and cancel (DELETE). */
  record(service: string, id: string): string;
  /** Query by id and by properties over all services. */
  callbacks(): string;
  queues(): string;
  watermarks(): string;
  cancelMany(): string;
  reportCancelled(): string;
  checkPosition(id: string): string;
  availability(service: string, version: 1 | 2): string;
}

/** Makes the address builders for a base path such as `/genesys` or `https://gms.example:8080/genesys`. */
export function createRoutes(basePath: string = DEFAULT_BASE_PATH): Routes {
  const base = basePath.replace(/\/+$/, '');
  const at = (name: EndpointName, parameters: Readonly<Record<string, string>> = {}): string =>
    base +
    ENDPOINTS[name].path.replace(/:(\w+)/g, (_, parameter: string) => encodeSegment(parameters[parameter] ?? ''));
  return {
    basePath: base,
    service: (service) => at('service', { service }),
    record: (service, id) => at('record', { service, id }),
    callbacks: () => at('callbacks'),
    queues: () => at('queues'),
    watermarks: () => at('watermarks'),
    cancelMany: () => at('cancel-many'),
    reportCancelled: () => at('report-cancelled'),
    checkPosition: (id) => at('check-position', { id }),
    availability: (service, version) => at(version === 1 ? 'availability-v1' : 'availability-v2', { service }),
  };
}

/** Finds the endpoint of a path below the base path; undefined when there is none. */
export function matchRoute(pathBelowBase: string): RouteMatch | undefined {
  const segments = splitPath(pathBelowBase);
  if (segments === undefined) return undefined;
  for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
    const parameters = matchSegments(splitPath(ENDPOINTS[name].path) ?? [], segments);
    if (parameters !== undefined) return { name, methods: ENDPOINTS[name].methods, parameters };
  }
  return undefined;
}

/** An empty segment and dots, encoded or not, are steps in a path: they would reach another endpoint than the one meant. */
function encodeSegment(text: string): string {
  if (text !== '' && text !== '.' && text !== '..') return encodeURIComponent(text);
  throw new CallbackError(
    'misuse',
    `Failed to build an address: ${JSON.stringify(text)} cannot be a part of one. Pass the id or the service name as the server gave it.`,
  );
}

function splitPath(path: string): readonly string[] | undefined {
  try {
    return path
      .replace(/^\/|\/$/g, '')
      .split('/')
      .map(decodeURIComponent);
  } catch {
    // A stray percent sign: no such address.
    return undefined;
  }
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): RouteMatch['parameters'] | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined;
    } else if (segment === '') return undefined;
    else parameters[part.slice(1)] = segment;
  }
  return parameters;
}

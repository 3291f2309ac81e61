import { MockEngine, START_OPTIONS } from '../mock-engine.js';
import type { MockEngineOptions } from '../mock-engine.js';
import { needed, optional, readName, readWhole, within } from '../shell/control/reading.js';
import { misuse } from '../shell/misuse.js';

/** How a mock in Node starts: an engine of one's own, or options for a new one. */
export interface MockServerOptions extends MockEngineOptions {
  readonly engine?: MockEngine;
  /** Path of GMS; default `/genesys`. */
  readonly basePath?: string;
}

/** Where an HTTP mock listens. */
export interface HttpServerOptions extends MockServerOptions {
  /** 0 = any free port. Default 8010. */
  readonly port?: number;
  /** Default `127.0.0.1`: the mock knows no passwords and is meant for this machine alone. */
  readonly host?: string;
  /** Milliseconds in which a request must have arrived whole; default 30,000. An answer may take as long as it likes. */
  readonly requestTimeout?: number;
}

/** Names of the options of a mock in Node. */
export const SERVER_OPTIONS = [...START_OPTIONS, 'engine', 'basePath'] as const;

/** Names of the options of a mock on a socket. */
export const HTTP_SERVER_OPTIONS = [...SERVER_OPTIONS, 'port', 'host', 'requestTimeout'] as const;

const CALL = { doing: 'start the mock server' };

/** The engine to serve and the path of GMS. */
export function readServerOptions(options: MockServerOptions): {
  readonly engine: MockEngine;
  readonly basePath?: string;
} {
  const path = optional({ call: CALL, fields: { ...options } }, 'basePath', readPath, 'a path such as "/genesys"');
  return { engine: engineOf(options), ...path };
}

/** Where to listen, and how long for a request. */
export function readAddress(
  options: HttpServerOptions,
): Required<Pick<HttpServerOptions, 'port' | 'host' | 'requestTimeout'>> {
  const { port = 8010, host = '127.0.0.1', requestTimeout = 30_000 } = options;
  return {
    port: needed(
      CALL,
      ['port', port],
      within(0, 65_535, readWhole),
      'a whole number from 0 to 65535; 0 is any free port',
    ),
    host: needed(CALL, ['host', host], readName, 'a name or an address of this machine'),
    requestTimeout: needed(CALL, ['requestTimeout', requestTimeout], within(1, 2_147_483_647), 'milliseconds from 1'),
  };
}

function engineOf(options: MockServerOptions): MockEngine {
  const { engine } = options;
  const given = START_OPTIONS.filter((name) => options[name] !== undefined);
  if (engine === undefined) {
    return new MockEngine(Object.fromEntries(given.map((name) => [name, options[name]])));
  }
  if (!(engine instanceof MockEngine))
    throw misuse(CALL.doing, 'engine is no MockEngine. Make one with new MockEngine()');
  if (given[0] === undefined) return engine;
  throw misuse(CALL.doing, `engine and ${given[0]} exclude each other. Give ${given[0]} to the engine`);
}

function readPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^(\/[^/?#\s]+)+$/.test(value) && value !== '/mock' ? value : undefined;
}

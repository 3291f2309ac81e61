import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { CallbackError } from '../src/domain/errors.js';
import { createHandlers } from './http/handlers.js';
import { MockEngine } from './mock-engine.js';
import type { MockEngineOptions } from './mock-engine.js';

export { MockEngine } from './mock-engine.js';
export type {
  ClockChange,
  ForcedRecord,
  MockChange,
  MockEngineOptions,
  MockSnapshot,
  MockSummary,
  ResetOptions,
} from './mock-engine.js';
export { InProcessTransport } from './in-process.js';
export type { InProcessOptions } from './in-process.js';

/** How a mock in Node starts: an engine of one's own, or options for a new one. */
export interface MockServerOptions extends MockEngineOptions {
  readonly engine?: MockEngine;
  /** Path of GMS; default `/genesys`. */
  readonly basePath?: string;
}

/** A mock that answers the `fetch` calls of this process. */
export interface MockServer {
  readonly engine: MockEngine;
  /** From now on, calls below the base path and `/mock` of any origin are answered here; all others go out. */
  start(): void;
  stop(): void;
}

/** Makes a mock that answers the `fetch` calls of this process, for tests that need no socket. */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  const engine = options.engine ?? new MockEngine(options);
  const server = setupServer(...createHandlers(engine, basePathOf(options)));
  return {
    engine,
    start: () => server.listen({ onUnhandledRequest: 'bypass' }),
    stop: () => server.close(),
  };
}

/** Where an HTTP mock listens. */
export interface HttpServerOptions extends MockServerOptions {
  /** 0 = any free port. Default 8010. */
  readonly port?: number;
  /** Default `127.0.0.1`: the mock knows no passwords and is meant for this machine alone. */
  readonly host?: string;
}

/** A mock that listens on a socket. */
export interface MockHttpServer {
  readonly engine: MockEngine;
  /** Address of the server without a path, for example `http://127.0.0.1:8010`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/**
 * Starts the mock as an HTTP server for any client. Pages from this machine, whatever their port, may call it.
 * @throws CallbackError `misuse` when it cannot listen there.
 */
export async function startHttpServer(options: HttpServerOptions = {}): Promise<MockHttpServer> {
  const { port = 8010, host = '127.0.0.1' } = options;
  const engine = options.engine ?? new MockEngine(options);
  const handlers = createHandlers(engine, { ...basePathOf(options), origin: ORIGIN });
  const server = createServer((request, response) => void answer(handlers, request, response));
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  return {
    engine,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () => close(server),
  };
}

/** Handlers see this origin whatever the client called the server, so that their addresses are exact. */
const ORIGIN = 'http://mock.invalid';

const MAXIMUM_BODY = 16 * 1024 * 1024;

async function answer(handlers: HttpHandler[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(crossOriginHeaders(incoming))) outgoing.setHeader(name, value);
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204).end();
    return;
  }
  try {
    const response = await getResponse(handlers, await toRequest(incoming));
    if (response === undefined) refuse(outgoing, 404, 'The mock answers below its base path and below /mock.');
    else await send(response, outgoing);
  } catch (error) {
    // The rest of a body that nobody reads would be taken for the next request.
    outgoing.setHeader('connection', 'close');
    refuse(outgoing, error instanceof BodyTooLarge ? 413 : 400, 'The request cannot be read.');
  }
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const text of [value].flat()) if (text !== undefined) headers.append(name, text);
  }
  const { method = 'GET' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : await readBody(incoming);
  return new Request(`${ORIGIN}${incoming.url ?? '/'}`, { method, headers, body });
}

class BodyTooLarge extends Error {}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BODY) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  // A network error in MSW's words: the connection breaks.
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(body);
}

function refuse(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ message }));
}

/** A page on this machine, whatever its port, may call; nobody else's page may. */
function crossOriginHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const origin = headers.origin ?? '';
  if (!/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-expose-headers': 'Date, Retry-After',
    'access-control-max-age': '600',
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? `port ${port} is in use` : cause.message;
      const message = `Failed to start the mock server: ${reason}. Choose another port.`;
      reject(new CallbackError('misuse', message, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function basePathOf({ basePath }: MockServerOptions): { readonly basePath?: string } {
  return basePath === undefined ? {} : { basePath };
}

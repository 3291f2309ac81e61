import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallbackError } from '../../src/domain/errors.js';
import { createAnswering } from '../http/answer.js';
import type { Answering } from '../http/answer.js';
import { refuseStrangers } from '../mock-engine.js';
import type { MockEngine } from '../mock-engine.js';
import { deliverByFetch } from '../ports/delivery.js';
import { startNotifier } from '../shell/notifications/notifier.js';
import { refusalOfStranger } from './strangers.js';
import { addressOf, hasBody, readUpTo, toRequest } from './incoming.js';
import { HTTP_SERVER_OPTIONS, readAddress, readServerOptions } from './server-options.js';
import type { HttpServerOptions } from './server-options.js';
import { crossOriginHeaders, refusal, refuseGarbage, send } from './outgoing.js';

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
 * @throws CallbackError `misuse` when it cannot listen there, or an option is not known or cannot be read.
 */
export async function startHttpServer(options: HttpServerOptions = {}): Promise<MockHttpServer> {
  refuseStrangers(options, HTTP_SERVER_OPTIONS);
  const { port, host, requestTimeout } = readAddress(options);
  const { engine, basePath } = readServerOptions(options);
  const answering = createAnswering(engine, basePath);
  const guarded = { ...answering, host };
  const server = createServer(
    { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: Math.min(requestTimeout, 5000) },
    (incoming, outgoing) => void serve(guarded, incoming, outgoing),
  );
  server.on('checkContinue', (incoming, outgoing) => void serve(guarded, incoming, outgoing));
  server.on('clientError', refuseGarbage);
  await listen(server, port, host);
  const stopNotifying = startNotifier(engine, deliverByFetch);
  const address = server.address() as AddressInfo;
  return {
    engine,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () => {
      stopNotifying();
      return close(server);
    },
  };
}

/** What answers, and the host that it was bound to. */
type Guarded = Answering & { readonly host: string };

async function serve(answering: Guarded, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers = isShared(answering, incoming) ? crossOriginHeaders(incoming) : {};
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  try {
    await send(await answerTo(answering, incoming, outgoing), outgoing);
  } catch {
    // The client has gone, or the answer was made to break off: all there is to tell is a closed connection.
    outgoing.destroy();
  }
  // What nobody read of a body would be taken for the next request.
  incoming.resume();
}

function isShared(answering: Answering, incoming: IncomingMessage): boolean {
  const address = addressOf(incoming);
  return address === undefined || answering.isShared(address.pathname);
}

async function answerTo(answering: Guarded, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
  const { method = 'GET', headers } = incoming;
  const address = addressOf(incoming);
  if (isShared(answering, incoming) && method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) {
    return new Response(null, { status: 204 });
  }
  if (address === undefined) return refusal(400, 'The address of the request cannot be read.');
  if (!answering.isMeant(address.pathname)) {
    return refusal(404, 'The mock answers below its base path and below /mock.');
  }
  const stranger = answering.isControl(address.pathname) ? refusalOfStranger(incoming, answering.host) : undefined;
  if (stranger !== undefined) return refusal(403, stranger);
  const limit = answering.bodyLimit(method, address.pathname);
  const body = hasBody(incoming) ? await readUpTo(limit, incoming, () => outgoing.writeContinue()) : null;
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const request = toRequest(address, incoming, { body, signal: gone.signal });
  return request === undefined ? refusal(400, 'The request cannot be read.') : answering.answer(request);
}

/** Connections that may wait to be accepted: with the platform's 511 a crowd would be turned away. */
const BACKLOG = 16_384;

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? `port ${port} is in use` : cause.message;
      const message = `Failed to start the mock server: ${reason}. Choose another port.`;
      reject(new CallbackError('misuse', message, { cause }));
    });
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

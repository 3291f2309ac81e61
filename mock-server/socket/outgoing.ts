import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Responses of the platform as answers of a socket. */

/** Sends an answer as fast as the client takes it. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  // A network error in the platform's words: the connection breaks.
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body === null) {
    outgoing.end();
    return;
  }
  // A body may come much later than its headers; what comes at once goes with them.
  outgoing.cork();
  outgoing.flushHeaders();
  setImmediate(() => outgoing.uncork());
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}

/** The answer to a request that is not for the mock, or cannot be. */
export function refusal(status: number, message: string): Response {
  return new Response(JSON.stringify({ message }), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

const GARBAGE_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers bytes that are no request, and hangs up. Where an answer has begun already, no other one can be put in. */
export function refuseGarbage({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  const hasBegun = socket instanceof Socket && socket.bytesWritten > 0;
  if (!socket.writable || hasBegun || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = GARBAGE_STATUS[code] ?? 400;
  const body = JSON.stringify({ message: 'The request cannot be read.' });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${body.length}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}

/** Headers by which browsers judge: a page on this machine, whatever its port, may call; nobody else's page may. */
export function crossOriginHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
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

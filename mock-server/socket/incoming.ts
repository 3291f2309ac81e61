import type { IncomingMessage } from 'node:http';

/** Requests of a socket as requests of the platform. */

/** Requests have this origin whatever the client called the server, so that their addresses are exact. */
const ORIGIN = 'http://mock.invalid';

/** What of a request is not in its head. */
export interface BodyAndSignal {
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly signal: AbortSignal;
}

/** The address as it was sent: as a path, or whole as by way of a proxy. */
export function addressOf({ url = '/' }: IncomingMessage): URL | undefined {
  if (url.startsWith('/')) return URL.canParse(ORIGIN + url) ? new URL(ORIGIN + url) : undefined;
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return new URL(ORIGIN + pathname + search);
}

/** The request of the platform; undefined when it knows no such request, TRACE for example. */
export function toRequest(address: URL, incoming: IncomingMessage, init: BodyAndSignal): Request | undefined {
  const { method = 'GET', headers } = incoming;
  try {
    const entries = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((text): [string, string] => [name, text]),
    );
    const request = new Request(address, { ...init, method, headers: entries });
    // A body in chunks announces no length: it is as long as what was read of it.
    const length = Math.max(lengthOf(incoming), init.body?.byteLength ?? 0);
    request.headers.set('content-length', String(length));
    return request;
  } catch {
    // The platform's message speaks of its class, not of the request.
    return undefined;
  }
}

/** Whether a body follows that somebody may want to read. */
export function hasBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function lengthOf({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

/**
 * Reads a body up to its end, or just past the limit: whoever gets more than that refuses it. What is announced as more is not read.
 * @param agree Told when the client waits for leave to send it.
 */
export async function readUpTo(
  limit: number,
  incoming: IncomingMessage,
  agree: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { expect } = incoming.headers;
  if (lengthOf(incoming) > limit) return new Uint8Array();
  if (expect !== undefined) agree();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

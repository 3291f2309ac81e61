import { assert } from 'vitest';
import { isCallbackError } from '../../src/domain/errors.js';
import type { CallbackError, CallbackErrorCode } from '../../src/domain/errors.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackQuery } from '../../src/domain/query.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';
import type { GmsTransportOptions } from '../../src/transport/gms-transport.js';

export const BASE = 'https://gms.example/genesys';
export const START = Date.UTC(2026, 2, 1);
export const DAY = 86_400_000;

/** A request as the server would see it. */
export interface Seen {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

export type Handler = (seen: Seen, number: number) => Response | Promise<Response>;

/** A GMS transport over a server that is a function; `seen` holds what it was asked. */
export function transportOver(
  handler: Handler,
  options: Partial<GmsTransportOptions> = {},
): { transport: GmsTransport; seen: Seen[] } {
  const seen: Seen[] = [];
  const fakeFetch = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request: Seen = {
      method: init.method ?? 'GET',
      url: new URL(input instanceof Request ? input.url : input),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      init,
    };
    seen.push(request);
    return Promise.resolve(handler(request, seen.length));
  };
  return { transport: new GmsTransport({ baseUrl: BASE, fetch: fakeFetch, ...options }), seen };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { ...init, headers });
}

export function html(status = 200): Response {
  return new Response('<!doctype html><title>Sign in</title>', { status, headers: { 'content-type': 'text/html' } });
}

export function wireRecord(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    _id: id,
    _service_name: 'support',
    _callback_state: 'QUEUED',
    _desired_time: '2026-03-01T10:00:00.000Z',
    _customer_number: '5510',
    ...more,
  };
}

export function query(wish: Partial<CallbackQuery> = {}): CallbackQuery {
  return createQuery({ range: { start: START, end: START + DAY - 1 }, ...wish });
}

/** The error a promise is rejected with; it has to be ours, with the given code. */
export async function failure(promise: Promise<unknown>, code: CallbackErrorCode): Promise<CallbackError> {
  const error = await promise.then(
    () => assert.fail(`resolved although ${code} was expected`),
    (reason: unknown) => reason,
  );
  assert(isCallbackError(error), `rejected with ${String(error)}`);
  assert.strictEqual(error.code, code, error.message);
  assert.match(error.message, /^Failed to .+: .+\. .+[.]$/);
  return error;
}

import { EXCEPTIONS } from '../../src/wire/errors.js';
import { isFields } from '../../src/wire/values.js';
import type { Fault, Malformation } from '../faults/fault.js';
import type { MockEngine } from '../mock-engine.js';
import { errorStyle } from './error-style.js';
import { failureReply, toResponse, WireFailure } from './reply.js';
import type { Reply } from './reply.js';

/** Answers that a client should not get, made from those it should. */

/** The answer of a fault with a status. Without a body of its own it is an error body of GMS. */
export function statusAnswer(fault: Fault<'status'>, engine: MockEngine): Response {
  const { status, retryAfter } = fault;
  const headers = { ...fault.headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) };
  return toResponse({ ...statusReply(fault, engine), status, headers }, engine.now);
}

function statusReply({ id, status, body }: Fault<'status'>, engine: MockEngine): Reply {
  // The platform knows no answers of these with a body.
  if (status === 204 || status === 205 || status === 304) return { status };
  if (typeof body === 'string') return { status, body, contentType: 'text/plain; charset=utf-8' };
  if (body !== undefined) return { status, body };
  const error = { message: `The fault ${id} answers with ${status}.`, exception: EXCEPTIONS.general, phrase: 'FAULT' };
  return failureReply(new WireFailure(status, error), errorStyle(engine));
}

const SIGN_IN_PAGE = `<!doctype html>
<html lang="en">
  <head><title>Sign in</title></head>
  <body><form method="post" action="/login"><label>Password <input type="password" name="password"></label></form></body>
</html>
`;

/** The page of a proxy that wants to know who asks. */
export function signInPage(now: number): Response {
  return toResponse({ status: 200, body: SIGN_IN_PAGE, contentType: 'text/html; charset=utf-8' }, now);
}

/** Headers, and then nothing until the end, when the connection breaks. */
export function silent(now: number, end: Promise<void>): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      void end.then(() => controller.error(new TypeError('The fault that kept this answer back is gone.')));
    },
  });
  const { headers } = toResponse({ status: 200, body: [] }, now);
  headers.delete('content-length');
  return new Response(body, { headers });
}

/** The first bytes of an answer, as if they were all. */
export async function truncated(response: Response, bytes: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  return withBody(response, whole.slice(0, bytes));
}

/** The same answer in small chunks, with a pause before each. */
export async function dripping(
  response: Response,
  bytesPerChunk: number,
  pause: () => Promise<void>,
): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        await pause();
        const next = at + bytesPerChunk;
        if (at < whole.byteLength) controller.enqueue(whole.slice(at, next));
        at = next;
        if (at >= whole.byteLength) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return withBody(response, body);
}

/** The answer with status 200 and a body that is no answer. */
export async function malformed(response: Response, how: Malformation): Promise<Response> {
  const text = await response.text();
  switch (how) {
    case 'json':
      // What some serialisers make of a missing number; everything else of it would be good.
      return withBody(response, `{"reply":${text === '' ? 'null' : text},"total":NaN}`, 200);
    case 'shape':
      return withBody(response, JSON.stringify({ data: { items: parsed(text) }, next: null }), 200);
    case 'types':
      return withBody(response, JSON.stringify(mistyped(parsed(text), { turn: 0 })), 200);
    case 'encoding':
      return withBody(response, notUtf8(text), 200);
  }
}

/** The response with some of its headers replaced. */
export function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  const { body, status } = response;
  return new Response(body, { status, headers: { ...Object.fromEntries(response.headers), ...headers } });
}

function withBody(response: Response, body: BodyInit, status = response.status): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body, { status, headers });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The CSV of a report: a text in JSON is as wrong as anything.
    return text;
  }
}

const TIME = /^\d{4}-\d\d-\d\dT/;

/** Every value in another type: times as epoch seconds, texts in turn as a number, a list or null, numbers as texts. Keys stay. */
function mistyped(value: unknown, counter: { turn: number }): unknown {
  if (Array.isArray(value)) return value.map((item) => mistyped(item, counter));
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mistyped(item, counter)]));
  }
  if (typeof value !== 'string') return String(value);
  if (TIME.test(value)) return Math.floor(Date.parse(value) / 1000);
  counter.turn += 1;
  return [value.length, [value], null][counter.turn % 3];
}

/** A byte that no UTF-8 text has, in the middle of it. */
function notUtf8(text: string): Uint8Array<ArrayBuffer> {
  const good = new TextEncoder().encode(text);
  const middle = good.byteLength >> 1;
  const bytes = new Uint8Array(good.byteLength + 1);
  bytes.set(good.subarray(0, middle));
  bytes[middle] = 0xff;
  bytes.set(good.subarray(middle), middle + 1);
  return bytes;
}

import { writeErrorBody } from '../../src/wire/errors.js';
import type { ErrorGeneration, WireError } from '../../src/wire/errors.js';

/** What an endpoint answers, before it becomes a response. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON, unless `contentType` says otherwise; then it is a text. Absent = no body. */
  readonly body?: unknown;
  /** The text of a long answer in pieces, in place of `body`. They are made one by one, as the client takes them. */
  readonly chunks?: Iterable<string>;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** No endpoint has the address that was asked for. */
  readonly unhandled?: true;
  /** What of a request was left aside: query parameters, or fields. */
  readonly ignored?: readonly string[];
}

/** Ends the handling of a request with an error body. */
export class WireFailure extends Error {
  readonly status: number;
  readonly error: WireError;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, error: WireError, headers: Readonly<Record<string, string>> = {}) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.headers = headers;
  }
}

/** How error bodies are to be written. */
export interface ErrorStyle {
  readonly generation: ErrorGeneration;
  /** The number in every body; absent = the status, because the numbering of real servers is not public. */
  readonly code?: number;
}

/** A good answer. */
export function success(body: unknown): Reply {
  return { status: 200, body };
}

/** An error body for a failure, in the style asked for. */
export function failureReply({ status, error, headers }: WireFailure, style: ErrorStyle): Reply {
  const body = writeErrorBody({ code: style.code ?? status, ...error }, style.generation);
  return { status, body, headers };
}

/**
 * The response of a reply to a method. `Date` is the mock's clock: whoever reads it must not see the wall. An answer in one piece says
 * its length; one in chunks is made while it is read, and no further once nobody reads.
 */
export function toResponse(reply: Reply, now: number, method = 'GET'): Response {
  const { status, contentType = 'application/json; charset=utf-8' } = reply;
  const content = contentOf(reply);
  const headers = {
    ...(content !== undefined && { 'content-type': contentType }),
    ...(content instanceof Uint8Array && { 'content-length': String(content.byteLength) }),
    'cache-control': 'no-store',
    date: new Date(now).toUTCString(),
    ...reply.headers,
  };
  if (content === undefined || method === 'HEAD') return new Response(null, { status, headers });
  return new Response(content instanceof Uint8Array ? content : streamOf(content), { status, headers });
}

function contentOf(reply: Reply): Uint8Array<ArrayBuffer> | Iterable<string> | undefined {
  const { body, chunks, contentType } = reply;
  if (chunks !== undefined) return chunks;
  if (body === undefined) return undefined;
  const isText = contentType !== undefined && typeof body === 'string';
  return new TextEncoder().encode(isText ? body : JSON.stringify(body));
}

function streamOf(chunks: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream(
    {
      pull(controller) {
        const next = iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      cancel() {
        iterator.return?.();
      },
    },
    // Nothing is made ahead of the reader.
    { highWaterMark: 0 },
  );
}

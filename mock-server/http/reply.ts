import { writeErrorBody } from '../../src/wire/errors.js';
import type { ErrorGeneration, WireError } from '../../src/wire/errors.js';

/** What an endpoint answers, before it becomes a response. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON, unless `contentType` says otherwise; then it is a text. */
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** No endpoint has the address that was asked for. */
  readonly unhandled?: true;
  /** Query parameters that were left aside. */
  readonly ignored?: readonly string[];
}

/** Ends the handling of a request with an error body. */
export class WireFailure extends Error {
  readonly status: number;
  readonly error: WireError;
  readonly allow: readonly string[] | undefined;

  constructor(status: number, error: WireError, allow?: readonly string[]) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.allow = allow;
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
export function failureReply({ status, error, allow }: WireFailure, style: ErrorStyle): Reply {
  const body = writeErrorBody({ code: style.code ?? status, ...error }, style.generation);
  return { status, body, ...(allow && { headers: { allow: allow.join(', ') } }) };
}

/** The response of a reply. `Date` is the mock's clock: whoever reads it must not see the wall. */
export function toResponse(reply: Reply, now: number): Response {
  const { status, body, contentType = 'application/json; charset=utf-8' } = reply;
  const text = reply.contentType === undefined ? JSON.stringify(body) : String(body);
  return new Response(text, {
    status,
    headers: {
      'content-type': contentType,
      'cache-control': 'no-store',
      date: new Date(now).toUTCString(),
      ...reply.headers,
    },
  });
}

import { CallbackError } from '../domain/errors.js';
import type { CallbackErrorCode, CallbackErrorDetails } from '../domain/errors.js';
import { remedyFor } from '../domain/remedies.js';
import { isLimitReached, readErrorBody, refusedField } from '../wire/errors.js';
import type { HttpAnswer, HttpCall } from './http.js';

/*
 * How every failure is named. Every transport of this library follows this table, so that one contract suite judges all of them.
 *
 * | what happened                                                       | code            |
 * |---------------------------------------------------------------------|-----------------|
 * | no connection, or it broke off                                      | offline         |
 * | no complete answer in time; 408                                     | timeout         |
 * | 2xx with HTML, with text that is not JSON, or of another shape; 3xx | bad-response    |
 * | 400 to a cancel; 409 to any change of a callback: its state forbids | refused         |
 * | any other 400, 405, 406, 415, 422 and every other 4xx               | invalid         |
 * | 401                                                                 | unauthorised    |
 * | 403                                                                 | forbidden       |
 * | 404, 410; a query by id without a callback                          | not-found       |
 * | any other 409, 412                                                  | conflict        |
 * | 429; 503 that names a limit of the service (its exception says so)  | limited         |
 * | any other 503                                                       | unavailable     |
 * | every other 5xx                                                     | server-error    |
 * | input that must not be sent (reserved key, time that is none)       | invalid         |
 * | scheduling again what is not completed                              | refused         |
 *
 * What is invalid is a problem of the customer's number or of the desired time where the body's exception or its proposals say so, else
 * of the input as a whole. The server's message decides nothing: its words change between versions (GMS reference, adapter rules).
 */

const CODE_BY_STATUS: Readonly<Record<number, CallbackErrorCode>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  429: 'limited',
  503: 'unavailable',
};

/** Turns an answer that is no success into our error. */
export function toCallbackError(call: Pick<HttpCall, 'doing' | 'purpose'>, answer: HttpAnswer): CallbackError {
  const { status } = answer;
  const body = looselyParsed(answer);
  const reading = readErrorBody(body);
  const code = codeOf(call, status, body);
  const retryAfter = readRetryAfter(answer.headers);
  const details: CallbackErrorDetails = {
    status,
    ...reading,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(code === 'invalid' && { problems: [{ path: refusedField(body) ?? '', code: 'rejected' }] }),
  };
  return new CallbackError(
    code,
    `Failed to ${call.doing}: the server answered with status ${status}. ${remedyFor(code)}`,
    details,
  );
}

/** An answer that claims success and cannot be understood. */
export function badResponse(doing: string, answer: HttpAnswer, issues: readonly string[]): CallbackError {
  return new CallbackError(
    'bad-response',
    `Failed to ${doing}: the answer ${issues.slice(0, 3).join('; ')}. Check that baseUrl leads to a callback server and that you are signed in.`,
    { status: answer.status, ...readErrorBody(looselyParsed(answer)) },
  );
}

function codeOf(call: Pick<HttpCall, 'purpose'>, status: number, body: unknown): CallbackErrorCode {
  if (status === 400 && call.purpose === 'cancel') return 'refused';
  if (status === 409 && call.purpose !== undefined) return 'refused';
  if (status === 503 && isLimitReached(body)) return 'limited';
  return CODE_BY_STATUS[status] ?? (status >= 500 ? 'server-error' : 'invalid');
}

/**
 * Seconds after which the server wants to be asked again, exactly as it said; undefined when it did not, or not in a readable form.
 * A date counts from the server's own clock where the answer tells it.
 */
function readRetryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const moment = readHttpDate(text);
  if (moment === undefined) return undefined;
  return Math.max(0, Math.ceil((moment - (readServerTime(headers) ?? Date.now())) / 1000));
}

/** The server's clock when it answered, in epoch milliseconds; undefined when the answer, or a CORS rule, hides it. */
export function readServerTime(headers: Headers): number | undefined {
  return readHttpDate(headers.get('date') ?? '');
}

function readHttpDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}

/** An error's body may be anything; only JSON says more than the status. */
function looselyParsed(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.text) as unknown;
  } catch {
    return undefined;
  }
}

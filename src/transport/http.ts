import { CallbackError } from '../domain/errors.js';
import { isTimeUp, withDeadline } from './deadline.js';

/** How requests leave the page. */
export interface HttpOptions {
  /** The platform's `fetch`, or one that behaves like it. */
  readonly fetch?: typeof fetch | undefined;
  /** Called before every request, so that a token is always fresh. Its headers are sent as they are and never kept. */
  readonly getHeaders?: (() => HeadersInit | Promise<HeadersInit>) | undefined;
  readonly credentials?: RequestCredentials | undefined;
}

/** One request. */
export interface HttpCall {
  /** What is being done, for messages: `list callbacks`. */
  readonly doing: string;
  /** Given when an existing callback is to be changed, which its state may forbid. */
  readonly purpose?: 'cancel' | 'change';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the last byte of the answer. */
  readonly timeout: number;
}

/** An answer, whatever its status, with its whole body. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends one request and reads the whole answer. Nothing is sent twice, no redirect is followed, nothing is cached.
 * @throws CallbackError `offline`, `timeout`, `bad-response`, or `unauthorised` when the host page has no headers to give;
 * the caller's own reason when it aborted.
 */
export async function sendRequest(options: HttpOptions, call: HttpCall): Promise<HttpAnswer> {
  try {
    return await withDeadline({ signal: call.signal, timeout: call.timeout }, (signal) =>
      exchange(options, call, signal),
    );
  } catch (error) {
    if (call.signal?.aborted === true || error instanceof CallbackError) throw error;
    if (isTimeUp(error)) {
      const seconds = Math.round(call.timeout / 1000);
      throw new CallbackError('timeout', `Failed to ${call.doing}: no complete answer within ${seconds} s. Try again.`);
    }
    throw new CallbackError(
      'offline',
      `Failed to ${call.doing}: the server could not be reached. Check the connection, the address and its CORS headers.`,
      { cause: error },
    );
  }
}

async function exchange(options: HttpOptions, call: HttpCall, signal: AbortSignal): Promise<HttpAnswer> {
  const send = options.fetch ?? fetch;
  const headers = await headersOf(options, call);
  signal.throwIfAborted();
  const response = await send(call.url, {
    method: call.method,
    headers,
    signal,
    cache: 'no-store',
    // Followed by hand or not at all: a redirect would carry the headers of the host page somewhere else.
    redirect: 'manual',
    ...(options.credentials !== undefined && { credentials: options.credentials }),
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw redirected(call);
  return { status: response.status, headers: response.headers, text: await readText(call, response) };
}

async function headersOf(options: HttpOptions, call: HttpCall): Promise<Headers> {
  const headers = await hostHeaders(options, call);
  if (!headers.has('accept')) headers.set('accept', 'application/json, text/csv;q=0.9, */*;q=0.1');
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  // Forces a preflight across origins, which no forged form can pass.
  if (call.method !== 'GET') headers.set('x-requested-with', 'callback-elements');
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  return headers;
}

async function hostHeaders(options: HttpOptions, call: HttpCall): Promise<Headers> {
  try {
    return new Headers(await options.getHeaders?.());
  } catch (error) {
    throw new CallbackError(
      'unauthorised',
      `Failed to ${call.doing}: getHeaders of the host page failed. Sign in again, or repair that function.`,
      { cause: error },
    );
  }
}

async function readText(call: HttpCall, response: Response): Promise<string> {
  const bytes = await response.arrayBuffer();
  try {
    // An error page may be in any encoding; its status says what is needed.
    return new TextDecoder('utf-8', { fatal: response.ok }).decode(bytes);
  } catch {
    throw new CallbackError(
      'bad-response',
      `Failed to ${call.doing}: the answer is not UTF-8 text. Check the address of the server.`,
      {
        status: response.status,
      },
    );
  }
}

function redirected(call: HttpCall): CallbackError {
  return new CallbackError(
    'bad-response',
    `Failed to ${call.doing}: the server redirects elsewhere. Sign in again, or set baseUrl to the final address.`,
  );
}

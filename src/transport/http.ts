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

/** A success whose text is still arriving. */
export interface HttpStream {
  readonly status: number;
  readonly headers: Headers;
  readonly pieces: AsyncIterable<TextPiece>;
}

/** A piece of an answer's text, short enough that reading it leaves the page alive. */
export interface TextPiece {
  readonly text: string;
  /** How much of the answer is here with this piece, from 0 to 1; undefined when the server did not say how long it is. */
  readonly share: number | undefined;
}

/** Bytes that are decoded at once. */
const PIECE_LENGTH = 131_072;

/** What becomes of an answer. */
type Take<T> = (response: Response, signal: AbortSignal) => Promise<T>;

/**
 * Sends one request and reads the whole answer. Nothing is sent twice, no redirect is followed, nothing is cached.
 * @throws CallbackError `offline`, `timeout`, `bad-response`, or `unauthorised` when the host page has no headers to give;
 * the caller's own reason when it aborted.
 */
export function sendRequest(options: HttpOptions, call: HttpCall): Promise<HttpAnswer> {
  return exchange(options, call, (response, signal) => readAnswer(call, response, signal));
}

/**
 * Sends one request and lets a success be read while it arrives, so that a long one is never in memory as a whole. Resolves with
 * the whole answer when it is no success.
 * @throws as {@link sendRequest} does, and what the reader throws.
 */
export function streamRequest(
  options: HttpOptions,
  call: HttpCall,
  read: (stream: HttpStream, signal: AbortSignal) => Promise<void>,
): Promise<HttpAnswer | undefined> {
  return exchange(options, call, async (response, signal) => {
    if (!response.ok) return readAnswer(call, response, signal);
    const { status, headers } = response;
    await read({ status, headers, pieces: piecesOf(call, response, signal) }, signal);
    return undefined;
  });
}

async function exchange<T>(options: HttpOptions, call: HttpCall, take: Take<T>): Promise<T> {
  try {
    return await withDeadline({ signal: call.signal, timeout: call.timeout }, async (signal) =>
      take(await send(options, call, signal), signal),
    );
  } catch (error) {
    if (call.signal?.aborted === true || !isTimeUp(error)) throw error;
    const seconds = Math.round(call.timeout / 1000);
    throw new CallbackError('timeout', `Failed to ${call.doing}: no complete answer within ${seconds} s. Try again.`);
  }
}

async function send(options: HttpOptions, call: HttpCall, signal: AbortSignal): Promise<Response> {
  const headers = await headersOf(options, call);
  signal.throwIfAborted();
  const response = await reach(call, signal, () =>
    (options.fetch ?? fetch)(call.url, {
      method: call.method,
      headers,
      signal,
      cache: 'no-store',
      // Followed by hand or not at all: a redirect would carry the headers of the host page somewhere else.
      redirect: 'manual',
      ...(options.credentials !== undefined && { credentials: options.credentials }),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    }),
  );
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw redirected(call);
  return response;
}

/** Does something that takes the network, and says so when that fails. */
async function reach<T>(call: HttpCall, signal: AbortSignal, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    signal.throwIfAborted();
    throw new CallbackError(
      'offline',
      `Failed to ${call.doing}: the server could not be reached. Check the connection, the address and its CORS headers.`,
      { cause: error },
    );
  }
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

async function readAnswer(call: HttpCall, response: Response, signal: AbortSignal): Promise<HttpAnswer> {
  const { status, headers } = response;
  const bytes = await reach(call, signal, () => response.arrayBuffer());
  return { status, headers, text: decoderFor(call, response)(bytes, false) };
}

async function* piecesOf(call: HttpCall, response: Response, signal: AbortSignal): AsyncGenerator<TextPiece, void> {
  const decode = decoderFor(call, response);
  const length = lengthOf(response);
  let read = 0;
  for await (const chunk of chunksOf(call, response, signal)) {
    for (let start = 0; start < chunk.length; start += PIECE_LENGTH) {
      const bytes = chunk.subarray(start, start + PIECE_LENGTH);
      read += bytes.length;
      const share = length === undefined || read > length ? undefined : read / length;
      yield { text: decode(bytes, true), share };
    }
  }
  yield { text: decode(new Uint8Array(), false), share: 1 };
}

async function* chunksOf(call: HttpCall, response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  if (response.body === null) {
    yield new Uint8Array(await reach(call, signal, () => response.arrayBuffer()));
    return;
  }
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reach(call, signal, () => reader.read());
      // A stream of the host page may go on although nobody listens any more.
      signal.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    // What is left is not wanted; that it cannot be had any more is no news.
    reader.cancel().catch(() => undefined);
  }
}

/** Length of the body in bytes, where it can be told: what was packed on the way is longer than the server says. */
function lengthOf({ type, headers }: Response): number | undefined {
  const length = Number(headers.get('content-length') ?? 0);
  // Other origins hide whether they pack.
  const isPlain = type !== 'cors' && (headers.get('content-encoding') ?? 'identity') === 'identity';
  return isPlain && length > 0 ? length : undefined;
}

/** Reads bytes as text; `stream` says that more will come. */
type Decode = (bytes: ArrayBuffer | Uint8Array, stream: boolean) => string;

function decoderFor(call: HttpCall, response: Response): Decode {
  // An error page may be in any encoding; its status says what is needed.
  const decoder = new TextDecoder('utf-8', { fatal: response.ok });
  return (bytes, stream) => {
    try {
      return decoder.decode(bytes, { stream });
    } catch {
      throw new CallbackError(
        'bad-response',
        `Failed to ${call.doing}: the answer is not UTF-8 text. Check the address of the server.`,
        { status: response.status },
      );
    }
  };
}

function redirected(call: HttpCall): CallbackError {
  return new CallbackError(
    'bad-response',
    `Failed to ${call.doing}: the server redirects elsewhere. Sign in again, or set baseUrl to the final address.`,
  );
}

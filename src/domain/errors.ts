import type { FieldProblem } from './problems.js';

/** Everything that can go wrong, as one closed set. */
export const CALLBACK_ERROR_CODES = [
  'offline',
  'timeout',
  'unauthorised',
  'forbidden',
  'not-found',
  'conflict',
  'refused',
  'invalid',
  'limited',
  'unavailable',
  'server-error',
  'bad-response',
  'unsupported',
  'misuse',
  'tag-taken',
] as const;

export type CallbackErrorCode = (typeof CALLBACK_ERROR_CODES)[number];

const RETRYABLE: ReadonlySet<CallbackErrorCode> = new Set([
  'offline',
  'timeout',
  'limited',
  'unavailable',
  'server-error',
]);

/** What an error carries besides its code. */
export interface CallbackErrorDetails {
  readonly cause?: unknown;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter?: number;
  /** What is wrong with the input, field by field. */
  readonly problems?: readonly FieldProblem[];
  /** Free slots the server proposes instead: start in epoch milliseconds to places left. */
  readonly availability?: ReadonlyMap<number, number>;
  /** It is known that nothing was changed, although the code alone would leave that open. */
  readonly nothingDone?: true;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The server's own words, plain text, at most 500 characters. Shown as a detail, never as the message. */
  readonly serverMessage?: string;
  /** The server's own constant (`phrase`, or the last part of its exception name). */
  readonly serverCode?: string;
}

const BRAND = Symbol.for('callback-elements.error');

/**
 * The one error of this library. `message` is for developers ("Failed to ‹do›: ‹reason›. ‹remedy›"); words for people come from the
 * translations by `code`. An aborted call is never one of these: it rejects with the platform's own abort exception.
 */
export class CallbackError extends Error {
  override readonly name = 'CallbackError';
  readonly code: CallbackErrorCode;
  readonly details: CallbackErrorDetails;

  constructor(code: CallbackErrorCode, message: string, details: CallbackErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.details = details;
  }

  /** Whether the same call may succeed later without any change. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  /** Seconds after which the server wants to be asked again. */
  get retryAfter(): number | undefined {
    return this.details.retryAfter;
  }

  /** What is wrong with the input; empty when it is not about the input. */
  get problems(): readonly FieldProblem[] {
    return this.details.problems ?? [];
  }

  /** Free slots the server proposes instead: start in epoch milliseconds to places left. */
  get availability(): ReadonlyMap<number, number> | undefined {
    return this.details.availability;
  }

  /** Recognised across duplicate copies of this library. */
  get [BRAND](): true {
    return true;
  }
}

/** Recognises our error, also one thrown by another copy of this library. */
export function isCallbackError(value: unknown): value is CallbackError {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[BRAND] === true;
}

/** Says whether a rejection is the platform's abort: nobody wants the answer any more. */
export function isAbort(value: unknown): boolean {
  return value instanceof DOMException && value.name === 'AbortError';
}

import { CallbackError, isCallbackError } from '../domain/errors.js';
import { warnOnce } from '../internal/warn.js';

/**
 * A transport should reject with our error only. What else it rejects with is a failure of the server to the person, and a word to the
 * developer; that word names the kind of the error and not its text, which may hold anything.
 */
export function toProblem(error: unknown, doing: string): CallbackError {
  if (isCallbackError(error)) return error;
  const kind = error instanceof Error ? error.name : typeof error;
  const message =
    `Failed to ${doing}: the transport rejected with ${kind}, which is not a CallbackError. ` +
    'Reject with a CallbackError and its code, so that people read what happened.';
  warnOnce(message);
  return new CallbackError('server-error', message, { cause: error });
}

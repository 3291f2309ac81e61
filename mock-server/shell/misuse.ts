import { CallbackError } from '../../src/domain/errors.js';
import type { CallbackErrorDetails } from '../../src/domain/errors.js';

/** A mistake of whoever controls the mock. The reason ends with what to do instead, and without a full stop. */
export function misuse(doing: string, reason: string, details: CallbackErrorDetails = {}): CallbackError {
  return new CallbackError('misuse', `Failed to ${doing}: ${reason}.`, details);
}

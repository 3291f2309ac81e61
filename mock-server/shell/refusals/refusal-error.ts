import { CallbackError } from '../../../src/domain/errors.js';
import type { CallbackErrorCode } from '../../../src/domain/errors.js';
import { remedyFor } from '../../../src/domain/remedies.js';
import type { EngineRefusal, EngineRefusalCode } from '../../engine/commands.js';
import { refusalWords } from './refusal-words.js';
import { refusedFieldOf } from './refused-field.js';

/** Refusals of the engine as the errors of the library: the codes that the HTTP transport gives to the mock's answers. */

const CODES: Readonly<Record<EngineRefusalCode, CallbackErrorCode>> = {
  'unknown-service': 'not-found',
  'unknown-callback': 'not-found',
  'missing-key': 'invalid',
  'reserved-key': 'invalid',
  'unreadable-time': 'invalid',
  'past-time': 'invalid',
  'future-limit': 'invalid',
  'not-reschedulable': 'refused',
  'not-editable': 'refused',
  'not-cancellable': 'refused',
  'ors-session-gone': 'refused',
  'ors-unreachable': 'server-error',
  'not-queued': 'server-error',
  'invalid-value': 'invalid',
  'invalid-option': 'invalid',
  'premium-number': 'invalid',
  'impossible-number': 'invalid',
  'missing-country': 'invalid',
  'rate-limit': 'limited',
  'daily-limit': 'limited',
  'queue-limit': 'limited',
  'already-queued': 'invalid',
  'outside-office-hours': 'invalid',
  'bucket-full': 'invalid',
  'missing-service': 'invalid',
  'not-found': 'not-found',
};

/** The error of a refusal. Its message never holds what was typed in: the words that quote it are a detail, as over HTTP. */
export function refusalError(
  doing: string,
  refusal: EngineRefusal,
  code: CallbackErrorCode = CODES[refusal.code],
): CallbackError {
  return new CallbackError(code, `Failed to ${doing}: the mock refused it (${refusal.code}). ${remedyFor(code)}`, {
    serverMessage: refusalWords(refusal),
    ...(refusal.availability !== undefined && { availability: refusal.availability }),
    ...(code === 'invalid' && { problems: [{ path: refusedFieldOf(refusal.code) ?? '', code: 'rejected' }] }),
  });
}

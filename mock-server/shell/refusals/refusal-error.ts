import { CallbackError } from '../../../src/domain/errors.js';
import type { CallbackErrorCode } from '../../../src/domain/errors.js';
import type { FieldProblem, ProblemCode } from '../../../src/domain/problems.js';
import type { EngineRefusal, EngineRefusalCode } from '../../engine/commands.js';
import { refusalWords } from './refusal-words.js';

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

const TIME_PROBLEMS: Readonly<Partial<Record<EngineRefusalCode, ProblemCode>>> = {
  'unreadable-time': 'invalid-time',
  'past-time': 'in-the-past',
  'future-limit': 'out-of-bounds',
};

/** What to do about a refusal that is no fault of the input. */
const REMEDIES: Readonly<Partial<Record<CallbackErrorCode, string>>> = {
  'not-found': 'Check the service and the id.',
  refused: 'Load again to see its present state.',
  invalid: 'Correct the input.',
  limited: 'Wait and try again.',
  'server-error': 'Try again later.',
};

/** The error of a refusal. */
export function refusalError(
  doing: string,
  refusal: EngineRefusal,
  code: CallbackErrorCode = CODES[refusal.code],
): CallbackError {
  const serverMessage = refusalWords(refusal);
  return new CallbackError(code, `Failed to ${doing}: ${serverMessage} ${REMEDIES[code] ?? 'Correct the call.'}`, {
    serverMessage,
    ...(refusal.availability !== undefined && { availability: refusal.availability }),
    ...(code === 'invalid' && { problems: [problemOf(refusal)] }),
  });
}

function problemOf({ code }: EngineRefusal): FieldProblem {
  const problem = TIME_PROBLEMS[code];
  return problem === undefined ? { path: '', code: 'rejected' } : { path: 'desiredTime', code: problem };
}

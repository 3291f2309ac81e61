import { CallbackError } from '../../src/domain/errors.js';
import type { CallbackErrorCode } from '../../src/domain/errors.js';
import { isReservedKey } from '../../src/domain/keys.js';
import type { FieldProblem, ProblemCode } from '../../src/domain/problems.js';
import type { EngineRefusal, EngineRefusalCode } from '../engine/commands.js';
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
};

const TIME_PROBLEMS: Readonly<Partial<Record<EngineRefusalCode, ProblemCode>>> = {
  'unreadable-time': 'invalid-time',
  'past-time': 'in-the-past',
  'future-limit': 'out-of-bounds',
};

/** The error of a refusal. */
export function refusalError(
  doing: string,
  refusal: EngineRefusal,
  code: CallbackErrorCode = CODES[refusal.code],
): CallbackError {
  const serverMessage = refusalWords(refusal);
  return new CallbackError(code, `Failed to ${doing}: ${serverMessage}`, {
    serverMessage,
    ...(code === 'invalid' && { problems: [problemOf(refusal)] }),
  });
}

/** Last instant that the wire's four-digit years can say. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Refuses what no transport sends: properties under reserved keys, and instants that are none.
 * @throws CallbackError `invalid` with one problem per field.
 */
export function checkInput(
  doing: string,
  input: { readonly desiredTime?: number | undefined; readonly properties?: Readonly<Record<string, unknown>> },
): void {
  const problems = Object.keys(input.properties ?? {})
    .filter(isReservedKey)
    .map((key): FieldProblem => ({ path: `properties.${key}`, code: 'reserved-key' }));
  const { desiredTime = 0 } = input;
  if (!(desiredTime >= 0 && desiredTime <= LAST_INSTANT)) problems.push({ path: 'desiredTime', code: 'invalid-time' });
  if (problems.length === 0) return;
  const fields = problems.map(({ path }) => path).join(', ');
  throw new CallbackError('invalid', `Failed to ${doing}: ${fields} cannot be sent. Use other keys and real times.`, {
    problems,
  });
}

function problemOf({ code }: EngineRefusal): FieldProblem {
  const problem = TIME_PROBLEMS[code];
  return problem === undefined ? { path: '', code: 'rejected' } : { path: 'desiredTime', code: problem };
}

import type { FieldProblem, ProblemCode } from '../../src/domain/problems.js';
import { BAD_PARAMETER, EXCEPTIONS, ILLEGAL_STATE } from '../../src/wire/errors.js';
import type { EngineRefusal, EngineRefusalCode } from '../engine/commands.js';
import { refusalWords } from '../shell/refusals/refusal-words.js';
import { refusedFieldOf } from '../shell/refusals/refused-field.js';
import type { RefusedField } from '../shell/refusals/refused-field.js';
import { WireFailure } from './reply.js';

/** Where the reference names a status it is this one; where it is silent, bad input is 400 and a state that forbids it 409. */
const STATUS: Readonly<Record<EngineRefusalCode, number>> = {
  'unknown-service': 404,
  'unknown-callback': 404,
  'missing-key': 400,
  'reserved-key': 400,
  'unreadable-time': 400,
  'past-time': 400,
  'future-limit': 400,
  'not-reschedulable': 409,
  'not-editable': 409,
  'not-cancellable': 409,
  'ors-session-gone': 400,
  'ors-unreachable': 500,
  'not-queued': 500,
  'invalid-value': 400,
  'invalid-option': 400,
  'premium-number': 400,
  'impossible-number': 400,
  'missing-country': 400,
  'rate-limit': 503,
  'daily-limit': 503,
  'queue-limit': 503,
  'already-queued': 400,
  'outside-office-hours': 400,
  'bucket-full': 400,
  'missing-service': 400,
  'not-found': 404,
};

/** Exceptions of what a request says; other refusals have the one of their status. A time that cannot be had is no free one. */
const EXCEPTION_OF_FIELD: Readonly<Record<RefusedField, string>> = {
  customerNumber: EXCEPTIONS.number,
  desiredTime: EXCEPTIONS.availability,
};

const STATE_REFUSALS: ReadonlySet<EngineRefusalCode> = new Set([
  'not-reschedulable',
  'not-editable',
  'not-cancellable',
  'ors-session-gone',
]);

/** The documented answer to what the engine refuses. */
export function refusalFailure(refusal: EngineRefusal, status: number = STATUS[refusal.code]): WireFailure {
  const { code, availability } = refusal;
  return new WireFailure(status, {
    message: refusalWords(refusal),
    exception: exceptionOf(code, status),
    phrase: phraseOf(code, status),
    ...(availability !== undefined && { availability }),
  });
}

function exceptionOf(code: EngineRefusalCode, status: number): string {
  const field = refusedFieldOf(code);
  if (field !== undefined) return EXCEPTION_OF_FIELD[field];
  if (status === 503) return EXCEPTIONS.serviceUnavailable;
  return status === 404 ? EXCEPTIONS.notFound : EXCEPTIONS.general;
}

function phraseOf(code: EngineRefusalCode, status: number): string {
  if (status === 404) return 'NOT_FOUND';
  if (status === 503) return 'SERVICE_UNAVAILABLE';
  if (status >= 500) return 'INTERNAL_ERROR';
  return STATE_REFUSALS.has(code) ? ILLEGAL_STATE : BAD_PARAMETER;
}

const PROBLEM_WORDS: ReadonlyMap<ProblemCode, string> = new Map([
  ['required', 'is mandatory'],
  ['reserved-key', 'is reserved'],
  ['duplicate-key', 'is there twice'],
  ['invalid-date', 'is no date such as 2026-07-04'],
  ['invalid-time', 'is no time in UTC such as 2026-07-04T09:44:01.000Z'],
  ['not-a-number', 'is no whole number'],
  ['out-of-bounds', 'is too small or too large'],
  ['range-order', 'lies before the start'],
  ['range-too-long', 'is too long a range'],
  ['rejected', 'cannot be used so'],
]);

/** The answer to a request that could not be read. */
export function problemFailure(problems: readonly FieldProblem[]): WireFailure {
  const words = problems.map(
    ({ path, code }) => `${path === '' ? 'the body' : path} ${PROBLEM_WORDS.get(code) ?? code}`,
  );
  const message = `Invalid option: ${words.join(', ')}.`;
  return new WireFailure(400, { message, exception: EXCEPTIONS.general, phrase: BAD_PARAMETER });
}

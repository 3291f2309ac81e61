import type { FieldProblem } from '../../src/domain/problems.js';
import { BAD_PARAMETER, EXCEPTIONS, ILLEGAL_STATE } from '../../src/wire/errors.js';
import type { EngineRefusal, EngineRefusalCode } from '../engine/commands.js';
import { refusalWords } from '../shell/refusal-words.js';
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
};

const STATE_REFUSALS: ReadonlySet<EngineRefusalCode> = new Set([
  'not-reschedulable',
  'not-editable',
  'not-cancellable',
  'ors-session-gone',
]);

/** The documented answer to what the engine refuses. */
export function refusalFailure(refusal: EngineRefusal, status: number = STATUS[refusal.code]): WireFailure {
  const message = refusalWords(refusal);
  if (status === 404) return new WireFailure(404, { message, exception: EXCEPTIONS.notFound, phrase: 'NOT_FOUND' });
  if (status >= 500)
    return new WireFailure(status, { message, exception: EXCEPTIONS.general, phrase: 'INTERNAL_ERROR' });
  const phrase = STATE_REFUSALS.has(refusal.code) ? ILLEGAL_STATE : BAD_PARAMETER;
  return new WireFailure(status, { message, exception: EXCEPTIONS.general, phrase });
}

/** The answer to a request that could not be read. */
export function problemFailure(problems: readonly FieldProblem[]): WireFailure {
  const words = problems.map(({ path, code }) => `${path === '' ? 'the body' : path} (${code})`);
  const message = `Invalid option: ${words.join(', ')}.`;
  return new WireFailure(400, { message, exception: EXCEPTIONS.general, phrase: BAD_PARAMETER });
}

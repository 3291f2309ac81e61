import type { CallbackRecord } from '../domain/callback.js';
import { hasChanged, threeWay } from '../domain/conflict.js';
import { isCallbackError } from '../domain/errors.js';
import type { CallbackError, CallbackErrorCode } from '../domain/errors.js';
import { knownFieldOf } from '../domain/keys.js';
import { createQuery } from '../domain/query.js';
import type { CallbackTransport } from '../transport/callback-transport.js';
import { findOut } from './finding-out.js';
import type { Finding, Outcome, OutcomeOptions } from './finding-out.js';

/** Finding out what became of a write whose answer was lost. Nothing here sends anything but questions. */

export type { Outcome, OutcomeOptions } from './finding-out.js';
export { outcomeOfCreate, sameCustomerIds } from './outcome-of-create.js';
export type { SentCreate } from './outcome-of-create.js';

/** A change that was sent. */
export interface SentChange {
  readonly id: string;
  /** The callback as it was read before the change was sent, all of it. */
  readonly before: CallbackRecord;
  /** Whether a callback is as the change would have it, whoever made it so. */
  readonly isDone: (record: CallbackRecord) => boolean;
  /**
   * GMS keys of the fields and properties that somebody else may have changed after it was done, so that it no longer shows:
   * `_desired_time` for a move, those that were sent for properties, none for a cancellation, which is final. Absent = any of them.
   */
  readonly about?: readonly string[];
}

const DOUBTFUL: ReadonlySet<CallbackErrorCode> = new Set(['offline', 'timeout', 'server-error', 'bad-response']);

/** Whether a write that failed so may have been done all the same: it was sent, and the answer was lost or cannot be understood. */
export function mayHaveBeenDone({ code, details }: CallbackError): boolean {
  return DOUBTFUL.has(code) && details.nothingDone !== true;
}

/**
 * Reads a callback until it knows whether a change of it was done.
 *
 * | the callback, for longer than the server lags                          | cancellation | move     | properties |
 * |------------------------------------------------------------------------|--------------|----------|------------|
 * | is as the change would have it, whoever made it so (once is enough)    | done         | done     | done       |
 * | is as before, or differs only in what the change is not about          | not-done     | not-done | not-done   |
 * | was completed otherwise, with nothing else changed                     | not-done     | not-done | not-done   |
 * | stands at a third time, or has another value: ours came first or never | –            | unknown  | unknown    |
 * | has some of the values that were sent and not all                      | –            | –        | unknown    |
 * | is not found: it was removed, after our change or before it            | unknown      | unknown  | unknown    |
 *
 * A transport without `get` is asked for its list at the old time: that shows what became of a cancellation, a move that did not take
 * place, and properties only as far as lists have them; `unknown` otherwise.
 * @throws the reason of the signal, when it is aborted
 */
export function outcomeOfChange(
  transport: CallbackTransport,
  change: SentChange,
  options: OutcomeOptions,
): Promise<Outcome> {
  return findOut((signal) => lookAt(transport, change, signal), options);
}

async function lookAt(transport: CallbackTransport, change: SentChange, signal: AbortSignal): Promise<Finding> {
  if (transport.get === undefined) return lookInList(transport, change, signal);
  try {
    return judge(await transport.get(change.id, { signal }), change);
  } catch (error) {
    if (isCallbackError(error) && error.code === 'not-found') return UNCLEAR;
    throw error;
  }
}

async function lookInList(transport: CallbackTransport, change: SentChange, signal: AbortSignal): Promise<Finding> {
  const { desiredTime, serviceName } = change.before;
  const range = { start: desiredTime - 1000, end: desiredTime + 1000 };
  const { records } = await transport.list(createQuery({ range, services: [serviceName] }), { signal });
  const record = records.find(({ id }) => id === change.id);
  if (record === undefined) return UNCLEAR;
  // Of a callback's own fields a list shows all, of its properties only some.
  const isAllShown = change.about?.every((key) => knownFieldOf(key) !== undefined) === true;
  return isAllShown || change.isDone(record) ? judge(record, change) : UNCLEAR;
}

const OPEN: Finding = Object.freeze({ status: 'open' });
const UNCLEAR: Finding = Object.freeze({ status: 'unclear' });

function judge(record: CallbackRecord, { before, isDone, about }: SentChange): Finding {
  if (isDone(record)) return { status: 'done' };
  const isTouched =
    about === undefined
      ? hasChanged(before, record)
      : threeWay(before, record, {}).some(({ key }) => about.includes(key));
  return isTouched ? UNCLEAR : OPEN;
}

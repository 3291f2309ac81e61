import { isCallbackError } from '../domain/errors.js';
import type { CallbackError } from '../domain/errors.js';
import { toProblem } from './problem.js';
import { waitFor } from './wait.js';
import type { Wait } from './wait.js';

/** What became of a write whose answer was lost. */
export type Outcome =
  /** The server shows it; with the id of the new callback, where there is one. */
  | { readonly status: 'done'; readonly id?: string }
  /** The server went on showing that it was not done for longer than its lists lag behind. */
  | { readonly status: 'not-done' }
  /** What the server shows can have come about with the write and without it, or it does not show it. */
  | { readonly status: 'unknown' };

/** How it is found out. */
export interface OutcomeOptions {
  /** Aborted when nobody wants to know any more. */
  readonly signal: AbortSignal;
  readonly wait?: Wait;
}

/** What one reading shows: that the write was done, that it was not done so far, or something that speaks for neither. */
export type Finding = Extract<Outcome, { readonly status: 'done' }> | { readonly status: 'open' | 'unclear' };

/** Counters and lists of the server follow so many milliseconds late (GMS reference, adapter rules). */
const LAG = 10_000;

/** Milliseconds between readings that were answered; together longer than the server lags. */
const PAUSES: readonly number[] = [500, 1000, 2000, 3000, 4000];

/** Milliseconds after the first reading that failed; each further one in a row doubles it, up to the longest. */
const FAILURE_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * Reads until it knows. A reading that shows the write ends it at once; others are repeated, since the request may still be under way,
 * and decide once they were looked at for longer than the server lags: one that is unclear stays so. Readings that fail and may
 * succeed later are repeated without end.
 * @throws the reason of the signal, as soon as it is aborted
 */
export async function findOut(
  read: (signal: AbortSignal) => Promise<Finding>,
  { signal, wait = waitFor }: OutcomeOptions,
): Promise<Outcome> {
  let answered = 0;
  let failed = 0;
  let watched = 0;
  let isUnclear = false;
  for (;;) {
    const finding = await attempt(read, signal);
    let pause: number;
    if (isCallbackError(finding)) {
      if (!mayBeReadLater(finding)) return { status: 'unknown' };
      pause = afterFailure(finding, failed);
      failed += 1;
    } else {
      if (finding.status === 'done') return finding;
      isUnclear ||= finding.status === 'unclear';
      if (watched >= LAG) return { status: isUnclear ? 'unknown' : 'not-done' };
      pause = PAUSES[answered] ?? LAG;
      answered += 1;
      failed = 0;
    }
    await wait(pause, signal);
    if (answered > 0) watched += pause;
  }
}

/** A reading, or why there was none. */
async function attempt(
  read: (signal: AbortSignal) => Promise<Finding>,
  signal: AbortSignal,
): Promise<Finding | CallbackError> {
  signal.throwIfAborted();
  try {
    const finding = await read(signal);
    signal.throwIfAborted();
    return finding;
  } catch (error) {
    signal.throwIfAborted();
    return toProblem(error, 'find out what became of a change');
  }
}

/** Whether the same reading may succeed without anybody changing the page: the network is back, somebody has signed in again. */
export function mayBeReadLater({ code, retryable }: CallbackError): boolean {
  return retryable || code === 'bad-response' || code === 'unauthorised';
}

/** The server's own wish goes before ours when it is longer. */
function afterFailure({ retryAfter = 0 }: CallbackError, failed: number): number {
  return Math.max(retryAfter * 1000, Math.min(FAILURE_PAUSE * 2 ** failed, LONGEST_PAUSE));
}

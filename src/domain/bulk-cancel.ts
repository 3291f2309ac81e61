import { isCallbackError } from './errors.js';
import type { CallbackError, CallbackErrorCode } from './errors.js';
import type { BulkCancelResult, CancelOutcome } from './report.js';

/** How every transport cancels many callbacks: part by part, and everything that was sent is accounted for. */

/** Ids in one part: few enough to see progress, many enough to be quick. */
const PART = 100;

/** Our words where the server has none; its own are in capitals. */
const UNKNOWN = 'unknown';
const NOT_SENT = 'not-sent';

/** What a server says to one part. */
export interface PartResult {
  /** One outcome per id of the part, in its order. */
  readonly outcomes: readonly CancelOutcome[];
  /** The reply as it came. */
  readonly raw: unknown;
}

/** How the parts are sent. */
export interface CancelPlan {
  readonly reason: string;
  /** Heeded between the parts, never in the middle of one. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each part that was sent: how many of how many have an outcome. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Sends the ids part by part, one after the other, so that a broken connection leaves at most one part in doubt. It stops at the first
 * part that fails and at an abort: what was sent in a part without an answer is `failed` and to be read again, what was not sent is
 * `failed` and says so.
 * @throws CallbackError when the very first part is refused as a whole, and the caller's own reason when it aborted before that part:
 * only then has nothing happened.
 */
export async function cancelInParts(
  ids: readonly string[],
  plan: CancelPlan,
  send: (part: readonly string[]) => Promise<PartResult>,
): Promise<BulkCancelResult> {
  const { reason, signal, onProgress } = plan;
  const wanted = [...new Set(ids)];
  const outcomes: CancelOutcome[] = [];
  const replies: unknown[] = [];
  const leaveOut = (): void => void outcomes.push(...wanted.slice(outcomes.length).map((id) => failed(id, NOT_SENT)));
  while (outcomes.length < wanted.length) {
    if (outcomes.length === 0) signal?.throwIfAborted();
    if (signal?.aborted === true) {
      leaveOut();
      break;
    }
    const part = wanted.slice(outcomes.length, outcomes.length + PART);
    try {
      const result = await send(part);
      replies.push(result.raw);
      outcomes.push(...result.outcomes);
    } catch (error) {
      if (!isCallbackError(error) || (outcomes.length === 0 && isWholeRefusal(error))) throw error;
      const code = isWholeRefusal(error) ? (error.details.serverCode ?? error.code) : UNKNOWN;
      outcomes.push(...part.map((id) => failed(id, code)));
      leaveOut();
    }
    onProgress?.(outcomes.length, wanted.length);
  }
  return { reason, outcomes, raw: joined(replies) };
}

function failed(id: string, code: string): CancelOutcome {
  return { id, outcome: 'failed', code };
}

/** Codes that say, also without a status, that nothing was done. */
const REFUSALS: ReadonlySet<CallbackErrorCode> = new Set([
  'unauthorised',
  'forbidden',
  'not-found',
  'conflict',
  'refused',
  'invalid',
  'misuse',
  'unsupported',
]);

/** Whether the server read the request and did nothing: everything else leaves open how far it came. */
function isWholeRefusal({ code, details: { status } }: CallbackError): boolean {
  if (status === undefined || code === 'unauthorised') return REFUSALS.has(code);
  return status >= 400 && status < 500 && status !== 408;
}

/** One report, as if there had been one request. */
function joined(replies: readonly unknown[]): unknown {
  if (replies.length === 1) return replies[0];
  return replies.every((reply) => Array.isArray(reply)) ? replies.flat() : replies;
}

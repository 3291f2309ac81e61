import { isCallbackError } from '../domain/errors.js';
import type { CallbackError } from '../domain/errors.js';
import type { BulkCancelResult, CancelOutcome } from '../domain/report.js';
import { isCancelOk, readCancelReply } from '../wire/replies.js';
import type { CancelManyOptions } from './callback-transport.js';

/** Ids in one request: few enough to see progress, many enough to be quick. */
const CHUNK = 100;

/** Our words where the server has none; its own are in capitals. */
const NO_WORD = 'no-answer';
const UNKNOWN = 'unknown';
const NOT_SENT = 'not-sent';

/** Sends one part and resolves with the server's reply as it came. */
export type SendCancel = (ids: readonly string[]) => Promise<unknown>;

/**
 * Cancels callbacks part by part, one after the other, so that a broken connection leaves at most one part in doubt. It stops at the
 * first part that fails: what was sent in it is `failed` and to be read again, what was not sent says so.
 * @throws CallbackError when the very first part is refused as a whole, since then nothing has happened; the caller's own reason when
 * it aborted, judged between the parts: a part that was sent is waited for.
 */
export async function cancelInParts(
  ids: readonly string[],
  options: CancelManyOptions,
  send: SendCancel,
): Promise<BulkCancelResult> {
  const outcomes: CancelOutcome[] = [];
  const replies: unknown[] = [];
  const wanted = [...new Set(ids)];
  while (outcomes.length < wanted.length) {
    options.signal?.throwIfAborted();
    const part = wanted.slice(outcomes.length, outcomes.length + CHUNK);
    try {
      const reply = await send(part);
      replies.push(reply);
      outcomes.push(...outcomesOf(part, reply));
    } catch (error) {
      if (!isCallbackError(error) || (outcomes.length === 0 && isWholeRefusal(error))) throw error;
      outcomes.push(
        ...part.map((id) => failed(id, isWholeRefusal(error) ? (error.details.serverCode ?? error.code) : UNKNOWN)),
      );
      outcomes.push(...wanted.slice(outcomes.length).map((id) => failed(id, NOT_SENT)));
    }
    options.onProgress?.(outcomes.length, wanted.length);
  }
  return { reason: options.reason, outcomes, raw: joined(replies) };
}

function outcomesOf(ids: readonly string[], reply: unknown): readonly CancelOutcome[] {
  const titles = readCancelReply(reply, ids);
  return ids.map((id) => {
    const code = titles.get(id);
    if (code === undefined) return failed(id, NO_WORD);
    return { id, outcome: isCancelOk(code) ? 'done' : 'skipped', code };
  });
}

function failed(id: string, code: string): CancelOutcome {
  return { id, outcome: 'failed', code };
}

/** Whether the server read the request and did nothing: everything else leaves open how far it came. */
function isWholeRefusal(error: CallbackError): boolean {
  const { status } = error.details;
  return error.code === 'unauthorised' || (status !== undefined && status >= 400 && status < 500 && status !== 408);
}

/** One report, as if there had been one request. */
function joined(replies: readonly unknown[]): unknown {
  if (replies.length === 1) return replies[0];
  return replies.every((reply) => Array.isArray(reply)) ? replies.flat() : replies;
}

import type { PartResult } from '../domain/bulk-cancel.js';
import type { CancelOutcome } from '../domain/report.js';
import { isCancelOk, readCancelReply } from '../wire/replies.js';

/** Our word where the server has none; its own are in capitals. */
const NO_WORD = 'no-answer';

/** What a reply says of the ids that were sent; an id that it does not name is `failed`. */
export function readPart(ids: readonly string[], reply: unknown): PartResult {
  const titles = readCancelReply(reply, ids);
  const outcomes = ids.map((id): CancelOutcome => {
    const code = titles.get(id);
    if (code === undefined) return { id, outcome: 'failed', code: NO_WORD };
    return { id, outcome: isCancelOk(code) ? 'done' : 'skipped', code };
  });
  return { outcomes, raw: reply };
}

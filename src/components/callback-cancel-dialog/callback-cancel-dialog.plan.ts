import type { CallbackRecord } from '../../domain/callback.js';
import { refusalOf } from '../../domain/lifecycle.js';
import type { RefusalCode } from '../../domain/lifecycle.js';

/** Callbacks that a cancel would leave as they are, and why. */
export interface SkippedGroup {
  readonly code: RefusalCode;
  readonly records: readonly CallbackRecord[];
}

/** What a cancel of a selection would do, before it is done. */
export interface CancelPlan {
  readonly cancellable: readonly CallbackRecord[];
  /** By reason, in the order in which the reasons first occur. */
  readonly skipped: readonly SkippedGroup[];
}

/** Sorts a selection into what can be cancelled and what cannot, by the life cycle. The order of the records stays. */
export function planOf(records: readonly CallbackRecord[]): CancelPlan {
  const cancellable: CallbackRecord[] = [];
  const skipped = new Map<RefusalCode, CallbackRecord[]>();
  for (const record of records) {
    const refusal = refusalOf(record.state, 'cancel-by-admin');
    if (refusal === undefined) {
      cancellable.push(record);
      continue;
    }
    const group = skipped.get(refusal.code);
    if (group === undefined) skipped.set(refusal.code, [record]);
    else group.push(record);
  }
  return { cancellable, skipped: Array.from(skipped, ([code, group]) => ({ code, records: group })) };
}

import type { CallbackRecord } from '../domain/callback.js';
import type { IndexField } from './fields.js';

/** What became of one row. Absent before: the row is new. Absent after: it is gone. */
export interface Edit {
  readonly row: number;
  readonly before: CallbackRecord | undefined;
  after: CallbackRecord | undefined;
}

/** Rows that a change has touched, ascending. */
export interface RowChange {
  /** New, or with another record than before. */
  readonly touched: readonly number[];
  /** No longer there. */
  readonly removed: readonly number[];
}

/** Whether an edit may have changed what a field shows, or how it sorts. */
export function concerns({ before, after }: Edit, { text, order }: IndexField): boolean {
  if (before === undefined || after === undefined) return before !== after;
  // The number is had for nothing, the text may have to be made.
  return order === undefined ? text(before) !== text(after) : !Object.is(order(before), order(after));
}

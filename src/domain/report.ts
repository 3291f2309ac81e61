/** What became of one callback in a bulk cancel: exactly one of the three. */
export interface CancelOutcome {
  readonly id: string;
  /** `done`: cancelled now. `skipped`: the server says it can no longer be cancelled. `failed`: nobody knows; read it again. */
  readonly outcome: 'done' | 'skipped' | 'failed';
  /**
   * The server's own word, for example `FAILURE_MISSING`; or ours for a failed one: `unknown` (it was sent, and no answer came),
   * `no-answer` (the answer does not mention it), `not-sent` (an earlier one failed, or the caller gave up).
   */
  readonly code?: string;
}

/** Result of a bulk cancel, one entry per id, in the order asked. */
export interface BulkCancelResult {
  readonly reason: string;
  readonly outcomes: readonly CancelOutcome[];
  /** The server's own report, unchanged, for the Cancellation Summary Report. */
  readonly raw: unknown;
}

/** Reason of a cancel by an administrator (GMS reference, reasons). */
export const CANCELLED_BY_ADMIN = 'CANCELLED_BY_ADMIN';

/** Number of outcomes of each kind. */
export function countOutcomes(result: BulkCancelResult): Readonly<Record<CancelOutcome['outcome'], number>> {
  const counts = { done: 0, skipped: 0, failed: 0 };
  for (const { outcome } of result.outcomes) counts[outcome] += 1;
  return counts;
}

import type { QueueDiagnostics } from '../../domain/diagnostics.js';
import { isCallbackError } from '../../domain/errors.js';
import type { CallbackErrorCode } from '../../domain/errors.js';

export type {
  RecordChanges as TableChanges,
  Search as SearchValue,
  SortDirection,
  SortKey,
} from '../../record-index/fields.js';

export type { ListProgress } from '../../transport/callback-transport.js';

/** Something that went wrong, as the table shows it: words come from the code. A `CallbackError` is one. */
export interface Problem {
  readonly code: CallbackErrorCode;
  /** The server's own words, plain text; shown as a detail. */
  readonly detail?: string;
  /** When the rows that are still shown were read, in epoch milliseconds. */
  readonly since?: number;
}

/** What is known about a queued callback, or why nothing is. */
export type DiagnosticsEntry = QueueDiagnostics | Problem;

/** Height of a row: 28, 36 or 44 pixels. */
export type Density = 'compact' | 'normal' | 'roomy';

/** `grid`: one tab stop, arrow keys inside. `table`: a plain table in which every control is a tab stop. */
export type Interaction = 'grid' | 'table';

/** Says whether an entry is a problem. */
export function isProblem(entry: DiagnosticsEntry): entry is Problem {
  return 'code' in entry;
}

/** The server's own words about a problem; of a `CallbackError` those it carries. Undefined when there are none. */
export function problemDetail(problem: Problem): string | undefined {
  return problem.detail ?? (isCallbackError(problem) ? problem.details.serverMessage : undefined);
}

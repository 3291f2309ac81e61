import type { ColumnDefinition } from './callback-table.columns.js';
import type { TableTexts } from './callback-table.texts.js';
import type { DiagnosticsEntry } from './callback-table.types.js';

/** What every row of a rendering shares. The same object for as long as nothing in it changes. */
export interface RowContext {
  readonly columns: readonly ColumnDefinition[];
  readonly texts: TableTexts;
  readonly isGrid: boolean;
  readonly isReadonly: boolean;
}

/** Puts together what the rows share; columns that are hidden fall away. */
export function rowContext(
  columns: readonly ColumnDefinition[],
  texts: TableTexts,
  isGrid: boolean,
  isReadonly: boolean,
): RowContext {
  return { columns: columns.filter(({ hidden }) => hidden !== true), texts, isGrid, isReadonly };
}

/** What an open row knows about its place in the queue. */
export interface DetailState {
  /** Absent while nothing has arrived. */
  readonly entry: DiagnosticsEntry | undefined;
  /** A newer answer is on its way. */
  readonly isRefreshing: boolean;
}

/** What a row shows besides its record. */
export interface RowState {
  /** Place in the whole table, the header being 1. */
  readonly rowIndex: number;
  readonly isSelected: boolean;
  readonly isBusy: boolean;
  /** A live change just touched it. */
  readonly isChanged: boolean;
  /** How many active callbacks its customer has, itself included; 0 when it is over, or nobody has counted yet. */
  readonly active: number;
  /** Present while the row is open. */
  readonly detail: DetailState | undefined;
}

import type { TextColumn } from './columns.js';
import { naturalRows } from './order.js';
import { mergeRows, settledRows } from './row-change.js';
import type { RowChange } from './row-change.js';

interface Level {
  readonly text: string;
  /** Rows whose text matches, ascending. */
  rows: Uint32Array;
}

/**
 * Finds rows by a substring. A text that grows is looked for only among the rows found before it; a text that shrinks finds its rows
 * still there.
 */
export class SearchStack {
  #columns: readonly TextColumn[] = [];
  #levels: Level[] = [];

  /** Rows, ascending, in which one of the columns has the folded text. */
  find(columns: readonly TextColumn[], folded: string, count: number): Uint32Array {
    if (!isSame(columns, this.#columns)) {
      this.#columns = columns;
      this.#levels = [];
    }
    let top = this.#levels.at(-1);
    while (top !== undefined && !folded.includes(top.text)) {
      this.#levels.pop();
      top = this.#levels.at(-1);
    }
    if (top?.text === folded) return top.rows;
    const rows = (top?.rows ?? naturalRows(count)).filter((row) => this.#matches(row, folded));
    this.#levels.push({ text: folded, rows });
    return rows;
  }

  /** Forgets what was found in columns that are no longer current. */
  forgetUnless(isCurrent: (column: TextColumn) => boolean): void {
    if (this.#columns.every(isCurrent)) return;
    this.#columns = [];
    this.#levels = [];
  }

  apply(change: RowChange): void {
    for (const level of this.#levels) {
      const touched = change.touched.filter((row) => this.#matches(row, level.text));
      level.rows = mergeRows(settledRows(level.rows, change), touched, (a, b) => a - b);
    }
  }

  #matches(row: number, folded: string): boolean {
    return this.#columns.some((column) => column.includes(row, folded));
  }
}

function isSame(some: readonly TextColumn[], others: readonly TextColumn[]): boolean {
  return some.length === others.length && some.every((column, at) => column === others[at]);
}

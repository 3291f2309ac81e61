import { ascending, isIn, toggled, union } from './ascending.js';
import type { Column } from './column.js';
import { ListedRows } from './found-rows.js';
import type { RecordStore } from './record-store.js';
import { RowBits } from './row-bits.js';
import type { Edit } from './row-edit.js';
import { RowList } from './row-list.js';
import { inPieces } from './work.js';
import type { Work } from './work.js';

/** Looking at so small a share of the rows is quicker than searching the texts of all. */
const SHARE_LOOKED_AT = 16;

interface Level {
  readonly text: string;
  /** Rows in which the text is found, ascending. */
  rows: Uint32Array;
  found: ListedRows;
  /** The same rows as they stood when they were last asked for in an order. */
  ordered?: { readonly by: ListedRows; readonly found: ListedRows } | undefined;
}

/**
 * What was found while a text was typed. A text that grows is looked for among the rows found before it, when they are few; a text that
 * shrinks finds its rows still there, in their order.
 */
export class Hits {
  readonly #store: RecordStore;
  #columns: readonly Column[] = [];
  #levels: Level[] = [];
  /** Rows whose texts are others than when the levels were found. */
  readonly #changed = new Set<number>();
  #version = 0;

  constructor(store: RecordStore) {
    this.#store = store;
  }

  /** Rows in which one of the columns has the folded text: in the order of the records, or as they stand among all rows in another. */
  *find(columns: readonly Column[], folded: string, by: ListedRows | undefined): Work<ListedRows> {
    let level: Level | undefined;
    while (level === undefined) {
      // Rows may be added to one while another is read.
      while (!columns.every(({ texts }) => texts.isReady)) for (const column of columns) yield* column.build();
      if (!isSame(columns, this.#columns)) this.#startOver(columns);
      this.#settle();
      level = yield* this.#levelFor(folded);
    }
    return by === undefined ? level.found : yield* this.#inOrder(level, by);
  }

  /** Follows a change. Rows whose text is now another are given by column. */
  apply(edits: readonly Edit[], changed: ReadonlyMap<Column, readonly number[]>): void {
    for (const { row, before } of edits) if (before === undefined) this.#changed.add(row);
    for (const column of this.#columns) for (const row of changed.get(column) ?? []) this.#changed.add(row);
    this.#version += 1;
  }

  /** Forgets what was found in columns that are no longer current. */
  forgetUnless(isCurrent: (column: Column) => boolean): void {
    if (!this.#columns.every(isCurrent)) this.#startOver([]);
  }

  #startOver(columns: readonly Column[]): void {
    this.#columns = columns;
    this.#levels = [];
    this.#version += 1;
  }

  /** The rows of a text; undefined when others have searched meanwhile, or rows have changed. */
  *#levelFor(folded: string): Work<Level | undefined> {
    let top = this.#levels.at(-1);
    while (top !== undefined && !folded.includes(top.text)) {
      this.#levels.pop();
      top = this.#levels.at(-1);
    }
    if (top?.text === folded) return top;
    const version = this.#version;
    const rows = yield* this.#search(folded, top?.rows);
    if (version !== this.#version) return undefined;
    const level: Level = { text: folded, rows, found: new ListedRows(rows) };
    this.#levels.push(level);
    this.#version += 1;
    return level;
  }

  *#search(folded: string, among: Uint32Array | undefined): Work<Uint32Array> {
    if (among !== undefined && among.length * SHARE_LOOKED_AT <= this.#store.count) {
      return yield* this.#lookAt(among, folded);
    }
    let rows: Uint32Array = new Uint32Array();
    for (const { texts } of this.#columns) rows = union(rows, yield* texts.scan(folded));
    return rows;
  }

  *#lookAt(rows: Uint32Array, folded: string): Work<Uint32Array> {
    const isFound = this.#matcher(folded, rows.length);
    const found = new RowList();
    yield* inPieces(rows.length, (start, end) => {
      for (let at = start; at < end; at += 1) if (isFound(rows[at] as number)) found.add(rows[at] as number);
    });
    return found.toArray();
  }

  *#inOrder(level: Level, by: ListedRows): Work<ListedRows> {
    if (level.ordered?.by === by) return level.ordered.found;
    const { rows } = level;
    const wider = this.#levels[this.#levels.indexOf(level) - 1]?.ordered;
    const found = yield* (wider?.by === by ? wider.found : by).only(new RowBits(this.#store.limit, rows), rows.length);
    if (level.rows === rows) level.ordered = { by, found };
    return found;
  }

  /** Brings the levels up to date with the texts. */
  #settle(): void {
    const changed = ascending(this.#changed);
    this.#changed.clear();
    for (const level of this.#levels) {
      const isFound = this.#matcher(level.text, changed.length);
      const others = changed.filter((row) => isIn(level.rows, row) !== isFound(row));
      if (others.length === 0) continue;
      level.rows = toggled(level.rows, others);
      level.found = new ListedRows(level.rows);
      level.ordered = undefined;
      this.#version += 1;
    }
  }

  #matcher(folded: string, rows: number): (row: number) => boolean {
    const matchers = this.#columns.map(({ texts }) => texts.matcher(folded, rows));
    const [only] = matchers;
    return only !== undefined && matchers.length === 1 ? only : (row) => matchers.some((isFound) => isFound(row));
  }
}

function isSame(some: readonly Column[], others: readonly Column[]): boolean {
  return some.length === others.length && some.every((column, at) => column === others[at]);
}

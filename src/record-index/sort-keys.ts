import type { CallbackRecord } from '../domain/callback.js';
import { CodeColumn } from './code-column.js';
import type { Column, ColumnTexts } from './column.js';
import type { IndexField } from './fields.js';
import { mergeSorted, naturalRows, ranksIn } from './merge-sort.js';
import { byNumber, wordsOf } from './radix.js';
import type { Words } from './radix.js';
import type { RecordStore } from './record-store.js';
import { byCodeUnit, sortByText } from './text-order.js';
import { inPieces } from './work.js';
import type { Work } from './work.js';

/** How a field sorts rows. */
export interface SortKeys {
  readonly field: IndexField;
  /** Makes rows ready to be compared. */
  build(): Work<void>;
  /** Compares two rows, ascending. */
  compare(a: number, b: number): number;
  /** Numbers in the order of the rows. */
  words(): Work<Words>;
}

/** Sorts by a number, which is asked of the record each time: that costs less than to keep it. */
export class NumberKeys implements SortKeys {
  readonly field: IndexField;
  readonly #store: RecordStore;
  readonly #number: (record: CallbackRecord) => number;

  constructor(field: IndexField, number: (record: CallbackRecord) => number, store: RecordStore) {
    this.field = field;
    this.#store = store;
    this.#number = (record) => {
      const value = number(record);
      return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    };
  }

  *build(): Work<void> {
    // Nothing is kept.
  }

  compare(a: number, b: number): number {
    return byNumber(this.#number(this.#store.at(a)), this.#number(this.#store.at(b)));
  }

  *words(): Work<Words> {
    const values = new Float64Array(this.#store.limit);
    yield* inPieces(values.length, (start, end) => {
      for (let row = start; row < end; row += 1) values[row] = this.#number(this.#store.at(row));
    });
    return yield* wordsOf(values);
  }
}

/** Sorts by the shown texts as the field compares them, or by the folded ones. */
export class TextKeys implements SortKeys {
  readonly field: IndexField;
  readonly #store: RecordStore;
  readonly #column: Column;
  /** What it took many comparisons to find out. */
  #known: { readonly texts: ColumnTexts; readonly version: number; readonly ranks: Uint32Array } | undefined;

  constructor(column: Column, store: RecordStore) {
    this.field = column.field;
    this.#column = column;
    this.#store = store;
  }

  *build(): Work<void> {
    yield* this.#column.build();
  }

  compare(a: number, b: number): number {
    const { texts } = this.#column;
    if (texts instanceof CodeColumn && texts.codeAt(a) === texts.codeAt(b)) return 0;
    return this.#compare(this.#textAt(a), this.#textAt(b));
  }

  *words(): Work<Words> {
    const { texts } = this.#column;
    const ranks = yield* this.#ranks(texts);
    if (!(texts instanceof CodeColumn)) return { low: ranks };
    const low = new Uint32Array(texts.read);
    yield* inPieces(low.length, (start, end) => {
      for (let row = start; row < end; row += 1) low[row] = ranks[texts.codeAt(row)] as number;
    });
    return { low };
  }

  /** Ranks of texts, by code where they have one and else by row. */
  *#ranks(texts: ColumnTexts): Work<Uint32Array> {
    if (this.#known?.texts === texts && this.#known.version === texts.version) return this.#known.ranks;
    const { version } = texts;
    const textOf = texts instanceof CodeColumn ? this.#byCode(texts) : yield* this.#byRow(texts.read);
    const compare = (a: number, b: number): number => this.#compare(textOf(a), textOf(b));
    let order = naturalRows(texts instanceof CodeColumn ? texts.shown.length : texts.read);
    if (this.field.compare === undefined) yield* sortByText(order, textOf);
    else order = yield* mergeSorted(order, compare);
    const ranks = yield* ranksIn(order, compare);
    if (this.field.compare !== undefined) this.#known = { texts, version, ranks };
    return ranks;
  }

  #byCode(codes: CodeColumn): (code: number) => string {
    const list = this.field.compare === undefined ? codes.folded : codes.shown;
    return (code) => list[code] as string;
  }

  /** Shown texts are asked for once, as each may be asked for in many comparisons. */
  *#byRow(rows: number): Work<(row: number) => string> {
    if (this.field.compare === undefined) return (row) => this.#textAt(row);
    const shown: string[] = [];
    yield* inPieces(rows, (start, end) => {
      for (let row = start; row < end; row += 1) shown.push(this.#textAt(row));
    });
    return (row) => shown[row] as string;
  }

  #textAt(row: number): string {
    return this.field.compare === undefined ? this.#column.texts.foldedAt(row) : this.field.text(this.#store.at(row));
  }

  #compare(a: string, b: string): number {
    return this.field.compare === undefined ? byCodeUnit(a, b) : this.field.compare(a, b);
  }
}

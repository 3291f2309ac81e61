import type { CallbackRecord } from '../../domain/callback.js';
import { pageBounds } from '../../record-index/pages.js';
import type { PageBounds } from '../../record-index/pages.js';
import type { IndexFields } from '../../record-index/fields.js';
import { RecordIndex } from '../../record-index/record-index.js';
import { pageSelection } from './callback-table.head.js';
import type { PageSelection } from './callback-table.head.js';
import { remember } from './callback-table.memo.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { tableFields, withoutGroups } from './callback-table.fields.js';
import { isExpandable } from './callback-table.row.js';
import type { TableTexts } from './callback-table.texts.js';
import type { SearchValue, SortKey, TableChanges } from './callback-table.types.js';

/** What the rows depend on. */
export interface ModelInputs {
  readonly records: readonly CallbackRecord[];
  readonly columns: readonly ColumnDefinition[];
  readonly search: SearchValue;
  readonly sort: readonly SortKey[];
  readonly page: number;
  readonly pageSize: number;
}

/** Which rows there are and which of them are on the page: derived from the table's properties, and only as far as they changed. */
export class TableModel {
  #index: RecordIndex | undefined;
  #records: readonly CallbackRecord[] = [];
  #fields: IndexFields = { get: () => ({ text: () => '' }), searched: [] };
  #fieldsOf: readonly unknown[] = [];
  #found: { readonly key: string; readonly rows: Uint32Array } | undefined;
  #bounds: PageBounds = pageBounds(1, 0, 0);
  readonly #visibleOf = remember((rows: Uint32Array, start: number, end: number) =>
    this.index.recordsOf(rows, start, end),
  );
  readonly #openOf = remember((ids: ReadonlySet<string>, rows: Uint32Array, start: number, end: number) =>
    [...ids]
      .filter((id) => isExpandable(this.index.get(id)))
      .map((id) => this.index.positionOf(id, rows))
      .filter((position) => position >= start && position < end)
      .map((position) => position - start)
      .sort((a, b) => a - b),
  );
  readonly #selectionOf = remember((ids: ReadonlySet<string>, visible: readonly CallbackRecord[]) =>
    pageSelection(visible, ids),
  );
  readonly #countOf = remember((ids: ReadonlySet<string>, records: readonly CallbackRecord[]) => {
    if (records.length === 0) return 0;
    let count = 0;
    for (const id of ids) if (this.index.has(id)) count += 1;
    return count;
  });
  #left: ((id: string) => boolean)[] = [];

  get index(): RecordIndex {
    return (this.#index ??= new RecordIndex(this.#records, this.#fields));
  }

  /** Rows that match the search, in the order of the sort. */
  get rows(): Uint32Array {
    return this.#found?.rows ?? new Uint32Array();
  }

  get bounds(): PageBounds {
    return this.#bounds;
  }

  /** How many rows the page has. */
  get pageLength(): number {
    return this.#bounds.end - this.#bounds.start;
  }

  /** Records on the page that is shown. */
  get visible(): readonly CallbackRecord[] {
    return this.#visibleOf(this.rows, this.#bounds.start, this.#bounds.end);
  }

  /** The record at a place of the page, from 0. */
  recordAt(place: number): CallbackRecord {
    return this.index.records[this.rows[this.#bounds.start + place] as number] as CallbackRecord;
  }

  /** Place of a callback on the page, from 0; negative or beyond the page's length when it is not there. */
  placeOf(id: string): number {
    const position = this.index.positionOf(id, this.rows);
    return position === -1 ? -1 : position - this.#bounds.start;
  }

  /** Places of the open rows, ascending. */
  openPlaces(expandedIds: ReadonlySet<string>): readonly number[] {
    return this.#openOf(expandedIds, this.rows, this.#bounds.start, this.#bounds.end);
  }

  /** How much of the page is selected. */
  pageSelection(selectedIds: ReadonlySet<string>): PageSelection {
    return this.#selectionOf(selectedIds, this.visible);
  }

  /** How many of these ids are among the records. */
  countKnown(ids: ReadonlySet<string>): number {
    return this.#countOf(ids, this.#records);
  }

  /** Brings everything up to date with the properties. */
  update(inputs: ModelInputs, texts: TableTexts): this {
    const { records, columns, search, sort } = inputs;
    if (columns !== this.#fieldsOf[0] || texts !== this.#fieldsOf[1]) {
      this.#fieldsOf = [columns, texts];
      this.#fields = tableFields(columns, texts.time, texts.term('notSpecified'));
      this.index.fields = this.#fields;
      this.#found = undefined;
    }
    if (records !== this.#records) this.#replace(records);
    const key = JSON.stringify([search.field, search.text, sort.map(({ field, direction }) => [field, direction])]);
    if (key !== this.#found?.key) this.#found = { key, rows: this.index.find(asWritten(search), sort) };
    this.#bounds = pageBounds(inputs.page, inputs.pageSize, this.rows.length);
    return this;
  }

  /** Takes live changes in and gives the records as they are now. */
  apply(changes: TableChanges): readonly CallbackRecord[] {
    const removed = new Set(changes.removals);
    this.#left.push((id) => removed.has(id));
    this.index.apply(changes);
    this.#records = this.index.records;
    this.#found = undefined;
    return this.#records;
  }

  /** Says which ids have left the records since this was last asked; undefined when nothing has changed. */
  takeLeft(): ((id: string) => boolean) | undefined {
    const left = this.#left;
    if (left.length === 0) return undefined;
    this.#left = [];
    return (id) => !this.index.has(id) && left.some((was) => was(id));
  }

  #replace(records: readonly CallbackRecord[]): void {
    const old = this.index;
    this.#left.push((id) => old.has(id));
    this.#records = records;
    this.#index = new RecordIndex(records, this.#fields);
    this.#found = undefined;
  }
}

/** A number is typed as it is seen, in groups, and found as it is written. */
function asWritten(search: SearchValue): SearchValue {
  return search.field === 'customerNumber' ? { field: search.field, text: withoutGroups(search.text) } : search;
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { startWork } from '../../internal/work.js';
import type { Run, Work } from '../../internal/work.js';
import type { IndexFields } from '../../record-index/fields.js';
import type { FoundRows } from '../../record-index/found-rows.js';
import { pageBounds } from '../../record-index/pages.js';
import type { PageBounds } from '../../record-index/pages.js';
import { RecordIndex } from '../../record-index/record-index.js';
import { RowSelection } from '../../record-index/row-selection.js';
import { recordSort } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { tableFields, withoutGroups } from './callback-table.fields.js';
import type { PageSelection } from './callback-table.head.js';
import { remember } from './callback-table.memo.js';
import { isExpandable } from './callback-table.state-view.js';
import type { TableTexts } from './callback-table.texts.js';
import type { SearchValue, SortKey, TableChanges } from './callback-table.types.js';

/** Where a range of selected rows begins, and what was selected besides. */
export interface SelectionAnchor {
  readonly id: string;
  readonly base: RowSelection;
}

/** What the rows depend on, besides the records. */
export interface ModelInputs {
  readonly columns: readonly ColumnDefinition[];
  readonly search: SearchValue;
  readonly sort: readonly SortKey[];
  readonly page: number;
  readonly pageSize: number;
}

type ModelHost = ModelInputs & ReactiveControllerHost;

/** Milliseconds that a question may take before the page is drawn and heard again: a frame and a half, so that few need a second piece. */
const AT_ONCE = 24;
/** Lists up to this length are searched and sorted faster than they are prepared. */
const SHORT = 5000;

const BY_TIME: readonly SortKey[] = [{ field: 'desiredTime', direction: 'ascending' }];
const NO_RECORDS: readonly CallbackRecord[] = [];
const NO_ROWS: FoundRows = { length: 0, at: () => 0, indexOf: () => -1 };
const NO_FIELDS: IndexFields = { get: () => ({ text: () => '' }), searched: [] };

/**
 * Which rows there are and which of them are on the page: derived from the table's properties, and only as far as they changed. What
 * takes long is done in pieces; until it is done the rows before stay, and only the latest question is answered.
 */
export class TableModel implements ReactiveController {
  readonly #host: ModelHost;
  #index = new RecordIndex(NO_RECORDS, NO_FIELDS);
  #found: FoundRows = NO_ROWS;
  #selection = RowSelection.none(this.#index);
  /** Newer records whose rows are not found yet. */
  #next: RecordIndex | undefined;
  #fields = NO_FIELDS;
  #fieldsOf: readonly unknown[] = [];
  #asked: string | undefined;
  #run: Run | undefined;
  #warming: Warming | undefined;
  #bounds: PageBounds = pageBounds(1, 0, 0);
  #left: ((id: string) => boolean)[] = [];
  /** Where a range of selected rows begins. */
  anchor: SelectionAnchor | undefined;
  #settled: PromiseWithResolvers | undefined;
  readonly #placeOf = remember((id: string, rows: FoundRows, start: number) => {
    const row = this.#index.rowOf(id);
    const position = row === undefined ? -1 : rows.indexOf(row);
    return position === -1 ? -1 : position - start;
  });
  readonly #openOf = remember((ids: ReadonlySet<string>, rows: FoundRows, start: number, end: number) =>
    [...ids]
      .filter((id) => isExpandable(this.#index.get(id)))
      .map((id) => rows.indexOf(this.#index.rowOf(id) as number))
      .filter((position) => position >= start && position < end)
      .map((position) => position - start)
      .sort((a, b) => a - b),
  );
  readonly #pageSelectionOf = remember((selection: RowSelection, rows: FoundRows, start: number, end: number) => {
    if (selection.count === 0) return 'none';
    let selected = 0;
    for (let at = start; at < end; at += 1) if (selection.has(rows.at(at))) selected += 1;
    return selected === 0 ? 'none' : selected === end - start ? 'all' : 'some';
  });

  constructor(host: ModelHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The records as they are now, which may be newer than the rows. */
  get records(): readonly CallbackRecord[] {
    return this.#latest.records;
  }

  /** How many records there are now. */
  get recordCount(): number {
    return this.#latest.count;
  }

  /** What the rows are rows of. */
  get index(): RecordIndex {
    return this.#index;
  }

  /** Rows that match the search, in the order of the sort. */
  get rows(): FoundRows {
    return this.#found;
  }

  /** Whether rows are still being found. */
  get isBusy(): boolean {
    return this.#run !== undefined;
  }

  /** Resolves once rows are found, or another question is asked. */
  get settled(): Promise<void> {
    return this.#settled?.promise ?? Promise.resolve();
  }

  get bounds(): PageBounds {
    return this.#bounds;
  }

  get selection(): RowSelection {
    return this.#selection;
  }

  set selection(selection: RowSelection) {
    this.#selection = selection;
  }

  /** Selects exactly these ids, known or not; nothing when there are none. */
  selectIds(ids: ReadonlySet<string> | null | undefined): void {
    if (ids === undefined || ids === null || !this.#selection.isMadeOf(ids)) this.anchor = undefined;
    if (ids === null || ids === undefined) this.#selection = RowSelection.none(this.#index);
    else if (!this.#selection.isMadeOf(ids)) this.#selection = RowSelection.of(this.#index, ids);
  }

  /** Whether a callback is selected. */
  isSelected(id: string): boolean {
    const row = this.#index.rowOf(id);
    return row !== undefined && this.#selection.has(row);
  }

  /** How many rows the page has. */
  get pageLength(): number {
    return this.#bounds.end - this.#bounds.start;
  }

  /** Ids on the page that is shown. */
  get visibleIds(): readonly string[] {
    return Array.from({ length: this.pageLength }, (_, place) => this.recordAt(place).id);
  }

  /** How much of the page is selected. */
  get pageSelection(): PageSelection {
    return this.#pageSelectionOf(this.#selection, this.#found, this.#bounds.start, this.#bounds.end);
  }

  /** The row at a place of the page, from 0. */
  rowAt(place: number): number {
    return this.#found.at(this.#bounds.start + place);
  }

  /** The record at a place of the page, from 0. */
  recordAt(place: number): CallbackRecord {
    return this.#index.recordAt(this.rowAt(place));
  }

  /** Place of a callback on the page, from 0; negative or beyond the page's length when it is not there. */
  placeOf(id: string): number {
    return this.#placeOf(id, this.#found, this.#bounds.start);
  }

  /** Places of the open rows, ascending. */
  openPlaces(expandedIds: ReadonlySet<string>): readonly number[] {
    return expandedIds.size === 0 ? [] : this.#openOf(expandedIds, this.#found, this.#bounds.start, this.#bounds.end);
  }

  /** Takes other records; their rows are found with the next update. */
  replace(records: readonly CallbackRecord[] = NO_RECORDS): void {
    if (records === this.records) return;
    this.#next = new RecordIndex(records, this.#fields, this.#latest);
    this.#ask();
  }

  /** Takes live changes in. */
  apply(changes: TableChanges): void {
    const index = this.#latest;
    const { touched, removed } = index.apply(changes);
    if (index === this.#index) {
      const removals = new Set(changes.removals);
      this.#left.push((id) => removals.has(id));
      this.#selection = this.#selection.followed(removed, touched);
      this.#moveAnchor((base) => base.followed(removed, touched));
    }
    // Removed rows leave holes: when there are more of them than rows, the list is read anew.
    if (index.rowLimit > 2 * index.count + SHORT) {
      this.#next = new RecordIndex(index.records, this.#fields, index);
    }
    this.#ask();
  }

  /** Takes in that an id came twice, where that has not been seen yet. */
  withoutDoubles(): void {
    const { removed, touched } = this.#index.apply({});
    if (removed.length === 0) return;
    this.#selection = this.#selection.followed(removed, touched);
    this.#ask();
  }

  /** Brings everything up to date with the properties, or begins to. */
  update(inputs: ModelInputs, texts: TableTexts): this {
    const { columns, search, sort } = inputs;
    if (columns !== this.#fieldsOf[0] || texts !== this.#fieldsOf[1]) {
      this.#fieldsOf = [columns, texts];
      this.#fields = tableFields(columns, texts);
      this.#latest.fields = this.#fields;
      this.#ask();
    }
    const question = JSON.stringify([
      search.field,
      search.text,
      sort.map(({ field, direction }) => [field, direction]),
    ]);
    if (question !== this.#asked) {
      this.#asked = question;
      this.#find(asWritten(search), recordSort(sort, columns));
    }
    this.#bounds = pageBounds(inputs.page, inputs.pageSize, this.#found.length);
    return this;
  }

  /** Waits no longer for rows that are still being found. */
  finish(): void {
    this.#run?.finish();
  }

  /** Prepares in idle time what the next keys will need. */
  hostUpdated(): void {
    const index = this.#index;
    const fields = this.#fields;
    const { field } = this.#host.search;
    const before = this.#warming;
    if (before?.index === index && before.field === field && before.fields === fields) return;
    this.#stopWarming();
    if (index.count <= SHORT) return;
    const sort = recordSort(this.#host.sort, this.#host.columns);
    const work = warmUp(index, field, sort.length === 0 ? BY_TIME : sort);
    const run = startWork(work, (news) => this.#warmed(index, news), { first: 0, idle: true });
    this.#warming = { index, field, fields, run };
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stopWarming();
  }

  /** Says which ids have left the records since this was last asked; undefined when nothing has changed. */
  takeLeft(): ((id: string) => boolean) | undefined {
    const left = this.#left;
    if (left.length === 0) return undefined;
    this.#left = [];
    return (id) => !this.#index.has(id) && left.some((was) => was(id));
  }

  get #latest(): RecordIndex {
    return this.#next ?? this.#index;
  }

  /** The question has to be asked again. */
  #ask(): void {
    this.#asked = undefined;
  }

  #find(search: SearchValue, sort: readonly SortKey[]): void {
    this.#run?.drop();
    this.#endRun();
    const index = this.#latest;
    let isAtOnce = true;
    const run = startWork(
      index.find(search, sort),
      (found) => {
        this.#endRun();
        this.#show(index, found);
        if (!isAtOnce) this.#host.requestUpdate();
      },
      {
        first: AT_ONCE,
        failed: () => {
          this.#endRun();
          this.#ask();
        },
      },
    );
    isAtOnce = false;
    if (run.isDone) return;
    this.#run = run;
    this.#settled = withResolvers();
  }

  #endRun(): void {
    this.#run = undefined;
    this.#settled?.resolve();
    this.#settled = undefined;
  }

  #show(index: RecordIndex, found: FoundRows): void {
    if (index !== this.#index) {
      const old = this.#index;
      this.#left.push((id) => old.has(id));
      this.#selection = this.#selection.movedTo(index);
      this.#moveAnchor((base) => base.movedTo(index));
      this.#index = index;
      this.#next = undefined;
    }
    this.#found = found;
  }

  #stopWarming(): void {
    this.#warming?.run.drop();
    this.#warming = undefined;
  }

  #moveAnchor(move: (base: RowSelection) => RowSelection): void {
    if (this.anchor !== undefined) this.anchor = { id: this.anchor.id, base: move(this.anchor.base) };
  }

  #warmed(index: RecordIndex, { hadDoubles, isCounted }: WarmUpNews): void {
    if (index !== this.#index) return;
    if (hadDoubles) {
      this.#selection = RowSelection.of(index, this.#selection.ids);
      this.#ask();
    }
    if (hadDoubles || isCounted) this.#host.requestUpdate();
  }
}

/** What came out while the index was prepared. */
interface WarmUpNews {
  readonly hadDoubles: boolean;
  /** Which customers have several callbacks is known now. */
  readonly isCounted: boolean;
}

function* warmUp(index: RecordIndex, field: string, sort: readonly SortKey[]): Work<WarmUpNews> {
  const hadDoubles = yield* index.prepare({ field, text: '' }, sort);
  return { hadDoubles, isCounted: yield* index.countCustomers() };
}

/** What is being prepared, and for which question. */
interface Warming {
  readonly index: RecordIndex;
  readonly field: string;
  readonly fields: IndexFields;
  readonly run: Run;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/** A number is typed as it is seen, in groups, and found as it is written. */
function asWritten(search: SearchValue): SearchValue {
  return search.field === 'customerNumber' ? { field: search.field, text: withoutGroups(search.text) } : search;
}

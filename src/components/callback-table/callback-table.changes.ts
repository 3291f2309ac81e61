import { emit } from '../../internal/emit.js';
import { pageOf } from '../../record-index/pages.js';
import { RowSelection } from '../../record-index/row-selection.js';
import { toggled } from '../../record-index/selection.js';
import {
  CALLBACK_DIAGNOSTICS_REQUEST,
  CALLBACK_EDIT_REQUEST,
  CALLBACK_EXPANSION_CHANGE,
  CALLBACK_PAGE_CHANGE,
  CALLBACK_REFRESH_REQUEST,
  CALLBACK_SEARCH_CHANGE,
  CALLBACK_SELECTION_CHANGE,
  CALLBACK_SORT_CHANGE,
} from './callback-table.events.js';
import type {
  CallbackDiagnosticsRequestEvent,
  CallbackEditRequestEvent,
  CallbackExpansionChangeEvent,
  CallbackPageChangeEvent,
  CallbackRefreshRequestEvent,
  CallbackSearchChangeEvent,
  CallbackSelectionChangeEvent,
  CallbackSortChangeEvent,
} from './callback-table.events.js';
import { nextSort } from './callback-table.head.js';
import type { TableModel } from './callback-table.model.js';
import type { SearchValue, SortKey } from './callback-table.types.js';

/** What a person can change in the table. */
interface ViewState extends EventTarget {
  search: SearchValue;
  sort: readonly SortKey[];
  page: number;
  pageSize: number;
  expandedIds: ReadonlySet<string>;
  requestUpdate(): void;
}

/** What a person does to the table: each method changes the property and fires its event. */
export class UserChanges {
  readonly #table: ViewState;
  readonly #model: () => TableModel;

  constructor(table: ViewState, model: () => TableModel) {
    this.#table = table;
    this.#model = model;
  }

  searchFor(search: SearchValue): void {
    this.#table.search = search;
    emit<CallbackSearchChangeEvent>(this.#table, CALLBACK_SEARCH_CHANGE, { search });
    this.#backToFirstPage();
  }

  sortBy(field: string, isFurther: boolean): void {
    const sort = nextSort(this.#table.sort, field, isFurther);
    this.#table.sort = sort;
    emit<CallbackSortChangeEvent>(this.#table, CALLBACK_SORT_CHANGE, { sort });
    this.#backToFirstPage();
  }

  turnTo(page: number): void {
    this.#setPage(page, this.#table.pageSize);
  }

  /** Changes the page size; the first row shown stays on the page. */
  resizePage(pageSize: number): void {
    this.#setPage(pageOf(this.#model().bounds.start, pageSize), pageSize);
  }

  /** The ids are gathered only for who reads them: they may be a hundred thousand. */
  select(selection: RowSelection): void {
    this.#model().selection = selection;
    this.#table.requestUpdate();
    emit<CallbackSelectionChangeEvent>(this.#table, CALLBACK_SELECTION_CHANGE, {
      get selectedIds() {
        return selection.ids;
      },
    });
  }

  selectPage(isSelected: boolean): void {
    this.endRange();
    const { selection, rows, bounds } = this.#model();
    this.select(selection.withRows(rows, isSelected, bounds.start, bounds.end));
  }

  selectMatching(): void {
    const { selection, rows } = this.#model();
    this.select(selection.withRows(rows, true));
  }

  selectNone(): void {
    this.endRange();
    this.select(RowSelection.none(this.#model().index));
  }

  toggleSelected(id: string): void {
    const model = this.#model();
    const selection = model.selection.withIds([id], !model.isSelected(id));
    model.anchor = { id, base: selection };
    this.select(selection);
  }

  /** Selects every row from where the range began to this one. */
  selectTo(id: string): void {
    const model = this.#model();
    const { id: begin, base } = (model.anchor ??= { id, base: model.selection });
    const [from, to] = [model.placeOf(begin), model.placeOf(id)];
    if (!isOnPage(model, to)) return;
    const first = isOnPage(model, from) ? Math.min(from, to) : to;
    const last = isOnPage(model, from) ? Math.max(from, to) : to;
    const { start } = model.bounds;
    this.select(base.withRows(model.rows, true, start + first, start + last + 1));
  }

  /** Extends the selection from one row to its neighbour and says which that is; undefined at an edge. */
  extend(id: string, direction: 1 | -1): string | undefined {
    const model = this.#model();
    const next = model.placeOf(id) + direction;
    model.anchor ??= { id, base: model.selection };
    if (!isOnPage(model, next - direction) || !isOnPage(model, next)) return undefined;
    const to = model.recordAt(next).id;
    this.selectTo(to);
    return to;
  }

  /** The next range begins anew. */
  endRange(): void {
    this.#model().anchor = undefined;
  }

  toggleOpen(id: string): void {
    const expandedIds = toggled(this.#table.expandedIds, id);
    this.#table.expandedIds = expandedIds;
    emit<CallbackExpansionChangeEvent>(this.#table, CALLBACK_EXPANSION_CHANGE, { expandedIds });
    if (expandedIds.has(id)) this.requestDetails(id);
  }

  requestDetails(id: string): void {
    emit<CallbackDiagnosticsRequestEvent>(this.#table, CALLBACK_DIAGNOSTICS_REQUEST, { id }, { cancelable: true });
  }

  requestEdit(id: string): void {
    emit<CallbackEditRequestEvent>(this.#table, CALLBACK_EDIT_REQUEST, { stage: 'open', id }, { cancelable: true });
  }

  requestRefresh(): void {
    emit<CallbackRefreshRequestEvent>(this.#table, CALLBACK_REFRESH_REQUEST, {}, { cancelable: true });
  }

  #backToFirstPage(): void {
    if (this.#table.page !== 1) this.turnTo(1);
  }

  #setPage(page: number, pageSize: number): void {
    this.#table.page = page;
    this.#table.pageSize = pageSize;
    emit<CallbackPageChangeEvent>(this.#table, CALLBACK_PAGE_CHANGE, { page, pageSize });
  }
}

function isOnPage({ pageLength }: TableModel, place: number): boolean {
  return place >= 0 && place < pageLength;
}

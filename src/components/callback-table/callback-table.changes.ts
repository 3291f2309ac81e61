import { emit } from '../../internal/emit.js';
import { pageOf } from '../../record-index/pages.js';
import { rangeOf, toggled, withIds } from '../../record-index/selection.js';
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
  selectedIds: ReadonlySet<string>;
  expandedIds: ReadonlySet<string>;
}

/** Where a range of selected rows begins, and what was selected besides. */
interface Anchor {
  readonly id: string;
  readonly base: ReadonlySet<string>;
}

/** What a person does to the table: each method changes the property and fires its event. */
export class UserChanges {
  readonly #table: ViewState;
  readonly #model: () => TableModel;
  #anchor: Anchor | undefined;

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

  select(selectedIds: ReadonlySet<string>): void {
    this.#table.selectedIds = selectedIds;
    emit<CallbackSelectionChangeEvent>(this.#table, CALLBACK_SELECTION_CHANGE, { selectedIds });
  }

  selectPage(isSelected: boolean): void {
    this.#anchor = undefined;
    this.select(withIds(this.#table.selectedIds, this.#visibleIds(), isSelected));
  }

  selectMatching(): void {
    const { index, rows } = this.#model();
    this.select(withIds(this.#table.selectedIds, index.idsOf(rows), true));
  }

  toggleSelected(id: string): void {
    const selected = toggled(this.#table.selectedIds, id);
    this.#anchor = { id, base: selected };
    this.select(selected);
  }

  /** Selects every row from where the range began to this one. */
  selectTo(id: string): void {
    this.#anchor ??= { id, base: this.#table.selectedIds };
    this.select(withIds(this.#anchor.base, rangeOf(this.#visibleIds(), this.#anchor.id, id), true));
  }

  /** Extends the selection from one row to its neighbour and says which that is; undefined at an edge. */
  extend(id: string, direction: 1 | -1): string | undefined {
    const ids = this.#visibleIds();
    const next = ids[ids.indexOf(id) + direction];
    this.#anchor ??= { id, base: this.#table.selectedIds };
    if (next !== undefined) this.selectTo(next);
    return next;
  }

  /** The next range begins anew. */
  endRange(): void {
    this.#anchor = undefined;
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

  #visibleIds(): readonly string[] {
    return this.#model().visible.map(({ id }) => id);
  }
}

import type { SearchValue, SortKey } from './callback-table.types.js';

export { CALLBACK_EDIT_REQUEST } from '../../internal/request-events.js';
export type { CallbackEditRequestDetail, CallbackEditRequestEvent } from '../../internal/request-events.js';

/** A person changed the search. Not fired when `search` is set. */
export const CALLBACK_SEARCH_CHANGE = 'callback-search-change';
export type CallbackSearchChangeEvent = CustomEvent<{ readonly search: SearchValue }>;

/** A person sorted the table. Not fired when `sort` is set. */
export const CALLBACK_SORT_CHANGE = 'callback-sort-change';
export type CallbackSortChangeEvent = CustomEvent<{ readonly sort: readonly SortKey[] }>;

/**
 * A person turned a page or chose another page size; also fired when a new search or sort led back to the first page. Not fired when
 * `page` or `pageSize` is set, nor when fewer records leave fewer pages.
 */
export const CALLBACK_PAGE_CHANGE = 'callback-page-change';
export type CallbackPageChangeEvent = CustomEvent<{ readonly page: number; readonly pageSize: number }>;

/** A person selected callbacks or let them go. Not fired when `selectedIds` is set, nor when a selected callback leaves the records. */
export const CALLBACK_SELECTION_CHANGE = 'callback-selection-change';
export type CallbackSelectionChangeEvent = CustomEvent<{ readonly selectedIds: ReadonlySet<string> }>;

/** A person opened or closed the details of a queued callback. Not fired when `expandedIds` is set. */
export const CALLBACK_EXPANSION_CHANGE = 'callback-expansion-change';
export type CallbackExpansionChangeEvent = CustomEvent<{ readonly expandedIds: ReadonlySet<string> }>;

/** A person wants the queue details of a callback, for the first time or again. Cancelable. */
export const CALLBACK_DIAGNOSTICS_REQUEST = 'callback-diagnostics-request';
export type CallbackDiagnosticsRequestEvent = CustomEvent<{ readonly id: string }>;

/** A person wants the records to be loaded again. Cancelable. */
export const CALLBACK_REFRESH_REQUEST = 'callback-refresh-request';
export type CallbackRefreshRequestEvent = CustomEvent<Readonly<Record<string, never>>>;

/** Events of `callback-table`, besides `callback-edit-request`. */
export interface CallbackTableEventMap {
  'callback-search-change': CallbackSearchChangeEvent;
  'callback-sort-change': CallbackSortChangeEvent;
  'callback-page-change': CallbackPageChangeEvent;
  'callback-selection-change': CallbackSelectionChangeEvent;
  'callback-expansion-change': CallbackExpansionChangeEvent;
  'callback-diagnostics-request': CallbackDiagnosticsRequestEvent;
  'callback-refresh-request': CallbackRefreshRequestEvent;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'callback-search-change': CallbackSearchChangeEvent;
    'callback-sort-change': CallbackSortChangeEvent;
    'callback-page-change': CallbackPageChangeEvent;
    'callback-selection-change': CallbackSelectionChangeEvent;
    'callback-expansion-change': CallbackExpansionChangeEvent;
    'callback-diagnostics-request': CallbackDiagnosticsRequestEvent;
    'callback-refresh-request': CallbackRefreshRequestEvent;
  }
}

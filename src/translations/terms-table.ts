import type { WaitingReason } from '../domain/waiting.js';

type Direction = 'ascending' | 'descending';

/** What a key of the grid does. */
export type Shortcut =
  | 'move'
  | 'row-edges'
  | 'grid-edges'
  | 'screen'
  | 'turn-page'
  | 'select-row'
  | 'extend'
  | 'select-all'
  | 'use'
  | 'sort-further'
  | 'leave'
  | 'search'
  | 'edit'
  | 'reschedule'
  | 'shortcuts';

/** Keys that carry a word instead of a sign. */
export type KeyName =
  'Control' | 'Shift' | 'Alt' | 'Home' | 'End' | 'PageUp' | 'PageDown' | 'Space' | 'Enter' | 'Escape';

/** Words of `callback-table`. Numbers arrive formatted; where a plural depends on one, the number itself comes too. */
export interface TableTerms {
  /** Heading while nobody knows how many there are. */
  callbacks: string;
  callbacksFound: (count: number, formatted: string) => string;
  /** Part of what the server has: `500 of 2,314 shown`. */
  shownOf: (shown: string, total: string) => string;
  shownOfHint: string;
  // search
  search: string;
  searchField: string;
  allColumns: string;
  clearSearch: string;
  // selection
  selectPage: string;
  selectCallback: (number: string, time: string) => string;
  selectedCount: (count: number, formatted: string) => string;
  selectMatching: (count: string) => string;
  clearSelection: string;
  // sort
  headersSort: string;
  sortedBy: (column: string, direction: Direction, isFirst: boolean) => string;
  /** Follows the title of a column that is a further sort key: its place and direction. */
  sortPlace: (place: string, direction: Direction) => string;
  // rows
  actions: string;
  editCallback: (number: string, time: string) => string;
  rescheduleCallback: (number: string, time: string) => string;
  working: string;
  /** Says of an active callback how many active ones its customer has, itself included. */
  activeCallbacks: (count: string) => string;
  focusMoved: (number: string) => string;
  // details of queued callbacks
  queueDetails: (state: string) => string;
  queueDetailsOf: (number: string) => string;
  refreshDetails: string;
  loadingDetails: string;
  noDetails: string;
  detailsNotLoaded: string;
  /** Why a queued callback is not moving; `fact` is the time or the number the sentence speaks of. */
  waiting: (kind: WaitingReason['kind'], fact: string) => string;
  detailGroup: (group: 'queue' | 'customer' | 'attempts' | 'session' | 'other') => string;
  // pages
  pages: string;
  pageRange: (from: string, to: string, count: string) => string;
  pageStatus: (page: string, pages: string) => string;
  firstPage: string;
  previousPage: string;
  nextPage: string;
  lastPage: string;
  isFirstPage: string;
  isLastPage: string;
  rowsPerPage: string;
  allRows: string;
  backToTop: string;
  // keys
  shortcuts: string;
  shortcutsHint: string;
  shortcut: (does: Shortcut) => string;
  /** What is printed on the key. */
  keyName: (key: KeyName) => string;
  // states of the whole table
  loadingCallbacks: string;
  loadedSoFar: (count: string) => string;
  noCallbacks: string;
  noMatches: string;
  rowsAsOf: (time: string) => string;
  rowsKept: string;
}

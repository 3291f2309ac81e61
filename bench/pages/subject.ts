import type { CallbackRecord } from '../../src/domain/callback.js';

/** A table that is measured. Its calls may do their work later: only what stands on the screen stops a clock. */
export interface Subject {
  /** Rows on a page; 0 = one continuous list. */
  readonly pageSize: number;
  /** Builds the table in a box and shows the records. */
  show(records: readonly CallbackRecord[], box: HTMLElement): void;
  /** Filters by a part of the phone number; an empty text shows every record. */
  search(text: string): void;
  /** Sorts by desired time; undefined = in the order of the records. */
  sort(direction: 'ascending' | 'descending' | undefined): void;
  /** Turns to a page, 1-based. */
  turnTo(page: number): void;
  /** Takes records that replace those with the same ids. */
  change(records: readonly CallbackRecord[]): void;
  selectAll(): void;
  clearSelection(): void;
  toggle(id: string): void;
  readonly matchingCount: number;
  readonly selectedCount: number;
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** Where the rows are. */
  readonly root: ParentNode;
  /** Where the first row in sight may begin, in pixels from the top of the viewport. */
  readonly top: number;
  readonly selectors: { readonly row: string; readonly number: string; readonly state: string; readonly check: string };
  /** A search box of its own, for real keys. */
  readonly searchBox?: HTMLElement;
}

import type { Search, SortKey } from '../../src/record-index/fields.js';
import type { FoundRows } from '../../src/record-index/found-rows.js';
import type { RecordIndex } from '../../src/record-index/record-index.js';
import { finished } from '../../src/record-index/work.js';

/** Everything there is. */
export const EVERYTHING: Search = { field: 'phone', text: '' };

/** What an index finds, at once. */
export function found(index: RecordIndex, search: Search = EVERYTHING, sort: readonly SortKey[] = []): FoundRows {
  return finished(index.find(search, sort));
}

/** Ids of found rows, in their order. */
export function idsOf(index: RecordIndex, rows: FoundRows): readonly string[] {
  return Array.from({ length: rows.length }, (_, position) => index.recordAt(rows.at(position)).id);
}

/** Ids of what an index finds, at once. */
export function foundIds(index: RecordIndex, search?: Search, sort?: readonly SortKey[]): readonly string[] {
  return idsOf(index, found(index, search, sort));
}

import type { CallbackRecord } from '../domain/callback.js';

/** How one field of a record is searched and sorted. The index keeps what it made of a field for as long as the object is the same. */
export interface IndexField {
  /** The text as it is shown. */
  readonly text: (record: CallbackRecord) => string;
  /** A number to sort by, from which alone the text follows; what is not a number sorts last. */
  readonly order?: (record: CallbackRecord) => number;
  /** Sorts by the shown texts, 0 for the same text only; absent, and without a number = by the text without case and accents. */
  readonly compare?: (a: string, b: string) => number;
}

/** The fields an index may be asked for. */
export interface IndexFields {
  /** The field of an id; it must give the same object each time. */
  get(field: string): IndexField;
  /** Ids of the fields that a search in {@link ALL_FIELDS} looks at. */
  readonly searched: readonly string[];
}

/** Stands for every searched field at once. */
export const ALL_FIELDS = 'all';

/** What to look for: a substring of one field's shown text, regardless of case and accents. An empty text finds everything. */
export interface Search {
  readonly field: string;
  readonly text: string;
}

export type SortDirection = 'ascending' | 'descending';

/** One key of a sort; the first of a list weighs most. */
export interface SortKey {
  readonly field: string;
  readonly direction: SortDirection;
}

/** Records that are new or different, and ids that are gone. An id in both is gone. */
export interface RecordChanges {
  readonly upserts?: readonly CallbackRecord[];
  readonly removals?: readonly string[];
}

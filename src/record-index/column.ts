import { CodeColumn } from './code-column.js';
import type { IndexField } from './fields.js';
import type { RecordStore } from './record-store.js';
import { concerns } from './row-edit.js';
import type { Edit } from './row-edit.js';
import { TextColumn } from './text-column.js';
import type { Work } from './work.js';

/** The texts of a field, by row, in one of two forms. A row that is gone has none. */
export type ColumnTexts = CodeColumn | TextColumn;

/** Texts of which more than this share of the records has one of its own are not worth a code. */
const SHARE_DISTINCT = 4;
/** So many rows tell already, if nearly all of them differ. */
const SAMPLE = 2048;
const FEW = 1024;

/** One field of the records, to be searched: as codes where texts come again, as texts where they do not. */
export class Column {
  readonly field: IndexField;
  readonly #store: RecordStore;
  #texts: ColumnTexts;

  constructor(field: IndexField, store: RecordStore) {
    this.field = field;
    this.#store = store;
    this.#texts = new CodeColumn(field, store);
  }

  get texts(): ColumnTexts {
    return this.#texts;
  }

  /** Reads rows that have not been read yet. */
  *build(): Work<void> {
    while (!this.#texts.isReady) {
      this.#texts.readOn();
      if (this.#texts instanceof CodeColumn && this.#isDiverse(this.#texts)) {
        this.#texts = new TextColumn(this.field, this.#store);
      }
      yield;
    }
  }

  /** Follows a change. Gives the rows whose text is now another. */
  apply(edits: readonly Edit[]): readonly number[] {
    return followEdits(this.#texts, this.field, edits);
  }

  #isDiverse({ read, distinct }: CodeColumn): boolean {
    if (distinct * SHARE_DISTINCT > this.#store.limit) return distinct > FEW;
    return read >= SAMPLE && distinct * FEW > read * (FEW - 1);
  }
}

/** Sets the texts that a change has changed, and gives their rows. Rows that have not been read yet need nothing. */
export function followEdits(texts: ColumnTexts, field: IndexField, edits: readonly Edit[]): readonly number[] {
  const changed: number[] = [];
  for (const edit of edits) {
    if (edit.row >= texts.read || !concerns(edit, field)) continue;
    texts.set(edit.row, edit.after);
    changed.push(edit.row);
  }
  return changed;
}

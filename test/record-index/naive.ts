import type { CallbackRecord } from '../../src/domain/callback.js';
import { ALL_FIELDS } from '../../src/record-index/fields.js';
import type { IndexField, IndexFields, RecordChanges, Search, SortKey } from '../../src/record-index/fields.js';
import { fold } from '../../src/record-index/fold.js';

/** The index as one would write it without a thought for speed: what it answers is right. */
export class NaiveIndex {
  readonly #fields: IndexFields;
  #records: readonly CallbackRecord[];

  constructor(records: readonly CallbackRecord[], fields: IndexFields) {
    this.#fields = fields;
    this.#records = [...new Map(records.map((record) => [record.id, record])).values()];
  }

  get records(): readonly CallbackRecord[] {
    return this.#records;
  }

  apply({ upserts = [], removals = [] }: RecordChanges): void {
    const byId = new Map([...this.#records, ...upserts].map((record) => [record.id, record]));
    for (const id of removals) byId.delete(id);
    this.#records = [...byId.values()];
  }

  find({ field, text }: Search, sort: readonly SortKey[]): readonly string[] {
    const fields = (field === ALL_FIELDS ? this.#fields.searched : [field]).map((id) => this.#fields.get(id));
    return this.#records
      .filter((record) => fields.some((searched) => fold(searched.text(record)).includes(fold(text))))
      .sort((a, b) => (sort.length === 0 ? 0 : this.#compare(a, b, sort)))
      .map(({ id }) => id);
  }

  #compare(a: CallbackRecord, b: CallbackRecord, sort: readonly SortKey[]): number {
    for (const { field, direction } of sort) {
      const result = compareIn(this.#fields.get(field), a, b);
      if (result !== 0) return direction === 'ascending' ? result : -result;
    }
    return a.id < b.id ? -1 : 1;
  }
}

function compareIn({ text, order, compare }: IndexField, a: CallbackRecord, b: CallbackRecord): number {
  const keys = (record: CallbackRecord): number | string => {
    const number = order?.(record);
    if (number !== undefined) return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
    return fold(text(record));
  };
  if (order === undefined && compare !== undefined) return compare(text(a), text(b));
  const [left, right] = [keys(a), keys(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

import type { CallbackRecord } from '../domain/callback.js';
import type { RecordChanges } from './fields.js';
import { GONE } from './row-change.js';
import type { RowChange } from './row-change.js';

/** Records by row number and by id. An id occurs once: of several records with the same id the last one stands, at the first's place. */
export class RecordStore {
  #records: readonly CallbackRecord[];
  #rows: Map<string, number>;

  constructor(records: readonly CallbackRecord[]) {
    this.#rows = rowsById(records);
    this.#records = this.#rows.size === records.length ? records : withoutDoubles(records);
    if (this.#records !== records) this.#rows = rowsById(this.#records);
  }

  get records(): readonly CallbackRecord[] {
    return this.#records;
  }

  rowOf(id: string): number | undefined {
    return this.#rows.get(id);
  }

  /** Applies changes; the array of records is a new one afterwards. */
  apply({ upserts = [], removals = [] }: RecordChanges): RowChange {
    const records = [...this.#records];
    const touched = new Set<number>();
    for (const record of upserts) {
      const row = this.#rows.get(record.id) ?? records.length;
      this.#rows.set(record.id, row);
      records[row] = record;
      touched.add(row);
    }
    const gone = new Set(removals.flatMap((id) => this.#rows.get(id) ?? []));
    if (gone.size === 0) {
      this.#records = records;
      return { count: records.length, touched: ascending(touched) };
    }
    return this.#withoutRows(records, gone, touched);
  }

  #withoutRows(records: readonly CallbackRecord[], gone: ReadonlySet<number>, touched: ReadonlySet<number>): RowChange {
    const moved = new Int32Array(records.length);
    let count = 0;
    for (let row = 0; row < records.length; row += 1) moved[row] = gone.has(row) ? GONE : count++;
    this.#records = records.filter((_, row) => moved[row] !== GONE);
    this.#rows = rowsById(this.#records);
    const left = [...touched].flatMap((row) => (moved[row] === GONE ? [] : [moved[row] as number]));
    return { count, moved, touched: ascending(left) };
  }
}

function rowsById(records: readonly CallbackRecord[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < records.length; row += 1) rows.set((records[row] as CallbackRecord).id, row);
  return rows;
}

function withoutDoubles(records: readonly CallbackRecord[]): readonly CallbackRecord[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

function ascending(rows: Iterable<number>): readonly number[] {
  return [...rows].sort((a, b) => a - b);
}

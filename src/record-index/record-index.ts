import type { CallbackRecord } from '../domain/callback.js';
import { CodeColumn } from './code-column.js';
import { Column, followEdits } from './column.js';
import { Customers } from './customers.js';
import { ALL_FIELDS } from './fields.js';
import type { IndexField, IndexFields, RecordChanges, Search, SortKey } from './fields.js';
import { fold } from './fold.js';
import type { FoundRows, ListedRows } from './found-rows.js';
import { Hits } from './hits.js';
import { IdTable } from './id-table.js';
import { Order } from './order.js';
import type { OrderKey } from './order.js';
import { RecordStore } from './record-store.js';
import type { Edit, RowChange } from './row-edit.js';
import { NumberKeys, TextKeys } from './sort-keys.js';
import type { SortKeys } from './sort-keys.js';
import { finished } from './work.js';
import type { Work } from './work.js';

/** Sorts kept for later: enough for a change of mind. */
const KEPT_ORDERS = 3;
/** Ids of so many records are read at once, so that doubles never show. */
const SHORT = 5000;

type Counted = 'state' | 'serviceName';

/** Fields that are counted as the records have them. */
const COUNTED: Readonly<Record<Counted, IndexField>> = {
  state: { text: ({ state }) => state },
  serviceName: { text: ({ serviceName }) => serviceName },
};

type Edits = Map<number, Edit>;

/**
 * The engine under the table: finds, sorts and counts rows of many records without walking the records again. A row is the number of a
 * record and stays the same for as long as the index lives; one that is removed leaves a hole. Whatever takes long is built when it is
 * first needed, in pieces, and then follows changes in time proportional to them.
 */
export class RecordIndex {
  readonly #store: RecordStore;
  readonly #ids: IdTable;
  readonly #hits: Hits;
  readonly #customers: Customers;
  readonly #columns = new Map<string, Column>();
  readonly #sortKeys = new Map<string, SortKeys>();
  readonly #counters = new Map<Counted, CodeColumn>();
  #fields: IndexFields;
  #orders: readonly Order[] = [];
  #version = 0;

  /**
   * Of several records with the same id the last stands, in the place of the first; in long lists only once {@link prepare} has seen it.
   * @param before the index of earlier records, of whose customers is told until those of these are counted
   */
  constructor(records: readonly CallbackRecord[], fields: IndexFields, before?: RecordIndex) {
    this.#store = new RecordStore(records);
    this.#ids = new IdTable(this.#store);
    this.#hits = new Hits(this.#store);
    this.#customers = new Customers(this.#store, before === undefined ? undefined : before.#customers);
    this.#fields = fields;
    if (records.length > SHORT) return;
    finished(this.#prepareIds());
    finished(this.#customers.build());
  }

  /** The records that are there, in their order. After a change it is another array, which is made when it is asked for. */
  get records(): readonly CallbackRecord[] {
    return this.#store.records;
  }

  /** How many records there are. */
  get count(): number {
    return this.#store.count;
  }

  /** Every row is below this number. */
  get rowLimit(): number {
    return this.#store.limit;
  }

  /** How fields are searched and sorted from now on, for example after a change of time zone. */
  set fields(fields: IndexFields) {
    this.#fields = fields;
    for (const [id, { field }] of this.#columns) if (field !== fields.get(id)) this.#columns.delete(id);
    for (const [id, { field }] of this.#sortKeys) if (field !== fields.get(id)) this.#sortKeys.delete(id);
    const columns = new Set(this.#columns.values());
    const sortKeys = new Set(this.#sortKeys.values());
    this.#hits.forgetUnless((column) => columns.has(column));
    this.#orders = this.#orders.filter((order) => order.keys.every(({ keys }) => sortKeys.has(keys)));
    this.#version += 1;
  }

  /** The record of a row; of a row that was removed the last one it had. */
  recordAt(row: number): CallbackRecord {
    return this.#store.at(row);
  }

  /** Whether a row's record is still there. */
  isLive(row: number): boolean {
    return this.#store.isLive(row);
  }

  /** The row of an id; undefined when there is none. */
  rowOf(id: string): number | undefined {
    return this.#ids.rowOf(id);
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  /** The record of an id; undefined when there is none. */
  get(id: string): CallbackRecord | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.recordAt(row);
  }

  /**
   * Finds the rows that match a search, in the order of a sort; without sort keys in the order of the records. What was built stays when
   * the work is dropped. The answer to the same question is the same object until something changes.
   */
  *find(search: Search, sort: readonly SortKey[]): Work<FoundRows> {
    const folded = fold(search.text);
    for (;;) {
      const version = this.#version;
      const sorted = sort.length === 0 ? undefined : yield* this.#sorted(sort);
      let found: FoundRows = sorted ?? this.#store.all;
      if (folded !== '') found = yield* this.#hits.find(this.#searched(search.field), folded, sorted);
      if (version === this.#version) return found;
    }
  }

  /**
   * Builds what the next search in a field, the next answer in an order and the next look for an id will need.
   * @returns whether there were several records of one id: then rows have changed
   */
  *prepare(search: Search, sort: readonly SortKey[]): Work<boolean> {
    for (const column of this.#searched(search.field)) yield* column.build();
    if (sort.length > 0) yield* this.#sorted(sort);
    return yield* this.#prepareIds();
  }

  /**
   * Counts which customers have several active callbacks.
   * @returns whether it was not known before
   */
  countCustomers(): Work<boolean> {
    return this.#customers.build();
  }

  /** How many active callbacks the customer of an active one has, itself included; 0 in long lists what was known before. */
  activeOf(record: CallbackRecord): number {
    return this.#customers.activeOf(record);
  }

  /**
   * Takes changes in: new records come last, changed ones stay where they are. The cost grows with the changes and not with the records,
   * but for the ids, which are read to the end when {@link prepare} has not done so.
   */
  apply({ upserts = [], removals = [] }: RecordChanges): RowChange {
    const edits = this.#withoutDoubles();
    for (const record of upserts) this.#edit(this.rowOf(record.id) ?? this.rowLimit, record, edits);
    for (const id of removals) {
      const row = this.rowOf(id);
      if (row !== undefined) this.#edit(row, undefined, edits);
    }
    return this.#follow(edits);
  }

  /** Number of rows by state or service, among all or among those that were found. */
  countsBy(field: Counted, rows?: FoundRows): ReadonlyMap<string, number> {
    let counter = this.#counters.get(field);
    if (counter === undefined) {
      counter = new CodeColumn(COUNTED[field], this.#store);
      this.#counters.set(field, counter);
    }
    while (!counter.isReady) counter.readOn();
    return rows === undefined ? counter.counts : counter.countsOf(rows);
  }

  *#prepareIds(): Work<boolean> {
    yield* this.#ids.build();
    return this.#follow(this.#withoutDoubles()).removed.length > 0;
  }

  /** What has to be done about records whose id another has. */
  #withoutDoubles(): Edits {
    finished(this.#ids.build());
    const edits: Edits = new Map();
    for (const row of this.#ids.takeDoubles()) {
      const record = this.recordAt(row);
      this.#edit(this.rowOf(record.id) as number, record, edits);
      this.#edit(row, undefined, edits);
    }
    return edits;
  }

  #edit(row: number, after: CallbackRecord | undefined, edits: Edits): void {
    const edit = edits.get(row);
    const before = row < this.rowLimit ? this.recordAt(row) : undefined;
    if (edit === undefined) edits.set(row, { row, before, after });
    else edit.after = after;
    if (after !== undefined) this.#store.put(row, after);
  }

  /** Lets everything that was built follow. */
  #follow(changes: Edits): RowChange {
    const edits = [...changes.values()].sort((a, b) => a.row - b.row);
    this.#store.remove(rowsOf(edits, ({ after }) => after === undefined));
    const real = edits.filter(({ before, after }) => before !== after);
    const changed = new Map(Array.from(this.#columns.values(), (column) => [column, column.apply(real)] as const));
    for (const [field, counter] of this.#counters) followEdits(counter, COUNTED[field], real);
    for (const order of this.#orders) order.apply(real);
    this.#hits.apply(real, changed);
    this.#customers.apply(real);
    if (real.length > 0) this.#version += 1;
    return {
      touched: rowsOf(real, ({ after }) => after !== undefined),
      removed: rowsOf(real, ({ after }) => after === undefined),
    };
  }

  #searched(field: string): readonly Column[] {
    const fields = field === ALL_FIELDS ? this.#fields.searched : [field];
    return fields.map((id) => this.#column(id));
  }

  #column(id: string): Column {
    let column = this.#columns.get(id);
    if (column === undefined) {
      column = new Column(this.#fields.get(id), this.#store);
      this.#columns.set(id, column);
    }
    return column;
  }

  #keys(id: string): SortKeys {
    let keys = this.#sortKeys.get(id);
    if (keys === undefined) {
      const field = this.#fields.get(id);
      keys =
        field.order === undefined
          ? new TextKeys(this.#column(id), this.#store)
          : new NumberKeys(field, field.order, this.#store);
      this.#sortKeys.set(id, keys);
    }
    return keys;
  }

  /** All rows in an order. One that is kept in the other direction is read backwards. */
  *#sorted(sort: readonly SortKey[]): Work<ListedRows> {
    const keys = sort.map(({ field, direction }) => ({
      keys: this.#keys(field),
      isDescending: direction === 'descending',
    }));
    const isKept = (isFlipped: boolean) => (order: Order) => isSameSort(order.keys, keys, isFlipped);
    const known = this.#orders.find(isKept(false)) ?? this.#orders.find(isKept(true)) ?? new Order(keys, this.#store);
    this.#orders = [known, ...this.#orders.filter((order) => order !== known)].slice(0, KEPT_ORDERS);
    return yield* known.find(!isKept(false)(known));
  }
}

function isSameSort(some: readonly OrderKey[], others: readonly OrderKey[], isFlipped: boolean): boolean {
  return (
    some.length === others.length &&
    some.every(({ keys, isDescending }, at) => {
      const other = others[at];
      return other?.keys === keys && (other.isDescending !== isDescending) === isFlipped;
    })
  );
}

function rowsOf(edits: readonly Edit[], isMeant: (edit: Edit) => boolean): readonly number[] {
  return edits.filter(isMeant).map(({ row }) => row);
}

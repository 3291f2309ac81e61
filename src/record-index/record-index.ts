import type { CallbackRecord } from '../domain/callback.js';
import { NumberColumn, TextColumn } from './columns.js';
import type { SortColumn } from './columns.js';
import { ALL_FIELDS } from './fields.js';
import type { IndexFields, RecordChanges, Search, SortKey } from './fields.js';
import { fold } from './fold.js';
import { Order, naturalRows } from './order.js';
import { RecordStore } from './record-store.js';
import { SearchStack } from './search-stack.js';

/** Sorts kept for later: enough for a flip and a change of mind. */
const KEPT_ORDERS = 4;

/**
 * The engine under the table: answers searches, sorts and pages over many records without touching them one by one again. Columns are
 * built when they are first asked for, and follow changes without being rebuilt.
 */
export class RecordIndex {
  readonly #store: RecordStore;
  readonly #search = new SearchStack();
  #fields: IndexFields;
  #texts = new Map<string, TextColumn>();
  #numbers = new Map<string, NumberColumn>();
  #orders: Order[] = [];

  constructor(records: readonly CallbackRecord[], fields: IndexFields) {
    this.#store = new RecordStore(records);
    this.#fields = fields;
  }

  /** The records, each id once. A new array after each change. */
  get records(): readonly CallbackRecord[] {
    return this.#store.records;
  }

  /** How fields are searched and sorted from now on, for example after a change of time zone. */
  set fields(fields: IndexFields) {
    this.#fields = fields;
    const isCurrent = (column: unknown): boolean => this.#columns().some((current) => current === column);
    for (const columns of [this.#texts, this.#numbers]) {
      for (const [id, column] of columns) if (column.field !== fields.get(id)) columns.delete(id);
    }
    this.#orders = this.#orders.filter(({ keys }) => keys.every(({ column }) => isCurrent(column)));
    this.#search.forgetUnless(isCurrent);
  }

  has(id: string): boolean {
    return this.#store.rowOf(id) !== undefined;
  }

  /** The record of an id; undefined when there is none. */
  get(id: string): CallbackRecord | undefined {
    const row = this.#store.rowOf(id);
    return row === undefined ? undefined : this.records[row];
  }

  /** Row numbers that match a search, in the order of a sort; without sort keys in the order of the records. */
  find(search: Search, sort: readonly SortKey[]): Uint32Array {
    const folded = fold(search.text);
    const order = sort.length === 0 ? undefined : this.#orderOf(sort).rows;
    if (folded === '') return order ?? naturalRows(this.records.length);
    const matches = this.#search.find(this.#searched(search.field), folded, this.records.length);
    return order === undefined ? matches : inOrder(order, matches);
  }

  /** Place of a record among found rows, from 0; -1 when it is not among them. */
  positionOf(id: string, rows: Uint32Array): number {
    const row = this.#store.rowOf(id);
    return row === undefined ? -1 : rows.indexOf(row);
  }

  /** Ids of found rows from `start` up to but not including `end`. */
  idsOf(rows: Uint32Array, start = 0, end = rows.length): readonly string[] {
    return this.recordsOf(rows, start, end).map((record) => record.id);
  }

  /** Records of found rows from `start` up to but not including `end`. */
  recordsOf(rows: Uint32Array, start = 0, end = rows.length): readonly CallbackRecord[] {
    return Array.from(rows.subarray(start, end), (row) => this.records[row] as CallbackRecord);
  }

  /** Takes changes in. What it costs grows with the changes and, by a plain copy, with the records; nothing is sorted or searched anew. */
  apply(changes: RecordChanges): void {
    const change = this.#store.apply(changes);
    for (const column of this.#columns()) column.apply(this.records, change);
    for (const order of this.#orders) order.apply(change);
    this.#search.apply(change);
  }

  #columns(): readonly (TextColumn | NumberColumn)[] {
    return [...this.#texts.values(), ...this.#numbers.values()];
  }

  #searched(field: string): readonly TextColumn[] {
    const fields = field === ALL_FIELDS ? this.#fields.searched : [field];
    return fields.map((id) => this.#textColumn(id));
  }

  #textColumn(id: string): TextColumn {
    let column = this.#texts.get(id);
    if (column === undefined) {
      column = new TextColumn(this.#fields.get(id), this.records);
      this.#texts.set(id, column);
    }
    return column;
  }

  #sortColumn(id: string): SortColumn {
    const field = this.#fields.get(id);
    if (field.order === undefined) return this.#textColumn(id);
    let column = this.#numbers.get(id);
    if (column === undefined) {
      column = new NumberColumn(field, field.order, this.records);
      this.#numbers.set(id, column);
    }
    return column;
  }

  #orderOf(sort: readonly SortKey[]): Order {
    const keys = sort.map(({ field, direction }) => ({
      column: this.#sortColumn(field),
      descending: direction === 'descending',
    }));
    const known = this.#orders.find((order) => isSameSort(order, keys, false));
    if (known !== undefined) return known;
    const flip = keys.length === 1 ? this.#orders.find((order) => isSameSort(order, keys, true)) : undefined;
    const order = new Order(keys, this.records.length, this.#byId, flip);
    this.#orders = [order, ...this.#orders].slice(0, KEPT_ORDERS);
    return order;
  }

  readonly #byId = (a: number, b: number): number => {
    const left = (this.records[a] as CallbackRecord).id;
    const right = (this.records[b] as CallbackRecord).id;
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function isSameSort(order: Order, keys: Order['keys'], flipped: boolean): boolean {
  return (
    order.keys.length === keys.length &&
    order.keys.every(({ column, descending }, at) => {
      const key = keys[at];
      return key?.column === column && (key.descending !== descending) === flipped;
    })
  );
}

/** The matching rows in the order given: a walk over the order, not a second sort. */
function inOrder(order: Uint32Array, matches: Uint32Array): Uint32Array {
  const isMatch = new Uint8Array(order.length);
  for (const row of matches) isMatch[row] = 1;
  return order.filter((row) => isMatch[row] === 1);
}

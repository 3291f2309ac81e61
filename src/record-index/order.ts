import type { SortColumn } from './columns.js';
import { mergeRows, settledRows } from './row-change.js';
import type { RowChange } from './row-change.js';

/** A column and the direction in which it sorts. */
export interface OrderKey {
  readonly column: SortColumn;
  readonly descending: boolean;
}

type Compare = (a: number, b: number) => number;

/** Row numbers in the order of some keys; rows that are equal in all of them stand by id, ascending. */
export class Order {
  readonly keys: readonly OrderKey[];
  readonly #compare: Compare;
  #rows: Uint32Array;

  /**
   * @param tie compares two rows by id
   * @param flip the order of the same single key in the other direction, when there is one: it is read backwards instead of sorting
   */
  constructor(keys: readonly OrderKey[], count: number, tie: Compare, flip?: Order) {
    this.keys = keys;
    this.#compare = comparison(keys, tie);
    this.#rows = flip === undefined ? sorted(keys, count, tie, this.#compare) : backwards(flip);
  }

  get rows(): Uint32Array {
    return this.#rows;
  }

  apply(change: RowChange): void {
    const touched = [...change.touched].sort(this.#compare);
    this.#rows = mergeRows(settledRows(this.#rows, change), touched, this.#compare);
  }
}

function comparison(keys: readonly OrderKey[], tie: Compare): Compare {
  return (a, b) => {
    for (const { column, descending } of keys) {
      const result = column.compare(a, b);
      if (result !== 0) return descending ? -result : result;
    }
    return tie(a, b);
  };
}

function sorted(keys: readonly OrderKey[], count: number, tie: Compare, compare: Compare): Uint32Array {
  const [first] = keys;
  if (first !== undefined && keys.length === 1) {
    const rows = packedSort(first.column.ranks(), count);
    if (rows !== undefined) {
      if (first.descending) rows.reverse();
      return tieGroups(rows, first.column, (group) => group.sort(tie));
    }
  }
  return naturalRows(count).sort(compare);
}

/** Sorts rows by whole numbers packed with the row into one double, which needs no comparison function; undefined when they do not fit. */
function packedSort(ranks: Float64Array, count: number): Uint32Array | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const rank of ranks) {
    if (!Number.isInteger(rank)) return undefined;
    if (rank < least) least = rank;
    if (rank > most) most = rank;
  }
  if ((most - least + 1) * count > Number.MAX_SAFE_INTEGER) return undefined;
  const packed = ranks.map((rank, row) => (rank - least) * count + row).sort();
  return Uint32Array.from(packed, (value) => value % count);
}

function backwards(flip: Order): Uint32Array {
  const rows = flip.rows.slice().reverse();
  const [key] = flip.keys;
  return key === undefined ? rows : tieGroups(rows, key.column, (group) => group.reverse());
}

/** Treats each run of rows that are equal in a column, in place. */
function tieGroups(rows: Uint32Array, column: SortColumn, treat: (group: Uint32Array) => void): Uint32Array {
  let start = 0;
  for (let end = 1; end <= rows.length; end += 1) {
    if (end < rows.length && column.compare(rows[start] as number, rows[end] as number) === 0) continue;
    if (end - start > 1) treat(rows.subarray(start, end));
    start = end;
  }
  return rows;
}

/** Every row in the order of the records. */
export function naturalRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

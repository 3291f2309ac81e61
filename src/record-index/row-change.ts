/** What a change did to the row numbers: everything derived from the records follows it without being built anew. */
export interface RowChange {
  /** Number of rows after the change. */
  readonly count: number;
  /** New row number of each old row, {@link GONE} for a removed one; absent when no row moved. */
  readonly moved?: Int32Array;
  /** Rows, in their new numbers and ascending, whose record is new or different. */
  readonly touched: readonly number[];
}

export const GONE = -1;

/** Rows in their new numbers, without the removed and the touched ones; their order stays. */
export function settledRows(rows: Uint32Array, change: RowChange): Uint32Array {
  const touched = new Uint8Array(change.count);
  for (const row of change.touched) touched[row] = 1;
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (const old of rows) {
    const row = change.moved === undefined ? old : (change.moved[old] ?? GONE);
    if (row !== GONE && touched[row] === 0) kept[count++] = row;
  }
  return kept.subarray(0, count);
}

/** Merges two lists of rows that are in order already. */
export function mergeRows(
  some: Uint32Array,
  others: readonly number[],
  compare: (a: number, b: number) => number,
): Uint32Array {
  const merged = new Uint32Array(some.length + others.length);
  let at = 0;
  let next = 0;
  for (const row of some) {
    let other = others[next];
    while (other !== undefined && compare(other, row) < 0) {
      merged[at++] = other;
      other = others[++next];
    }
    merged[at++] = row;
  }
  for (; next < others.length; next += 1) merged[at++] = others[next] as number;
  return merged;
}

/** Place of the first value of an ascending list that is not below a value; the list's length when all are. */
export function placeIn(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isIn(list: Uint32Array, value: number): boolean {
  return list[placeIn(list, value)] === value;
}

/**
 * An ascending list into which each of some ascending values is put if it is not in it, and out of which it is taken if it is. What lies
 * between them is copied as a whole.
 */
export function toggled(list: Uint32Array, values: Uint32Array | readonly number[]): Uint32Array {
  const next = new Uint32Array(list.length + values.length);
  let read = 0;
  let written = 0;
  const copyTo = (end: number): void => {
    next.set(list.subarray(read, end), written);
    written += end - read;
    read = end;
  };
  for (const value of values) {
    copyTo(placeIn(list, value));
    if (list[read] === value) read += 1;
    else next[written++] = value;
  }
  copyTo(list.length);
  return next.slice(0, written);
}

/** The values that one of two ascending lists has, or both. */
export function union(some: Uint32Array, others: Uint32Array): Uint32Array {
  if (some.length === 0) return others;
  if (others.length === 0) return some;
  const all = new Uint32Array(some.length + others.length);
  let count = 0;
  let next = 0;
  const { length } = some;
  for (let at = 0; at < length; at += 1) {
    const value = some[at] as number;
    let other = others[next];
    while (other !== undefined && other < value) {
      all[count++] = other;
      other = others[++next];
    }
    if (other === value) next += 1;
    all[count++] = value;
  }
  const rest = others.subarray(next);
  all.set(rest, count);
  return all.slice(0, count + rest.length);
}

/** Row numbers as a list, ascending. */
export function ascending(rows: Iterable<number>): Uint32Array {
  return Uint32Array.from(rows).sort();
}

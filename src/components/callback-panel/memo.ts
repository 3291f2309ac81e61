/** Remembers the last outcome of a pure function, so that equal arguments give the identical value and nothing downstream renders anew. */
export function memo<A extends readonly unknown[], R>(make: (...values: A) => R): (...values: A) => R {
  let last: { readonly values: A; readonly made: R } | undefined;
  return (...values) => {
    if (last === undefined || values.some((value, at) => value !== last?.values[at]))
      last = { values, made: make(...values) };
    return last.made;
  };
}

/** Selections are sets of ids and never change: each function gives a new one. */
export type Selection = ReadonlySet<string>;

/** The selection with some ids in it, or out of it. */
export function withIds(selection: Selection, ids: Iterable<string>, isSelected: boolean): Selection {
  const next = new Set(selection);
  for (const id of ids) {
    if (isSelected) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** The selection with an id the other way round. */
export function toggled(selection: Selection, id: string): Selection {
  return withIds(selection, [id], !selection.has(id));
}

/** Ids between two ids of a list, both included, in the order of the list; only `to` when `from` is not in it. */
export function rangeOf(ids: readonly string[], from: string | undefined, to: string): readonly string[] {
  const end = ids.indexOf(to);
  const start = from === undefined ? -1 : ids.indexOf(from);
  if (end === -1) return [];
  if (start === -1) return [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** The selection without the ids that are refused; the same object when none is. */
export function keptIds(selection: Selection, isKept: (id: string) => boolean): Selection {
  const kept = [...selection].filter(isKept);
  return kept.length === selection.size ? selection : new Set(kept);
}

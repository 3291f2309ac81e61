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

/** The selection without the ids that are refused; the same object when none is. */
export function keptIds(selection: Selection, isKept: (id: string) => boolean): Selection {
  const kept = [...selection].filter(isKept);
  return kept.length === selection.size ? selection : new Set(kept);
}

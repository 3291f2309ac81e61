import type { CallbackRecord } from '../domain/callback.js';

/** Marks that ids may leave: so many that a hundred thousand ids rarely leave the same one. */
const MARKS = 1 << 23;

/** Characters at the end of an id that decide its mark: there ids differ most. */
const MARKED_LENGTH = 8;

/**
 * Finds out whether ids come twice, at a fraction of what a set of all ids costs: each id leaves a mark, and only those that share one
 * are compared.
 */
export class Doubles {
  readonly #seen = new Uint8Array(MARKS / 8);
  readonly #shared = new Set<number>();

  /** Notes the id of a record and gives its mark. */
  mark(id: string): number {
    const mark = markOf(id);
    const bit = 1 << (mark & 7);
    const seen = this.#seen[mark >> 3] ?? 0;
    if ((seen & bit) === 0) this.#seen[mark >> 3] = seen | bit;
    else this.#shared.add(mark);
    return mark;
  }

  /** The records without doubles, given with their marks: each id counts once, as it came last. */
  without(records: readonly CallbackRecord[], marks: readonly number[]): readonly CallbackRecord[] {
    if (this.#shared.size === 0) return records;
    const suspects = records.filter((_, at) => this.#shared.has(marks[at] ?? 0)).map(({ id }) => id);
    if (new Set(suspects).size === suspects.length) return records;
    return [...new Map(records.map((record) => [record.id, record])).values()];
  }
}

function markOf(id: string): number {
  let mark = id.length;
  for (let at = Math.max(0, id.length - MARKED_LENGTH); at < id.length; at += 1) {
    mark = Math.imul(mark ^ id.charCodeAt(at), 0x01000193);
  }
  return (mark ^ (mark >>> 15)) & (MARKS - 1);
}

import type { FoundRows } from './found-rows.js';

/** Where ids and rows are looked up. */
interface Rows {
  readonly count: number;
  readonly rowLimit: number;
  isLive(row: number): boolean;
  rowOf(id: string): number | undefined;
  recordAt(row: number): { readonly id: string };
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Which records are selected: one bit for each row, and the ids that no record has yet. A value: it never changes, each method gives
 * another one. A hundred thousand selected records cost twelve kilobytes, and their ids only once somebody asks for them.
 */
export class RowSelection {
  /** How many records are selected. */
  readonly count: number;
  readonly #rows: Rows;
  readonly #bits: Uint32Array;
  readonly #strangers: ReadonlySet<string>;
  #ids: ReadonlySet<string> | undefined;

  private constructor(rows: Rows, bits: Uint32Array, strangers: ReadonlySet<string>) {
    this.#rows = rows;
    this.#bits = bits;
    this.#strangers = strangers;
    this.count = countBits(bits);
  }

  /** Nothing selected. */
  static none(rows: Rows): RowSelection {
    const none = new RowSelection(rows, new Uint32Array(), NOBODY);
    none.#ids = NOBODY;
    return none;
  }

  /** Exactly these ids, whether a record has them or not. */
  static of(rows: Rows, ids: ReadonlySet<string>): RowSelection {
    const selection = RowSelection.none(rows).withIds(ids, true);
    selection.#ids = ids;
    return selection;
  }

  /** The selected ids: the same set each time. */
  get ids(): ReadonlySet<string> {
    return (this.#ids ??= new Set(this.#eachId()));
  }

  /** Whether this is the set of ids it was made of, or the one it has given. */
  isMadeOf(ids: ReadonlySet<string>): boolean {
    return ids === this.#ids;
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  /** Whether nothing is selected, not even an id that no record has. */
  get isEmpty(): boolean {
    return this.count === 0 && this.#strangers.size === 0;
  }

  /** With found rows selected or not, from one position up to but not including another. Those that are gone meanwhile are left out. */
  withRows(found: FoundRows, isSelected: boolean, start = 0, end = found.length): RowSelection {
    const { count, rowLimit } = this.#rows;
    const hasHoles = count !== rowLimit;
    if (isSelected && start === 0 && end === rowLimit && end === found.length && !hasHoles) return this.#withAll(end);
    const bits = this.#copy();
    for (let at = start; at < end; at += 1) {
      const row = found.at(at);
      if (!hasHoles || this.#rows.isLive(row)) setBit(bits, row, isSelected);
    }
    return new RowSelection(this.#rows, bits, this.#strangers);
  }

  /** With some ids selected or not. */
  withIds(ids: Iterable<string>, isSelected: boolean): RowSelection {
    const bits = this.#copy();
    const strangers = new Set(this.#strangers);
    for (const id of ids) {
      const row = this.#rows.rowOf(id);
      if (row !== undefined) setBit(bits, row, isSelected);
      else if (isSelected) strangers.add(id);
      else strangers.delete(id);
    }
    return new RowSelection(this.#rows, bits, strangers.size === 0 ? NOBODY : strangers);
  }

  /** Without rows that are gone, and with those that came and were selected before anybody had them. The same where nothing differs. */
  followed(removed: readonly number[], touched: readonly number[]): RowSelection {
    const gone = removed.filter((row) => this.has(row));
    const come = this.#strangers.size === 0 ? [] : touched.map((row) => this.#rows.recordAt(row).id);
    const known = new Set(come.filter((id) => this.#strangers.has(id)));
    if (gone.length === 0 && known.size === 0) return this;
    const bits = this.#copy();
    for (const row of gone) setBit(bits, row, false);
    const strangers = new Set([...this.#strangers].filter((id) => !known.has(id)));
    return new RowSelection(this.#rows, bits, strangers).withIds(known, true);
  }

  /** The same ids among other records; what has left with the old ones is dropped. Records often stay at their place. */
  movedTo(rows: Rows): RowSelection {
    if (rows === this.#rows) return this;
    if (this.isEmpty) return RowSelection.none(rows);
    const bits = new Uint32Array(wordsFor(rows.rowLimit));
    for (const row of this.#eachRow()) {
      const { id } = this.#rows.recordAt(row);
      const isThere = row < rows.rowLimit && rows.isLive(row) && rows.recordAt(row).id === id;
      const same = isThere ? row : rows.rowOf(id);
      if (same !== undefined) setBit(bits, same, true);
    }
    return new RowSelection(rows, bits, NOBODY).withIds(this.#strangers, true);
  }

  #withAll(limit: number): RowSelection {
    const bits = new Uint32Array(wordsFor(limit)).fill(0xffffffff);
    if ((limit & 31) !== 0) bits[bits.length - 1] = (1 << (limit & 31)) - 1;
    return new RowSelection(this.#rows, bits, this.#strangers);
  }

  #copy(): Uint32Array {
    const bits = new Uint32Array(wordsFor(this.#rows.rowLimit));
    bits.set(this.#bits);
    return bits;
  }

  *#eachRow(): Generator<number, void> {
    for (let word = 0; word < this.#bits.length; word += 1) {
      for (let rest = this.#bits[word] as number; rest !== 0; rest &= rest - 1) {
        yield word * 32 + (31 - Math.clz32(rest & -rest));
      }
    }
  }

  *#eachId(): Generator<string, void> {
    for (const row of this.#eachRow()) yield this.#rows.recordAt(row).id;
    yield* this.#strangers;
  }
}

function wordsFor(rows: number): number {
  return (rows + 31) >>> 5;
}

function setBit(bits: Uint32Array, row: number, isSet: boolean): void {
  const word = bits[row >>> 5] as number;
  bits[row >>> 5] = isSet ? word | (1 << (row & 31)) : word & ~(1 << (row & 31));
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (const word of bits) {
    let rest = word - ((word >>> 1) & 0x55555555);
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

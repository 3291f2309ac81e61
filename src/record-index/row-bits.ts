/** A set of row numbers, one bit each. */
export class RowBits {
  readonly #words: Uint32Array;

  constructor(limit: number, rows: Uint32Array) {
    this.#words = new Uint32Array((limit >>> 5) + 1);
    const { length } = rows;
    for (let at = 0; at < length; at += 1) {
      const row = rows[at] as number;
      this.#words[row >>> 5] = (this.#words[row >>> 5] as number) | (1 << (row & 31));
    }
  }

  has(row: number): boolean {
    return (((this.#words[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
  }
}

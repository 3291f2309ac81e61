const BLOCK = 16_384;

/** Rows that are found one after another, as a list that takes no more than it needs. */
export class RowList {
  readonly #full: Uint32Array[] = [];
  #block = new Uint32Array(BLOCK);
  #count = 0;

  add(row: number): void {
    if (this.#count === BLOCK) {
      this.#full.push(this.#block);
      this.#block = new Uint32Array(BLOCK);
      this.#count = 0;
    }
    this.#block[this.#count++] = row;
  }

  toArray(): Uint32Array {
    const rows = new Uint32Array(this.#full.length * BLOCK + this.#count);
    this.#full.forEach((block, at) => {
      rows.set(block, at * BLOCK);
    });
    rows.set(this.#block.subarray(0, this.#count), this.#full.length * BLOCK);
    return rows;
  }
}

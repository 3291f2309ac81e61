/** Rows to a block: sums are kept by block, so that one height costs no more than a look at its neighbours. */
const BLOCK = 256;
/** How many measured rows a new estimate is drawn from; it gets steadier, and then stays. */
const SAMPLES = [8, 16, 32, 64, 128, 256];

interface Block {
  /** Height of each row in pixels; 0 = not measured yet. */
  readonly heights: Float64Array;
  sum: number;
  known: number;
}

/**
 * Heights of the rows of a list, in pixels, open details included: as measured where a row has been rendered, and elsewhere the height
 * that ordinary rows have had so far.
 */
export class RowHeights {
  #count = 0;
  #base = 1;
  #samples = 0;
  #sampled = 0;
  #blocks = new Map<number, Block>();
  /** Where each block begins, as far as that is worked out. */
  #tops = new Float64Array(1);
  #settled = 0;

  /** Height that a row is taken to have until it is measured. */
  get base(): number {
    return this.#base;
  }

  get count(): number {
    return this.#count;
  }

  /** Height of all rows. */
  get total(): number {
    return this.offsetOf(this.#count);
  }

  /** Forgets what was measured; with a height of ordinary rows, the one found out so far as well. */
  forget(base?: number): void {
    this.#blocks.clear();
    this.#settled = 0;
    if (base === undefined) return;
    this.#base = base;
    this.#samples = 0;
    this.#sampled = 0;
  }

  /** Sets how many rows there are. Those that stay keep their heights. */
  resize(count: number): void {
    if (count === this.#count) return;
    const end = Math.floor(count / BLOCK);
    if (count < this.#count) for (const at of this.#blocks.keys()) if (at >= end) this.#blocks.delete(at);
    this.#tops = new Float64Array(end + 1);
    this.#settled = 0;
    this.#count = count;
  }

  /**
   * Takes in the height of a rendered row.
   * @param ordinary its height without details: from these the height of rows never rendered is estimated
   */
  measure(place: number, height: number, ordinary?: number): void {
    if (place >= this.#count) return;
    const at = Math.floor(place / BLOCK);
    const block = this.#blocks.get(at) ?? { heights: new Float64Array(BLOCK), sum: 0, known: 0 };
    this.#blocks.set(at, block);
    const before = block.heights[place % BLOCK] as number;
    if (before === height) return;
    block.heights[place % BLOCK] = height;
    block.sum += height - before;
    this.#settled = Math.min(this.#settled, at);
    if (before !== 0) return;
    block.known += 1;
    if (ordinary !== undefined) this.#sample(ordinary);
  }

  heightOf(place: number): number {
    const known = this.#blocks.get(Math.floor(place / BLOCK))?.heights[place % BLOCK] ?? 0;
    return known === 0 ? this.#base : known;
  }

  /** Distance from the first row's top to that of another; of the place after the last one, to the end of the list. */
  offsetOf(place: number): number {
    const at = Math.floor(place / BLOCK);
    const block = this.#blocks.get(at);
    const top = this.#topOf(at);
    if (block === undefined) return top + (place % BLOCK) * this.#base;
    let offset = top;
    for (let row = 0; row < place % BLOCK; row += 1) offset += (block.heights[row] as number) || this.#base;
    return offset;
  }

  /** The row at a distance from the first row's top; beyond either end, the first or the last. */
  placeAt(offset: number): number {
    let low = 0;
    let high = this.#tops.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#topOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    let place = low * BLOCK;
    let rest = offset - this.#topOf(low);
    const last = Math.min(place + BLOCK, this.#count) - 1;
    while (place < last && rest >= this.heightOf(place)) {
      rest -= this.heightOf(place);
      place += 1;
    }
    return Math.max(0, Math.min(place, this.#count - 1));
  }

  #topOf(at: number): number {
    for (; this.#settled < at; this.#settled += 1) {
      const block = this.#blocks.get(this.#settled);
      const height = (block?.sum ?? 0) + (BLOCK - (block?.known ?? 0)) * this.#base;
      this.#tops[this.#settled + 1] = (this.#tops[this.#settled] as number) + height;
    }
    return this.#tops[at] as number;
  }

  #sample(height: number): void {
    this.#samples += 1;
    this.#sampled += height;
    if (!SAMPLES.includes(this.#samples)) return;
    const mean = this.#sampled / this.#samples;
    if (Math.abs(mean - this.#base) < this.#base / 100) return;
    this.#base = mean;
    this.#settled = 0;
  }
}

/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */

/** What a browser can do at all: one joined text to search in, row numbers sorted by their digits, and nothing else. */
export class LimitIndex {
  #records;
  #joined = '';
  /** Where each row's number begins in the joined text. */
  #starts = new Uint32Array();
  /** @type {Uint32Array | undefined} */
  #byTime;
  /** @type {{ text: string, rows: Uint32Array }[]} */
  #found = [];

  /** @param {readonly CallbackRecord[]} records */
  constructor(records) {
    this.#records = records;
  }

  /**
   * Rows with a text in their number, ascending. A text that grew is looked for among the rows found before it.
   * @param {string} text
   */
  find(text) {
    let top = this.#found.at(-1);
    while (top !== undefined && !text.includes(top.text)) {
      this.#found.pop();
      top = this.#found.at(-1);
    }
    if (top?.text === text) return top.rows;
    const isFew = top !== undefined && top.rows.length * 10 < this.#records.length;
    const rows = isFew ? top.rows.filter((row) => this.#records[row]?.customerNumber.includes(text)) : this.#scan(text);
    this.#found.push({ text, rows });
    return rows;
  }

  forgetFound() {
    this.#found = [];
  }

  /** @param {string} text */
  #scan(text) {
    this.prepareSearch();
    const rows = new Uint32Array(this.#records.length);
    const starts = this.#starts;
    let count = 0;
    let row = 0;
    let at = this.#joined.indexOf(text);
    while (at !== -1) {
      while (/** @type {number} */ (starts[row + 1]) <= at) row += 1;
      rows[count++] = row;
      at = this.#joined.indexOf(text, starts[row + 1]);
    }
    return rows.slice(0, count);
  }

  prepareSearch() {
    if (this.#joined !== '') return;
    this.#starts = new Uint32Array(this.#records.length + 1);
    let at = 0;
    this.#records.forEach(({ customerNumber }, row) => {
      this.#starts[row] = at;
      at += customerNumber.length + 1;
    });
    this.#starts[this.#records.length] = at;
    this.#joined = this.#records.map(({ customerNumber }) => customerNumber).join('\n');
    // A joined text is put together when it is first looked into.
    this.#joined.indexOf('\0');
  }

  /** Rows by desired time, earliest first: sorted by three digits of eleven bits. */
  get byTime() {
    if (this.#byTime !== undefined) return this.#byTime;
    const times = Float64Array.from(this.#records, ({ desiredTime }) => desiredTime);
    const first = times.reduce((least, time) => Math.min(least, time), Infinity);
    const low = Uint32Array.from(times, (time) => (time - first) % 2 ** 22);
    const high = Uint32Array.from(times, (time) => (time - first) / 2 ** 22);
    let rows = Uint32Array.from(times, (_, row) => row);
    rows = byDigit(rows, low, 0);
    rows = byDigit(rows, low, 11);
    this.#byTime = byDigit(rows, high, 0);
    return this.#byTime;
  }
}

/**
 * @param {Uint32Array} rows
 * @param {Uint32Array} keys by row
 * @param {number} shift of the digit
 */
function byDigit(rows, keys, shift) {
  const places = new Uint32Array(2049);
  for (const key of keys) places[((key >>> shift) & 2047) + 1] += 1;
  for (let digit = 1; digit < places.length; digit += 1) places[digit] += /** @type {number} */ (places[digit - 1]);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = /** @type {number} */ (keys[row] >>> shift) & 2047;
    sorted[places[digit]++] = row;
  }
  return sorted;
}

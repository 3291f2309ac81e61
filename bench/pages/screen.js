/** @import { Subject } from './subject.js' */

/** So many rows must be the expected ones before a list counts as shown. */
export const FIRST_ROWS = 8;
/** Two rows further apart than this, in pixels, have a hole between them. */
const HOLE = 90;

/** What stands on the screen, found by geometry: rows that are there but out of sight count for nothing. */
export class Screen {
  #subject;

  /** @param {Subject} subject */
  constructor(subject) {
    this.#subject = subject;
  }

  /**
   * The rows in sight, from top to bottom.
   * @param {number} [limit]
   */
  rows(limit = FIRST_ROWS + 1) {
    const { root, selectors, scroller, top } = this.#subject;
    const { bottom } = scroller.getBoundingClientRect();
    const seen = [];
    for (const element of root.querySelectorAll(selectors.row)) {
      const box = element.getBoundingClientRect();
      if (box.height > 0 && box.top > top - 2 && box.top < bottom) seen.push({ element, top: box.top });
    }
    seen.sort((a, b) => a.top - b.top);
    return seen.slice(0, limit).map((row) => new SeenRow(row.element, row.top, selectors));
  }

  /**
   * Whether the list begins with these numbers, and ends with them where they are fewer than a screenful.
   * @param {readonly string[]} numbers
   */
  shows(numbers) {
    const rows = this.rows(FIRST_ROWS + 1);
    const isEnd = numbers.length < FIRST_ROWS;
    if (isEnd ? rows.length !== numbers.length : rows.length < numbers.length) return false;
    return numbers.every((number, at) => rows[at]?.number === number);
  }

  /** Whether rows fill the view without a hole. */
  isFull() {
    const rows = this.rows(Infinity);
    const edges = [
      this.#subject.top,
      ...rows.map(({ top }) => top),
      this.#subject.scroller.getBoundingClientRect().bottom,
    ];
    return (
      rows.length >= FIRST_ROWS && edges.slice(1).every((edge, at) => edge - /** @type {number} */ (edges[at]) < HOLE)
    );
  }
}

class SeenRow {
  #element;
  #selectors;
  top;

  /**
   * @param {Element} element
   * @param {number} top
   * @param {Subject['selectors']} selectors
   */
  constructor(element, top, selectors) {
    this.#element = element;
    this.top = top;
    this.#selectors = selectors;
  }

  get number() {
    return this.#element.querySelector(this.#selectors.number)?.textContent.trim();
  }

  get state() {
    return this.#element.querySelector(this.#selectors.state)?.textContent.trim();
  }

  get isChecked() {
    return /** @type {HTMLInputElement | null} */ (this.#element.querySelector(this.#selectors.check))?.checked;
  }
}

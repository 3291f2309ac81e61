import { frame, longestTask, noteMeasured, pause, shownSince, untilShown } from './clock.js';
import { changedRecords, makeRecords } from './records.js';
import { FIRST_ROWS, Screen } from './screen.js';

/** @import { Subject } from './subject.js' */
/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */
/** @typedef {'ascending' | 'descending' | undefined} Direction */

/** So long a person waits at least before the next action, in milliseconds. */
const BREATH = 25;
/** So long a page has to put its house in order after it was loaded. */
const SETTLE = 500;

/** What is done to a table, step by step. Each gives milliseconds, unless it says otherwise. */
export class Steps {
  #subject;
  #screen;
  /** @type {CallbackRecord[]} */
  #records = [];
  /** @type {Map<Direction, readonly CallbackRecord[]>} */
  #sorted = new Map();
  /** @type {Promise<number> | undefined} */
  #key;

  /** @param {Subject} subject */
  constructor(subject) {
    this.#subject = subject;
    this.#screen = new Screen(subject);
  }

  /** @param {number} count */
  make(count) {
    this.#records = makeRecords(count);
  }

  async show() {
    const box = openBox();
    const start = performance.now();
    const time = await this.#untilListed(() => this.#subject.show(this.#records, box), this.#records);
    await pause(SETTLE);
    noteMeasured(start, performance.now());
    return time;
  }

  /**
   * Types four characters and deletes them again.
   * @param {number} count of the texts that are typed
   * @param {Direction} [direction] of the sort that is on
   */
  async type(count, direction) {
    const base = this.#inOrder(direction);
    const typed = [];
    const deleted = [];
    for (const text of this.#searchTexts(count)) {
      for (const length of [1, 2, 3, 4]) typed.push(await this.#search(text.slice(0, length), base));
      for (const length of [3, 2, 1, 0]) deleted.push(await this.#search(text.slice(0, length), base));
    }
    return { typed, deleted };
  }

  /** @param {Direction} direction */
  async sort(direction) {
    const sorted = this.#inOrder(direction);
    await pause(BREATH);
    return this.#untilListed(() => this.#subject.sort(direction), sorted);
  }

  /** @param {number} turns */
  async turnPages(turns) {
    const { pageSize } = this.#subject;
    const pages = Math.ceil(this.#records.length / pageSize);
    const times = [];
    for (let turn = 1; turn <= turns; turn += 1) {
      const page = turn === turns ? 1 : 1 + ((turn * 17) % pages);
      await pause(BREATH);
      const start = (page - 1) * pageSize;
      const rows = this.#records.slice(start, start + FIRST_ROWS);
      times.push(
        await untilShown(
          () => this.#subject.turnTo(page),
          () => this.#screen.shows(numbersOf(rows)),
        ),
      );
    }
    return times;
  }

  async select() {
    const { id } = /** @type {CallbackRecord} */ (this.#records[0]);
    const count = this.#records.length;
    await pause(BREATH);
    const all = await this.#untilSelected(
      () => this.#subject.selectAll(),
      () => this.#areChecked(true),
      count,
    );
    const isUnchecked = () => this.#screen.rows(1)[0]?.isChecked === false;
    const one = await this.#untilSelected(() => this.#subject.toggle(id), isUnchecked, count - 1);
    const none = await this.#untilSelected(
      () => this.#subject.clearSelection(),
      () => this.#areChecked(false),
      0,
    );
    return { all, one, none };
  }

  /**
   * A live refresh while the list is scrolled and some rows are selected: both must stay.
   * @param {number} count of changed records
   */
  async refresh(count) {
    const { scroller } = this.#subject;
    this.#subject.clearSelection();
    for (let row = 0; row < 10; row += 1)
      this.#subject.toggle(/** @type {CallbackRecord} */ (this.#records[row * 7]).id);
    scroller.scrollTop = 1_800;
    await pause(SETTLE / 2);
    const seen = this.#screen.rows(2)[1]?.number;
    const first = this.#records.findIndex(({ customerNumber }) => customerNumber === seen);
    const changed = changedRecords(this.#records, count, first);
    const offset = scroller.scrollTop;
    const state = changed[0]?.state;
    const time = await untilShown(
      () => this.#subject.change(changed),
      () => this.#screen.rows(2)[1]?.state === state && this.#screen.rows(2)[1]?.number === seen,
    );
    if (this.#subject.selectedCount !== 10) throw new Error('Failed to refresh: the selection is another one.');
    if (scroller.scrollTop !== offset) throw new Error('Failed to refresh: the list has scrolled.');
    const rows = new Map(changed.map((record) => [record.id, record]));
    this.#records = this.#records.map((record) => rows.get(record.id) ?? record);
    this.#sorted.clear();
    this.#subject.clearSelection();
    scroller.scrollTop = 0;
    await pause(BREATH);
    return time;
  }

  /**
   * Drags the scroll bar to some places.
   * @param {number} places how many
   */
  async jump(places) {
    const { scroller } = this.#subject;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const times = [];
    for (let place = 1; place <= places; place += 1) {
      await pause(BREATH * 2);
      const before = this.#screen.rows(1)[0]?.number;
      const offset = Math.round(end * (0.05 + 0.9 * ((place * 0.618) % 1)));
      const isThere = () => this.#screen.rows(1)[0]?.number !== before && this.#screen.isFull();
      times.push(await untilShown(() => (scroller.scrollTop = offset), isThere));
    }
    scroller.scrollTop = 0;
    await pause(BREATH * 2);
    return times;
  }

  /** Scrolls through everything in two seconds. Gives frames lost, the longest frame, and fails when the last row is not reached. */
  async scroll() {
    const { scroller, pageSize } = this.#subject;
    const start = await frame();
    let now = start;
    let before = start;
    let longest = 0;
    let dropped = 0;
    const end = scroller.scrollHeight - scroller.clientHeight;
    while (now - start < 2_000) {
      scroller.scrollTop = end * Math.min(1, (now - start) / 2_000);
      now = await frame();
      longest = Math.max(longest, now - before);
      dropped += Math.max(0, Math.round((now - before) / (1_000 / 60)) - 1);
      before = now;
    }
    const last = this.#records.at(pageSize === 0 ? -1 : pageSize - 1)?.customerNumber;
    await untilShown(
      () => (scroller.scrollTop = scroller.scrollHeight),
      () => {
        scroller.scrollTop = scroller.scrollHeight;
        return this.#screen.rows(Infinity).at(-1)?.number === last;
      },
    );
    scroller.scrollTop = 0;
    return { dropped, longest };
  }

  /** Puts the focus into the table's own search box; false when it has none. */
  focusSearchBox() {
    const box = this.#subject.searchBox;
    box?.focus();
    return box !== undefined;
  }

  /** @param {number} text number */
  searchText(text) {
    return /** @type {string} */ (this.#searchTexts(5)[text]);
  }

  /**
   * Starts a clock with the next key that is pressed, and stops it when the matches of a text are shown.
   * @param {string} text
   */
  awaitKey(text) {
    const matches = this.#records.filter(({ customerNumber }) => customerNumber.includes(text));
    const pressed = new Promise((/** @type {(time: number) => void} */ resolve) =>
      addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
    );
    this.#key = pressed.then(async (time) => (await shownSince(time, () => this.#lists(matches))) - time);
  }

  keyTime() {
    return this.#key;
  }

  /** Forgets what only the checks need, before memory is measured. */
  forget() {
    this.#sorted.clear();
  }

  /** A loop that always does the same: where it takes longer, the machine was busy elsewhere. */
  spin() {
    const start = performance.now();
    let value = 1;
    for (let round = 0; round < 20_000_000; round += 1) value = Math.imul(value, 31) + round;
    return value === 0 ? 0 : performance.now() - start;
  }

  longestTask() {
    return longestTask();
  }

  /** Number of elements. */
  elements() {
    return countElements(document.body);
  }

  /** @param {number} count */
  #searchTexts(count) {
    return Array.from({ length: count }, (_, at) => {
      const row = Math.floor(((at + 0.5) / count) * this.#records.length);
      return /** @type {CallbackRecord} */ (this.#records[row]).customerNumber.slice(5, 9);
    });
  }

  /**
   * @param {string} text
   * @param {readonly CallbackRecord[]} base all records in their order
   */
  async #search(text, base) {
    const matches = base.filter(({ customerNumber }) => customerNumber.includes(text));
    await pause(BREATH);
    return this.#untilListed(() => this.#subject.search(text), matches);
  }

  /** @param {Direction} direction */
  #inOrder(direction) {
    if (direction === undefined) return this.#records;
    let sorted = this.#sorted.get(direction);
    if (sorted === undefined) {
      const sign = direction === 'ascending' ? 1 : -1;
      sorted = this.#records.toSorted((a, b) => sign * (a.desiredTime - b.desiredTime) || (a.id < b.id ? -1 : 1));
      this.#sorted.set(direction, sorted);
    }
    return sorted;
  }

  /**
   * @param {() => void} act
   * @param {readonly CallbackRecord[]} expected
   */
  #untilListed(act, expected) {
    return untilShown(act, () => this.#lists(expected));
  }

  /** @param {readonly CallbackRecord[]} expected */
  #lists(expected) {
    return (
      this.#subject.matchingCount === expected.length && this.#screen.shows(numbersOf(expected.slice(0, FIRST_ROWS)))
    );
  }

  /**
   * @param {() => void} act
   * @param {() => boolean} isShown
   * @param {number} count
   */
  async #untilSelected(act, isShown, count) {
    const time = await untilShown(act, isShown);
    const { selectedCount } = this.#subject;
    if (selectedCount !== count) throw new Error(`Failed to select: ${selectedCount} are selected, not ${count}.`);
    await pause(BREATH);
    return time;
  }

  /** @param {boolean} isChecked */
  #areChecked(isChecked) {
    return this.#screen.rows().every((row) => row.isChecked === isChecked);
  }
}

/** A box in the page, as large as the page. */
export function openBox() {
  const box = document.createElement('div');
  box.id = 'box';
  document.body.append(box);
  return box;
}

/** @param {readonly CallbackRecord[]} records */
function numbersOf(records) {
  return records.map(({ customerNumber }) => customerNumber);
}

/**
 * @param {Element} element
 * @returns {number}
 */
function countElements(element) {
  const children = [...element.children, ...(element.shadowRoot?.children ?? [])];
  return children.reduce((count, child) => count + countElements(child), 1);
}

import { CallbackTable } from './callback-table.js';
import { frame, nextTask, pause, untilShown } from './clock.js';
import { makeRecords } from './records.js';
import { openBox } from './steps.js';

/** So long a table has to put its house in order, in milliseconds. */
const SETTLE = 500;

/** What only shows in the long run, or on a slow machine. */
class LongSteps {
  #table = new CallbackTable(250);
  #frames = new LongestFrame();

  /** @param {number} count */
  async show(count) {
    this.#table.show(makeRecords(count), openBox());
    await this.#untilCount(count);
    await pause(SETTLE);
  }

  /** Loads other records into the same table, and uses what is made for them. */
  async reload(/** @type {number} */ count) {
    this.#table.load(makeRecords(count));
    await this.#untilCount(count);
    this.#table.search('417');
    this.#table.sort('descending');
    this.#table.selectAll();
    await frame();
    await nextTask();
    this.#table.search('');
    this.#table.sort(undefined);
    await this.#untilCount(count);
  }

  async clear() {
    this.#table.clearSelection();
    this.#table.load([]);
    await this.#untilCount(0);
    await pause(SETTLE);
  }

  focusSearchBox() {
    this.#table.searchBox.focus();
  }

  startFrames() {
    this.#frames.start();
  }

  /** The longest frame since the start, in milliseconds. */
  stopFrames() {
    return this.#frames.stop();
  }

  /** @param {number} count */
  async #untilCount(count) {
    await untilShown(
      () => undefined,
      () => this.#table.matchingCount === count,
    );
  }
}

/** Watches how long frames take. */
class LongestFrame {
  #isOn = false;
  #longest = 0;

  start() {
    this.#isOn = true;
    this.#longest = 0;
    void this.#watch();
  }

  stop() {
    this.#isOn = false;
    return this.#longest;
  }

  async #watch() {
    let before = await frame();
    while (this.#isOn) {
      const now = await frame();
      this.#longest = Math.max(this.#longest, now - before);
      before = now;
    }
  }
}

Object.assign(window, { bench: new LongSteps() });

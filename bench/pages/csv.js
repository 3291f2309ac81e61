import 'callback-elements/callback-table/define';
import { nextTask } from './clock.js';
import { makeRecords } from './records.js';

/** @typedef {import('../../src/components/callback-table/callback-table.js').CallbackTableElement} Table */
/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */

const COLUMNS = [
  { id: 'id', kind: 'service-id' },
  { id: 'state', kind: 'state' },
  { id: 'desiredTime', kind: 'time' },
  { id: 'customerNumber', kind: 'phone' },
  { id: 'serviceName', kind: 'service' },
  { id: 'line', kind: 'property', keys: [{ key: '_LOB', alias: 'LOB' }] },
  { id: 'type', kind: 'property', keys: [{ key: '_service_type', alias: 'Type' }] },
];

/** The list as a file: by the table, and as it is written in a minute. */
class CsvSteps {
  #table = /** @type {Table} */ (/** @type {HTMLElement} */ (document.createElement('callback-table')));
  /** @type {readonly CallbackRecord[]} */
  #records = [];

  /** @param {number} count */
  async make(count) {
    document.documentElement.lang = 'en-GB';
    this.#records = makeRecords(count);
    this.#table.timeZone = 'Europe/Berlin';
    this.#table.columns = /** @type {Table['columns']} */ (COLUMNS);
    this.#table.records = this.#records;
    document.body.append(this.#table);
    await this.#table.updateComplete;
  }

  /**
   * The table's export: every text guarded, times as shown and as instants. How long it takes, and its longest task, in milliseconds; 0
   * when none was longer than 50.
   */
  async table() {
    await nextTask();
    /** @type {PerformanceEntry[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    await this.#table.toCsv();
    const time = performance.now() - start;
    await nextTask();
    tasks.push(...observer.takeRecords());
    observer.disconnect();
    return { time, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
  }

  /** Milliseconds of the same facts in one expression: nothing guarded, times as instants only. */
  async naive() {
    await nextTask();
    const start = performance.now();
    const file = new Blob([this.#records.map((record) => naiveCells(record).map(naiveCell).join(',')).join('\r\n')]);
    const end = performance.now();
    if (file.size === 0) throw new Error('Failed to write the list: the file is empty.');
    return end - start;
  }
}

/** @param {CallbackRecord} record */
function naiveCells({ id, state, reason = '', desiredTime, customerNumber, serviceName, properties }) {
  const { _LOB = '', _service_type = '' } = properties;
  return [id, state, reason, new Date(desiredTime).toISOString(), customerNumber, serviceName, _LOB, _service_type];
}

/** @param {string} cell */
function naiveCell(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

Object.assign(window, { bench: new CsvSteps() });

import { CallbackTable } from './pages/callback-table.js';

/** @typedef {import('../src/domain/callback.js').CallbackRecord} CallbackRecord */
/** @typedef {Readonly<Record<'_id' | '_callback_state' | '_callback_reason' | '_desired_time' | '_customer_number' | '_service_name' | '_LOB' | '_service_type', string>>} WireRecord */

const DIRECTIONS = { asc: 'ascending', desc: 'descending', '': undefined };

/**
 * The table as a contender in a side-by-side bench with other products, whose records come in the form of the wire.
 * @param {string} name
 * @param {number} pageSize 0 = one continuous list
 */
export function contender(name, pageSize) {
  const table = new CallbackTable(pageSize);
  /** @type {readonly WireRecord[]} */
  let wire = [];
  const { row, number, state, check } = table.selectors;
  return {
    name,
    page: pageSize,
    domOrder: true,
    sel: { phone: `${row} ${number}`, state: `${row} ${state}`, check: `${row} ${check}` },

    load(/** @type {readonly WireRecord[]} */ records, /** @type {HTMLElement} */ host) {
      wire = records;
      table.show(adapt(records), host);
    },
    filter: (/** @type {string} */ _field, /** @type {string} */ text) => table.search(text),
    sort(/** @type {string} */ _field, /** @type {keyof typeof DIRECTIONS} */ direction) {
      table.sort(/** @type {'ascending' | 'descending' | undefined} */ (DIRECTIONS[direction]));
    },
    update: (/** @type {readonly WireRecord[]} */ records) => table.change(adapt(records)),
    selectAll: () => table.selectAll(),
    clearSelection: () => table.clearSelection(),
    toggle: (/** @type {string} */ id) => table.toggle(id),
    ...(pageSize === 0 ? {} : { goToPage: (/** @type {number} */ index) => table.turnTo(index + 1) }),

    count: () => table.matchingCount,
    selectedCount: () => table.selectedCount,
    scroller: () => table.scroller,
    root: () => table.root,
    viewTop: () => table.top,
    lastPhone: () => wire[(pageSize || wire.length) - 1]?._customer_number,
    input: () => table.searchBox,
  };
}

/** @param {readonly WireRecord[]} records */
function adapt(records) {
  return records.map((raw) => new FromWire(raw));
}

/**
 * A record of the wire as the table wants it, without a second copy of anything.
 * @implements {CallbackRecord}
 */
class FromWire {
  #raw;

  /** @param {WireRecord} raw */
  constructor(raw) {
    this.#raw = raw;
  }

  get id() {
    return this.#raw._id;
  }

  get serviceName() {
    return this.#raw._service_name;
  }

  get state() {
    return this.#raw._callback_state;
  }

  get reason() {
    return this.#raw._callback_reason;
  }

  get desiredTime() {
    return instantOf(this.#raw._desired_time);
  }

  get customerNumber() {
    return this.#raw._customer_number;
  }

  get properties() {
    return { _LOB: this.#raw._LOB, _service_type: this.#raw._service_type };
  }
}

/**
 * Reads `2026-06-01T08:30:00.000Z` by its digits: `Date.parse` would take longer than the sort.
 * @param {string} text
 */
function instantOf(text) {
  /** @param {number} at */
  const two = (at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
  const milliseconds = two(20) * 10 + text.charCodeAt(22) - 48;
  return Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), milliseconds);
}

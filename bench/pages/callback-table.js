import 'callback-elements/callback-table/define';

/** @typedef {import('../../src/components/callback-table/callback-table.js').CallbackTableElement} Table */
/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */

/** @type {Table['columns']} */
const COLUMNS = [
  { id: 'state', kind: 'state' },
  { id: 'desiredTime', kind: 'time' },
  { id: 'customerNumber', kind: 'phone' },
  { id: 'serviceName', kind: 'service' },
  {
    id: 'custom',
    kind: 'custom-fields',
    keys: [
      { key: '_LOB', alias: 'LOB' },
      { key: '_service_type', alias: 'Type' },
    ],
  },
];

/**
 * The table as it is shipped, used as a page would use it.
 * @implements {Subject}
 * @import { Subject } from './subject.js'
 */
export class CallbackTable {
  selectors = { row: 'tr.row', number: '.phone', state: '.mark + span', check: 'input[type=checkbox]' };
  #table = document.createElement('callback-table');
  #box = document.body;

  /** @param {number} pageSize 0 = one continuous list */
  constructor(pageSize) {
    this.#table.pageSize = pageSize;
    this.#table.timeZone = 'Europe/Berlin';
    this.#table.columns = COLUMNS;
  }

  get pageSize() {
    return this.#table.pageSize;
  }

  /**
   * @param {readonly CallbackRecord[]} records
   * @param {HTMLElement} box
   */
  show(records, box) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.scrolls { overflow: auto }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.documentElement.lang = 'en-GB';
    this.#box = box;
    box.classList.add('scrolls');
    this.load(records);
    box.append(this.#table);
  }

  /** @param {readonly CallbackRecord[]} records */
  load(records) {
    this.#table.records = records;
  }

  /** @param {string} text */
  search(text) {
    this.#table.search = { field: 'customerNumber', text };
  }

  /** @param {'ascending' | 'descending' | undefined} direction */
  sort(direction) {
    this.#table.sort = direction === undefined ? [] : [{ field: 'desiredTime', direction }];
  }

  /** @param {number} page */
  turnTo(page) {
    this.#table.page = page;
  }

  /** @param {readonly CallbackRecord[]} records */
  change(records) {
    this.#table.applyChanges({ upserts: records });
  }

  selectAll() {
    this.#table.selectAll('matching');
  }

  clearSelection() {
    this.#table.clearSelection();
  }

  /** @param {string} id */
  toggle(id) {
    this.#table.setSelected([id], !this.#table.isSelected(id));
  }

  get matchingCount() {
    return this.#table.matchingCount;
  }

  get selectedCount() {
    return this.#table.selectedCount;
  }

  get scroller() {
    return this.#box;
  }

  get root() {
    return this.#table.renderRoot;
  }

  /** The titles stick above the rows. */
  get top() {
    return this.#inside('thead').getBoundingClientRect().bottom;
  }

  get searchBox() {
    return this.#inside('[part~=search-input]');
  }

  /** @param {string} selector */
  #inside(selector) {
    return /** @type {HTMLElement} */ (this.#table.renderRoot.querySelector(selector));
  }
}

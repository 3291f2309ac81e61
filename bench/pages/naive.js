import { LitElement, css, html } from 'lit';

/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' });

/** A table as one writes it on a Monday: an array that is filtered, sorted and mapped at every change. */
class NaiveTable extends LitElement {
  static properties = {
    records: { attribute: false },
    text: { attribute: false },
    direction: { attribute: false },
    page: { attribute: false },
    selected: { attribute: false },
  };

  static styles = css`
    :host {
      position: absolute;
      inset: 0;
      overflow: auto;
    }

    table {
      inline-size: 1144px;
      border-collapse: collapse;
      table-layout: fixed;
    }

    td {
      block-size: 35px;
      padding-inline: 8px;
      border-block-end: 1px solid #ddd;
    }
  `;

  constructor() {
    super();
    /** @type {readonly CallbackRecord[]} */
    this.records = [];
    this.text = '';
    /** @type {'ascending' | 'descending' | undefined} */
    this.direction = undefined;
    this.page = 1;
    this.pageSize = 250;
    /** @type {ReadonlySet<string>} */
    this.selected = new Set();
  }

  get rows() {
    const rows = this.records.filter(({ customerNumber }) => customerNumber.toLowerCase().includes(this.text));
    const sign = this.direction === 'descending' ? -1 : 1;
    return this.direction === undefined ? rows : rows.sort((a, b) => sign * (a.desiredTime - b.desiredTime));
  }

  /** @override */
  render() {
    const rows = this.rows;
    this.count = rows.length;
    const start = (this.page - 1) * this.pageSize;
    return html`<table>
      <tbody>
        ${rows.slice(start, start + this.pageSize).map((record) => this.#row(record))}
      </tbody>
    </table>`;
  }

  /** @param {CallbackRecord} record */
  #row({ id, state, desiredTime, customerNumber, serviceName, properties }) {
    return html`<tr>
      <td><input type="checkbox" .checked=${this.selected.has(id)} /></td>
      <td><span class="state">${state}</span></td>
      <td>${time.format(desiredTime)}</td>
      <td><span class="number">${customerNumber}</span></td>
      <td>${serviceName}</td>
      <td>${properties['_LOB']} / ${properties['_service_type']}</td>
      <td><button>‖</button><button>×</button><button>↻</button></td>
    </tr>`;
  }
}

/**
 * The naive table under measurement.
 * @implements {Subject}
 * @import { Subject } from './subject.js'
 */
export class Naive {
  selectors = { row: 'tr', number: '.number', state: '.state', check: 'input' };
  #table = new NaiveTable();

  /** @param {number} pageSize */
  constructor(pageSize) {
    this.#table.pageSize = pageSize;
  }

  get pageSize() {
    return this.#table.pageSize;
  }

  /**
   * @param {readonly CallbackRecord[]} records
   * @param {HTMLElement} box
   */
  show(records, box) {
    this.#table.records = records;
    box.append(this.#table);
  }

  /** @param {string} text */
  search(text) {
    this.#table.text = text;
    this.#table.page = 1;
  }

  /** @param {'ascending' | 'descending' | undefined} direction */
  sort(direction) {
    this.#table.direction = direction;
    this.#table.page = 1;
  }

  /** @param {number} page */
  turnTo(page) {
    this.#table.page = page;
  }

  /** @param {readonly CallbackRecord[]} records */
  change(records) {
    const changed = new Map(records.map((record) => [record.id, record]));
    this.#table.records = this.#table.records.map((record) => changed.get(record.id) ?? record);
  }

  selectAll() {
    this.#table.selected = new Set(this.#table.records.map(({ id }) => id));
  }

  clearSelection() {
    this.#table.selected = new Set();
  }

  /** @param {string} id */
  toggle(id) {
    const selected = new Set(this.#table.selected);
    if (!selected.delete(id)) selected.add(id);
    this.#table.selected = selected;
  }

  get matchingCount() {
    return this.#table.count ?? 0;
  }

  get selectedCount() {
    return this.#table.selected.size;
  }

  get scroller() {
    return this.#table;
  }

  get root() {
    return this.#table.renderRoot;
  }

  get top() {
    return this.#table.getBoundingClientRect().top;
  }
}

customElements.define('naive-table', NaiveTable);

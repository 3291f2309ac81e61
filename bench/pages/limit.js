import { LimitIndex } from './limit-index.js';

/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */

const ROW_HEIGHT = 36;
const RENDERED = 26;
/** A browser makes no element much higher than this. */
const MAX_HEIGHT = 30_000_000;

const STYLES = `
  .limit { position: absolute; inset: 0; display: flex; flex-direction: column }
  .titles, .row { display: grid; grid-template-columns: 44px 140px 200px 180px 200px 240px 140px; align-items: center;
    box-sizing: border-box; inline-size: 1144px; block-size: ${ROW_HEIGHT}px; border-block-end: 1px solid #ddd; contain: strict }
  .view { position: relative; flex: 1; overflow: auto }
  .rows { position: relative }
  .row { position: absolute; inset-block-start: 0 }
  .row[hidden] { display: none }
  .state { padding-inline: 8px; border-radius: 9px; background: #e4e7eb; font-size: 11px }
  button { border: 0; background: none }
`;

/**
 * The yardstick: typed arrays and a few rows that are used again and again, without a framework, without roles, words or settings. No
 * product, but what a product can be compared with.
 * @implements {Subject}
 * @import { Subject } from './subject.js'
 */
export class Limit {
  selectors = { row: '.row:not([hidden])', number: '.number', state: '.state', check: 'input' };
  pageSize;
  #time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' });
  /** @type {CallbackRecord[]} */
  #records = [];
  #index = new LimitIndex([]);
  /** @type {Map<string, number> | undefined} */
  #rowsById;
  #text = '';
  /** @type {'ascending' | 'descending' | undefined} */
  #direction;
  /** @type {Uint32Array | undefined} */
  #rows;
  #isReversed = false;
  #start = 0;
  #offset = 0;
  #height = 0;
  #isSelected = new Uint8Array();
  #selected = 0;
  #view = element('div', 'view');
  #body = element('div', 'rows');
  /** @type {RenderedRow[]} */
  #pool = [];

  /** @param {number} pageSize 0 = one continuous list */
  constructor(pageSize) {
    this.pageSize = pageSize;
  }

  /**
   * @param {readonly CallbackRecord[]} records
   * @param {HTMLElement} box
   */
  show(records, box) {
    this.#records = /** @type {CallbackRecord[]} */ (records);
    this.#index = new LimitIndex(records);
    this.#isSelected = new Uint8Array(records.length);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const titles = element('div', 'titles');
    for (const title of ['', 'State', 'Desired time', 'Phone', 'Service', 'Custom', 'Actions']) {
      titles.append(element('div', '', title));
    }
    const frame = element('div', 'limit');
    this.#view.append(this.#body);
    frame.append(titles, this.#view);
    box.append(frame);
    this.#view.addEventListener('scroll', () => this.#scrollTo(this.#view.scrollTop), { passive: true });
    this.#draw();
    requestIdleCallback(() => this.#index.prepareSearch());
    requestIdleCallback(() => this.#index.byTime);
  }

  /** @param {string} text */
  search(text) {
    this.#text = text;
    this.#compose();
  }

  /** @param {'ascending' | 'descending' | undefined} direction */
  sort(direction) {
    this.#direction = direction;
    this.#compose();
  }

  /** @param {number} page */
  turnTo(page) {
    this.#start = (page - 1) * this.pageSize;
    this.#toTop();
  }

  /** @param {readonly CallbackRecord[]} records */
  change(records) {
    this.#rowsById ??= new Map(this.#records.map(({ id }, row) => [id, row]));
    for (const record of records) this.#records[/** @type {number} */ (this.#rowsById.get(record.id))] = record;
    this.#draw();
  }

  selectAll() {
    this.#isSelected.fill(1);
    this.#selected = this.#records.length;
    this.#draw();
  }

  clearSelection() {
    this.#isSelected.fill(0);
    this.#selected = 0;
    this.#draw();
  }

  /** @param {string} id */
  toggle(id) {
    const row = this.#rowsById?.get(id) ?? this.#records.findIndex((record) => record.id === id);
    this.#isSelected[row] ^= 1;
    this.#selected += this.#isSelected[row] === 1 ? 1 : -1;
    this.#draw();
  }

  get matchingCount() {
    return this.#rows?.length ?? this.#records.length;
  }

  get selectedCount() {
    return this.#selected;
  }

  get scroller() {
    return this.#view;
  }

  get root() {
    return this.#body;
  }

  get top() {
    return this.#view.getBoundingClientRect().top;
  }

  #compose() {
    const found = this.#text === '' ? undefined : this.#index.find(this.#text);
    if (found === undefined) this.#index.forgetFound();
    this.#rows = this.#direction === undefined ? found : this.#inOrder(found);
    this.#isReversed = this.#direction === 'descending';
    this.#start = 0;
    this.#toTop();
  }

  /** @param {Uint32Array | undefined} found */
  #inOrder(found) {
    const { byTime } = this.#index;
    if (found === undefined) return byTime;
    const isFound = new Uint8Array(byTime.length);
    for (const row of found) isFound[row] = 1;
    return byTime.filter((row) => isFound[row] === 1);
  }

  #toTop() {
    if (this.#offset !== 0) this.#view.scrollTop = 0;
    this.#scrollTo(0);
  }

  /** @param {number} offset */
  #scrollTo(offset) {
    this.#offset = offset;
    this.#draw();
  }

  #draw() {
    const left = this.matchingCount - this.#start;
    const count = this.pageSize === 0 ? left : Math.min(this.pageSize, left);
    const { start, top } = this.#stretch(count);
    for (let slot = 0; slot < RENDERED; slot += 1) {
      const rendered = (this.#pool[slot] ??= new RenderedRow(this.#body));
      const row = start + slot < count ? this.#rowAt(this.#start + start + slot) : undefined;
      const record = row === undefined ? undefined : this.#records[row];
      if (record === undefined) rendered.hide();
      else
        rendered.show(record, this.#time, top + slot * ROW_HEIGHT, this.#isSelected[/** @type {number} */ (row)] === 1);
    }
  }

  /**
   * Which rows are drawn, and where. A list that would be too high for an element is scrolled through in proportion.
   * @param {number} count
   */
  #stretch(count) {
    const height = Math.min(count * ROW_HEIGHT, MAX_HEIGHT);
    if (height !== this.#height) {
      this.#height = height;
      this.#body.style.blockSize = `${height}px`;
    }
    const lastTop = height - RENDERED * ROW_HEIGHT;
    const last = count - RENDERED;
    if (height === MAX_HEIGHT) {
      return {
        start: Math.floor((Math.min(this.#offset, lastTop) / lastTop) * last),
        top: Math.min(this.#offset, lastTop),
      };
    }
    const start = Math.max(0, Math.min(Math.floor(this.#offset / ROW_HEIGHT) - 2, last));
    return { start, top: start * ROW_HEIGHT };
  }

  /** @param {number} position */
  #rowAt(position) {
    const rows = this.#rows;
    if (rows === undefined) return position;
    return /** @type {number} */ (rows[this.#isReversed ? rows.length - 1 - position : position]);
  }
}

/** The elements of one row, and what they show. */
class RenderedRow {
  #row = element('div', 'row');
  #check = document.createElement('input');
  #state = element('span', 'state', ' ');
  #number = element('span', 'number', ' ');
  #texts = ['', '', ''].map(() => element('div', '', ' '));
  /** @type {CallbackRecord | undefined} */
  #record;
  #top = -1;

  /** @param {HTMLElement} body */
  constructor(body) {
    this.#check.type = 'checkbox';
    const [time, service, custom] = /** @type {[HTMLElement, HTMLElement, HTMLElement]} */ (this.#texts);
    const actions = element('div', '');
    for (const action of ['‖', '×', '↻']) actions.append(element('button', '', action));
    const cells = [this.#check, this.#state, time, this.#number, service, custom, actions];
    for (const content of cells) {
      const cell = element('div', '');
      cell.append(content);
      this.#row.append(cell);
    }
    body.append(this.#row);
  }

  hide() {
    this.#row.hidden = true;
  }

  /**
   * @param {CallbackRecord} record
   * @param {Intl.DateTimeFormat} time
   * @param {number} top
   * @param {boolean} isSelected
   */
  show(record, time, top, isSelected) {
    this.#row.hidden = false;
    if (record !== this.#record) {
      this.#record = record;
      const { state, customerNumber, serviceName, properties, desiredTime } = record;
      const custom = `${properties['_LOB']} / ${properties['_service_type']}`;
      setText(this.#state, state);
      setText(this.#number, customerNumber);
      [time.format(desiredTime), serviceName, custom].forEach((text, at) => setText(this.#texts[at], text));
    }
    if (this.#check.checked !== isSelected) this.#check.checked = isSelected;
    if (this.#top === top) return;
    this.#top = top;
    this.#row.style.transform = `translateY(${top}px)`;
  }
}

/**
 * @param {HTMLElement | undefined} holder of one text
 * @param {string} text
 */
function setText(holder, text) {
  const [node] = holder?.childNodes ?? [];
  /** @type {Text} */ (node).data = text;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.append(text);
  return made;
}

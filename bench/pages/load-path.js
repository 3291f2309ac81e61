import { GmsTransport } from 'callback-elements/transport';
import { CallbackTable } from './callback-table.js';
import { longestTask, nextTask, noteMeasured, pause, shownSince } from './clock.js';
import { makeRecords } from './records.js';
import { FIRST_ROWS, Screen } from './screen.js';
import { openBox } from './steps.js';

/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */
/** @typedef {Readonly<Record<string, string | undefined>>} WireRecord */

const CHUNK = 10_000;
/** Bytes that come at once, as a browser hands them on. */
const PACKET = 65_536;
/** Bytes in a millisecond: a line of one gigabit in a second. */
const LINE = 125_000;
/** So long a page has to put its house in order after it was loaded, in milliseconds. */
const SETTLE = 500;
const DAY = 86_400_000;

const EVERYTHING = {
  range: { start: 0, end: 8.64e15 },
  states: [],
  services: [],
  maximumPerService: 1_000_000,
  properties: {},
};

/** From the answer of a server to the first rows, and what of it nobody can do without. */
class LoadSteps {
  #subject = new CallbackTable(250);
  #screen = new Screen(this.#subject);
  /** @type {readonly CallbackRecord[]} */
  #records = [];
  #answer = new Uint8Array();
  /** @type {readonly string[]} */
  #chunks = [];
  /** What was made last: a list is kept too. */
  kept = /** @type {unknown} */ (undefined);

  /** @param {number} count */
  make(count) {
    const records = makeRecords(count);
    const wire = records.map(wireRecord);
    /** @type {Record<string, WireRecord[]>} */
    const byService = {};
    for (const record of wire) (byService[record['_service_name'] ?? ''] ??= []).push(record);
    // In the order of the answer.
    const numbers = new Map(records.map((record) => [record.customerNumber, record]));
    const listed = Object.values(byService).flat();
    this.#records = listed.map(
      (record) => /** @type {CallbackRecord} */ (numbers.get(record['_customer_number'] ?? '')),
    );
    this.#answer = new TextEncoder().encode(JSON.stringify(byService));
    this.#chunks = Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) =>
      JSON.stringify(listed.slice(at * CHUNK, (at + 1) * CHUNK)),
    );
    return this.#answer.length;
  }

  /** Milliseconds in which the platform parses the same callbacks, and their obligatory fields are looked at. */
  async parse() {
    await nextTask();
    const start = performance.now();
    const lists = this.#chunks.map((text) => /** @type {WireRecord[]} */ (JSON.parse(text)).filter(isWhole));
    const time = performance.now() - start;
    this.kept = lists;
    if (lists.flat().length !== this.#records.length)
      throw new Error('Failed to parse the list: callbacks are missing.');
    return time;
  }

  /** Milliseconds in which the platform makes text of the bytes. */
  async decode() {
    await nextTask();
    const start = performance.now();
    this.kept = new TextDecoder('utf-8', { fatal: true }).decode(this.#answer);
    return performance.now() - start;
  }

  /** Milliseconds from records in memory to the first rows. */
  async rows() {
    const box = openBox();
    await nextTask();
    const start = performance.now();
    this.#subject.show(this.#records, box);
    return (await this.#shownSince(start)) - start;
  }

  /** Milliseconds from an answer that is there as a whole to the first rows. */
  async load() {
    const { end, start } = await this.#load(Infinity);
    return end - start;
  }

  /** Milliseconds from the last byte of an answer that comes over a fast line to the first rows. */
  async arrive() {
    const { end, lastByte } = await this.#load(LINE);
    return end - lastByte;
  }

  /** Of the loads, in milliseconds; 0 when none was longer than 50. */
  longestTask() {
    return longestTask();
  }

  /** @param {number} line bytes in a millisecond */
  async #load(line) {
    let lastByte = NaN;
    const body = streamOf(this.#answer, line, () => (lastByte = performance.now()));
    const headers = { 'content-type': 'application/json' };
    const transport = new GmsTransport({ baseUrl: '/genesys', fetch: async () => new Response(body, { headers }) });
    const box = openBox();
    await nextTask();
    const start = performance.now();
    const { records } = await transport.list(EVERYTHING);
    this.#subject.show(records, box);
    const end = await this.#shownSince(start);
    // What is prepared once the rows are there must not block either.
    await pause(SETTLE);
    noteMeasured(start, performance.now());
    return { start, end, lastByte };
  }

  /** @param {number} start */
  #shownSince(start) {
    const numbers = this.#records.slice(0, FIRST_ROWS).map(({ customerNumber }) => customerNumber);
    return shownSince(start, () => this.#subject.matchingCount === this.#records.length && this.#screen.shows(numbers));
  }
}

/**
 * A body that comes in packets.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} line bytes in a millisecond
 * @param {() => void} over
 */
function streamOf(bytes, line, over) {
  const start = performance.now();
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      const wait = start + sent / line - performance.now();
      if (wait > 0) await pause(wait);
      controller.enqueue(bytes.subarray(sent, sent + PACKET));
      sent += PACKET;
      if (sent < bytes.length) return;
      over();
      controller.close();
    },
  });
}

/**
 * @param {CallbackRecord} record
 * @returns {WireRecord}
 */
function wireRecord({ id, serviceName, state, reason, desiredTime, customerNumber, properties }) {
  return {
    _id: id,
    _service_name: serviceName,
    _callback_state: state,
    ...(reason !== undefined && { _callback_reason: reason }),
    _desired_time: new Date(desiredTime).toISOString(),
    _expiration_time: new Date(desiredTime + DAY).toISOString(),
    _customer_number: customerNumber,
    _url: `/genesys/1/service/callback/${serviceName}/${id}`,
    ...properties,
  };
}

/** @param {WireRecord} record */
function isWhole(record) {
  return (
    isFilled(record['_id']) &&
    isFilled(record['_service_name']) &&
    isFilled(record['_callback_state']) &&
    isFilled(record['_customer_number']) &&
    isTime(record['_desired_time']) &&
    isTime(record['_expiration_time'])
  );
}

/** @param {unknown} value */
function isFilled(value) {
  return typeof value === 'string' && value !== '';
}

/** @param {unknown} value */
function isTime(value) {
  return typeof value === 'string' && value.length === 24 && value[10] === 'T' && value[23] === 'Z';
}

Object.assign(window, { bench: new LoadSteps() });

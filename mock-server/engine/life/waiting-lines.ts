import { estimatedWait, prioritiesOf, servedBefore, virtualQueueOf, waitsLonger } from './queue.js';
import { isWaiting } from '../state/record.js';
import type { EngineRecord, QueueStanding } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

/**
 * Callbacks of one service in one virtual queue that gain priority alike, the longest wait first. Priority never falls along a wait, so
 * this is their order too.
 */
interface Line {
  readonly queue: string;
  readonly records: EngineRecord[];
}

/** Everybody who holds a place in a virtual queue, kept in order, so that a place is found by halving. */
export class WaitingLines {
  readonly #settings: EngineSettings;
  readonly #lines: Line[] = [];
  /** The same lines by service, and by queue and priority. */
  readonly #byService = new Map<string, Map<string, Line>>();

  constructor(settings: EngineSettings, records: Iterable<EngineRecord>) {
    this.#settings = settings;
    for (const record of records) if (isWaiting(record)) this.#lineOf(record).records.push(record);
    for (const { records: line } of this.#lines) line.sort((a, b) => (waitsLonger(a, b) ? -1 : 1));
  }

  /** Adds a record if it waits. */
  add(record: EngineRecord): void {
    if (!isWaiting(record)) return;
    const { records } = this.#lineOf(record);
    records.splice(
      countWhile(records, (other) => waitsLonger(other, record)),
      0,
      record,
    );
  }

  /** Takes a record out, if it is in. */
  remove(record: EngineRecord): void {
    if (!isWaiting(record)) return;
    const { records } = this.#lineOf(record);
    const index = countWhile(records, (other) => waitsLonger(other, record));
    if (records[index]?.id === record.id) records.splice(index, 1);
  }

  /** Whoever is served next among those for whom an agent may be reserved already. */
  next(now: number): EngineRecord | undefined {
    const isServedBefore = servedBefore(this.#settings, now);
    let first: EngineRecord | undefined;
    for (const { records } of this.#lines) {
      const head = records.find((record) => (record.queue?.readyAt ?? 0) <= now);
      if (head !== undefined && (first === undefined || isServedBefore(head, first))) first = head;
    }
    return first;
  }

  /**
   * The place of a callback in its virtual queue, also of one that is about to enter it, and the wait to expect. The agents serve all
   * queues together, so everybody who is served before it counts for the wait, but only those of its own queue for the place.
   */
  standingOf(record: EngineRecord, now: number): QueueStanding {
    const isServedBefore = servedBefore(this.#settings, now);
    const ownQueue = virtualQueueOf(this.#settings, record);
    let ahead = 0;
    let aheadInQueue = 0;
    for (const { queue, records } of this.#lines) {
      const count = countWhile(records, (other) => isServedBefore(other, record));
      ahead += count;
      if (queue === ownQueue) aheadInQueue += count;
    }
    return { position: aheadInQueue + 1, wait: estimatedWait(ahead + 1, this.#settings.agents) };
  }

  #lineOf(record: EngineRecord): Line {
    const queue = virtualQueueOf(this.#settings, record);
    let lines = this.#byService.get(record.serviceName);
    if (lines === undefined) this.#byService.set(record.serviceName, (lines = new Map<string, Line>()));
    const key = `${prioritiesOf(this.#settings, record)} ${queue}`;
    let line = lines.get(key);
    if (line === undefined) {
      line = { queue, records: [] };
      lines.set(key, line);
      this.#lines.push(line);
    }
    return line;
  }
}

/** How many records from the first on meet a condition that none meets after one that does not. */
function countWhile(records: readonly EngineRecord[], isMet: (record: EngineRecord) => boolean): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = records[middle];
    if (record !== undefined && isMet(record)) low = middle + 1;
    else high = middle;
  }
  return low;
}

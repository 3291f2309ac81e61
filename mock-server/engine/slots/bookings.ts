import type { Period } from '../../../src/domain/office-hours.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationFlagOf } from '../options/options.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

/**
 * Callbacks are counted in cells of five minutes of UTC. Every bucket is made of whole cells, whatever its length and its zone: since
 * 1972 no zone has been off by anything but quarters of an hour.
 */
const CELL = 300_000;

/**
 * How many callbacks of a service are wished for in a time bucket: all that are not completed, by their desired time, however they came
 * to it (GMS reference, availability, semantics). Where the mock is told so, completed ones keep their places until they expire, and
 * callbacks for now take none.
 */
export class Bookings {
  readonly #keepsCompleted: boolean;
  readonly #takesImmediate: boolean;
  readonly #counts = new Map<string, Map<number, number>>();

  constructor(settings: EngineSettings, records: Iterable<EngineRecord>) {
    this.#keepsCompleted = applicationFlagOf({ settings }, MOCK_SECTION, 'completed-keep-slots');
    this.#takesImmediate = applicationFlagOf({ settings }, MOCK_SECTION, 'immediate-take-slots');
    for (const record of records) this.add(record);
  }

  /** Callbacks of a service in a bucket. */
  in(service: string, { start, end }: Period): number {
    const counts = this.#counts.get(service);
    if (counts === undefined) return 0;
    let sum = 0;
    for (let cell = cellOf(start); cell * CELL < end; cell += 1) sum += counts.get(cell) ?? 0;
    return sum;
  }

  /** Whether a callback takes a place in its bucket. One for now is wished for at the instant at which it was created. */
  takesPlace({ state, desiredTime, createdAt }: EngineRecord): boolean {
    if (state === 'COMPLETED' && !this.#keepsCompleted) return false;
    return this.#takesImmediate || desiredTime !== createdAt;
  }

  add(record: EngineRecord): void {
    this.#count(record, 1);
  }

  remove(record: EngineRecord): void {
    this.#count(record, -1);
  }

  #count(record: EngineRecord, step: 1 | -1): void {
    if (!this.takesPlace(record)) return;
    const { serviceName, desiredTime } = record;
    let counts = this.#counts.get(serviceName);
    if (counts === undefined) this.#counts.set(serviceName, (counts = new Map<number, number>()));
    const cell = cellOf(desiredTime);
    const count = (counts.get(cell) ?? 0) + step;
    if (count === 0) counts.delete(cell);
    else counts.set(cell, count);
  }
}

function cellOf(instant: number): number {
  return Math.floor(instant / CELL);
}

import { bucketOf } from '../../../src/domain/slots.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationFlagOf } from '../options/options.js';
import type { EngineRecord } from '../state/record.js';
import { bucketMinutesOf } from './plans.js';
import type { EngineSettings } from '../state/state.js';

/**
 * How many callbacks each time bucket of a service holds: all that are not completed, by their desired time, however they came to it
 * (GMS reference, availability, semantics). Where the mock is told so, completed ones keep their places until they expire.
 */
export class Bookings {
  readonly #settings: EngineSettings;
  readonly #keepsCompleted: boolean;
  readonly #minutes = new Map<string, number>();
  readonly #counts = new Map<string, Map<number, number>>();

  constructor(settings: EngineSettings, records: Iterable<EngineRecord>) {
    this.#settings = settings;
    this.#keepsCompleted = applicationFlagOf({ settings }, MOCK_SECTION, 'completed-keep-slots');
    for (const record of records) this.add(record);
  }

  /** Callbacks of a service in the bucket that begins at an instant. */
  at(service: string, bucketStart: number): number {
    return this.#counts.get(service)?.get(bucketStart) ?? 0;
  }

  add(record: EngineRecord): void {
    this.#count(record, 1);
  }

  remove(record: EngineRecord): void {
    this.#count(record, -1);
  }

  #count({ state, serviceName, desiredTime }: EngineRecord, step: 1 | -1): void {
    if (state === 'COMPLETED' && !this.#keepsCompleted) return;
    let counts = this.#counts.get(serviceName);
    if (counts === undefined) this.#counts.set(serviceName, (counts = new Map<number, number>()));
    const bucket = bucketOf(desiredTime, this.#minutesOf(serviceName));
    const count = (counts.get(bucket) ?? 0) + step;
    if (count === 0) counts.delete(bucket);
    else counts.set(bucket, count);
  }

  #minutesOf(service: string): number {
    let minutes = this.#minutes.get(service);
    if (minutes === undefined) this.#minutes.set(service, (minutes = bucketMinutesOf(this.#settings, service)));
    return minutes;
  }
}

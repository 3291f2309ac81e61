import type { EngineRecord } from '../state/record.js';

/** Says whether a callback counts as being in the queue: handed over for good or ill, and not completed. */
export function isInQueue({ state }: Pick<EngineRecord, 'state'>): boolean {
  return state !== 'SCHEDULED' && state !== 'COMPLETED';
}

/** Says of which callbacks something holds. */
type Test = (record: Pick<EngineRecord, 'state'>) => boolean;

/**
 * How many callbacks of each service the counter counts, and for whom there are some in the queue: noted along with every change, so
 * that no check has to search.
 */
export class Census {
  readonly #isCounted: Test;
  readonly #counts = new Map<string, number>();
  readonly #customers = new Map<string, Map<string, number>>();

  constructor(records: Iterable<EngineRecord>, isCounted: Test = isInQueue) {
    this.#isCounted = isCounted;
    for (const record of records) this.add(record);
  }

  /** Callbacks of a service that the counter counts. */
  countOf(service: string): number {
    return this.#counts.get(service) ?? 0;
  }

  /** Callbacks of a service in the queue for one number, compared as text. */
  countFor(service: string, customerNumber: string): number {
    return this.#customers.get(service)?.get(customerNumber) ?? 0;
  }

  add(record: EngineRecord): void {
    this.#count(record, 1);
  }

  remove(record: EngineRecord): void {
    this.#count(record, -1);
  }

  #count(record: EngineRecord, step: 1 | -1): void {
    const { serviceName } = record;
    if (this.#isCounted(record)) this.#counts.set(serviceName, this.countOf(serviceName) + step);
    if (isInQueue(record)) this.#countCustomer(record, step);
  }

  #countCustomer({ serviceName, customerNumber }: EngineRecord, step: 1 | -1): void {
    let customers = this.#customers.get(serviceName);
    if (customers === undefined) this.#customers.set(serviceName, (customers = new Map<string, number>()));
    const count = (customers.get(customerNumber) ?? 0) + step;
    if (count === 0) customers.delete(customerNumber);
    else customers.set(customerNumber, count);
  }
}

import type { EngineRecord } from '../state/record.js';

/** Says whether a callback counts as being in the queue: handed over for good or ill, and not completed. */
export function isInQueue({ state }: Pick<EngineRecord, 'state'>): boolean {
  return state !== 'SCHEDULED' && state !== 'COMPLETED';
}

/** How many callbacks each service has in the queue, and for whom: counted along with every change, so that no check has to search. */
export class Census {
  readonly #counts = new Map<string, number>();
  readonly #customers = new Map<string, Map<string, number>>();

  constructor(records: Iterable<EngineRecord>) {
    for (const record of records) this.add(record);
  }

  /** Callbacks of a service in the queue. */
  countOf(service: string): number {
    return this.#counts.get(service) ?? 0;
  }

  /** Callbacks of a service in the queue for one number, compared as text. */
  countFor(service: string, customerNumber: string): number {
    return this.#customers.get(service)?.get(customerNumber) ?? 0;
  }

  add(record: EngineRecord): void {
    if (isInQueue(record)) this.#count(record, 1);
  }

  remove(record: EngineRecord): void {
    if (isInQueue(record)) this.#count(record, -1);
  }

  #count({ serviceName, customerNumber }: EngineRecord, step: 1 | -1): void {
    this.#counts.set(serviceName, this.countOf(serviceName) + step);
    let customers = this.#customers.get(serviceName);
    if (customers === undefined) this.#customers.set(serviceName, (customers = new Map<string, number>()));
    const count = (customers.get(customerNumber) ?? 0) + step;
    if (count === 0) customers.delete(customerNumber);
    else customers.set(customerNumber, count);
  }
}

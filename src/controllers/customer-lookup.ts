import type { ReactiveControllerHost } from 'lit';
import type { CallbackRecord } from '../domain/callback.js';
import { activeOf, customerKey, isActive } from '../domain/duplicates.js';
import { FIELD_KEYS } from '../domain/keys.js';
import type { CallbackTransport } from '../transport/callback-transport.js';
import { LatestRun } from './latest-run.js';
import { readListAnswer } from './list-answer.js';
import { Presence } from './presence.js';

export interface CustomerLookupOptions {
  /** Callbacks that are known anyway: they do where the server cannot be asked. */
  readonly listed?: () => readonly CallbackRecord[];
  /** Services whose callbacks the person may see; undefined = all. */
  readonly permitted?: () => readonly string[] | undefined;
}

const NONE: readonly CallbackRecord[] = Object.freeze([]);

/**
 * Finds which active callbacks a customer has already, whatever their time. It is a help and no condition: where the server offers no
 * such question, or does not answer, those that are listed are told, and nothing is said of a failure. The newest question wins.
 */
export class CustomerLookupController {
  readonly #host: ReactiveControllerHost;
  readonly #options: CustomerLookupOptions;
  readonly #run = new LatestRun<readonly CallbackRecord[]>();
  #transport: CallbackTransport | undefined;
  #asked: string | undefined;
  #duplicates = NONE;

  constructor(host: ReactiveControllerHost, options: CustomerLookupOptions = {}) {
    this.#host = host;
    this.#options = options;
    new Presence(host, { left: () => this.#run.drop() });
  }

  /** Active callbacks of the customer who was asked for last, the soonest first. Another array after every change. */
  get duplicates(): readonly CallbackRecord[] {
    return this.#duplicates;
  }

  /** Asks another server; what is known from the old one is forgotten. */
  setTransport(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#transport = transport;
    this.forget();
  }

  /** Nobody wants to know any more. */
  forget(): void {
    this.#run.drop();
    this.#asked = undefined;
    this.#keep(NONE);
  }

  /**
   * Looks for the active callbacks of the customer with a number. Nothing is found for what is no number. Never rejects.
   * @param except id of the callback whose customer it is: it is none of the others
   */
  async request(number: string, except?: string): Promise<void> {
    const question = `${customerKey(number)} ${except ?? ''}`;
    if (question !== this.#asked) this.forget();
    this.#asked = question;
    if (customerKey(number) === '') return;
    const outcome = await this.#run.start('find callbacks of a customer', (signal) => this.#find(number, signal));
    if (outcome.status === 'dropped') return;
    const listed = activeOf(number, this.#options.listed?.() ?? NONE, except);
    if (outcome.status === 'failed') {
      this.#keep(listed);
      return;
    }
    const found = outcome.value.filter((record) => isActive(record) && record.id !== except);
    // A server knows a number only as it is written; of one that is, its word is newer than the list's.
    this.#keep([...found, ...listed.filter(({ customerNumber }) => customerNumber !== number)]);
  }

  async #find(number: string, signal: AbortSignal): Promise<readonly CallbackRecord[]> {
    const transport = this.#transport;
    if (transport?.find === undefined) return activeOf(number, this.#options.listed?.() ?? NONE);
    const wanted = { [FIELD_KEYS.customerNumber]: number, [FIELD_KEYS.state]: '!COMPLETED' };
    return readListAnswer({ records: await transport.find(wanted, { signal }) }).records;
  }

  /** Keeps each callback once, and none that the person may not see. */
  #keep(records: readonly CallbackRecord[]): void {
    const permitted = this.#options.permitted?.();
    const seen =
      permitted === undefined ? records : records.filter(({ serviceName }) => permitted.includes(serviceName));
    const byId = new Map(seen.map((record) => [record.id, record]));
    if (byId.size === 0 && this.#duplicates.length === 0) return;
    this.#duplicates = byId.size === 0 ? NONE : [...byId.values()].sort((a, b) => a.desiredTime - b.desiredTime);
    this.#host.requestUpdate();
  }
}

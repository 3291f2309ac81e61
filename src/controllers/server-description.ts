import type { ReactiveControllerHost } from 'lit';
import type { CallbackError } from '../domain/errors.js';
import { whyUnavailable } from '../transport/callback-transport.js';
import type { CallbackTransport, Capability, TransportDescription } from '../transport/callback-transport.js';
import { LatestRun } from './latest-run.js';
import { Presence } from './presence.js';
import type { ServerClock } from './server-clock.js';

export interface ServerDescriptionOptions {
  /** The page's clock in epoch milliseconds. */
  readonly now?: () => number;
  /** Takes in what the description tells of the server's time. */
  readonly clock?: ServerClock;
}

/** Asks a transport once what its server is and allows. A transport that does not describe itself allows what it has methods for. */
export class ServerDescriptionController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ServerDescriptionOptions;
  readonly #presence: Presence;
  readonly #run = new LatestRun<TransportDescription | undefined>();
  #transport: CallbackTransport | undefined;
  #description: TransportDescription | undefined;
  #problem: CallbackError | undefined;

  constructor(host: ReactiveControllerHost, options: ServerDescriptionOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#presence = new Presence(host, {
      arrived: () => this.#loadIfMissing(),
      left: () => this.#run.drop(),
    });
  }

  /** The last description this transport gave. */
  get description(): TransportDescription | undefined {
    return this.#description;
  }

  /** Why there is none. */
  get problem(): CallbackError | undefined {
    return this.#problem;
  }

  get loading(): boolean {
    return this.#run.running;
  }

  /** Why something cannot be done, in words; undefined when it can. */
  why(capability: Capability): string | undefined {
    return whyUnavailable(this.#transport, this.#description, capability);
  }

  setTransport(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#run.drop();
    this.#transport = transport;
    this.#description = undefined;
    this.#problem = undefined;
    this.#host.requestUpdate();
    this.#loadIfMissing();
  }

  /** Asks again, for example after a failure. */
  async refresh(): Promise<void> {
    const transport = this.#transport;
    if (!this.#presence.here || transport?.describe === undefined) return;
    const sentAt = this.#now;
    const run = this.#run.start('describe the server', async (signal) => transport.describe?.({ signal }));
    this.#host.requestUpdate();
    const outcome = await run;
    if (outcome.status === 'dropped') return;
    this.#problem = outcome.status === 'failed' ? outcome.problem : undefined;
    if (outcome.status === 'done') this.#keep(outcome.value, sentAt);
    this.#host.requestUpdate();
  }

  #keep(description: TransportDescription | undefined, sentAt: number): void {
    const { serverTime } = description ?? {};
    this.#description = description;
    if (serverTime !== undefined) this.#options.clock?.take({ serverTime, sentAt, receivedAt: this.#now });
  }

  get #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #loadIfMissing(): void {
    if (this.#description === undefined) void this.refresh();
  }
}

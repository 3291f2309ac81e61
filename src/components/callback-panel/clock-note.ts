import type { ReactiveControllerHost } from 'lit';
import type { ServerClock } from '../../controllers/server-clock.js';

/** Whether the person is told that this device's clock differs from the server's: until they dismiss it, or it no longer does. */
export class ClockNote {
  readonly #host: ReactiveControllerHost;
  readonly #clock: ServerClock;
  #isDismissed = false;

  constructor(host: ReactiveControllerHost, clock: ServerClock) {
    this.#host = host;
    this.#clock = clock;
  }

  /** Whole seconds by which the server's clock is ahead; undefined when there is nothing to tell. */
  get skew(): number | undefined {
    return this.#isDismissed ? undefined : this.#clock.skew;
  }

  /** It is not told again as long as this page is there. */
  dismiss(): void {
    this.#isDismissed = true;
    this.#host.requestUpdate();
  }
}

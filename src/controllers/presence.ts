import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What happens when a host comes and when it has really gone. */
export interface PresenceOptions {
  readonly arrived?: () => void;
  readonly left?: () => void;
}

/** Tells a host that left from one that was only moved: a move disconnects and connects again within one task. */
export class Presence implements ReactiveController {
  readonly #options: PresenceOptions;
  #connected = false;
  #here = false;

  constructor(host: ReactiveControllerHost, options: PresenceOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** Whether the host is in a document, or in between two places of it. */
  get here(): boolean {
    return this.#here;
  }

  /** Whether the host is in a document right now. */
  get connected(): boolean {
    return this.#connected;
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#here) return;
    this.#here = true;
    this.#options.arrived?.();
  }

  hostDisconnected(): void {
    this.#connected = false;
    queueMicrotask(() => {
      if (this.#connected || !this.#here) return;
      this.#here = false;
      this.#options.left?.();
    });
  }
}

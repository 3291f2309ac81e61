import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** When to wake, and what for. */
export interface WakeupOptions {
  /** Milliseconds from now; undefined = not at all. Asked after every call and every {@link Wakeup.restart}. */
  readonly delay: () => number | undefined;
  /** Told when the time has come. The next delay begins after it has settled. */
  readonly wake: () => Promise<unknown>;
}

/** A platform timer counts no further than this many milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Calls back after a delay, again and again. It rests while its host is disconnected or the page is hidden; what came due meanwhile
 * is done once when the page is seen again.
 */
export class Wakeup implements ReactiveController {
  readonly #options: WakeupOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = false;
  #connected = false;

  constructor(host: ReactiveControllerHost, options: WakeupOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#visibilityChanged);
    this.restart();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#due = false;
    document.removeEventListener('visibilitychange', this.#visibilityChanged);
    clearTimeout(this.#timer);
  }

  /** Begins to wait anew, since the delay is another one. */
  restart(): void {
    clearTimeout(this.#timer);
    const delay = this.#options.delay();
    if (!this.#connected || delay === undefined) return;
    this.#timer = setTimeout(this.#timeCame, Math.min(Math.max(delay, 0), LONGEST));
  }

  readonly #timeCame = (): void => {
    if (document.hidden) this.#due = true;
    else void this.#wake();
  };

  readonly #visibilityChanged = (): void => {
    if (this.#due && !document.hidden) void this.#wake();
  };

  async #wake(): Promise<void> {
    this.#due = false;
    await this.#options.wake();
    this.restart();
  }
}

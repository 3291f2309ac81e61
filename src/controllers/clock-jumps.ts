import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface ClockJumpsOptions {
  /** Told when this device's clock was set or the device slept, once its page is seen. */
  readonly jumped: () => void;
}

/** Milliseconds between two looks at the clocks. */
const PERIOD = 5000;

/** Milliseconds by which time may go astray between two looks before somebody has moved it. */
const TOLERANCE = 5000;

/**
 * Notices when time did not pass as usual: this device's clock was set, or the device slept. It compares the clock with one that nobody
 * can set, and a timer with its promise while the page is seen; timers of hidden pages are late anyway.
 */
export class ClockJumps implements ReactiveController {
  readonly #options: ClockJumpsOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #clock = 0;
  #steady = 0;
  #wasHidden = false;
  #hasJumped = false;

  constructor(host: ReactiveControllerHost, options: ClockJumpsOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#hasJumped = false;
    this.#mark();
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, PERIOD);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #look = (): void => {
    const passed = Date.now() - this.#clock;
    const isSet = Math.abs(passed - (performance.now() - this.#steady)) > TOLERANCE;
    const hasSlept = !this.#wasHidden && passed > PERIOD + TOLERANCE;
    this.#hasJumped ||= isSet || hasSlept;
    this.#mark();
    if (!this.#hasJumped || document.hidden) return;
    this.#hasJumped = false;
    this.#options.jumped();
  };

  #mark(): void {
    this.#clock = Date.now();
    this.#steady = performance.now();
    this.#wasHidden = document.hidden;
  }
}

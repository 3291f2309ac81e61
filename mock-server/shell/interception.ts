/** How to find out whether requests still reach the mock, and what to do when they do not. */
export interface InterceptionOptions {
  /** Sends a request that only the mock can answer. */
  readonly probe: () => Promise<boolean>;
  /** Takes hold of the page's requests again. */
  readonly repair: () => Promise<void>;
  /** Told when requests no longer reach the mock (`lost`) and when they do again (`restored`). */
  readonly onChange: (state: 'lost' | 'restored') => void;
}

/**
 * Checks, whenever the page comes back into view, whether its requests still reach the mock: browsers put an idle worker to sleep, and
 * requests then go to the real network. Takes hold of them again when they do not.
 */
export class InterceptionWatch {
  readonly #options: InterceptionOptions;
  readonly #stopped = new AbortController();
  #running: Promise<boolean> | undefined;

  constructor(options: InterceptionOptions) {
    this.#options = options;
  }

  start(): void {
    const check = (): void => {
      if (document.visibilityState === 'visible') void this.check();
    };
    const { signal } = this.#stopped;
    document.addEventListener('visibilitychange', check, { signal });
    window.addEventListener('pageshow', check, { signal });
    window.addEventListener('online', check, { signal });
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** Checks now; answers whether requests reach the mock in the end. Checks that overlap are one. */
  check(): Promise<boolean> {
    this.#running ??= this.#check().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #check(): Promise<boolean> {
    const { probe, repair, onChange } = this.#options;
    if (await probe()) return true;
    if (this.#stopped.signal.aborted) return false;
    onChange('lost');
    await repair();
    const isRestored = await probe();
    if (isRestored) onChange('restored');
    return isRestored;
  }
}

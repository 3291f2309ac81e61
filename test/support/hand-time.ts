interface HandTimer {
  readonly at: number;
  readonly runOut: () => void;
}

/** Time in the hand of the test: the platform's timers and a clock that goes only when it is told to. */
export class HandTime {
  readonly #real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  readonly #timers = new Map<number, HandTimer>();
  #now = 0;
  #last = 0;

  /** Takes the place of the platform's timers. */
  install(): void {
    Object.assign(window, {
      setTimeout: (runOut: () => void, delay = 0) => {
        this.#timers.set((this.#last += 1), { at: this.#now + Math.max(0, delay), runOut });
        return this.#last;
      },
      clearTimeout: (number: number) => this.#timers.delete(number),
    });
  }

  uninstall(): void {
    Object.assign(window, this.#real);
  }

  /** Milliseconds since the beginning. */
  readonly now = (): number => this.#now;

  /** Lets time pass, each timer running out on time. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next[1].at);
      this.#runOut(next);
    }
    this.#now = end;
  }

  /** Lets time pass in which no timer could run out; those that should have do so once, late. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers].filter(([, { at }]) => at <= this.#now)) this.#runOut(timer);
  }

  #next(end: number): readonly [number, HandTimer] | undefined {
    return [...this.#timers].sort(([, a], [, b]) => a.at - b.at).find(([, { at }]) => at <= end);
  }

  #runOut([number, timer]: readonly [number, HandTimer]): void {
    this.#timers.delete(number);
    timer.runOut();
  }
}

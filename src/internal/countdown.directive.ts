import { AsyncDirective, directive } from 'lit/async-directive.js';

/** Time that runs out. */
export interface Countdown {
  /** Milliseconds there were in all. */
  readonly total: number;
  /** Milliseconds left at the moment of asking. */
  readonly remaining: number;
  /** Whether it stands still. */
  readonly held: boolean;
}

/** Says how much time is left, given the seconds that have begun. */
export type CountdownWords = (seconds: number) => string;

const SECOND = 1000;

class CountdownDirective extends AsyncDirective {
  #countdown: Countdown = { total: 0, remaining: 0, held: true };
  #words: CountdownWords = String;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render(countdown: Countdown, words: CountdownWords): string {
    this.#countdown = countdown;
    this.#words = words;
    if (this.isConnected) this.#runOn();
    return this.#text();
  }

  override disconnected(): void {
    clearTimeout(this.#timer);
  }

  override reconnected(): void {
    this.#show();
  }

  readonly #show = (): void => {
    this.setValue(this.#text());
    this.#runOn();
  };

  #runOn(): void {
    clearTimeout(this.#timer);
    const { remaining, held } = this.#countdown;
    if (!held && remaining > 0) this.#timer = setTimeout(this.#show, remaining % SECOND || SECOND);
  }

  #text(): string {
    return this.#words(Math.ceil(this.#countdown.remaining / SECOND));
  }
}

/**
 * Text that follows a time that runs out: only its own text node changes, the element around it does not render again. Render it again
 * when the time stands still or goes on.
 */
export const countdown: (countdown: Countdown, words: CountdownWords) => unknown = directive(CountdownDirective);

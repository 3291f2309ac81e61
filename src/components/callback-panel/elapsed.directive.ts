import { AsyncDirective, directive } from 'lit/async-directive.js';
import { everySecond } from './ticker.js';

/** Says how long ago something was, given the seconds that passed. */
export type ElapsedWords = (seconds: number) => string;

class ElapsedDirective extends AsyncDirective {
  #since = 0;
  #words: ElapsedWords = String;
  #stop: (() => void) | undefined;

  override render(since: number, words: ElapsedWords): string {
    this.#since = since;
    this.#words = words;
    if (this.isConnected) this.#start();
    return this.#text();
  }

  override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  override reconnected(): void {
    this.#start();
    this.setValue(this.#text());
  }

  #start(): void {
    this.#stop ??= everySecond(() => {
      this.setValue(this.#text());
    });
  }

  #text(): string {
    return this.#words(Math.max(0, Math.floor((Date.now() - this.#since) / 1000)));
  }
}

/**
 * Text that grows older by itself: only its own text node changes, the element around it does not render again.
 * `since` is in epoch milliseconds of this machine's clock.
 */
export const elapsed = directive(ElapsedDirective);

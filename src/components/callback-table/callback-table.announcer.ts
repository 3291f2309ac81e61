import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Least time between two announcements in milliseconds, so that typing does not read out every step. */
const PAUSE = 1000;

/** Text of the polite status region. What is said in quick succession is said once, in its last form. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #next = '';
  #news = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the region says now; empty until there is something to say. */
  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    this.#next = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#text = this.#next;
      this.#host.requestUpdate();
    }, PAUSE);
  }

  /** Says what was not the last such news already. */
  sayNews(text: string): void {
    if (text === this.#news) return;
    this.#news = text;
    this.say(text);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows whether its host is narrower than a breakpoint in pixels, by the host's own width and not the window's. */
export class Narrow implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #breakpoint: number;
  #observer: ResizeObserver | undefined;
  #isNarrow = false;

  constructor(host: ReactiveControllerHost & Element, breakpoint: number) {
    this.#host = host;
    this.#breakpoint = breakpoint;
    host.addController(this);
  }

  get isNarrow(): boolean {
    return this.#isNarrow;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const isNarrow = entry !== undefined && entry.contentRect.width < this.#breakpoint;
      // In the next frame: an observer whose callback changes what it observes makes the browser complain.
      if (isNarrow !== this.#isNarrow) requestAnimationFrame(() => this.#set(isNarrow));
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #set(isNarrow: boolean): void {
    this.#isNarrow = isNarrow;
    this.#host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a changed row stands out, in milliseconds. */
const GLOW = 800;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Which rows stand out because a live change has just touched them. They do so for a while and then no more: were it an animation, a
 * screenful of changes would be painted anew sixty times a second.
 */
export class Glow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #ids = NOBODY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Lets rows stand out, and no others any more. */
  light(ids: ReadonlySet<string>): void {
    this.end();
    if (ids.size === 0) return;
    this.#ids = ids;
    this.#timer = setTimeout(() => {
      this.end();
      this.#host.requestUpdate();
    }, GLOW);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#ids = NOBODY;
  }

  hostDisconnected(): void {
    this.end();
  }
}

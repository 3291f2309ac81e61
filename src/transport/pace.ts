/** Longest piece of work in milliseconds before the page may draw and listen again: well under the 50 that people notice. */
const SLICE = 12;

/** Lets long work breathe: it goes on until its slice is used up, and then gives the page its turn. */
export class Pace {
  #sliceEnd = performance.now() + SLICE;
  #hasBreathed = false;

  /** Whether the work took more than a slice so far. */
  get hasBreathed(): boolean {
    return this.#hasBreathed;
  }

  get isUsedUp(): boolean {
    return performance.now() >= this.#sliceEnd;
  }

  /** Gives the page its turn. Throws the caller's reason when it has aborted meanwhile. */
  async breathe(signal?: AbortSignal): Promise<void> {
    await nextTask();
    signal?.throwIfAborted();
    this.#sliceEnd = performance.now() + SLICE;
    this.#hasBreathed = true;
  }
}

/** A new task without the four milliseconds that nested timers cost. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Longest piece of work in milliseconds before the page may draw and listen again: well under the 50 that people notice. */
const SLICE = 12;

/** Lets long work breathe: call it often, it pauses only when a slice is used up. */
export class Pace {
  #sliceEnd = performance.now() + SLICE;

  /** Gives the page its turn when the slice is used up. Throws the caller's reason when it has aborted meanwhile. */
  async breathe(signal?: AbortSignal): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await nextTask();
    signal?.throwIfAborted();
    this.#sliceEnd = performance.now() + SLICE;
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

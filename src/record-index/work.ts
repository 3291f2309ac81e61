import type { Work } from '../domain/work.js';

export type { Work } from '../domain/work.js';

/** How many rows are walked between two pauses: well under a millisecond of most of what is done with a row here. */
export const PIECE = 8192;

/**
 * Handles so many things from a start to an end, piece by piece. The loop over a piece belongs into a function, which the browser makes
 * fast after a few calls; a loop around a `yield` may stay slow.
 */
export function* inPieces(length: number, handle: (start: number, end: number) => void): Work<void> {
  for (let start = 0; start < length; start += PIECE) {
    if (start > 0) yield;
    handle(start, Math.min(length, start + PIECE));
  }
}

/** Work that several callers carry on in turn: what one has done before it was dropped, the next need not do again. */
export class SharedWork {
  readonly #start: () => Work<void>;
  #underWay: Work<void> | undefined;
  #isDone = false;

  constructor(start: () => Work<void>) {
    this.#start = start;
  }

  *finish(): Work<void> {
    while (!this.#isDone) {
      const work = this.#underWay ?? this.#start();
      // Put back only after a step that ended well: work that has thrown is over, and is started anew by whoever asks next.
      this.#underWay = undefined;
      const { done } = work.next();
      if (done === true) {
        this.#isDone = true;
        return;
      }
      this.#underWay = work;
      yield;
    }
  }

  /** What was done no longer holds. */
  restart(): void {
    this.#underWay = undefined;
    this.#isDone = false;
  }
}

/** Does work to its end. */
export function finished<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

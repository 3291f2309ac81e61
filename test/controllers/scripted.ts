import { CallbackError } from '../../src/domain/errors.js';
import type { CallbackErrorCode, CallbackErrorDetails } from '../../src/domain/errors.js';

/** Answers as a test wrote them down, and time as it is waited for. */

/** Longer than the server's lists lag behind, in milliseconds. */
export const LAG = 10_000;

/** A failure of the kind that a server, or a network, gives. */
export function failing(code: CallbackErrorCode, details: CallbackErrorDetails = {}): CallbackError {
  return new CallbackError(code, `Failed to read a callback: it was told to fail with ${code}. Read again.`, details);
}

/** Answers one after the other, the last one for ever; an error is thrown. */
export class Script<T> {
  readonly #answers: readonly (T | Error)[];
  asked = 0;

  constructor(...answers: readonly (T | Error)[]) {
    this.#answers = answers;
  }

  next(): Promise<T> {
    const answer = this.#answers[Math.min(this.asked, this.#answers.length - 1)];
    this.asked += 1;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as T);
  }
}

/** Time that passes only when somebody waits. */
export class Pauses {
  readonly all: number[] = [];
  readonly #limit: number;
  readonly #abort = new AbortController();

  /** Gives up when it waits more often than this. */
  constructor(limit = 100) {
    this.#limit = limit;
  }

  get passed(): number {
    return this.all.reduce((sum, pause) => sum + pause, 0);
  }

  get options() {
    return { signal: this.#abort.signal, wait: this.wait };
  }

  readonly wait = (milliseconds: number): Promise<void> => {
    this.all.push(milliseconds);
    if (this.all.length >= this.#limit) this.#abort.abort();
    return Promise.resolve();
  };
}

export function noList(): Promise<never> {
  return Promise.reject(new Error('It was not to be listed.'));
}

import type { ReactiveControllerHost } from 'lit';
import type { CallbackError } from '../../domain/errors.js';

/** A way to open again what was entered and not done. */
export interface Review {
  /** Whether that can be done now: its callback may be changing, or be one of another server. */
  readonly isPossible: () => boolean;
  readonly open: () => void;
}

/** Something that did not work and that no dialog tells: what it was, in words, and why. */
export interface Trouble {
  readonly what: string;
  readonly problem: CallbackError;
  /** Whether something may have been changed by it. */
  readonly isWrite: boolean;
  /** Absent when there is nothing to open again. */
  readonly review?: Review;
}

/** What a person has still to be told, until they dismiss it. */
export class Troubles {
  readonly #host: ReactiveControllerHost;
  #all: readonly Trouble[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get all(): readonly Trouble[] {
    return this.#all;
  }

  add(trouble: Trouble): void {
    this.#set([...this.#all, trouble]);
  }

  dismiss(trouble: Trouble): void {
    this.#set(this.#all.filter((each) => each !== trouble));
  }

  /** Forgets what only could not be shown, since something else is shown now. What may have changed a callback stays. */
  forgetReads(): void {
    this.#set(this.#all.filter(({ isWrite }) => isWrite));
  }

  #set(all: readonly Trouble[]): void {
    if (all.length === this.#all.length) return;
    this.#all = all;
    this.#host.requestUpdate();
  }
}

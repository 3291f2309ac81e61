import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Runs a task as soon as it may: see {@link AfterPress}. */
export type Later = (task: () => void) => void;

/** Where nothing is ever pressed: as soon as this script is done. */
export const soon: Later = (task) => queueMicrotask(task);

/** A finger is a mouse too, once it is lifted: it takes the focus by events of its own. */
const BEGINS = ['pointerdown', 'mousedown'] as const;

/** A scroll bar keeps the end of a press to itself; whoever types has ended it. */
const ENDS = ['pointerup', 'pointercancel', 'mouseup', 'keydown'] as const;

/**
 * Knows whether something in an element is being pressed. A press that takes the focus from a field ends as a click only if what it began
 * on is still beneath the pointer: whatever leaving a field brings about, and moves what stands below, waits until the press has ended.
 */
export class AfterPress implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #tasks: (() => void)[] = [];
  #isPressed = false;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a press is under way. */
  get isPressed(): boolean {
    return this.#isPressed;
  }

  hostConnected(): void {
    for (const begin of BEGINS) this.#host.addEventListener(begin, this.#press, { capture: true });
  }

  hostDisconnected(): void {
    for (const begin of BEGINS) this.#host.removeEventListener(begin, this.#press, { capture: true });
    this.#release();
  }

  /** Runs a task after the press that is under way, and after the click that it ends with; without one, as soon as this script is done. */
  readonly run: Later = (task) => {
    // The focus may go because of an update that is still under way.
    if (this.#isPressed) this.#tasks.push(task);
    else soon(task);
  };

  /** Runs now what waits: what a form is to be sent with is settled first. */
  readonly flush = (): void => {
    const tasks = this.#tasks;
    this.#tasks = [];
    for (const task of tasks) task();
  };

  readonly #press = (): void => {
    this.#isPressed = true;
    for (const end of ENDS) addEventListener(end, this.#release, { capture: true });
  };

  readonly #release = (): void => {
    this.#isPressed = false;
    for (const end of ENDS) removeEventListener(end, this.#release, { capture: true });
    // The click comes after this, in the same task.
    setTimeout(this.flush);
  };
}

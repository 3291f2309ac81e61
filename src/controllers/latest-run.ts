import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { isAbort } from '../domain/errors.js';
import type { CallbackError } from '../domain/errors.js';
import { toProblem } from './problem.js';

/** What became of a run. `dropped`: a newer run took its place, or nobody wants the answer any more. */
export type RunOutcome<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: CallbackError }
  | { readonly status: 'dropped' };

type Work<T> = (signal: AbortSignal) => Promise<T>;

/** The task needs no host of its own: who starts a run asks for an update once its outcome is kept. */
const NO_HOST: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

/** Runs asynchronous work of which only the newest counts: starting it again aborts the older run and drops its answer. */
export class LatestRun<T> {
  readonly #task = new Task<readonly [Work<T>], T>(NO_HOST, {
    autoRun: false,
    // The race ends an aborted run also when the work does not listen.
    task: ([work], { signal }) => Promise.race([work(signal), abortOf(signal)]),
  });

  /** The run whose answer is wanted; counted, since the task keeps none apart. */
  #wanted: number | undefined;
  #started = 0;

  get running(): boolean {
    return this.#wanted !== undefined;
  }

  /** Aborts the run, if there is one; its answer will be dropped even if it comes. */
  drop(): void {
    this.#wanted = undefined;
    this.#task.abort();
  }

  /** Starts work and says what became of it, at once when it is dropped, even if the work does not listen. Never rejects. */
  async start(doing: string, work: Work<T>): Promise<RunOutcome<T>> {
    const own = (this.#started += 1);
    this.#wanted = own;
    await this.#task.run([work]);
    if (this.#wanted !== own) return { status: 'dropped' };
    this.#wanted = undefined;
    if (this.#task.status === TaskStatus.COMPLETE) return { status: 'done', value: this.#task.value as T };
    return isAbort(this.#task.error)
      ? { status: 'dropped' }
      : { status: 'failed', problem: toProblem(this.#task.error, doing) };
  }
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

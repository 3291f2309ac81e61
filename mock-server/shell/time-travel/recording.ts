import type { EngineCommand } from '../../engine/engine.js';
import type { Moment } from './moment.js';

/** Where a recording begins: with a scenario that can be loaded anywhere, or with a moment that has to be written down whole. */
export type Origin =
  | { readonly type: 'scenario'; readonly seed: number; readonly scenario: string; readonly now: number }
  | { readonly type: 'moment'; readonly moment: Moment };

/** A command that can be played again. Time is not one: it passes between the steps. */
export type RecordedCommand = Exclude<EngineCommand, { readonly type: 'advance' }>;

/** Something done to a mock from outside. The last two touch what is around the engine. */
export type RecordedAction =
  | RecordedCommand
  | { readonly type: 'set-rate'; readonly rate: number }
  | { readonly type: 'set-faults'; readonly faults: readonly unknown[] };

/** What was done, and when: epoch milliseconds of the mock's clock. */
export interface RecordedStep {
  readonly at: number;
  readonly action: RecordedAction;
}

/** Steps kept; a mock that runs for weeks must not fill the memory with its past. */
export const LONGEST_RECORDING = 200_000;

/** Everything that was done to a mock since its origin, and was accepted: what is refused changes nothing and is not kept. */
export class Recording {
  readonly origin: Origin;
  #steps: RecordedStep[] | undefined;

  constructor(origin: Origin, steps: readonly RecordedStep[] = []) {
    this.origin = origin;
    this.#steps = [...steps];
  }

  /** The steps in order; undefined when there were more than can be kept. */
  get steps(): readonly RecordedStep[] | undefined {
    return this.#steps;
  }

  add(step: RecordedStep): void {
    if (this.#steps !== undefined && this.#steps.length >= LONGEST_RECORDING) this.#steps = undefined;
    this.#steps?.push(step);
  }

  /** A recording that goes on by itself. */
  fork(): Recording {
    const copy = new Recording(this.origin, this.#steps);
    if (this.#steps === undefined) copy.#steps = undefined;
    return copy;
  }
}

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

/** Steps kept, and bytes of the texts in them; a mock that runs for weeks must not fill the memory with its past. */
export const LONGEST_RECORDING = 200_000;
export const LARGEST_RECORDING = 64 * 1024 * 1024;

/** Everything that was done to a mock since its origin, and was accepted: what is refused changes nothing and is not kept. */
export class Recording {
  readonly origin: Origin;
  #steps: RecordedStep[] | undefined = [];
  #bytes = 0;

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** The steps in order; undefined when there were more than can be kept. */
  get steps(): readonly RecordedStep[] | undefined {
    return this.#steps;
  }

  add(step: RecordedStep): void {
    if (this.#steps === undefined) return;
    this.#bytes += bytesOf(step.action);
    if (this.#steps.length >= LONGEST_RECORDING || this.#bytes > LARGEST_RECORDING) this.#steps = undefined;
    this.#steps?.push(step);
  }

  /** A recording that goes on by itself. */
  fork(): Recording {
    const copy = new Recording(this.origin);
    copy.#steps = this.#steps === undefined ? undefined : [...this.#steps];
    copy.#bytes = this.#bytes;
    return copy;
  }
}

/** Bytes that the texts of a value take up at most: two for each character, those of its keys included. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, member]) => sum + 2 * key.length + bytesOf(member), 0);
}

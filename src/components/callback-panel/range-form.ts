import type { ReactiveControllerHost } from 'lit';
import { dayRange } from '../../domain/time-range.js';
import type { DayRange, DayRangeProblem } from '../../domain/time-range.js';

/** The two days of a custom range while someone is choosing them. */
export class RangeForm {
  readonly #host: ReactiveControllerHost;
  #draft: DayRange | undefined;
  #problem: DayRangeProblem | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What stands in the two fields; undefined while the form is closed. */
  get draft(): DayRange | undefined {
    return this.#draft;
  }

  /** Why the days were not accepted. */
  get problem(): DayRangeProblem | undefined {
    return this.#problem;
  }

  /** Opens the form with days to begin with. */
  begin(days: DayRange): void {
    this.#set(days, undefined);
  }

  close(): void {
    if (this.#draft !== undefined) this.#set(undefined, undefined);
  }

  /** Takes what a field holds now; a problem told before is about other days, so it goes. */
  edit(change: Partial<DayRange>): void {
    if (this.#draft !== undefined) this.#set({ ...this.#draft, ...change }, undefined);
  }

  /** The days, when they are a range; else undefined, and {@link problem} says why. */
  submit(zone: string): DayRange | undefined {
    if (this.#draft === undefined) return undefined;
    const bounds = dayRange(this.#draft, zone);
    this.#set(this.#draft, 'problem' in bounds ? bounds.problem : undefined);
    return this.#problem === undefined ? this.#draft : undefined;
  }

  #set(draft: DayRange | undefined, problem: DayRangeProblem | undefined): void {
    this.#draft = draft;
    this.#problem = problem;
    this.#host.requestUpdate();
  }
}

import type { EngineRecord } from '../state/record.js';
import type { WrapUp } from '../state/state.js';

/** Who has something to do. The lowest idle number is found without asking everybody: a centre may have thousands of agents. */
export class Crew {
  /** Ids of callbacks by the agent who is on a call for them. */
  readonly #calls = new Map<number, string>();
  readonly #wrapUps: Set<number>;
  /** Nobody below this number is idle. */
  #lowest = 1;

  constructor(wrapUps: readonly WrapUp[]) {
    this.#wrapUps = new Set(wrapUps.map(({ agent }) => agent));
  }

  /** Ids of the callbacks that somebody is on a call for. */
  get engagedFor(): Iterable<string> {
    return this.#calls.values();
  }

  /** The first agent from 1 to the limit who has nothing to do. */
  firstIdle(limit: number): number | undefined {
    while (this.#lowest <= limit && !this.isIdle(this.#lowest)) this.#lowest += 1;
    return this.#lowest <= limit ? this.#lowest : undefined;
  }

  isIdle(agent: number): boolean {
    return !this.#calls.has(agent) && !this.#wrapUps.has(agent);
  }

  /** Notes that a record took the place of another one, or of none. */
  replace(before: EngineRecord | undefined, after: EngineRecord | undefined): void {
    const agent = before?.call?.agent;
    if (agent !== undefined && agent !== after?.call?.agent && this.#calls.get(agent) === before?.id) {
      this.#calls.delete(agent);
      this.#release(agent);
    }
    if (after?.call !== undefined) this.#calls.set(after.call.agent, after.id);
  }

  addWrapUp({ agent }: WrapUp): void {
    this.#wrapUps.add(agent);
  }

  removeWrapUp(agent: number): void {
    this.#wrapUps.delete(agent);
    this.#release(agent);
  }

  #release(agent: number): void {
    this.#lowest = Math.min(this.#lowest, agent);
  }
}

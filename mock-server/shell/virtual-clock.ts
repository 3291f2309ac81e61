import type { Clock } from '../ports/clock.js';

/** Whole seconds: requests that follow each other closely happen at the same time, on a fast machine and on a slow one. */
const TICK = 1000;

/** The mock's own time: it starts where it is told and ticks at a rate of the wall clock. Only a restart takes it back. */
export class VirtualClock implements Clock {
  readonly #wall: Clock;
  #rate: number;
  #virtualStart: number;
  #wallStart: number;

  /** @param start epoch milliseconds */
  constructor(wall: Clock, start: number, rate: number) {
    this.#wall = wall;
    this.#rate = rate;
    this.#virtualStart = start;
    this.#wallStart = wall.now();
  }

  /** Virtual seconds per second; 0 = stopped. */
  get rate(): number {
    return this.#rate;
  }

  /** Epoch milliseconds. A wall clock that is set back does not take the mock back with it. */
  now(): number {
    const elapsed = Math.max(0, this.#wall.now() - this.#wallStart);
    return this.#virtualStart + Math.floor((elapsed * this.#rate) / TICK) * TICK;
  }

  /** Goes on from the present moment at another rate. */
  setRate(rate: number): void {
    this.moveTo(this.now());
    this.#rate = rate;
  }

  /** Goes on from another moment, in epoch milliseconds. */
  moveTo(instant: number): void {
    this.#virtualStart = instant;
    this.#wallStart = this.#wall.now();
  }
}

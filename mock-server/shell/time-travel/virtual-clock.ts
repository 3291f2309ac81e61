import type { Clock } from '../../ports/clock.js';

/** Whole seconds: requests that follow each other closely happen at the same time, on a fast machine and on a slow one. */
const TICK = 1000;

/** How fast a virtual clock goes. */
export interface Pace {
  /** Virtual seconds per second; 0 = stopped. */
  readonly rate: number;
  /** The rate at which a clock that is stopped goes on. */
  readonly playRate: number;
}

/** The mock's own time: it starts where it is told and ticks at a rate of the wall clock. Only a restart takes it back. */
export class VirtualClock implements Clock {
  readonly #wall: Clock;
  #pace: Pace;
  #virtualStart: number;
  #wallStart: number;

  /** @param start epoch milliseconds */
  constructor(wall: Clock, start: number, pace: Pace) {
    this.#wall = wall;
    this.#pace = pace;
    this.#virtualStart = start;
    this.#wallStart = wall.now();
  }

  get pace(): Pace {
    return this.#pace;
  }

  /** Virtual seconds per second; 0 = stopped. */
  get rate(): number {
    return this.#pace.rate;
  }

  /** Epoch milliseconds. A wall clock that is set back does not take the mock back with it. */
  now(): number {
    const elapsed = Math.max(0, this.#wall.now() - this.#wallStart);
    return this.#virtualStart + Math.floor((elapsed * this.rate) / TICK) * TICK;
  }

  /** Goes on from the present moment at another rate. */
  setRate(rate: number): void {
    this.moveTo(this.now());
    this.#pace = paced(this.#pace, rate);
  }

  /** Goes on from another moment, in epoch milliseconds. */
  moveTo(instant: number): void {
    this.#virtualStart = instant;
    this.#wallStart = this.#wall.now();
  }
}

/** The pace of a clock that starts at a rate. One that is stopped from the beginning goes on at real speed. */
export function paceOf(rate: number): Pace {
  return paced({ rate: 1, playRate: 1 }, rate);
}

/** The pace after a change of the rate. */
export function paced({ playRate }: Pace, rate: number): Pace {
  return { rate, playRate: rate > 0 ? rate : playRate };
}

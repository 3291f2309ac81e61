/** Tells the time. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** The clock of the machine. */
export const realClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved. */
export interface SimulatedClock extends Clock {
  /** Moves the clock on by milliseconds; a negative number sets it back, as clocks of machines are set back at times. */
  advance(milliseconds: number): void;
  /** Sets the clock to an instant in epoch milliseconds. */
  set(instant: number): void;
}

/** Makes a clock that shows an instant, in epoch milliseconds, until it is moved. */
export function createSimulatedClock(instant: number): SimulatedClock {
  let shown = instant;
  return {
    now: () => shown,
    advance: (milliseconds) => {
      shown += milliseconds;
    },
    set: (next) => {
      shown = next;
    },
  };
}

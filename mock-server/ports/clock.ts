/** Tells the time. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A clock that can be waited by. */
export interface WakingClock extends Clock {
  /** Calls back once, when so many milliseconds have passed; the returned function gives up waiting. */
  after(milliseconds: number, call: () => void): () => void;
}

/** Timers of the platform hold no longer time than this. */
const LONGEST_TIMER = 2_147_483_647;

/** The clock of the machine. */
export const realClock: WakingClock = {
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, Math.min(milliseconds, LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until it is moved. Whoever waits by it is called on the way, in order. */
export interface SimulatedClock extends WakingClock {
  /** Number of those who wait. */
  readonly waiting: number;
  /** Moves the clock on by milliseconds; a negative number sets it back, as clocks of machines are set back at times. */
  advance(milliseconds: number): void;
  /** Sets the clock to an instant in epoch milliseconds. */
  set(instant: number): void;
}

interface Alarm {
  readonly at: number;
  readonly call: () => void;
}

/** Makes a clock that shows an instant, in epoch milliseconds, until it is moved. */
export function createSimulatedClock(instant: number): SimulatedClock {
  let shown = instant;
  let alarms: readonly Alarm[] = [];
  const set = (next: number): void => {
    for (;;) {
      const [first] = alarms.filter(({ at }) => at <= next).sort((a, b) => a.at - b.at);
      if (first === undefined) break;
      alarms = alarms.filter((alarm) => alarm !== first);
      shown = Math.max(shown, first.at);
      first.call();
    }
    shown = next;
  };
  return {
    now: () => shown,
    get waiting() {
      return alarms.length;
    },
    after: (milliseconds, call) => {
      const alarm = { at: shown + Math.max(0, milliseconds), call };
      alarms = [...alarms, alarm];
      return () => void (alarms = alarms.filter((other) => other !== alarm));
    },
    advance: (milliseconds) => set(shown + milliseconds),
    set,
  };
}

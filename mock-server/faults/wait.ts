import type { WakingClock } from '../ports/clock.js';

/** A clock that runs at a rate of the wall clock, and may be moved or stopped meanwhile. */
export interface PacedClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Its milliseconds per millisecond of the wall; 0 = stopped. */
  readonly rate: () => number;
  readonly wall: WakingClock;
  /** Tells of moves and of changes of the rate, until the returned function is called. */
  readonly watch: (listener: () => void) => () => void;
}

/**
 * Calls back once, when so many milliseconds have passed on a paced clock: because time went by, or because somebody moved it. While the
 * clock stands still, so does the wait. The returned function gives up waiting.
 */
export function afterPaced(clock: PacedClock, milliseconds: number, call: () => void): () => void {
  const target = clock.now() + milliseconds;
  let giveUp = (): void => undefined;
  const look = (): void => {
    giveUp();
    const left = target - clock.now();
    if (left <= 0) {
      stopWatching();
      call();
    } else if (clock.rate() > 0) giveUp = clock.wall.after(left / clock.rate(), look);
  };
  const stopWatching = clock.watch(look);
  look();
  return () => {
    giveUp();
    stopWatching();
  };
}

/** Begins to wait for something and answers how to give up. */
export type Wait = (call: () => void) => () => void;

/** Waits for the first of several things, and then for none of the others any longer. */
export async function firstOf(...waits: readonly Wait[]): Promise<void> {
  const giveUps: (() => void)[] = [];
  await new Promise<void>((resolve) => {
    for (const wait of waits) giveUps.push(wait(resolve));
  });
  for (const giveUp of giveUps) giveUp();
}

/** The wait for a signal. */
export function abortOf(signal: AbortSignal): Wait {
  return (call) => {
    if (signal.aborted) call();
    else signal.addEventListener('abort', call);
    return () => signal.removeEventListener('abort', call);
  };
}

import type { Work } from '../domain/work.js';

export type { Work } from '../domain/work.js';

/** How work is spread over time. */
export interface WorkOptions {
  /** Milliseconds of the first piece, which runs at once; 12 unless given, 0 = nothing runs at once. */
  readonly first?: number;
  /** Waits until the page has nothing else to do before each piece. */
  readonly idle?: boolean;
  /** Told when the work throws, before what it throws goes on to whoever was doing it: the caller, the run's owner, or the page. */
  readonly failed?: () => void;
}

/** Work under way. */
export interface Run {
  /** Whether nothing is left to be done. */
  readonly isDone: boolean;
  /** Drops what is left of the work; its result is never told. */
  readonly drop: () => void;
  /** Does at once what is left of the work. */
  readonly finish: () => void;
}

/** Longest piece in milliseconds: leaves room for a frame, and is well under the 50 that people notice. */
const PIECE = 12;
/** Milliseconds after which idle work goes on in a page that is never idle. */
const IDLE_AT_MOST = 1000;

/**
 * Does work in pieces that let the page draw and listen in between. What is finished within the first piece is told before this
 * function returns.
 */
export function startWork<Result>(
  work: Work<Result>,
  done: (result: Result) => void,
  { first = PIECE, idle = false, failed }: WorkOptions = {},
): Run {
  // Let go of once it is over: what was dropped must not be held by a frame that may never come.
  let task: { readonly work: Work<Result>; readonly done: (result: Result) => void } | undefined = { work, done };
  const go = (milliseconds: number): void => {
    if (task === undefined) return;
    const step = stepFor(task.work, milliseconds, () => {
      task = undefined;
      failed?.();
    });
    if (step.done !== true) {
      later(go, idle);
      return;
    }
    const tell = task.done;
    task = undefined;
    tell(step.value);
  };
  if (first === 0) later(go, idle);
  else go(first);
  return {
    get isDone() {
      return task === undefined;
    },
    drop: () => {
      task = undefined;
    },
    finish: () => {
      go(Number.POSITIVE_INFINITY);
    },
  };
}

/** Goes on with work for a while, at least one step; tells when it throws. */
function stepFor<Result>(
  work: Work<Result>,
  milliseconds: number,
  failed: () => void,
): IteratorResult<undefined, Result> {
  const end = performance.now() + milliseconds;
  try {
    for (;;) {
      const step = work.next();
      if (step.done === true || performance.now() >= end) return step;
    }
  } catch (error) {
    failed();
    throw error;
  }
}

/** Does work in pieces. Rejects with what the work throws, and with the signal's reason once it has aborted. */
export async function runWork<Result>(work: Work<Result>, signal?: AbortSignal): Promise<Result> {
  let end = performance.now() + PIECE;
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await new Promise<number>((resolve) => {
      later(resolve, false);
    });
    end = performance.now() + PIECE;
  }
}

/**
 * Goes on in a task of its own, without the four milliseconds that nested timers cost; with idle work, once the page has been drawn and
 * has nothing else to do, where the browser can tell.
 * @param go told how many milliseconds it has
 */
function later(go: (milliseconds: number) => void, idle: boolean): void {
  if (idle && 'requestIdleCallback' in globalThis) {
    requestAnimationFrame(() => {
      requestIdleCallback(
        (deadline) => {
          go(Math.min(PIECE, deadline.timeRemaining()));
        },
        { timeout: IDLE_AT_MOST },
      );
    });
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    go(PIECE);
  };
  port2.postMessage(null);
}

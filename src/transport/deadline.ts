/** When to stop waiting. */
export interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** Longest time in milliseconds, from the first byte sent to the last byte read. */
  readonly timeout: number;
}

/**
 * Runs work that ends early when the caller aborts or the time is up, even when the work itself does not listen.
 * Rejects with the caller's own reason, or with a `TimeoutError`. Nothing is left behind: no timer, no listener.
 */
export async function withDeadline<T>(limits: Limits, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  limits.signal?.throwIfAborted();
  const stop = new AbortController();
  const follow = (): void => stop.abort(limits.signal?.reason);
  const timer = setTimeout(() => stop.abort(new DOMException('The time is up.', 'TimeoutError')), limits.timeout);
  limits.signal?.addEventListener('abort', follow, { once: true });
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([run(stop.signal), stopped]);
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener('abort', follow);
  }
}

/** Says whether a rejection is that of a deadline. */
export function isTimeUp(value: unknown): boolean {
  return value instanceof DOMException && value.name === 'TimeoutError';
}

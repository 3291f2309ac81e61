/** Waits for milliseconds, or until the signal is aborted; then it resolves early. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Waits by the platform's timer. */
export const waitFor: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
    if (signal.aborted) finish();
  });

/** Works on every item, at most `limit` at a time, and keeps the order of the items. The first failure ends it: nothing more is begun. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, signal: AbortSignal) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const stop = new AbortController();
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (stop.signal.aborted) return;
      results[index] = await work(item, stop.signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  } finally {
    stop.abort();
  }
  return results;
}

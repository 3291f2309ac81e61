/** Milliseconds that this process works on something, on all its threads together, whatever else the machine does meanwhile. */
export function effort(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/**
 * How many times as long a large piece of work takes as a tenth of it, in the median of some rounds. The tenth is done ten times and
 * all of it is kept, so that both leave the collector of garbage the same to do.
 */
export function growth(rounds: number, large: () => unknown, tenth: (index: number) => unknown): number {
  const round = (): number => {
    const kept: unknown[] = [];
    const ten = effort(() => kept.push(...Array.from({ length: 10 }, (_, index) => tenth(index))));
    kept.length = 0;
    return effort(() => kept.push(large())) / (ten / 10);
  };
  return median(Array.from({ length: rounds }, round));
}

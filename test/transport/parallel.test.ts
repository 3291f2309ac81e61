import { expect, it } from 'vitest';
import { inParallel } from '../../src/transport/parallel.js';

it('works on a few at a time and keeps the order, whoever is done first', async () => {
  const releases: (() => void)[] = [];
  const results = inParallel([0, 1, 2, 3, 4], 2, async (item) => {
    await new Promise<void>((resolve) => (releases[item] = resolve));
    return item * 10;
  });
  for (const next of [1, 2, 0, 4, 3]) {
    releases[next]?.();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(await results).toEqual([0, 10, 20, 30, 40]);
});

it('begins nothing more after a failure, even if what runs does not listen', async () => {
  const begun: number[] = [];
  let finishFirst = (): void => undefined;
  const first = new Promise<void>((resolve) => (finishFirst = resolve));
  const results = inParallel([0, 1, 2, 3], 2, (item) => {
    begun.push(item);
    return item === 1 ? Promise.reject(new Error('no')) : first;
  });
  await expect(results).rejects.toThrow('no');
  finishFirst();
  await first;
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
});

it('works on nothing', async () => {
  expect(await inParallel([], 4, () => Promise.reject(new Error('never')))).toEqual([]);
});

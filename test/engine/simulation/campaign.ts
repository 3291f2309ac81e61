/**
 * Simulates as many lifecycles as it is told to, on as many threads, and says how far it is. Where an invariant or a rule does not hold it says in
 * which world, in which command that can be seen again, and in how few moves. Ends with status 1 then, and with 2 when it was not
 * understood.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { replayCommand, shrink } from './shrink.js';
import { simulate } from './simulation.js';
import type { Report } from './simulation.js';
import { worldOf } from './world.js';

/** Worlds that a thread plays before it reports. */
const BATCH = 16;
const NEWS_EVERY = 5_000;

interface Wish {
  readonly lifecycles: number;
  readonly runs: number;
  readonly seed: number;
  readonly workers: number;
  readonly moves?: readonly number[];
}

if (!isMainThread) {
  parentPort?.on('message', (seeds: readonly number[]) => parentPort?.postMessage(seeds.map((seed) => simulate(seed))));
} else {
  const wish = readWish();
  if (wish === undefined) process.exitCode = 2;
  else if (wish.moves !== undefined) process.exitCode = replay(wish.seed, wish.moves);
  else process.exitCode = await campaign(wish);
}

function readWish(): Wish | undefined {
  const { values } = parseArgs({
    options: {
      lifecycles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: String(availableParallelism()) },
      moves: { type: 'string' },
    },
  });
  const numbers = [values.lifecycles, values.runs, values.seed, values.workers].map(Number);
  const moves = values.moves === 'none' ? [] : values.moves?.split(',').map(Number);
  if ([...numbers, ...(moves ?? [])].some((number) => !(number >= 0))) {
    console.error('Failed to start a campaign: an option is no number. Use --lifecycles 1000000 --seed 1 --workers 2.');
    return undefined;
  }
  const [lifecycles = 0, runs = 0, seed = 0, workers = 1] = numbers;
  return {
    lifecycles,
    runs,
    seed,
    workers: Math.max(1, Math.min(workers, runs)),
    ...(moves !== undefined && { moves }),
  };
}

/** Plays the named moves of one world and tells what happened. */
function replay(seed: number, keep: readonly number[]): number {
  const { moves } = worldOf(seed);
  for (const number of keep) console.log(`move ${number}: ${moves[number]?.kind ?? 'none'}`);
  const { failure, steps, lifecycles } = simulate(seed, { keep });
  if (failure === undefined) {
    console.log(`Every invariant and rule holds in ${steps} steps and ${lifecycles} lifecycles.`);
    return 0;
  }
  console.error(`${failure.check} at move ${failure.move}: ${failure.words}`);
  return 1;
}

async function campaign({ lifecycles: goal, runs, seed: first, workers }: Wish): Promise<number> {
  const started = performance.now();
  const failed: Report[] = [];
  let [lifecycles, steps, next, told] = [0, 0, first, started];
  const end = first + runs;
  const isOver = (): boolean => lifecycles >= goal || next >= end || failed.length > 0;
  const news = (): string => {
    const seconds = (performance.now() - started) / 1000;
    const rate = Math.round(lifecycles / seconds).toLocaleString('en');
    return `${lifecycles.toLocaleString('en')} lifecycles, ${steps.toLocaleString('en')} steps, ${next - first} worlds in ${seconds.toFixed(0)} s (${rate} lifecycles/s)`;
  };
  const takeBatch = (): readonly number[] => {
    const batch = Array.from({ length: Math.min(BATCH, end - next) }, (_, index) => next + index);
    next += batch.length;
    return batch;
  };
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL(import.meta.url));
    while (!isOver()) {
      for (const report of await askWorker(worker, takeBatch())) {
        lifecycles += report.lifecycles;
        steps += report.steps;
        if (report.failure !== undefined) failed.push(report);
      }
      if (performance.now() - told < NEWS_EVERY) continue;
      told = performance.now();
      console.log(news());
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, work));
  console.log(news());
  for (const report of failed) explain(report);
  if (failed.length === 0) console.log('Every invariant and every rule held.');
  return failed.length === 0 ? 0 : 1;
}

function askWorker(worker: Worker, seeds: readonly number[]): Promise<readonly Report[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (reports: readonly Report[]) => {
      worker.off('error', reject);
      resolve(reports);
    });
    worker.postMessage(seeds);
  });
}

function explain({ seed, failure }: Report): void {
  if (failure === undefined) return;
  console.error(`\n${failure.check} does not hold in world ${seed}, at move ${failure.move}: ${failure.words}`);
  console.error(`  again:         ${replayCommand(seed)}`);
  const { keep, failure: last } = shrink(seed, failure);
  console.error(`  in ${keep.length} moves: ${replayCommand(seed, keep)}`);
  console.error(`  ends with:     ${last.words}`);
}

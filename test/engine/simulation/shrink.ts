import { simulate } from './simulation.js';
import type { Failure, SimulationOptions } from './simulation.js';
import { worldOf } from './world.js';

/** A script that cannot lose a move without losing its failure. */
export interface Shrunken {
  /** Numbers of the moves that are needed, in order. */
  readonly keep: readonly number[];
  readonly failure: Failure;
}

/** Whole passes over what is left, at most. */
const PASSES = 8;

/**
 * Finds a short script in which the same invariant fails: first cuts off what came after, then leaves out halves, quarters and so on
 * down to single moves, for as long as that changes anything.
 */
export function shrink(seed: number, failure: Failure, options: SimulationOptions = {}): Shrunken {
  const watched = [failure.check];
  const tryWith = (keep: readonly number[]): Shrunken | undefined => {
    const found = simulate(seed, { ...options, keep, watched }).failure;
    return found === undefined ? undefined : { keep, failure: found };
  };
  const all = [...worldOf(seed).moves.keys()];
  let best: Shrunken = tryWith(all.filter((move) => move <= failure.move)) ?? { keep: all, failure };
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = best.keep.length;
    for (let size = before; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
      best = withoutChunks(best, size, tryWith);
    if (best.keep.length === before) break;
  }
  return best;
}

/** Leaves out, one after the other and from the end, every stretch of a length that is not needed. */
function withoutChunks(
  shrunken: Shrunken,
  size: number,
  tryWith: (keep: readonly number[]) => Shrunken | undefined,
): Shrunken {
  let best = shrunken;
  for (let from = Math.floor((best.keep.length - 1) / size) * size; from >= 0; from -= size) {
    best = tryWith([...best.keep.slice(0, from), ...best.keep.slice(from + size)]) ?? best;
  }
  return best;
}

/** The command that plays a world again, with all its moves or some. */
export function replayCommand(seed: number, keep?: readonly number[]): string {
  const moves = keep === undefined ? '' : ` --moves ${keep.length === 0 ? 'none' : keep.join(',')}`;
  return `npm run campaign -- --seed ${seed} --runs 1${moves}`;
}

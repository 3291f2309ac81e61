import { inPieces } from './work.js';
import type { Work } from './work.js';

/** From where to where things that are alike stand together. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** The runs of two and more among so many things. */
export function* runsOf(length: number, isLikeOneBefore: (place: number) => boolean): Work<readonly Run[]> {
  const runs: Run[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end - start > 1) runs.push({ start, end });
    start = end;
  };
  yield* inPieces(length, (from, to) => {
    for (let place = Math.max(1, from); place < to; place += 1) if (!isLikeOneBefore(place)) close(place);
  });
  close(length);
  return runs;
}

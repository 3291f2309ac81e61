import { describe, expect, it } from 'vitest';
import { apply, createState, listByQueues } from '../../mock-server/engine/engine.js';
import type { EngineCommand, EngineState } from '../../mock-server/engine/engine.js';
import { growth } from '../support/effort.js';
import { DAY, NOW } from './bench.js';

const LARGE = 100_000;
const SMALL = LARGE / 10;

/** Ten times the records may take this many times as long. */
const MOST = 13;
const ROUNDS = 3;
const ATTEMPTS = 8;

function after(state: EngineState, command: EngineCommand): EngineState {
  const result = apply(state, command);
  if (!result.ok) throw new Error(`The engine refused ${command.type}.`);
  return result.state;
}

const centre = Array.from({ length: 20 }, (_, index) => `service-${index}`).reduce(
  (state, name) => after(state, { type: 'set-service', name, options: {} }),
  createState({ seed: 7, now: NOW }),
);

const generated = (count: number): EngineState => after(centre, { type: 'generate', count });
const listed = (state: EngineState): number =>
  [...listByQueues(state, { start: 0, end: NOW + 30 * DAY }).values()].reduce((sum, { length }) => sum + length, 0);

/** Measures again while it is too much: a neighbour on the machine can only make it more. */
function leastGrowth(large: () => unknown, tenth: (index: number) => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt += 1)
    least = Math.min(least, growth(ROUNDS, large, tenth));
  return least;
}

describe('ten times as many records', () => {
  it('are generated in ten times the time', { timeout: 120_000 }, () => {
    const times = leastGrowth(
      () => generated(LARGE),
      () => generated(SMALL),
    );
    expect(times).toBeLessThanOrEqual(MOST);
  });

  it('are listed in ten times the time', { timeout: 120_000 }, () => {
    const large = generated(LARGE);
    const small = Array.from({ length: 10 }, () => generated(SMALL));
    expect(listed(large)).toBe(LARGE);
    const times = leastGrowth(
      () => listed(large),
      (index) => listed(small[index] ?? large),
    );
    expect(times).toBeLessThanOrEqual(MOST);
  });
});

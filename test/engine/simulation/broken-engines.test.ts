import { afterAll, describe, expect, it } from 'vitest';
import { BROKEN_ENGINES } from './broken/engines.js';
import type { BrokenEngine } from './broken/tampering.js';
import { CHECKED_INVARIANTS } from './invariants.js';
import type { InvariantName } from './invariants.js';
import { simulate } from './simulation.js';

/** Lifecycles within which a mistake must be seen. */
const PATIENCE = 1000;

interface Catch {
  readonly engine: string;
  readonly invariant: InvariantName | undefined;
  readonly lifecycles: number;
}

/** Simulates one world after the other until one of its invariants does not hold, or patience ends. */
function hunt({ name, engine, caughtBy }: BrokenEngine): Catch {
  let lifecycles = 0;
  for (let seed = 1; lifecycles < PATIENCE; seed += 1) {
    const report = simulate(seed, { engine, watched: caughtBy });
    lifecycles += report.lifecycles;
    if (report.failure !== undefined) return { engine: name, lifecycles, invariant: report.failure.invariant };
  }
  return { engine: name, lifecycles, invariant: undefined };
}

describe('an engine that', () => {
  const caught: Catch[] = [];

  it.each(BROKEN_ENGINES)('$name is caught', (broken) => {
    const found = hunt(broken);
    caught.push(found);
    expect(broken.caughtBy).toContain(found.invariant);
  });

  it('breaks an invariant is there for every invariant that is checked', () => {
    const broken = new Set(BROKEN_ENGINES.flatMap(({ caughtBy }) => caughtBy.slice(0, 1)));
    expect(CHECKED_INVARIANTS.filter((name) => !broken.has(name))).toEqual([]);
  });

  afterAll(() => {
    console.table(caught.map(({ engine, invariant, lifecycles }) => ({ engine, invariant, lifecycles })));
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { BROKEN_ENGINES } from './broken/engines.js';
import type { BrokenEngine } from './broken/tampering.js';
import { CHECKS } from './invariants.js';
import type { CheckName } from './invariants.js';
import { simulate } from './simulation.js';

/** Lifecycles within which a mistake must be seen: as many as the honest engine is simulated for. */
const PATIENCE = 2000;

interface Catch {
  readonly engine: string;
  readonly check: CheckName | undefined;
  readonly lifecycles: number;
}

/** Simulates one world after the other until what it was made for catches it, or patience ends. */
function hunt({ name, engine, caughtBy }: BrokenEngine): Catch {
  let lifecycles = 0;
  for (let seed = 1; lifecycles < PATIENCE; seed += 1) {
    const report = simulate(seed, { engine, watched: caughtBy });
    lifecycles += report.lifecycles;
    if (report.failure !== undefined) return { engine: name, lifecycles, check: report.failure.check };
  }
  return { engine: name, lifecycles, check: undefined };
}

describe('an engine that', () => {
  const caught: Catch[] = [];

  it.each(BROKEN_ENGINES)('$name is caught', (broken) => {
    const found = hunt(broken);
    caught.push(found);
    expect(broken.caughtBy).toContain(found.check);
  });

  it('breaks it is there for everything that is checked, and was caught by that very check', () => {
    expect(BROKEN_ENGINES.length).toBeGreaterThanOrEqual(25);
    expect(new Set(BROKEN_ENGINES.map(({ name }) => name)).size).toBe(BROKEN_ENGINES.length);
    expect(caught).toHaveLength(BROKEN_ENGINES.length);
    const found = new Set(caught.map(({ check }) => check));
    expect(CHECKS.filter((name) => !found.has(name))).toEqual([]);
  });

  afterAll(() => {
    console.table(caught.map(({ engine, check, lifecycles }) => ({ engine, check, lifecycles })));
  });
});

import { describe, expect, it } from 'vitest';
import { createSimulatedClock, realClock } from '../../mock-server/ports/clock.js';
import { memoryStorage } from '../../mock-server/ports/storage.js';

describe('a clock', () => {
  it('that is real tells the time of the machine', () => {
    const before = Date.now();
    expect(realClock.now()).toBeGreaterThanOrEqual(before);
  });

  it('that is simulated stands still until it is moved', () => {
    const clock = createSimulatedClock(1000);
    expect([clock.now(), clock.now()]).toEqual([1000, 1000]);
    clock.advance(500);
    expect(clock.now()).toBe(1500);
    clock.set(200);
    expect(clock.now()).toBe(200);
  });
});

describe('a storage in memory', () => {
  it('gives back a copy of what was saved, until it is cleared', async () => {
    const storage = memoryStorage();
    expect(await storage.load()).toBeUndefined();
    const value = { rows: [1, 2] };
    await storage.save(value);
    value.rows.push(3);
    expect(await storage.load()).toEqual({ rows: [1, 2] });
    await storage.clear();
    expect(await storage.load()).toBeUndefined();
  });
});

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

  it('that is simulated calls whoever waits by it, in order, at the time asked for', () => {
    const clock = createSimulatedClock(0);
    const heard: string[] = [];
    const hear = (name: string) => (): void => void heard.push(`${name} at ${clock.now()}`);
    clock.after(30, hear('last'));
    clock.after(10, () => {
      hear('first')();
      clock.after(10, hear('second'));
    });
    const giveUp = clock.after(20, hear('nobody'));
    giveUp();
    clock.advance(25);
    expect([heard, clock.now(), clock.waiting]).toEqual([['first at 10', 'second at 20'], 25, 1]);
    clock.advance(5);
    expect(heard.at(-1)).toBe('last at 30');
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

import { describe, expect, it } from 'vitest';
import { hashOf } from '../../mock-server/engine/engine.js';
import { Bench, DAY, HOUR, NOW } from './bench.js';

describe('time', () => {
  it('never goes back: an instant that has passed changes nothing', () => {
    const bench = new Bench();
    const before = hashOf(bench.state);
    bench.do({ type: 'advance', to: NOW - HOUR });
    expect(bench.state.now).toBe(NOW);
    expect(hashOf(bench.state)).toBe(before);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.65e15])('cannot be moved to %s', (to) => {
    expect(new Bench().refuse({ type: 'advance', to })).toEqual({ code: 'invalid-value', details: { key: 'to' } });
  });

  it('may run for years while nobody looks', () => {
    const bench = new Bench();
    bench.agents(1);
    const ids = Array.from({ length: 20 }, (_, index) => bench.create({ desiredTime: NOW + index * HOUR }));
    bench.advance(10 * 365 * DAY);
    expect(bench.state.records.size).toBe(0);
    expect(ids.every((id) => bench.times('expired', id).length === 1)).toBe(true);
  });

  it('is in whole milliseconds', () => {
    const bench = new Bench();
    bench.do({ type: 'advance', to: NOW + 0.9 });
    expect(bench.state.now).toBe(NOW);
  });
});

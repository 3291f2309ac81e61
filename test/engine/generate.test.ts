import { describe, expect, it } from 'vitest';
import { countsByState, hashOf, listByQueues } from '../../mock-server/engine/engine.js';
import { effort } from '../support/effort.js';
import { Bench, DAY, HOUR, NOW } from './bench.js';
import { violations } from './invariants.js';

const FULL = 100_000;

describe('generated records', () => {
  it('are made in bulk, counted, listed and moved on without anybody waiting', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'T', options: {} });
    expect(effort(() => bench.do({ type: 'generate', count: FULL }))).toBeLessThan(2_000);
    const { SCHEDULED, QUEUED, COMPLETED, ...others } = countsByState(bench.state);
    expect([SCHEDULED, QUEUED, COMPLETED].every((count) => count > FULL / 4)).toBe(true);
    expect(others).toEqual({ ROUTING: 0, PROCESSING: 0, PAUSED: 0 });
    hashOf(bench.state);
    const after = effort(() => {
      bench.create();
      hashOf(bench.state);
    });
    expect(after).toBeLessThan(500);
    const lists = listByQueues(bench.state, { start: 0, end: NOW + DAY, max: 500 });
    expect([...lists.values()].map((records) => records.length)).toEqual([500, 500]);
  });

  it('are spread over services, states and span as asked', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'T', options: {} });
    const [from, to] = [NOW + HOUR, NOW + 2 * HOUR];
    bench.do({ type: 'generate', count: 60, service: 'T', states: ['SCHEDULED', 'COMPLETED'], from, to });
    const records = [...bench.state.records.values()];
    expect(countsByState(bench.state)).toMatchObject({ SCHEDULED: 30, COMPLETED: 30 });
    expect(
      records.every(({ serviceName, desiredTime }) => serviceName === 'T' && desiredTime >= from && desiredTime <= to),
    ).toBe(true);
  });

  it('put nobody on a call: there are only as many calls as agents, at once and later', () => {
    const bench = new Bench({ _retain_session_until_ixn_deleted: 'true' });
    bench.agents(2);
    bench.do({ type: 'generate', count: 300 });
    const calls = (): number => [...bench.state.records.values()].filter(({ call }) => call !== undefined).length;
    expect(calls()).toBeLessThanOrEqual(2);
    bench.advance(HOUR / 60);
    expect(calls()).toBe(2);
  });

  it('wait PAUSED exactly where their service is paused, and stay so', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'T', options: {} });
    bench.do({ type: 'set-transaction-list', list: 'GMS_Paused_Services', sections: { services: { T: 'true' } } });
    bench.do({ type: 'generate', count: 60 });
    const waiting = (): readonly string[] =>
      [...bench.state.records.values()]
        .filter(({ state }) => state === 'QUEUED' || state === 'PAUSED')
        .map(({ serviceName, state }) => `${serviceName} ${state}`);
    expect(new Set(waiting())).toEqual(new Set(['S QUEUED', 'T PAUSED']));
    const before = waiting();
    bench.advance(HOUR / 30);
    expect(waiting()).toEqual(before);
  });

  it('keep every invariant and live for a day at least', () => {
    const bench = new Bench({ _ttl: '60' });
    bench.agents(2);
    bench.do({ type: 'generate', count: 300 });
    expect(violations(bench.state)).toEqual([]);
    bench.advance(23 * HOUR);
    expect(bench.state.records.size).toBe(300);
  });

  it('use numbers kept for fiction', () => {
    const bench = new Bench();
    bench.do({ type: 'generate', count: 50 });
    for (const { customerNumber } of bench.state.records.values())
      expect(customerNumber).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
  });

  it.each([
    { count: -1 },
    { count: 1.5 },
    { count: 1_000_001 },
    { count: 1, from: 2, to: 1 },
    { count: 1, service: 'nowhere' },
  ])('are refused for %j', (wish) => {
    expect(['invalid-value', 'unknown-service']).toContain(new Bench().refuse({ type: 'generate', ...wish }).code);
  });
});

import { describe, expect, it } from 'vitest';
import { hashOf, nextDueAt, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import type { EngineCommand } from '../../mock-server/engine/engine.js';
import { Bench, DAY, HOUR, MINUTE, NOW } from './bench.js';

const out = (minutes: number): EngineCommand => ({
  type: 'set-ors',
  reachable: false,
  returnsAt: NOW + minutes * MINUTE,
});

describe('the return of ORS', () => {
  it('is due at the time that was said last', () => {
    const bench = new Bench();
    bench.create();
    for (const minutes of [10, 30, 20]) bench.do(out(minutes));
    bench.advance(20 * MINUTE - 1);
    expect(bench.state.settings.orsReachable).toBe(false);
    bench.advance(1);
    expect(bench.state.settings.orsReachable).toBe(true);
    const before = bench.events.length;
    bench.advance(20 * MINUTE);
    expect(bench.events.slice(before).filter(({ type }) => type === 'settings-changed')).toEqual([]);
  });

  it('is due no more when somebody brings it back, or takes it away for good', () => {
    const bench = new Bench();
    bench.do(out(10));
    bench.do({ type: 'set-ors', reachable: true });
    expect(nextDueAt(bench.state)).toBeUndefined();
    bench.do(out(10));
    bench.do({ type: 'set-ors', reachable: false });
    expect(nextDueAt(bench.state)).toBeUndefined();
    bench.advance(HOUR);
    expect(bench.state.settings.orsReachable).toBe(false);
  });
});

describe('a timetable that is carried over', () => {
  it('says what one says that is made afresh for every command', () => {
    const [carried, afresh] = [new Bench(), new Bench()];
    const commands: readonly EngineCommand[] = [
      { type: 'generate', count: 100 },
      { type: 'set-agents', agents: { loggedIn: 3, handleSeconds: 60, answerRate: 0.5 } },
      out(45),
      { type: 'set-person', name: 'p', roles: ['Supervisor'], services: [] },
      { type: 'request-interaction', serviceName: 'request-interaction', properties: {} },
      { type: 'advance', to: NOW + HOUR },
      { type: 'set-service', name: 'S', options: { _ttl: '3600' } },
      { type: 'set-person', name: 'p', roles: [], services: ['S'] },
      { type: 'create', serviceName: 'S', customerNumber: '5115', properties: {} },
      { type: 'advance', to: NOW + 2 * DAY },
    ];
    for (const command of commands) {
      for (const bench of [carried, afresh]) bench.do(command);
      afresh.state = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(afresh.state)))) ?? carried.state;
      expect([hashOf(afresh.state), nextDueAt(afresh.state)]).toEqual([
        hashOf(carried.state),
        nextDueAt(carried.state),
      ]);
    }
    expect(afresh.events).toEqual(carried.events);
  });
});

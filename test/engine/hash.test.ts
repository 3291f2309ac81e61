import { describe, expect, it } from 'vitest';
import { hashOf, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import type { EngineState } from '../../mock-server/engine/engine.js';
import { digestOf } from '../../mock-server/engine/state/digest.js';
import { PersistentMap } from '../../mock-server/engine/state/persistent-map.js';
import { Bench, HOUR, MINUTE, NOW } from './bench.js';

describe('the hash of a state', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(hashOf(new Bench().state)).toMatch(/^[\da-f]{16}$/);
  });

  it('stays while time passes and nothing happens', () => {
    const bench = new Bench();
    bench.create({ desiredTime: NOW + HOUR });
    const before = hashOf(bench.state);
    bench.advance(30 * MINUTE);
    expect(hashOf(bench.state)).toBe(before);
  });

  it('does not depend on the order in which records came into the map', () => {
    const bench = new Bench();
    for (let index = 0; index < 5; index += 1) bench.create();
    const turned: EngineState = { ...bench.state, records: PersistentMap.of([...bench.state.records].reverse()) };
    expect(hashOf(turned)).toBe(hashOf(bench.state));
  });

  it('is that of the same state made at once, after any commands: what is carried over is right', () => {
    const bench = new Bench({ _throttle_request_parameters: 'mail' });
    const agrees = (): void => {
      const copy = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(bench.state))));
      expect(copy && hashOf(copy)).toBe(hashOf(bench.state));
    };
    agrees();
    const ids = ['a', 'b', 'a'].map((mail) => bench.create({ properties: { mail } }));
    agrees();
    for (const id of ids) bench.do({ type: 'store', id, values: { a: id, b: '2' } });
    agrees();
    bench.do({ type: 'forget', id: ids[0] ?? '', key: 'b' });
    bench.do({ type: 'request-interaction', serviceName: 'request-interaction', properties: { c: '3' } });
    agrees();
    bench.do({ type: 'generate', count: 50 });
    bench.agents(2);
    bench.advance(HOUR);
    agrees();
    bench.advance(24 * HOUR);
    bench.create({ properties: { mail: 'a' } });
    agrees();
  });

  it('changes with every single fact of a record', () => {
    const bench = new Bench();
    const id = bench.create({ properties: { note: 'x' } });
    bench.agents(1, 60, 0);
    bench.advance(MINUTE);
    bench.do({ type: 'force', id, state: 'ROUTING' });
    const record = bench.record(id);
    const hashes = facts(record).map((changed) =>
      hashOf({ ...bench.state, records: PersistentMap.of([[id, changed]]) }),
    );
    expect(hashes.length).toBeGreaterThan(15);
    expect(new Set([...hashes, hashOf(bench.state)]).size).toBe(hashes.length + 1);
  });

  it('changes with settings, chance and agents who finish a talk', () => {
    const { state } = new Bench();
    const others: readonly EngineState[] = [
      { ...state, settings: { ...state.settings, orsReachable: false } },
      { ...state, settings: { ...state.settings, services: new Map([['S', { a: 'b' }]]) } },
      { ...state, settings: { ...state.settings, persons: new Map([['ada', { roles: [], services: [] }]]) } },
      { ...state, random: state.random.map((word) => word + 1) },
      { ...state, wrapUps: [{ agent: 1, until: NOW }] },
      { ...state, nextTicket: 99 },
      { ...state, seed: 1 },
    ];
    expect(new Set([state, ...others].map(hashOf)).size).toBe(others.length + 1);
  });

  it('is the same one everywhere: a value written down', () => {
    expect(digestOf({ b: [1, 'two', true, null], a: new Map([['k', 0.1]]) })).toEqual(
      digestOf({ a: { k: 0.1 }, b: [1, 'two', true, null] }),
    );
    expect(digestOf(['5115', 5115, -0.5, { key: 'ä' }])).toEqual([2730582135, 451401140]);
  });
});

/** The value with one fact at a time changed, at any depth. */
function facts<T>(value: T): readonly T[] {
  if (typeof value !== 'object' || value === null) return [`${String(value)}!` as T];
  return Object.entries(value).flatMap(([key, member]) =>
    facts(member as unknown).map((changed) => ({ ...value, [key]: changed })),
  );
}

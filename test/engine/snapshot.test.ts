import { describe, expect, it } from 'vitest';
import { hashOf, readSnapshot, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import { loadScenario } from '../../mock-server/scenarios/index.js';
import { Bench, NOW } from './bench.js';

/** A snapshot as it is written. */
interface Written {
  readonly format: string;
  readonly version: number;
  readonly state: Readonly<Record<string, unknown>> & { readonly records: readonly unknown[] };
}

/** A snapshot as a storage gives it back, with a part of it replaced. */
function stored(change: (snapshot: Written) => unknown): unknown {
  const bench = new Bench();
  bench.create();
  bench.do({ type: 'set-person', name: 'ada', roles: ['Supervisor'], services: [] });
  return change(JSON.parse(JSON.stringify(snapshotOf(bench.state))) as Written);
}

describe('a snapshot', () => {
  it('of a whole scenario is read back as it was', () => {
    const state = loadScenario('contact-centre', { seed: 42, now: NOW });
    if (state === undefined) throw new Error('There is no such scenario.');
    const restored = restoreSnapshot(structuredClone(snapshotOf(state)));
    expect(restored).toEqual(state);
    expect(restored === undefined ? '' : hashOf(restored)).toBe(hashOf(state));
  });

  it.each<[string, (snapshot: Written) => unknown, string]>([
    ['of another version', (snapshot) => ({ ...snapshot, version: 0 }), '.version is not one from 1 to 2'],
    ['of a version between', (snapshot) => ({ ...snapshot, version: 1.5 }), '.version is not one from 1 to 2'],
    ['of something else', (snapshot) => ({ ...snapshot, format: 'notes' }), '.format is not one of callback-engine'],
    ['that is no object', () => 'snapshot', ' is not an object'],
    ['that is nothing', () => null, ' is not an object'],
    ['without a state', ({ format, version }) => ({ format, version }), '.state is not an object'],
    ['with a time that is none', (snapshot) => withState(snapshot, { now: '2026' }), '.state.now is not a number'],
    [
      'with too little chance',
      (snapshot) => withState(snapshot, { random: [1, 2, 3] }),
      '.state.random has 3 members and not 4',
    ],
    [
      'with a broken record',
      (snapshot) => withState(snapshot, { records: [...snapshot.state.records, { id: 'x' }] }),
      '.state.records[1].serviceName is missing',
    ],
    [
      'with one record twice',
      (snapshot) => withState(snapshot, { records: twice(snapshot) }),
      '.state.records has one id twice',
    ],
    ['with half an entry', (snapshot) => withState(snapshot, { storage: [['a']] }), '.state.storage[0] has 1 members'],
    [
      'with a broken entry',
      (snapshot) => withState(snapshot, { storage: [['a', { b: 1 }]] }),
      '.state.storage[0][1].b is not a text',
    ],
    [
      'with a key that nobody knows',
      (snapshot) => withState(snapshot, { surprise: true }),
      '.state.surprise is not known',
    ],
  ])('%s does not fit, and the member that is wrong is named', (_, change, problem) => {
    const snapshot = stored(change);
    expect(readSnapshot(snapshot)).toEqual({ problem: expect.stringContaining(problem) as string });
    expect(restoreSnapshot(snapshot)).toBeUndefined();
  });

  it('of the first version is brought up to date: nothing was counted, nothing stored', () => {
    const old = stored((snapshot) => {
      const { ledger, interactions, storage, ...state } = snapshot.state;
      return { ...snapshot, version: 1, state };
    });
    const restored = restoreSnapshot(old);
    expect(restored?.ledger.today.size).toBe(0);
    expect(restored?.records.size).toBe(1);
  });

  it('of a later version does not fit', () => {
    expect(restoreSnapshot(stored((snapshot) => ({ ...snapshot, version: 3 })))).toBeUndefined();
  });

  it('fits unchanged', () => {
    expect(restoreSnapshot(stored((snapshot) => snapshot))).toBeDefined();
  });
});

function withState(snapshot: Written, change: object): unknown {
  return { ...snapshot, state: { ...snapshot.state, ...change } };
}

function twice(snapshot: Written): unknown {
  const { records } = snapshot.state;
  return [...records, ...records];
}

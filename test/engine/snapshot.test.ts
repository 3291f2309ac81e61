import { describe, expect, it } from 'vitest';
import { hashOf, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
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

  it.each<[string, (snapshot: Written) => unknown]>([
    ['of another version', (snapshot) => ({ ...snapshot, version: 0 })],
    ['of something else', (snapshot) => ({ ...snapshot, format: 'notes' })],
    ['that is no object', () => 'snapshot'],
    ['that is nothing', () => null],
    ['without a state', ({ format, version }) => ({ format, version })],
    ['with a time that is none', (snapshot) => withState(snapshot, { now: '2026' })],
    ['with too little chance', (snapshot) => withState(snapshot, { random: [1, 2, 3] })],
    ['with a broken record', (snapshot) => withState(snapshot, { records: [{ id: 'x' }] })],
    ['with one record twice', (snapshot) => withState(snapshot, { records: twice(snapshot) })],
    ['with a key that nobody knows', (snapshot) => withState(snapshot, { surprise: true })],
  ])('%s does not fit', (_, change) => {
    expect(restoreSnapshot(stored(change))).toBeUndefined();
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

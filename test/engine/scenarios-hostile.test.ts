import { describe, expect, it } from 'vitest';
import { apply, findByFields, hashOf, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import { HOSTILE_KEYS, HOSTILE_SERVICES, HOSTILE_VALUES } from '../../mock-server/scenarios/hostile-values.js';
import { isReservedKey } from '../../src/domain/keys.js';
import { NOW } from './bench.js';
import { begin, recordsOf } from './scenario.js';

const state = begin('hostile');
const records = recordsOf(state);
const values = Object.values(HOSTILE_VALUES).flat();

describe('the hostile scenario', () => {
  it('has every value as a number, as a property and as a reason, in five states', () => {
    for (const value of values) {
      const sameNumber = records.filter(({ customerNumber }) => customerNumber === value);
      expect(new Set(sameNumber.map((record) => record.state)).size).toBe(5);
      expect(sameNumber.some(({ reason }) => reason === value)).toBe(true);
      expect(records.some(({ properties }) => Object.values(properties).includes(value))).toBe(true);
    }
  });

  it('attacks with every kind of text it speaks of', () => {
    const all = values.join('');
    expect(all).toMatch(/<script>/);
    expect(all).toMatch(/^=1\+1/m);
    expect(all).toMatch(/\u202E/);
    expect(all).toMatch(/\u200B/);
    expect(all).toMatch(/\p{Surrogate}/u);
    expect(values.filter((value) => value.length >= 9_900 || value.length === 3333).length).toBeGreaterThanOrEqual(4);
  });

  it('sets no key that a request could not set', () => {
    expect(HOSTILE_KEYS.filter(isReservedKey)).toEqual([]);
    const key = records.find(({ customerNumber }) => customerNumber === '5510');
    expect(Object.keys(key?.properties ?? {}).sort()).toEqual([...HOSTILE_KEYS].sort());
  });

  it('has callbacks in every service', () => {
    expect([...state.settings.services.keys()].sort()).toEqual([...HOSTILE_SERVICES].sort());
    for (const serviceName of HOSTILE_SERVICES) {
      expect(findByFields(state, { serviceName, criteria: [], operand: 'AND' }).length).toBeGreaterThan(10);
    }
  });

  it('survives being written as JSON and read again, byte for byte', () => {
    const read = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(state))));
    expect(read && hashOf(read)).toBe(hashOf(state));
    expect(
      read &&
        recordsOf(read)
          .map(({ customerNumber }) => customerNumber)
          .sort(),
    ).toEqual(records.map(({ customerNumber }) => customerNumber).sort());
  });

  it('can be lived in: everybody is called when agents come', () => {
    const staffed = apply(state, { type: 'set-agents', agents: { loggedIn: 50, answerRate: 1, handleSeconds: 1 } });
    if (!staffed.ok) throw new Error('Nobody could log in.');
    const later = apply(staffed.state, { type: 'advance', to: NOW + 4 * 3_600_000 });
    const left = later.ok ? recordsOf(later.state).filter((record) => record.state !== 'COMPLETED') : [];
    expect(left).toEqual([]);
  });
});

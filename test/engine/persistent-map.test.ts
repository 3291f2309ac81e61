import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from '../../mock-server/engine/state/persistent-map.js';

const key = fc.string({ minLength: 0, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c') });
const change = fc.oneof(
  fc.record({ set: fc.tuple(key, fc.nat(9)) }),
  fc.record({ delete: key }),
  fc.constant({ finish: true as const }),
);

describe('PersistentMap', () => {
  it('says what a plain map says, after any changes, in every version', () => {
    const property = fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const plain = new Map<string, number>();
      let map = PersistentMap.of<number>().edit();
      const versions: (readonly [PersistentMap<number>, ReadonlyMap<string, number>])[] = [];
      for (const step of changes) {
        if ('set' in step) {
          map.set(...step.set);
          plain.set(...step.set);
        } else if ('delete' in step) {
          map.delete(step.delete);
          plain.delete(step.delete);
        } else {
          versions.push([map.finish(), new Map(plain)]);
          map = map.edit();
        }
      }
      versions.push([map, plain]);
      for (const [version, expected] of versions) {
        expect(version.size).toBe(expected.size);
        expect(new Map(version)).toEqual(expected);
        expect([...version.keys()].sort()).toEqual([...expected.keys()].sort());
        expect([...version.values()].sort()).toEqual([...expected.values()].sort());
        for (const [name, value] of expected) expect(version.get(name)).toBe(value);
        for (const name of ['', 'a', 'cab']) expect(version.has(name)).toBe(expected.has(name));
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('refuses changes once it is finished', () => {
    const map = PersistentMap.of([['a', 1]]);
    expect(() => map.set('b', 2)).toThrow('Change an edition of it');
    expect(() => map.delete('a')).toThrow('Change an edition of it');
    expect([...map]).toEqual([['a', 1]]);
  });

  it('is taken as it is where it is given as entries', () => {
    const map = PersistentMap.of([['a', 1]]);
    expect(PersistentMap.of(map)).toBe(map);
  });

  it('visits every entry', () => {
    const seen: [string, number][] = [];
    PersistentMap.of([
      ['a', 1],
      ['b', 2],
    ]).forEach((value, name) => seen.push([name, value]));
    expect(seen.sort()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

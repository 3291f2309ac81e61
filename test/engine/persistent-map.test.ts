import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap, placeOf } from '../../mock-server/engine/state/persistent-map.js';
import { effort, median } from '../support/effort.js';

const key = fc.string({ minLength: 0, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c') });
const change = fc.oneof(
  fc.record({ set: fc.tuple(key, fc.nat(9)) }),
  fc.record({ delete: key }),
  fc.constant({ finish: true as const }),
);

function changesBetween(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly unknown[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ key: name, before: before.get(name), after: after.get(name) }))
    .filter((one) => one.before !== one.after);
}

/** Keys of one hash, whatever its last steps are: two blocks of two characters are found that lead to the same number, then two more. */
function keysOfOneHash(doublings: number): readonly string[] {
  let keys = [''];
  let hash = 0x811c9dc5;
  const next = (before: number, code: number): number => Math.imul(before ^ code, 0x01000193);
  for (let count = 0; count < doublings; count += 1) {
    const seen = new Map<number, number>();
    for (let code = 32; ; code += 1) {
      const reached = next(hash, code);
      const other = seen.get(reached >>> 16);
      if (other === undefined) {
        seen.set(reached >>> 16, code);
        continue;
      }
      // The upper halves are equal; a second character makes up for what the lower ones differ by.
      const lower = (reached ^ next(hash, other)) & 0xffff;
      const blocks = [String.fromCharCode(other, 0), String.fromCharCode(code, lower)];
      keys = keys.flatMap((key) => blocks.map((block) => key + block));
      hash = next(next(hash, other), 0);
      break;
    }
  }
  return keys;
}

/** In a map of its own, edition by edition, as commands do it: every key set, changed, and taken out. */
function useAll(keys: readonly string[]): void {
  let map = PersistentMap.of<number>();
  keys.forEach((key, index) => (map = map.with(key, index)));
  keys.forEach((key, index) => (map = map.with(key, (map.get(key) ?? 0) + index)));
  expect([map.size, map.get(keys[7] ?? '')]).toEqual([keys.length, 14]);
  for (const key of keys) map = map.without(key);
  expect(map.size).toBe(0);
}

describe('PersistentMap', () => {
  it.each([
    ['that end alike', Array.from({ length: 20_000 }, (_, index) => `["S","email","user${index}@example.com"]`)],
    ['that begin alike', Array.from({ length: 20_000 }, (_, index) => `["S","email","user@example.com/${index}`)],
    ['of one hash', keysOfOneHash(15).slice(0, 20_000)],
  ])('is as fast with keys %s as with others', { timeout: 60_000 }, (_, keys) => {
    const others = Array.from(keys, (__, index) => `${index}`.padEnd(keys[0]?.length ?? 0, '.'));
    const times = median(Array.from({ length: 5 }, () => effort(() => useAll(keys)) / effort(() => useAll(others))));
    expect(new Set(keys).size).toBe(20_000);
    expect(times).toBeLessThan(6);
  });

  it('is tried with keys that all lead to the same place', () => {
    expect(new Set(keysOfOneHash(15).map(placeOf)).size).toBe(1);
  });

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
        const [first, since] = versions[0] ?? [version, expected];
        expect(new Set(version.changesSince(first))).toEqual(new Set(changesBetween(since, expected)));
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

  it('gives finished copies with and without an entry', () => {
    const map = PersistentMap.of([['a', 1]]);
    const more = map.with('b', 2);
    expect([...map]).toEqual([['a', 1]]);
    expect(new Map(more.without('a'))).toEqual(new Map([['b', 2]]));
    expect(() => more.set('c', 3)).toThrow('Change an edition of it');
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

import { describe, expect, it } from 'vitest';
import { keptIds, rangeOf, toggled, withIds } from '../../src/record-index/selection.js';

const ids = ['a', 'b', 'c', 'd'];

describe('selection', () => {
  it('never changes the set it is given', () => {
    const selection = new Set(['a']);
    expect([...toggled(selection, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(selection, 'a')]).toEqual([]);
    expect([...withIds(selection, ['a', 'c'], false)]).toEqual([]);
    expect([...selection]).toEqual(['a']);
  });

  it.each([
    ['downwards', 'b', 'd', ['b', 'c', 'd']],
    ['upwards', 'c', 'a', ['a', 'b', 'c']],
    ['of one', 'b', 'b', ['b']],
    ['whose beginning is gone', 'z', 'c', ['c']],
    ['without a beginning', undefined, 'c', ['c']],
    ['whose end is gone', 'a', 'z', []],
  ])('spans a range %s', (_name, from, to, range) => {
    expect(rangeOf(ids, from, to)).toEqual(range);
  });

  it('stays the same object when nothing is dropped', () => {
    const selection = new Set(['a', 'b']);
    expect(keptIds(selection, () => true)).toBe(selection);
    expect([...keptIds(selection, (id) => id === 'b')]).toEqual(['b']);
  });
});

import { describe, expect, it } from 'vitest';
import { keptIds, toggled, withIds } from '../../src/record-index/selection.js';

describe('selection', () => {
  it('never changes the set it is given', () => {
    const selection = new Set(['a']);
    expect([...toggled(selection, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(selection, 'a')]).toEqual([]);
    expect([...withIds(selection, ['a', 'c'], false)]).toEqual([]);
    expect([...selection]).toEqual(['a']);
  });

  it('stays the same object when nothing is dropped', () => {
    const selection = new Set(['a', 'b']);
    expect(keptIds(selection, () => true)).toBe(selection);
    expect([...keptIds(selection, (id) => id === 'b')]).toEqual(['b']);
  });
});

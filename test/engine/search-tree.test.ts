import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  entryIn,
  firstIn,
  lastUpTo,
  withEntry,
  withoutEntry,
} from '../../mock-server/engine/state/search-tree.js';
import type { Tree } from '../../mock-server/engine/state/search-tree.js';

const key = fc.nat(40);
const change = fc.oneof(fc.record({ set: fc.tuple(key, fc.nat(9)) }), fc.record({ delete: key }));

/** The height of a tree that is in order and in balance. */
function soundHeight(tree: Tree<number, number>): number {
  if (tree === undefined) return 0;
  const [left, right] = [soundHeight(tree.left), soundHeight(tree.right)];
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  expect(tree.height).toBe(Math.max(left, right) + 1);
  return tree.height;
}

describe('a tree', () => {
  it('says what a sorted list says, and stays in balance, after any changes', () => {
    const property = fc.property(fc.array(change, { maxLength: 80 }), key, (changes, asked) => {
      let tree: Tree<number, number>;
      const plain = new Map<number, number>();
      for (const step of changes) {
        if ('set' in step) {
          tree = withEntry(tree, ...step.set);
          plain.set(...step.set);
        } else {
          tree = withoutEntry(tree, step.delete);
          plain.delete(step.delete);
        }
        soundHeight(tree);
      }
      const sorted = [...plain].sort(([a], [b]) => a - b);
      expect([...entriesOf(tree)].map((entry) => [entry.key, entry.value])).toEqual(sorted);
      expect(entryIn(tree, asked)?.value).toBe(plain.get(asked));
      expect(firstIn(tree)?.key).toBe(sorted[0]?.[0]);
      expect(lastUpTo(tree, asked)?.key).toBe(sorted.filter(([one]) => one <= asked).at(-1)?.[0]);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it.each([
    ['rising', (index: number) => index],
    ['falling', (index: number) => -index],
  ])('of %s keys is no deeper than half as much again as need be', (_, keyOf) => {
    let tree: Tree<number, number>;
    for (let index = 0; index < 20_000; index += 1) tree = withEntry(tree, keyOf(index), index);
    expect(soundHeight(tree)).toBeLessThanOrEqual(1.5 * Math.log2(20_000));
  });
});

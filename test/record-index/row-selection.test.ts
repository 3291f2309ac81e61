import { describe, expect, it } from 'vitest';
import type { FoundRows } from '../../src/record-index/found-rows.js';
import { RowSelection } from '../../src/record-index/row-selection.js';

/** Records named by letters and numbers; a hole is an empty name. */
class Names {
  readonly names: string[];

  constructor(names: readonly string[]) {
    this.names = [...names];
  }

  get count(): number {
    return this.names.filter((name) => name !== '').length;
  }

  get rowLimit(): number {
    return this.names.length;
  }

  isLive(row: number): boolean {
    return this.names[row] !== '';
  }

  rowOf(id: string): number | undefined {
    const row = this.names.indexOf(id);
    return row === -1 ? undefined : row;
  }

  recordAt(row: number): { readonly id: string } {
    return { id: this.names[row] ?? '' };
  }

  found(...ids: readonly string[]): FoundRows {
    const rows = ids.map((id) => this.names.indexOf(id));
    return { length: rows.length, at: (position) => rows[position] ?? -1, indexOf: (row) => rows.indexOf(row) };
  }

  get everything(): FoundRows {
    return this.found(...this.names);
  }
}

const letters = (count: number): Names => new Names(Array.from({ length: count }, (_, index) => `r${String(index)}`));

describe('RowSelection', () => {
  it('holds ids that no record has, and knows them once one has', () => {
    const names = new Names(['a', 'b']);
    const selection = RowSelection.of(names, new Set(['b', 'z']));
    expect([selection.count, selection.isEmpty, [...selection.ids]]).toEqual([1, false, ['b', 'z']]);
    names.names.push('z');
    const followed = selection.followed([], [2]);
    expect([followed.count, followed.has(2), [...followed.ids]]).toEqual([2, true, ['b', 'z']]);
  });

  it('gives back the very set it was made of, and the same one each time', () => {
    const ids = new Set(['a']);
    const selection = RowSelection.of(new Names(['a']), ids);
    expect(selection.ids).toBe(ids);
    const more = selection.withIds(['a'], true);
    expect(more.ids).toBe(more.ids);
    expect(more.isMadeOf(more.ids)).toBe(true);
  });

  for (const count of [1, 31, 32, 33, 64, 100]) {
    it(`selects all of ${String(count)} at once, and no row that is not there`, () => {
      const names = letters(count);
      const all = RowSelection.none(names).withRows(names.everything, true);
      expect(all.count).toBe(count);
      expect([...all.ids]).toEqual(names.names);
      expect(all.has(count)).toBe(false);
      const without = all.withIds(['r0'], false);
      expect([all.count, without.count, without.has(0)]).toEqual([count, count - 1, false]);
    });
  }

  it('selects a stretch of found rows and lets it go again', () => {
    const names = letters(70);
    const found = names.found('r69', 'r3', 'r40', 'r0');
    const some = RowSelection.none(names).withRows(found, true, 1, 3);
    expect([...some.ids].sort()).toEqual(['r3', 'r40']);
    expect(some.withRows(found, false).count).toBe(0);
  });

  it('selects no row that is gone, though it was found before', () => {
    const names = letters(64);
    const found = names.everything;
    names.names[5] = '';
    const all = RowSelection.none(names).withRows(found, true);
    expect([all.count, all.has(5), all.ids.has('')]).toEqual([63, false, false]);
  });

  it('drops what is gone, and is the same when nothing of it is', () => {
    const names = letters(40);
    const selection = RowSelection.of(names, new Set(['r1', 'r35']));
    expect(selection.followed([2, 3], [])).toBe(selection);
    expect([...selection.followed([35], []).ids]).toEqual(['r1']);
  });

  it('follows its ids to other records, wherever they stand there', () => {
    const old = RowSelection.of(letters(50), new Set(['r0', 'r7', 'r49', 'stranger']));
    const moved = old.movedTo(new Names(['stranger', 'r7', 'r0', 'x']));
    expect([...moved.ids].sort()).toEqual(['r0', 'r7', 'stranger']);
    expect([moved.count, moved.has(0), moved.has(1), moved.has(2), moved.has(3)]).toEqual([3, true, true, true, false]);
  });

  it('agrees with a plain set through many random steps', () => {
    const names = letters(200);
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    let selection = RowSelection.none(names);
    const model = new Set<string>();
    for (let step = 0; step < 2000; step += 1) {
      const ids = Array.from({ length: random(5) }, () => `r${String(random(200))}`);
      const isSelected = random(2) === 0;
      selection =
        step % 3 === 0 ? selection.withRows(names.found(...ids), isSelected) : selection.withIds(ids, isSelected);
      for (const id of ids) {
        if (isSelected) model.add(id);
        else model.delete(id);
      }
      expect(selection.count).toBe(model.size);
    }
    expect([...selection.ids].sort()).toEqual([...model].sort());
  });
});

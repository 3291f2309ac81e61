import { describe, expect, it } from 'vitest';
import type { Search, SortKey } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { finished } from '../../src/record-index/work.js';
import { growth } from '../support/effort.js';
import { makeRecords } from '../support/records.js';
import { found } from './ask.js';
import { testFields } from './fields.js';

const byTime: readonly SortKey[] = [{ field: 'time', direction: 'ascending' }];
const search: Search = { field: 'phone', text: '33' };
const many = makeRecords(100_000);
const few = many.slice(0, 10_000);

function prepared(records: typeof many): RecordIndex {
  const index = new RecordIndex(records, testFields);
  finished(index.prepare(search, byTime));
  found(index, search, byTime);
  return index;
}

/** A hundred changes, a hundred times. */
function change(index: RecordIndex): void {
  for (let round = 0; round < 100; round += 1) {
    const upserts = few.slice(round * 100, round * 100 + 100).map((record) => ({ ...record, state: String(round) }));
    index.apply({ upserts });
    found(index, search, byTime);
  }
}

describe('with ten times the records', () => {
  it('an answer takes in proportion, and by far not the square of it', () => {
    const ask = (records: typeof many) => (): unknown => found(new RecordIndex(records, testFields), search, byTime);
    expect(growth(5, ask(many), ask(few))).toBeLessThan(30);
  });

  it('changes that leave the order alone take as long as before', () => {
    const [large, small] = [prepared(many), prepared(few)];
    expect(
      growth(
        5,
        () => change(large),
        () => change(small),
      ),
    ).toBeLessThan(4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SortKey } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { makeRecord, makeRecords } from '../support/records.js';
import { found, foundIds } from './ask.js';
import { testFields } from './fields.js';

const SORTS: readonly (readonly SortKey[])[] = [
  [],
  [{ field: 'time', direction: 'ascending' }],
  [{ field: 'time', direction: 'descending' }],
  [
    { field: 'service', direction: 'ascending' },
    { field: 'phone', direction: 'descending' },
  ],
];
const SEARCHES = ['', '3', '33', '336'].map((text) => ({ field: 'phone', text }));

function everyAnswer(index: RecordIndex): readonly (readonly string[])[] {
  return SEARCHES.flatMap((search) => SORTS.map((sort) => foundIds(index, search, sort)));
}

const change = fc.record({
  upserts: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9999 })), { maxLength: 8 }),
  removals: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
});

describe('changes', () => {
  it('lead to the same answers as an index built anew', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const index = new RecordIndex(makeRecords(40), testFields);
        everyAnswer(index);
        for (const { upserts, removals } of changes) {
          index.apply({
            upserts: upserts.map(([at, seed]) => makeRecord({ ...makeRecords(1, seed)[0], id: `417-${String(at)}` })),
            removals: removals.map((at) => `417-${String(at).padStart(7, '0')}`),
          });
          expect(everyAnswer(index)).toEqual(everyAnswer(new RecordIndex(index.records, testFields)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('replaces a record in its place and puts a new one at the end', () => {
    const index = new RecordIndex([makeRecord({ id: 'a' }), makeRecord({ id: 'b' })], testFields);
    index.apply({ upserts: [makeRecord({ id: 'c' }), makeRecord({ id: 'a', state: 'QUEUED' })] });
    expect(index.records.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'QUEUED'],
      ['b', 'SCHEDULED'],
      ['c', 'SCHEDULED'],
    ]);
  });

  it('removes an id that stands in both lists', () => {
    const index = new RecordIndex([makeRecord({ id: 'a' })], testFields);
    index.apply({ upserts: [makeRecord({ id: 'a' }), makeRecord({ id: 'b' })], removals: ['a', 'b', 'unknown'] });
    expect(index.records).toEqual([]);
  });

  it('leaves the array it was built from as it was', () => {
    const records = makeRecords(3);
    const index = new RecordIndex(records, testFields);
    index.apply({ removals: [records[0]!.id] });
    expect(records).toHaveLength(3);
    expect(index.records).toHaveLength(2);
  });
});

describe('ids', () => {
  it('occur once: the last record of an id stands at the place of the first', () => {
    const index = new RecordIndex(
      [makeRecord({ id: 'a' }), makeRecord({ id: 'b' }), makeRecord({ id: 'a', state: 'QUEUED' })],
      testFields,
    );
    expect(index.records.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'QUEUED'],
      ['b', 'SCHEDULED'],
    ]);
  });

  it('may be names that objects have by themselves', () => {
    const index = new RecordIndex([makeRecord({ id: '__proto__' }), makeRecord({ id: 'constructor' })], testFields);
    expect(index.has('__proto__')).toBe(true);
    expect(index.has('toString')).toBe(false);
  });

  it('have a place among found rows', () => {
    const index = new RecordIndex(
      ['a', 'b', 'c'].map((id) => makeRecord({ id })),
      testFields,
    );
    expect(found(index).indexOf(index.rowOf('c') as number)).toBe(2);
    expect(index.rowOf('unknown')).toBeUndefined();
  });
});

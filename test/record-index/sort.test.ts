import { describe, expect, it } from 'vitest';
import type { SortKey } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { makeRecord, makeRecords } from '../support/records.js';
import { testFields } from './fields.js';

const everything = { field: 'phone', text: '' };

function sortedIds(index: RecordIndex, ...sort: readonly SortKey[]): readonly string[] {
  return index.idsOf(index.find(everything, sort));
}

describe('sorting', () => {
  const records = [
    makeRecord({ id: 'd', serviceName: 'sales', desiredTime: 30 }),
    makeRecord({ id: 'c', serviceName: 'Élan', desiredTime: 10 }),
    makeRecord({ id: 'b', serviceName: 'sales', desiredTime: 10 }),
    makeRecord({ id: 'a', serviceName: 'billing', desiredTime: 20 }),
  ];
  const index = new RecordIndex(records, testFields);

  it('keeps the order of the records without keys', () => {
    expect(sortedIds(index)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('sorts by numbers', () => {
    expect(sortedIds(index, { field: 'time', direction: 'ascending' })).toEqual(['b', 'c', 'a', 'd']);
  });

  it('stands ties by id in both directions', () => {
    expect(sortedIds(index, { field: 'time', direction: 'descending' })).toEqual(['d', 'a', 'b', 'c']);
  });

  it('sorts texts without case and accents', () => {
    expect(sortedIds(index, { field: 'service', direction: 'ascending' })).toEqual(['a', 'c', 'b', 'd']);
  });

  it('sorts by several keys, each in its own direction', () => {
    expect(
      sortedIds(index, { field: 'service', direction: 'descending' }, { field: 'time', direction: 'ascending' }),
    ).toEqual(['b', 'd', 'c', 'a']);
  });

  it('gives the same order however it came about', () => {
    const many = makeRecords(1000);
    const used = new RecordIndex(many, testFields);
    for (const field of ['state', 'service', 'time', 'phone']) {
      for (const direction of ['ascending', 'descending', 'ascending'] as const) {
        const fresh = new RecordIndex(many, testFields);
        expect(sortedIds(used, { field, direction })).toEqual(sortedIds(fresh, { field, direction }));
      }
    }
  });

  it('sorts numbers that do not fit together into a double', () => {
    const far = new RecordIndex(
      [8.6e15, -8.6e15, 0.5, 3].map((desiredTime, at) => makeRecord({ id: String(at), desiredTime })),
      testFields,
    );
    expect(sortedIds(far, { field: 'time', direction: 'ascending' })).toEqual(['1', '2', '3', '0']);
  });

  it('sorts what is not a number last', () => {
    const odd = new RecordIndex(
      [Number.NaN, 5, 1].map((desiredTime, at) => makeRecord({ id: String(at), desiredTime })),
      { searched: [], get: () => ({ text: () => '', order: ({ desiredTime }) => desiredTime }) },
    );
    expect(sortedIds(odd, { field: 'time', direction: 'ascending' })).toEqual(['2', '1', '0']);
  });

  it('keeps the order while searching', () => {
    expect(
      index.idsOf(index.find({ field: 'service', text: 'sal' }, [{ field: 'time', direction: 'ascending' }])),
    ).toEqual(['b', 'd']);
  });
});

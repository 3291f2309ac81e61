import { beforeEach, describe, expect, it } from 'vitest';
import type { SortKey } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { makeRecord, makeRecords } from '../support/records.js';
import { EVERYTHING, found, foundIds, idsOf } from './ask.js';
import { testFields } from './fields.js';

const sortedIds = (index: RecordIndex, ...sort: readonly SortKey[]): readonly string[] =>
  foundIds(index, EVERYTHING, sort);

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
    expect(foundIds(index, { field: 'service', text: 'sal' }, [{ field: 'time', direction: 'ascending' }])).toEqual([
      'b',
      'd',
    ]);
  });

  it('sorts numbers however far apart they are, infinite ones too', () => {
    const times = [Number.POSITIVE_INFINITY, 1.5, -0, Number.NEGATIVE_INFINITY, 2 ** 60, Number.NaN];
    const odd = new RecordIndex(
      times.map((desiredTime, at) => makeRecord({ id: String(at), desiredTime })),
      { searched: [], get: () => ({ text: () => '', order: ({ desiredTime }) => desiredTime }) },
    );
    expect(sortedIds(odd, { field: 'time', direction: 'ascending' })).toEqual(['3', '2', '1', '4', '0', '5']);
    expect(sortedIds(odd, { field: 'time', direction: 'descending' })).toEqual(['0', '5', '4', '1', '2', '3']);
  });

  it('compares shown texts as the field says', () => {
    const byLength = new RecordIndex(records, {
      searched: [],
      get: () => ({
        text: ({ serviceName }) => serviceName,
        compare: (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0),
      }),
    });
    expect(sortedIds(byLength, { field: 'service', direction: 'ascending' })).toEqual(['c', 'b', 'd', 'a']);
  });
});

describe('an order', () => {
  const byTime = { field: 'time', direction: 'ascending' } as const;
  const move = (index: RecordIndex, id: string, desiredTime: number): unknown =>
    index.apply({ upserts: [makeRecord({ id, desiredTime })] });
  let index: RecordIndex;

  beforeEach(() => {
    const times = [10, 20, 20, 20, 30];
    index = new RecordIndex(
      times.map((desiredTime, at) => makeRecord({ id: 'edcba'.charAt(at), desiredTime })),
      testFields,
    );
  });

  it('stays the same object while no key changes', () => {
    const before = found(index, EVERYTHING, [byTime]);
    index.apply({ upserts: [makeRecord({ id: 'd', desiredTime: 20, state: 'QUEUED' })] });
    expect(found(index, EVERYTHING, [byTime])).toBe(before);
  });

  it('never changes what was found before', () => {
    const before = found(index, EVERYTHING, [byTime]);
    const ids = idsOf(index, before);
    move(index, 'e', 40);
    index.apply({ removals: ['c'] });
    found(index, EVERYTHING, [byTime]);
    expect(idsOf(index, before)).toEqual(ids);
  });

  it.each([
    ['the first of those that are tied leaves them', 'b', 40, ['ecdab', 'bacde']],
    ['one comes before them', 'a', 20, ['eabcd', 'abcde']],
    ['one comes behind them', 'e', 20, ['bcdea', 'abcde']],
    ['one that never was tied moves', 'e', 5, ['ebcda', 'abcde']],
  ])('keeps ties by id in both directions when %s', (_name, id, time, [ascending, descending]) => {
    found(index, EVERYTHING, [byTime]);
    move(index, id, time);
    expect(sortedIds(index, byTime).join('')).toBe(ascending);
    expect(sortedIds(index, { ...byTime, direction: 'descending' }).join('')).toBe(descending);
  });
});

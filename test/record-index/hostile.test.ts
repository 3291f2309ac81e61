import { describe, expect, it } from 'vitest';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { finished } from '../../src/record-index/work.js';
import { makeRecord } from '../support/records.js';
import { EVERYTHING, found, foundIds } from './ask.js';
import { testFields } from './fields.js';

/** Among so many numbers that all differ these are kept as texts, joined. */
function indexOf(...numbers: readonly string[]): RecordIndex {
  const filling = Array.from({ length: 4000 }, (_, at) => String(10_000 + at));
  return new RecordIndex(
    [...numbers, ...filling].map((customerNumber, at) => makeRecord({ id: String(at), customerNumber })),
    testFields,
  );
}

const byNumber = (index: RecordIndex, text: string): readonly string[] => foundIds(index, { field: 'phone', text });

describe('texts that hold what stands between texts', () => {
  it('are found by it, and nothing is found across two texts', () => {
    const index = indexOf('ab', 'c\nd', '\n', 'e', 'x\n', '\ny');
    expect(byNumber(index, '\n')).toEqual(['1', '2', '4', '5']);
    expect(byNumber(index, 'b\nc')).toEqual([]);
    expect(byNumber(index, 'c\nd')).toEqual(['1']);
    expect(byNumber(index, '\n\n')).toEqual([]);
  });

  it('are found by what comes after it', () => {
    const index = indexOf('\na\nab', 'a\na', 'ab');
    expect(byNumber(index, 'ab')).toEqual(['0', '2']);
    expect(byNumber(index, '\na')).toEqual(['0', '1']);
  });
});

describe('texts of every kind', () => {
  const huge = `${'x'.repeat(1_000_000)}needle`;

  it.each([
    ['nothing', '', 'x', false],
    ['half of a character', '\ud83d', '\ud83d', true],
    ['one that gets longer by folding', 'ﬁx', 'fix', true],
    ['one that gets shorter by folding', 'e\u0301t', 'et', true],
    ['a capital that is two letters', 'İx', 'ix', true],
    ['a million characters', huge, 'xneedle', true],
    ['a million characters, beyond their end', huge, 'needlex', false],
  ])('are found in: %s', (_name, number, text, isFound) => {
    const index = indexOf('aé', number, 'zé');
    expect(byNumber(index, text).includes('1')).toBe(isFound);
    expect(byNumber(index, 'zé')).toEqual(['2']);
  });

  it('leave their neighbours alone when they change', () => {
    const index = indexOf('one', 'two', 'three');
    found(index, { field: 'phone', text: 't' });
    index.apply({ upserts: [makeRecord({ id: '1', customerNumber: huge })] });
    expect(byNumber(index, 'needle')).toEqual(['1']);
    expect(byNumber(index, 't')).toEqual(['2']);
    index.apply({ upserts: [makeRecord({ id: '1', customerNumber: '' })], removals: ['2'] });
    expect(byNumber(index, 'needle')).toEqual([]);
    expect(byNumber(index, 't')).toEqual([]);
  });
});

describe('ids of every kind', () => {
  const ids = [
    '__proto__',
    'constructor',
    '',
    ' ',
    '\ud800',
    '\udc00',
    'a\nb',
    'a\0b',
    'x'.repeat(100_000),
    `${'x'.repeat(99_999)}y`,
  ];

  it('are told apart', () => {
    const index = new RecordIndex(
      ids.map((id) => makeRecord({ id })),
      testFields,
    );
    expect(ids.map((id) => index.rowOf(id))).toEqual(ids.map((_, row) => row));
    expect(index.has('toString')).toBe(false);
    index.apply({ removals: ids.slice(0, 5) });
    expect(ids.filter((id) => index.has(id))).toEqual(ids.slice(5));
  });

  it('that differ in one place only are told apart in any number', () => {
    const records = Array.from({ length: 20_000 }, (_, at) =>
      makeRecord({ id: `417-${String(at).padStart(12, '0')}-00` }),
    );
    const index = new RecordIndex(records, testFields);
    expect(records.every(({ id }, row) => index.rowOf(id) === row)).toBe(true);
  });

  it('that come and go leave no row behind', () => {
    const index = new RecordIndex([], testFields);
    for (let round = 0; round < 2000; round += 1) {
      const id = `id ${String(round % 3)}`;
      index.apply({ upserts: [makeRecord({ id })] });
      index.apply({ removals: [id] });
    }
    expect(index.count).toBe(0);
    expect(found(index, EVERYTHING, [{ field: 'time', direction: 'ascending' }])).toHaveLength(0);
  });
});

describe('counts', () => {
  it('are of all, or of those that were found, and follow changes', () => {
    const index = new RecordIndex(
      [
        makeRecord({ id: 'a', state: 'QUEUED', serviceName: '__proto__' }),
        makeRecord({ id: 'b', state: 'QUEUED', serviceName: 'sales' }),
        makeRecord({ id: 'c', state: 'PAUSED', serviceName: 'sales' }),
      ],
      testFields,
    );
    expect([...index.countsBy('state')]).toEqual([
      ['QUEUED', 2],
      ['PAUSED', 1],
    ]);
    index.apply({ upserts: [makeRecord({ id: 'c', state: 'QUEUED', serviceName: 'sales' })], removals: ['b'] });
    expect([...index.countsBy('state')]).toEqual([['QUEUED', 2]]);
    expect([...index.countsBy('serviceName', found(index, { field: 'service', text: 'sal' }))]).toEqual([['sales', 1]]);
  });

  it('of more texts than a byte can name are right', () => {
    const records = Array.from({ length: 70_000 }, (_, at) =>
      makeRecord({ id: String(at), serviceName: `s${String(at)}` }),
    );
    const counts = new RecordIndex(records, testFields).countsBy('serviceName');
    expect(counts.size).toBe(70_000);
    expect(new Set(counts.values())).toEqual(new Set([1]));
  });

  it('leave out what is gone', () => {
    const index = new RecordIndex([makeRecord({ id: 'a' }), makeRecord({ id: 'b', state: 'PAUSED' })], testFields);
    finished(index.prepare(EVERYTHING, []));
    index.apply({ removals: ['b'] });
    expect([...index.countsBy('state')]).toEqual([['SCHEDULED', 1]]);
  });
});

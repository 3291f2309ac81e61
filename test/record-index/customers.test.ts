import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { customerKey, isActive } from '../../src/domain/duplicates.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { finished } from '../../src/record-index/work.js';
import { growth } from '../support/effort.js';
import { makeRecord, makeRecords } from '../support/records.js';
import { testFields } from './fields.js';

const LONG = 6000;

/** What the index says of every record, by id. */
function told(index: RecordIndex): Readonly<Record<string, number>> {
  return Object.fromEntries(index.records.map((record) => [record.id, index.activeOf(record)]));
}

/** The same, without a thought for speed. */
function counted(records: readonly CallbackRecord[]): Readonly<Record<string, number>> {
  const sameCustomer = (record: CallbackRecord): readonly CallbackRecord[] => {
    const key = customerKey(record.customerNumber);
    return key === '' ? [] : records.filter((other) => isActive(other) && customerKey(other.customerNumber) === key);
  };
  return Object.fromEntries(
    records.map((record) => [record.id, isActive(record) ? sameCustomer(record).length : 0] as const),
  );
}

function countedIndex(records: readonly CallbackRecord[]): RecordIndex {
  const index = new RecordIndex(records, testFields);
  finished(index.countCustomers());
  return index;
}

const small = fc.record({
  id: fc.integer({ min: 0, max: 20 }).map(String),
  customerNumber: fc.constantFrom('', '5510', '55 10', '+5510', '5520', 'anonymous'),
  state: fc.constantFrom('SCHEDULED', 'COMPLETED', 'HIBERNATING'),
});
const changes = fc.record({
  upserts: fc.array(small.map(makeRecord), { maxLength: 8 }),
  removals: fc.array(fc.integer({ min: 0, max: 20 }).map(String), { maxLength: 5 }),
});

describe('customers with several active callbacks', () => {
  it('are counted by number, and no completed callback is one of them', () => {
    const index = countedIndex([
      makeRecord({ id: 'a', customerNumber: '5510' }),
      makeRecord({ id: 'b', customerNumber: '55-10' }),
      makeRecord({ id: 'c', customerNumber: '5510', state: 'COMPLETED' }),
      makeRecord({ id: 'd', customerNumber: '5520' }),
      makeRecord({ id: 'e', customerNumber: '' }),
      makeRecord({ id: 'f', customerNumber: '' }),
    ]);
    expect(told(index)).toEqual({ a: 2, b: 2, c: 0, d: 1, e: 0, f: 0 });
  });

  it('follow changes as if they were counted anew', () => {
    fc.assert(
      fc.property(fc.array(small.map(makeRecord), { maxLength: 12 }), fc.array(changes), (records, rounds) => {
        const index = new RecordIndex(records, testFields);
        for (const round of rounds) {
          index.apply(round);
          expect(told(index)).toEqual(counted(index.records));
        }
      }),
    );
  });

  it('are right when changes come while a long list is being counted', () => {
    const records = makeRecords(LONG);
    const index = new RecordIndex(records, testFields);
    const work = index.countCustomers();
    for (let step = 0; step < 3; step += 1) work.next();
    const [first, last] = [records[0]!, records.at(-1)!];
    index.apply({
      upserts: [
        { ...first, customerNumber: '7777' },
        { ...last, customerNumber: '7777', state: 'QUEUED' },
        makeRecord({ id: 'new', customerNumber: '7777' }),
      ],
      removals: [records[1]!.id],
    });
    finished(work);
    expect(told(index)).toEqual(told(countedIndex(index.records)));
    expect(index.activeOf(makeRecord({ customerNumber: '7777' }))).toBeGreaterThan(1);
  });

  it('are known of the records before until those of a long list are counted', () => {
    const records = makeRecords(LONG);
    const before = countedIndex(records);
    const index = new RecordIndex([...records, makeRecord({ id: 'new', customerNumber: '5510' })], testFields, before);
    expect(told(index)).toMatchObject(told(before));
    finished(index.countCustomers());
    expect(told(index)).toEqual(told(countedIndex(index.records)));
  });

  it('are nobody before anything was counted', () => {
    const index = new RecordIndex(makeRecords(LONG), testFields);
    expect(Object.values(told(index)).every((count) => count === 0)).toBe(true);
  });

  it('say once that they are known', () => {
    const index = new RecordIndex(makeRecords(LONG), testFields);
    expect(finished(index.countCustomers())).toBe(true);
    expect(finished(index.countCustomers())).toBe(false);
  });

  it('are counted in proportion, also when all callbacks are of one customer', () => {
    const many = makeRecords(100_000).map((record) => ({ ...record, customerNumber: '5510' }));
    const tenth = many.slice(0, 10_000);
    expect(
      growth(
        3,
        () => countedIndex(many),
        () => countedIndex(tenth),
      ),
    ).toBeLessThan(30);
  });

  it('follow a change in a time that does not grow with the records', () => {
    const many = makeRecords(100_000);
    const few = many.slice(0, 10_000);
    const [large, small] = [countedIndex(many), countedIndex(few)];
    const change = (index: RecordIndex) => (): void => {
      for (let round = 0; round < 100; round += 1) {
        index.apply({ upserts: few.slice(round * 100, round * 100 + 100).map((record) => ({ ...record })) });
      }
    };
    change(large)();
    change(small)();
    expect(growth(3, change(large), change(small))).toBeLessThan(4);
  });
});

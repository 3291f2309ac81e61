import { describe, expect, it } from 'vitest';
import type { CallbackRecord } from '../../src/domain/callback.js';
import type { IndexFields, SortKey } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import type { Work } from '../../src/record-index/work.js';
import { PIECE, finished } from '../../src/record-index/work.js';
import { makeRecord, makeRecords } from '../support/records.js';
import { EVERYTHING, found, foundIds } from './ask.js';
import { NaiveIndex } from './naive.js';
import { testFields } from './fields.js';

const COUNT = 30_000;
const records: readonly CallbackRecord[] = makeRecords(COUNT).map((record, at) => ({
  ...record,
  // Made numbers come again, and would all be kept as codes.
  customerNumber: `+33${String((at * 618_033_989) % 1e9).padStart(9, '0')}`,
}));
const changed = (at: number, overrides: Partial<CallbackRecord>): CallbackRecord => ({
  ...(records[at] as CallbackRecord),
  ...overrides,
});
const SORTS: readonly (readonly SortKey[])[] = [
  [],
  [{ field: 'time', direction: 'ascending' }],
  [{ field: 'time', direction: 'descending' }],
  [{ field: 'phone', direction: 'descending' }],
  [
    { field: 'service', direction: 'descending' },
    { field: 'phone', direction: 'ascending' },
  ],
  [{ field: 'state', direction: 'ascending' }],
];
const TEXTS = ['', '3', '33', '339', '33', '7'];

/** Fields that count how often they are asked. */
function counting(fields: IndexFields): { fields: IndexFields; readonly asked: number } {
  const known = new Map<string, ReturnType<IndexFields['get']>>();
  const counted = {
    asked: 0,
    fields: {
      searched: fields.searched,
      get(id: string) {
        const field = fields.get(id);
        const { order } = field;
        const count =
          <Value>(ask: (record: CallbackRecord) => Value) =>
          (record: CallbackRecord): Value => {
            counted.asked += 1;
            return ask(record);
          };
        const own = known.get(id) ?? {
          text: count(field.text),
          ...(order === undefined ? {} : { order: count(order) }),
        };
        known.set(id, own);
        return own;
      },
    },
  };
  return counted;
}

describe('a long list', () => {
  it('is answered like a short one, before and after changes', () => {
    // Long enough that the index does nothing at once, short enough for the other.
    const some = records.slice(0, 6000);
    const index = new RecordIndex(some, testFields);
    const naive = new NaiveIndex(some, testFields);
    const compare = (): void => {
      for (const sort of SORTS) {
        for (const text of TEXTS) {
          const search = { field: 'phone', text };
          expect(foundIds(index, search, sort)).toEqual(naive.find(search, sort));
        }
      }
    };
    compare();
    for (const share of [1000, 20]) {
      const rows = some.map((_, at) => at).filter((at) => at % share === 7);
      const changes = {
        upserts: [
          ...rows.map((at) => changed(at, { customerNumber: `+44${String(at)}`, desiredTime: at * 1000 })),
          makeRecord({ id: `new ${String(share)}` }),
        ],
        removals: rows.map((at) => (some[at + 1] as CallbackRecord).id),
      };
      index.apply(changes);
      naive.apply(changes);
      compare();
    }
  });

  it('is not looked at before it is asked for', () => {
    let reads = 0;
    const watched = new Proxy(records, {
      get: (target, key, receiver): unknown => {
        if (key !== 'length') reads += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const index = new RecordIndex(watched, testFields);
    expect(index.count).toBe(COUNT);
    expect(index.records).toBe(watched);
    expect(found(index).at(COUNT - 1)).toBe(COUNT - 1);
    expect(reads).toBe(0);
  });

  it('loses its doubles when it is prepared', () => {
    const double = changed(3, { state: 'PAUSED' });
    const index = new RecordIndex([...records, double], testFields);
    const before = found(index);
    expect(finished(index.prepare(EVERYTHING, []))).toBe(true);
    expect(index.count).toBe(COUNT);
    expect(index.recordAt(3)).toBe(double);
    expect(found(index)).not.toBe(before);
    expect(finished(index.prepare(EVERYTHING, []))).toBe(false);
  });

  it('loses its doubles by a change, which counts for more', () => {
    const newest = changed(3, { state: 'ROUTING' });
    const index = new RecordIndex([...records, changed(3, { state: 'PAUSED' })], testFields);
    expect(index.apply({ upserts: [newest] })).toEqual({ touched: [3], removed: [COUNT] });
    expect(index.get(newest.id)).toBe(newest);
  });

  it('finds an id before all ids are read', () => {
    const index = new RecordIndex(records, testFields);
    expect(index.rowOf((records[10] as CallbackRecord).id)).toBe(10);
    expect(index.rowOf((records[COUNT - 1] as CallbackRecord).id)).toBe(COUNT - 1);
    expect(index.has('nobody')).toBe(false);
  });
});

describe('work', () => {
  it.each([
    ['searching', (index: RecordIndex) => index.find({ field: 'phone', text: '33' }, [])],
    ['searching everywhere', (index: RecordIndex) => index.find({ field: 'all', text: '33' }, [])],
    ['sorting by number', (index: RecordIndex) => index.find(EVERYTHING, [{ field: 'time', direction: 'ascending' }])],
    ['sorting by text', (index: RecordIndex) => index.find(EVERYTHING, [{ field: 'phone', direction: 'ascending' }])],
    ['preparing', (index: RecordIndex) => index.prepare({ field: 'phone', text: '' }, [])],
  ])('pauses often enough while %s', (_name, start) => {
    const counted = counting(testFields);
    const work: Work<unknown> = start(new RecordIndex(records, counted.fields));
    let before = counted.asked;
    while (work.next().done !== true) {
      expect(counted.asked - before).toBeLessThanOrEqual(PIECE);
      before = counted.asked;
    }
    expect(counted.asked).toBeGreaterThanOrEqual(COUNT);
  });

  it('compares no more than a few thousand texts between two pauses', () => {
    let compared = 0;
    const fields: IndexFields = {
      searched: [],
      get: () => ({
        text: ({ customerNumber }) => customerNumber,
        compare: (a, b) => ((compared += 1), a < b ? -1 : 1),
      }),
    };
    const field = fields.get('phone');
    const index = new RecordIndex(records, { ...fields, get: () => field });
    const work = index.find(EVERYTHING, [{ field: 'phone', direction: 'ascending' }]);
    let before = 0;
    let most = 0;
    while (work.next().done !== true) {
      most = Math.max(most, compared - before);
      before = compared;
    }
    expect(most).toBeLessThanOrEqual(PIECE);
    expect(compared).toBeGreaterThan(COUNT);
  });

  it('that was dropped need not be done again', () => {
    const counted = counting(testFields);
    const index = new RecordIndex(records, counted.fields);
    const work = index.find({ field: 'phone', text: '33' }, []);
    for (let piece = 0; piece < 20; piece += 1) work.next();
    const before = counted.asked;
    found(index, { field: 'phone', text: '3' });
    expect(counted.asked).toBeLessThan(COUNT + PIECE);
    expect(before).toBeGreaterThan(COUNT / 2);
  });

  it('of taking changes in asks only about what has changed', () => {
    const counted = counting(testFields);
    const index = new RecordIndex(records, counted.fields);
    const ask = (): unknown =>
      found(index, { field: 'phone', text: '33' }, [{ field: 'time', direction: 'ascending' }]);
    ask();
    const before = counted.asked;
    index.apply({ upserts: Array.from({ length: 10 }, (_, at) => changed(at * 100, { state: 'PAUSED' })) });
    ask();
    expect(counted.asked - before).toBeLessThan(100);
  });

  it('pauses often while rows that share a time are put in the order of their ids', () => {
    const slots = records.map((record, at) => ({ ...record, desiredTime: (at % 288) * 900_000 }));
    const work = new RecordIndex(slots, testFields).find(EVERYTHING, [{ field: 'time', direction: 'ascending' }]);
    let pauses = 0;
    while (work.next().done !== true) pauses += 1;
    expect(pauses).toBeGreaterThan(200);
  });
});

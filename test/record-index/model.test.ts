import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { ALL_FIELDS } from '../../src/record-index/fields.js';
import type { IndexField, IndexFields, SortKey } from '../../src/record-index/fields.js';
import type { FoundRows } from '../../src/record-index/found-rows.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import type { Work } from '../../src/record-index/work.js';
import { makeRecord } from '../support/records.js';
import { idsOf } from './ask.js';
import { NaiveIndex } from './naive.js';

const FIELDS: Readonly<Record<string, IndexField>> = {
  state: { text: ({ state }) => state, compare: (a, b) => a.length - b.length },
  phone: { text: ({ customerNumber }) => customerNumber },
  service: { text: ({ serviceName }) => serviceName },
  time: { text: ({ desiredTime }) => String(desiredTime), order: ({ desiredTime }) => desiredTime },
};
const fields: IndexFields = {
  searched: ['state', 'phone', 'service'],
  get: (field) => FIELDS[field] as IndexField,
};

/** Few of each, so that they meet: with separators, accents, halves of characters, and what folding makes longer or shorter. */
const piece = fc.constantFrom(
  '',
  '1',
  '12',
  '3',
  '\n',
  '\n1',
  'a',
  'É',
  'e\u0301',
  'ß',
  'İ',
  'ﬁ',
  '\ud83d',
  '５',
  '\0',
  '~',
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const time = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 1.7e12, max: 1.8e12 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1.5),
);
const record: fc.Arbitrary<CallbackRecord> = fc
  .record({
    id: fc.nat({ max: 40 }).map(String),
    state: fc.constantFrom('QUEUED', 'PAUSED', 'COMPLETED', ''),
    serviceName: fc.constantFrom('billing', 'Épargne', ''),
    customerNumber: text,
    desiredTime: time,
  })
  .map(makeRecord);

const search = fc.record({ field: fc.constantFrom('phone', 'phone', 'service', ALL_FIELDS), text });
const sort: fc.Arbitrary<readonly SortKey[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom('state', 'phone', 'service', 'time'),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  { selector: ({ field }) => field, maxLength: 3 },
);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), search, sort }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const), search, sort, after: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('prepare' as const), search, sort }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      upserts: fc.array(record, { maxLength: 6 }),
      removals: fc.array(fc.nat({ max: 40 }).map(String), { maxLength: 4 }),
    }),
  },
);

/** Goes on with work that somebody else began, after each piece of one's own. */
function alternated<Result>(work: Work<Result>, others: readonly Work<unknown>[]): Result {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    for (const other of others) other.next();
  }
}

describe('the index', () => {
  it('answers like the simplest one, whatever was asked, dropped or changed before', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), fc.array(step, { maxLength: 20 }), (records, steps) => {
        const index = new RecordIndex(records, fields);
        const naive = new NaiveIndex(records, fields);
        const underWay: Work<FoundRows>[] = [];
        for (const next of steps) {
          if (next.kind === 'change') {
            const known = new Map(naive.records.map((old) => [old.id, old]));
            naive.apply(next);
            const { touched, removed } = index.apply(next);
            const now = new Map(naive.records.map((old) => [old.id, old]));
            expect(touched.map((row) => index.recordAt(row))).toEqual(
              expect.arrayContaining(naive.records.filter((one) => known.get(one.id) !== one)),
            );
            expect(removed.map((row) => index.recordAt(row).id).sort()).toEqual(
              [...known.keys()].filter((id) => !now.has(id)).sort(),
            );
          } else if (next.kind === 'drop') {
            const work = index.find(next.search, next.sort);
            for (let piece = 0; piece < next.after; piece += 1) work.next();
            underWay.push(work);
          } else if (next.kind === 'prepare') {
            alternated(index.prepare(next.search, next.sort), underWay);
          } else {
            const rows = alternated(index.find(next.search, next.sort), underWay);
            expect(idsOf(index, rows)).toEqual(naive.find(next.search, next.sort));
            for (let position = 0; position < rows.length; position += 1) {
              expect(rows.indexOf(rows.at(position))).toBe(position);
            }
          }
          expect(index.count).toBe(naive.records.length);
        }
        expect(index.records).toEqual(naive.records);
      }),
      { numRuns: 300 },
    );
  });
});

import { afterAll, bench, describe, expect } from 'vitest';
import type { CallbackRecord } from '../src/domain/callback.js';
import type { IndexField, IndexFields, Search, SortKey } from '../src/record-index/fields.js';
import { RecordIndex } from '../src/record-index/record-index.js';
import { finished } from '../src/record-index/work.js';
import { makeRecords } from '../test/support/records.js';

const FIELDS: Readonly<Record<string, IndexField>> = {
  state: { text: (record) => record.state },
  desiredTime: { text: (record) => new Date(record.desiredTime).toISOString(), order: (record) => record.desiredTime },
  customerNumber: { text: (record) => record.customerNumber },
};
const none: IndexField = { text: () => '' };
const fields: IndexFields = { get: (id) => FIELDS[id] ?? none, searched: ['state', 'customerNumber'] };

/** Numbers and times that all differ: the most an index can be given to do. */
const records: readonly CallbackRecord[] = makeRecords(100_000).map((record, at) => ({
  ...record,
  customerNumber: `+33${String((at * 618_033_989) % 1e9).padStart(9, '0')}`,
  desiredTime: record.desiredTime + (at % 60_000),
}));

const number = (text: string): Search => ({ field: 'customerNumber', text });
const byTime: readonly SortKey[] = [{ field: 'desiredTime', direction: 'ascending' }];
const byTimeDown: readonly SortKey[] = [{ field: 'desiredTime', direction: 'descending' }];
const find = (index: RecordIndex, search: Search, sort: readonly SortKey[] = []): unknown =>
  finished(index.find(search, sort));

function warm(): RecordIndex {
  const index = new RecordIndex(records, fields);
  finished(index.prepare(number(''), byTime));
  return index;
}

/** What was measured last: what nobody keeps, nobody has to make. */
let kept: unknown;
afterAll(() => {
  expect(kept).toBeDefined();
});

describe('yardsticks, 100,000 records', () => {
  const joined = records.map(({ customerNumber }) => customerNumber).join('\n');
  const times = Float64Array.from(records, ({ desiredTime }) => desiredTime);
  bench('find a digit in one joined text', () => {
    let count = 0;
    for (
      let at = joined.indexOf('7');
      at !== -1;
      at = joined.indexOf('7', joined.indexOf('\n', at) + 1 || joined.length)
    ) {
      count += 1;
    }
    kept = count;
  });
  bench('filter the records by a digit', () => {
    kept = records.filter((record) => record.customerNumber.includes('7'));
  });
  bench('sort the times alone', () => {
    kept = times.slice().sort();
  });
  bench('put the ids into a map', () => {
    kept = new Map(records.map(({ id }, row) => [id, row]));
  });
});

describe('record index, 100,000 records', () => {
  const typed = warm();
  const sorted = warm();
  const changed = warm();
  find(changed, number('7'), byTime);

  bench('make', () => {
    kept = new RecordIndex(records, fields);
  });
  bench('prepare: numbers, times, ids', () => {
    kept = warm();
  });
  bench('first digit, nothing prepared', () => {
    find(new RecordIndex(records, fields), number('7'));
  });
  bench('four digits typed, and deleted', () => {
    for (const text of ['7', '70', '702', '7025', '702', '70', '7', '0']) find(typed, number(text));
  });
  bench('four digits typed, and deleted, by time', () => {
    for (const text of ['7', '70', '702', '7025', '702', '70', '7', '0']) find(sorted, number(text), byTime);
  });
  bench('sort by time', () => {
    find(new RecordIndex(records, fields), number(''), byTime);
  });
  bench('flip', () => {
    find(sorted, number(''), byTimeDown);
    find(sorted, number(''), byTime);
  });

  let round = 0;
  const some = (overrides: (record: CallbackRecord) => Partial<CallbackRecord>): readonly CallbackRecord[] => {
    round += 1;
    return Array.from({ length: 100 }, (_, at) => {
      const record = records[(at * 997 + round) % records.length] as CallbackRecord;
      return { ...record, ...overrides(record) };
    });
  };
  bench('100 changes of state, by time', () => {
    changed.apply({ upserts: some(() => ({ state: String(round) })) });
    find(changed, number('7'), byTime);
  });
  bench('100 changes of time, by time', () => {
    changed.apply({ upserts: some(({ desiredTime }) => ({ desiredTime: desiredTime + round })) });
    find(changed, number('7'), byTime);
  });
});

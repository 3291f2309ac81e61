import { describe, expect, it } from 'vitest';
import { stateText } from '../../src/domain/callback.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { ALL_FIELDS } from '../../src/record-index/fields.js';
import type { IndexField, IndexFields } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { finished } from '../../src/record-index/work.js';
import { bytesInUse } from '../support/heap.js';
import { NOW, makeRecords } from '../support/records.js';
import { found } from './ask.js';

const COUNT = 100_000;
const MEGABYTE = 1_000_000;

/** The columns that a table shows by default, with their ways to sort. */
const FIELDS: Readonly<Record<string, IndexField>> = {
  state: { text: stateText, compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) },
  desiredTime: {
    text: ({ desiredTime }) => new Date(desiredTime).toISOString().slice(0, 16).replace('T', ', '),
    order: ({ desiredTime }) => desiredTime,
  },
  customerNumber: { text: ({ customerNumber }) => customerNumber },
  serviceName: { text: ({ serviceName }) => serviceName, compare: new Intl.Collator('en').compare },
};
const fields: IndexFields = {
  searched: Object.keys(FIELDS),
  get: (id) => FIELDS[id] as IndexField,
};

/** Numbers and times that all differ; flat texts, as from a response. */
const made = JSON.parse(
  JSON.stringify(
    makeRecords(COUNT).map((record, at) => ({
      ...record,
      customerNumber: `+33${String((at * 618_033_989) % 1e9).padStart(9, '0')}`,
      desiredTime: NOW + ((at * 48_271) % 5_184_000) * 1000 + (at % 1000),
    })),
  ),
) as readonly CallbackRecord[];

describe('the memory of an index', () => {
  it('over every default column, searched and sorted, is eight megabytes beyond 100,000 records at most', () => {
    // Once for what comes with the code itself.
    found(new RecordIndex(made.slice(0, 6000), fields), { field: ALL_FIELDS, text: '33' });
    const before = bytesInUse();
    const index = new RecordIndex(made, fields);
    for (const id of fields.searched) {
      for (const direction of ['ascending', 'descending'] as const) {
        finished(index.prepare({ field: id, text: '' }, [{ field: id, direction }]));
      }
    }
    const rows = found(index, { field: ALL_FIELDS, text: '3' }, [{ field: 'desiredTime', direction: 'ascending' }]);
    const bytes = bytesInUse() - before;
    expect(rows.length).toBeGreaterThan(COUNT / 2);
    expect(bytes).toBeGreaterThan(MEGABYTE);
    expect(bytes).toBeLessThan(8 * MEGABYTE);
  });

  it('does not grow with the changes it has taken in', () => {
    const some = made.slice(0, 10_000);
    const index = new RecordIndex(some, fields);
    const refresh = (round: number): void => {
      const upserts = some
        .filter((_, at) => at % 50 === round % 50)
        .map((record) => ({ ...record, desiredTime: NOW + round }));
      index.apply({ upserts });
      for (const field of ['customerNumber', ALL_FIELDS]) {
        found(index, { field, text: '33' }, [{ field: 'desiredTime', direction: 'ascending' }]);
      }
    };
    for (let round = 0; round < 50; round += 1) refresh(round);
    const before = bytesInUse();
    for (let round = 50; round < 500; round += 1) refresh(round);
    expect(bytesInUse() - before).toBeLessThan(MEGABYTE);
    expect(index.count).toBe(10_000);
  });
});

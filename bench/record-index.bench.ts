import { bench, describe } from 'vitest';
import { RecordIndex } from '../src/record-index/record-index.js';
import type { IndexField, IndexFields } from '../src/record-index/fields.js';
import { makeRecords } from '../test/support/records.js';

const fields: Readonly<Record<string, IndexField>> = {
  state: { text: (record) => record.state },
  desiredTime: { text: (record) => new Date(record.desiredTime).toISOString(), order: (record) => record.desiredTime },
  customerNumber: { text: (record) => record.customerNumber },
};
const none: IndexField = { text: () => '' };
const indexFields: IndexFields = { get: (id) => fields[id] ?? none, searched: ['state', 'customerNumber'] };

const records = makeRecords(100_000);
const everything = { field: 'customerNumber', text: '' };
const byTime = [{ field: 'desiredTime', direction: 'ascending' }] as const;

describe('record index, 100,000 records', () => {
  const warm = new RecordIndex(records, indexFields);
  warm.find({ field: 'customerNumber', text: '5' }, byTime);

  bench('build and sort by time', () => {
    new RecordIndex(records, indexFields).find(everything, byTime);
  });
  bench('build and search', () => {
    new RecordIndex(records, indexFields).find({ field: 'customerNumber', text: '5510' }, []);
  });
  bench('search again, sorted', () => {
    warm.find({ field: 'customerNumber', text: '5510' }, byTime);
    warm.find({ field: 'customerNumber', text: '' }, byTime);
  });
  bench('take 100 changes in', () => {
    warm.apply({ upserts: records.slice(0, 100).map((record) => ({ ...record, state: 'QUEUED' })) });
  });
});

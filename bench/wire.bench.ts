import { bench, describe } from 'vitest';
import { readRecord, writeRecord } from '../src/wire/records.js';
import { makeRecords } from '../test/support/records.js';

const records = makeRecords(10_000);
const written = records.map((record) => writeRecord(record));

describe('wire, 10,000 records', () => {
  bench('read', () => {
    for (const raw of written) readRecord(raw);
  });
  bench('write', () => {
    for (const record of records) writeRecord(record);
  });
});

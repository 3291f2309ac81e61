import { beforeEach, describe, expect, it } from 'vitest';
import { ALL_FIELDS } from '../../src/record-index/fields.js';
import type { IndexFields } from '../../src/record-index/fields.js';
import { RecordIndex } from '../../src/record-index/record-index.js';
import { makeRecord, makeRecords } from '../support/records.js';
import { found, foundIds } from './ask.js';
import { testFields } from './fields.js';

const idsBy = (index: RecordIndex, field: string, text: string): readonly string[] => foundIds(index, { field, text });

describe('searching', () => {
  let index: RecordIndex;

  beforeEach(() => {
    index = new RecordIndex(
      [
        makeRecord({ id: 'a', customerNumber: '5510', serviceName: 'Épargne' }),
        makeRecord({ id: 'b', customerNumber: '+33655101', serviceName: 'support' }),
        makeRecord({ id: 'c', customerNumber: '5520', serviceName: 'Support 5510' }),
      ],
      testFields,
    );
  });

  it('finds a substring of one field', () => {
    expect(idsBy(index, 'phone', '5510')).toEqual(['a', 'b']);
  });

  it('regards neither case nor accents', () => {
    expect(idsBy(index, 'service', 'EPAR')).toEqual(['a']);
  });

  it('finds in every searched field at once', () => {
    expect(idsBy(index, ALL_FIELDS, '5510')).toEqual(['a', 'b', 'c']);
  });

  it('finds everything by an empty text', () => {
    expect(idsBy(index, 'phone', '')).toEqual(['a', 'b', 'c']);
  });

  it('finds nothing by a field that no record has', () => {
    expect(idsBy(index, 'nobody', 'x')).toEqual([]);
  });

  it('takes special characters of patterns as they are', () => {
    expect(idsBy(index, 'phone', '+33')).toEqual(['b']);
    expect(idsBy(index, 'phone', '.*')).toEqual([]);
  });
});

describe('narrowing', () => {
  it('gives the same rows whichever way a text was typed', () => {
    const records = makeRecords(500);
    const index = new RecordIndex(records, testFields);
    for (const text of ['5', '55', '551', '55', '5', '9', '98', '398', '33', '']) {
      const fresh = new RecordIndex(records, testFields);
      expect(idsBy(index, 'phone', text), text).toEqual(idsBy(fresh, 'phone', text));
    }
  });

  it('looks only at the rows found before when the text grows, and at none when it shrinks', () => {
    const records = makeRecords(200);
    const index = new RecordIndex(records, testFields);
    const wide = found(index, { field: 'phone', text: '33' });
    found(index, { field: 'phone', text: '336' });
    expect(found(index, { field: 'phone', text: '33' })).toBe(wide);
  });

  it('shows what has come to match, and not what has ceased to, in its place of an order that has not changed', () => {
    const byTime = [{ field: 'time', direction: 'descending' }] as const;
    const numbers = ['11', '22', '11'];
    const index = new RecordIndex(
      numbers.map((customerNumber, at) => makeRecord({ id: 'abc'.charAt(at), customerNumber, desiredTime: at })),
      testFields,
    );
    expect(foundIds(index, { field: 'phone', text: '1' }, byTime)).toEqual(['c', 'a']);
    index.apply({
      upserts: [
        makeRecord({ id: 'a', customerNumber: '22', desiredTime: 0 }),
        makeRecord({ id: 'b', customerNumber: '11', desiredTime: 1 }),
      ],
    });
    expect(foundIds(index, { field: 'phone', text: '1' }, byTime)).toEqual(['c', 'b']);
  });

  it('starts anew when the field means something else', () => {
    let zone = 'UTC';
    const byZone = new Map<string, ReturnType<IndexFields['get']>>();
    const fields: IndexFields = {
      searched: [],
      get: () => {
        const known = byZone.get(zone) ?? { text: () => zone };
        byZone.set(zone, known);
        return known;
      },
    };
    const index = new RecordIndex(makeRecords(3), fields);
    expect(idsBy(index, 'time', 'utc')).toHaveLength(3);
    zone = 'Asia/Kolkata';
    index.fields = fields;
    expect(idsBy(index, 'time', 'utc')).toHaveLength(0);
  });
});

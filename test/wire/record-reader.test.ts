import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../src/wire/record-reader.js';
import { readRecord } from '../../src/wire/records.js';
import { anything, fc, wireLike } from './arbitraries.js';

const PLAIN = {
  _id: '118-1',
  _service_name: 'callback-support',
  _callback_state: 'COMPLETED',
  _callback_reason: 'CANCELLED_BY_ADMIN',
  _desired_time: '2017-07-04T09:44:01.000Z',
  _expiration_time: '2017-07-05T09:44:01.000Z',
  _customer_number: '5110',
  _url: '/1',
  _LOB: 'Primary',
};

/** Plain records in which one or two things are different, so that every way out of the short way is taken. */
const almostPlain = fc
  .tuple(
    fc.constantFrom(...Object.keys(PLAIN), 'url', 'desiredTime', '__proto__', '_ors_session_id', 'foo'),
    fc.constantFrom<unknown>(undefined, null, '', 'x', 7, true, {}, '2020-01-01T00:00:00Z'),
    fc.constantFrom(...Object.keys(PLAIN), undefined),
  )
  .map(([key, value, missing]) => {
    const raw: Record<string, unknown> = { ...PLAIN };
    Object.defineProperty(raw, key, { value, enumerable: true, writable: true, configurable: true });
    if (missing !== undefined) delete raw[missing];
    return raw;
  });

describe('reading the callbacks of one answer', () => {
  it('comes to what reading each by itself comes to', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(almostPlain, wireLike, anything), { maxLength: 12 }), fc.string(), (raws, name) => {
        const reader = new RecordReader();
        for (const raw of raws) expect(reader.read(raw, name)).toEqual(readRecord(raw, { serviceName: name }));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out what is not there, and keeps no empty text', () => {
    const { _url, _callback_reason, ...others } = PLAIN;
    const reader = new RecordReader();
    for (const raw of [others, { ...others, _url: '', _callback_reason: '' }]) {
      const reading = reader.read(raw, 'callback-support');
      expect(reading).toMatchObject({ ok: true });
      expect(Object.keys(reading.ok ? reading.record : {}).sort()).toEqual(
        ['customerNumber', 'desiredTime', 'expirationTime', 'id', 'properties', 'serviceName', 'state'].sort(),
      );
    }
  });

  it('goes on when ever new keys come', () => {
    const reader = new RecordReader();
    for (let number = 0; number < 100; number += 1) {
      const raw = { ...PLAIN, [`key${String(number)}`]: 'x' };
      expect(reader.read(raw, 'callback-support')).toEqual(readRecord(raw));
    }
  });

  it('gives properties from which no prototype can be reached', () => {
    const reading = new RecordReader().read(PLAIN, 'callback-support');
    expect('toString' in (reading.ok ? reading.record.properties : {})).toBe(false);
    expect('constructor' in (reading.ok ? reading.record.properties : {})).toBe(false);
  });
});

import { fc } from './arbitraries.js';
import { describe, expect, it } from 'vitest';
import { readRecord, withTodaysKeys, writeRecord } from '../../src/wire/records.js';
import { WireRecordSchema } from '../../src/wire/schemas.js';
import { isFields } from '../../src/wire/values.js';
import { anything, wireLike } from './arbitraries.js';

const WIRE = {
  _id: '118-dc527ec0-4df1-4c28-b4d9-898f78092e6c',
  _service_name: 'callback-support',
  _callback_state: 'QUEUED',
  _desired_time: '2017-07-04T09:44:01.000Z',
  _expiration_time: '2017-07-05T09:44:01.000Z',
  _customer_number: '5110',
  _ors_session_id: '00NEEH6C74C6NAC01G015B5AES000005',
  _url: '/genesys/1/service/callback/callback-support/118-dc527ec0-4df1-4c28-b4d9-898f78092e6c',
};

function read(raw: unknown) {
  const reading = readRecord(raw);
  if (!reading.ok) throw new Error(`The record was set aside: ${reading.issues.join(', ')}`);
  return reading.record;
}

function issuesOf(raw: unknown): readonly string[] {
  const reading = readRecord(raw);
  return reading.ok ? [] : reading.issues;
}

describe('a record of today', () => {
  it('is read whole', () => {
    expect(read(WIRE)).toEqual({
      id: '118-dc527ec0-4df1-4c28-b4d9-898f78092e6c',
      serviceName: 'callback-support',
      state: 'QUEUED',
      desiredTime: Date.UTC(2017, 6, 4, 9, 44, 1),
      expirationTime: Date.UTC(2017, 6, 5, 9, 44, 1),
      customerNumber: '5110',
      orsSessionId: '00NEEH6C74C6NAC01G015B5AES000005',
      url: WIRE._url,
      properties: {},
    });
  });

  it('comes back as it was after reading and writing', () => {
    const raw = { ...WIRE, _callback_reason: 'CANCELLED', _LOB: 'Primary', foo: 'bar' };
    expect(writeRecord(read(raw))).toEqual(raw);
  });

  it('is written with the keys that are always returned and those asked for', () => {
    const record = read({ ...WIRE, _LOB: 'Primary', foo: 'bar' });
    expect(Object.keys(writeRecord(record, new Set(['_LOB']))).sort()).toEqual(
      [
        '_LOB',
        '_callback_state',
        '_customer_number',
        '_desired_time',
        '_expiration_time',
        '_id',
        '_service_name',
        '_url',
      ].sort(),
    );
    expect(writeRecord(record, new Set(['_ors_session_id']))).toHaveProperty('_ors_session_id');
  });
});

describe('other spellings', () => {
  it('reads the keys of the first generation', () => {
    const { _id, _service_name, _desired_time } = WIRE;
    const reading = read({
      _id,
      _service_name,
      _callbackState: 'COMPLETED',
      desiredTime: _desired_time,
      _customerNumber: 5510,
      url: '/somewhere',
    });
    expect(reading).toMatchObject({ id: _id, state: 'COMPLETED', customerNumber: '5510', url: '/somewhere' });
    expect(reading.desiredTime).toBe(Date.parse(_desired_time));
    expect(reading.properties).toEqual({});
  });

  it('prefers the spelling of today, and keeps the other as the property that it is', () => {
    const raw = { ...WIRE, desiredTime: 'whenever', url: '/mine', _customerNumber: '7' };
    const reading = read(raw);
    expect(reading).toMatchObject({
      desiredTime: Date.UTC(2017, 6, 4, 9, 44, 1),
      customerNumber: '5110',
      url: WIRE._url,
    });
    expect({ ...reading.properties }).toEqual({ desiredTime: 'whenever', url: '/mine', _customerNumber: '7' });
    expect(writeRecord(reading)).toEqual(raw);
  });

  it('takes a key of today without a value for one that is not there', () => {
    const reading = read({ ...WIRE, _url: '', url: '/old', _customer_number: null, _customerNumber: '7' });
    expect(reading).toMatchObject({ url: '/old', customerNumber: '7', properties: {} });
  });

  it.each(['id', 'serviceName', '_serviceName', 'callbackState', 'callbackReason', 'orsSessionId', '_service_id'])(
    "leaves %s to the customer: no server ever called a record's field so",
    (key) => {
      const reading = read({ ...WIRE, [key]: 'mine' });
      expect({ ...reading.properties }).toEqual({ [key]: 'mine' });
      expect(writeRecord(reading)).toEqual({ ...WIRE, [key]: 'mine' });
    },
  );

  it('writes no property that would be taken for a field', () => {
    const record = { ...read(WIRE), properties: { url: '/mine', _id: 'x' } };
    const { url: _, ...withoutAddress } = record;
    expect(writeRecord(withoutAddress)).not.toHaveProperty('url');
    expect(writeRecord(record)._id).toBe(WIRE._id);
  });

  it('reads times without milliseconds', () => {
    expect(read({ ...WIRE, _desired_time: '2017-07-04T09:44:01Z' }).desiredTime).toBe(Date.UTC(2017, 6, 4, 9, 44, 1));
  });
});

describe('loose values', () => {
  it('keeps unknown keys as text', () => {
    const { properties } = read({ ...WIRE, count: 3, vip: true, nested: { a: [1] }, nothing: null });
    expect({ ...properties }).toEqual({ count: '3', vip: 'true', nested: '{"a":[1]}' });
  });

  it('keeps a state that this version does not know', () => {
    expect(read({ ...WIRE, _callback_state: 'SNOOZED' }).state).toBe('SNOOZED');
  });

  it('takes an empty reason for none', () => {
    expect(read({ ...WIRE, _callback_reason: '' })).not.toHaveProperty('reason');
  });

  it('lets a record be without a number', () => {
    const { _customer_number: _, ...others } = WIRE;
    expect(read(others).customerNumber).toBe('');
  });

  it('takes the service from the key the record stands under', () => {
    const { _service_name: _, ...others } = WIRE;
    const reading = readRecord(others, { serviceName: 'callback-sales' });
    expect(reading).toMatchObject({ ok: true, record: { serviceName: 'callback-sales' } });
    expect(readRecord(others)).toMatchObject({ ok: false, issues: ['_service_name is not text'] });
  });
});

describe('records that are set aside', () => {
  it.each([
    ['no id', { _id: undefined }, ['_id is not text']],
    ['an empty id', { _id: '' }, ['_id is empty']],
    ['no time', { _desired_time: null }, ['_desired_time is not a time']],
    ['a number for a time', { _desired_time: 1499161441000 }, ['_desired_time is not a time']],
    ['a time with an offset', { _desired_time: '2017-07-04T09:44:01+02:00' }, ['_desired_time is not a time']],
    ['a day that does not exist', { _desired_time: '2017-02-30T09:44:01Z' }, ['_desired_time is not a time']],
    ['an expiration that is none', { _expiration_time: 'soon' }, ['_expiration_time is not a time']],
    ['no state', { _callback_state: '' }, ['_callback_state is empty']],
    ['an object for a number', { _customer_number: {} }, ['_customer_number is not text']],
  ])('%s', (_, change, issues) => {
    expect(issuesOf({ ...WIRE, ...change })).toEqual(issues);
  });

  it.each([null, undefined, 'text', 5, [WIRE]])('%j is no record', (raw) => {
    expect(issuesOf(raw)).toEqual(['is not an object']);
  });

  it('say which record they are, and nothing personal', () => {
    const reading = readRecord({ ...WIRE, _desired_time: 'x', _customer_number: '+15550100' });
    expect(reading).toMatchObject({ ok: false, id: WIRE._id, serviceName: 'callback-support' });
    expect(JSON.stringify(reading)).not.toContain('15550100');
  });
});

describe('hostile records', () => {
  it('cannot reach a prototype', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(WIRE).replace('{', '{"__proto__":{"polluted":"yes"},"constructor":"x","prototype":"y",'),
    );
    const record = read(raw);
    expect(Object.keys(record.properties)).toEqual([]);
    expect((record.properties as Record<string, unknown>).polluted).toBeUndefined();
    expect((record as unknown as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('cannot pass an inherited name for a property', () => {
    expect('toString' in read(WIRE).properties).toBe(false);
  });

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(anything, wireLike), (raw) => {
        const reading = readRecord(raw);
        if (!reading.ok) expect(reading.issues.length).toBeGreaterThan(0);
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
    );
  });

  it('are judged alike by the reader and by the published schema', () => {
    fc.assert(
      fc.property(wireLike, (raw) => {
        const schema = WireRecordSchema.safeParse(isFields(raw) ? withTodaysKeys(raw) : raw);
        expect(readRecord(raw).ok).toBe(schema.success);
      }),
      { numRuns: 2000 },
    );
  });

  it('that can be read can be written and read again', () => {
    fc.assert(
      fc.property(wireLike, (raw) => {
        const reading = readRecord(raw);
        if (reading.ok) expect(read(JSON.parse(JSON.stringify(writeRecord(reading.record))))).toEqual(reading.record);
      }),
    );
  });
});

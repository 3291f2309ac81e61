import { describe, expect, it } from 'vitest';
import {
  readCancelRequest,
  readCreateRequest,
  readReportRequest,
  readUpdateRequest,
  writeCancelRequest,
  writeCreateRequest,
  writeReportRequest,
  writeUpdateRequest,
} from '../../src/wire/requests.js';
import { isFields } from '../../src/wire/values.js';
import { anything, fc } from './arbitraries.js';

const TIME = '2026-03-02T09:00:00.000Z';
const INSTANT = Date.UTC(2026, 2, 2, 9);

describe('a new callback', () => {
  it('is read from its fields', () => {
    expect(readCreateRequest({ _customer_number: 5110, _desired_time: TIME, _LOB: 'x', _vip: true })).toEqual({
      ok: true,
      value: { customerNumber: '5110', desiredTime: INSTANT, properties: { _LOB: 'x', _vip: 'true' } },
    });
  });

  it('takes null for absent and an empty time for now', () => {
    const reading = readCreateRequest({ _customer_number: '1', _desired_time: '', _callback_state: null, a: null });
    expect(reading).toEqual({ ok: true, value: { customerNumber: '1', properties: {} } });
  });

  it('keeps a text that is no time, so that it is refused in its turn', () => {
    expect(readCreateRequest({ _desired_time: 'soon' })).toMatchObject({
      value: { desiredTime: { unreadable: 'soon' } },
    });
  });

  it('keeps a reserved key, so that it is refused and not overwritten', () => {
    expect(readCreateRequest({ _id: 'x' })).toMatchObject({ value: { properties: { _id: 'x' } } });
  });

  it('keeps what steers the request apart from the properties; an empty text is not the same as none', () => {
    for (const redirect of ['hello', '']) {
      const value = { redirect, properties: {} };
      expect(readCreateRequest({ _redirect: redirect })).toEqual({ ok: true, value });
      expect(writeCreateRequest(value)).toEqual({ _redirect: redirect });
    }
    expect(readCreateRequest({ _redirect: null })).toEqual({ ok: true, value: { properties: {} } });
  });

  it('is not read when a field is no text', () => {
    expect(readCreateRequest({ _customer_number: ['1'] })).toEqual({
      ok: false,
      problems: [{ path: '_customer_number', code: 'rejected' }],
    });
  });

  it('is written as it is read', () => {
    const wish = { customerNumber: '5110', desiredTime: INSTANT, properties: { _LOB: 'x', foo: '' } };
    expect(readCreateRequest(writeCreateRequest(wish))).toEqual({ ok: true, value: wish });
  });

  it('never carries a reserved key to the wire', () => {
    const written = writeCreateRequest({ customerNumber: '1', properties: { _callback_state: 'COMPLETED', _id: '2' } });
    expect(written).toEqual({ _customer_number: '1' });
  });

  it('names its virtual queue and statistic', () => {
    expect(writeCreateRequest({ virtualQueue: 'VQ', queueTimeStatistic: 'EWT', properties: {} })).toEqual({
      _urs_virtual_queue: 'VQ',
      _request_queue_time_stat: 'EWT',
    });
  });
});

describe('a change', () => {
  it('reads the new time under either name, the newer first', () => {
    const other = '2026-03-03T09:00:00.000Z';
    expect(readUpdateRequest({ _desired_time: other })).toMatchObject({ value: { desiredTime: Date.parse(other) } });
    expect(readUpdateRequest({ _desired_time: other, _new_desired_time: TIME })).toMatchObject({
      value: { desiredTime: INSTANT },
    });
  });

  it('keeps an empty text, which removes a property', () => {
    expect(readUpdateRequest({ foo: '' })).toEqual({ ok: true, value: { properties: { foo: '' } } });
  });

  it('is written under the new name', () => {
    expect(writeUpdateRequest({ desiredTime: INSTANT, properties: { foo: '' } })).toEqual({
      _new_desired_time: TIME,
      foo: '',
    });
  });
});

describe('a bulk cancel', () => {
  it('is read as it is written', () => {
    expect(readCancelRequest(writeCancelRequest(['1', '2']))).toEqual({
      ok: true,
      value: { reason: 'CANCELLED_BY_ADMIN', ids: ['1', '2'] },
    });
  });

  it('says what is missing and what is wrong', () => {
    expect(readCancelRequest({ ids: [{}] })).toEqual({
      ok: false,
      problems: [
        { path: 'reason', code: 'required' },
        { path: 'ids', code: 'rejected' },
      ],
    });
    expect(readCancelRequest('x')).toEqual({ ok: false, problems: [{ path: '', code: 'rejected' }] });
  });
});

describe('an export', () => {
  it('is read as it is written', () => {
    expect(readReportRequest(writeReportRequest(['_service_id']))).toEqual({
      ok: true,
      value: { reason: 'CANCELLED_BY_ADMIN', properties: ['_service_id'] },
    });
  });

  it('needs a property', () => {
    expect(readReportRequest(writeReportRequest([]))).toMatchObject({
      ok: false,
      problems: [{ path: 'exported_properties' }],
    });
  });
});

describe('whatever is sent', () => {
  it('never throws and never reaches a prototype', () => {
    fc.assert(
      fc.property(anything, (body) => {
        for (const read of [readCreateRequest, readUpdateRequest]) {
          const reading = read(isFields(body) ? body : {});
          if (reading.ok) expect(Object.getPrototypeOf(reading.value.properties)).toBeNull();
        }
        readCancelRequest(body);
        readReportRequest(body);
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
    );
  });
});

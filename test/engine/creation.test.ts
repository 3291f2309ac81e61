import { describe, expect, it } from 'vitest';
import { Bench, DAY, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const create = (wish: object) =>
  ({ type: 'create', serviceName: 'S', customerNumber: '5115', properties: {}, ...wish }) as const;

describe('a new callback', () => {
  it('is QUEUED at once without a desired time, which then is the time of its creation', () => {
    const bench = new Bench();
    const record = bench.record(bench.create());
    expect(record).toMatchObject({ state: 'QUEUED', desiredTime: NOW, createdAt: NOW, expirationTime: NOW + DAY });
    expect(record.orsSessionId).toMatch(/^[0-9A-V]{32}$/);
  });

  it('is QUEUED at once when the desired time is exactly as far away as the buffer', () => {
    const bench = new Bench();
    expect(bench.status(bench.create({ desiredTime: NOW + 120 * SECOND }))).toBe('QUEUED');
  });

  it('is SCHEDULED when the desired time is a millisecond further away', () => {
    const bench = new Bench();
    expect(bench.status(bench.create({ desiredTime: NOW + 120 * SECOND + 1 }))).toBe('SCHEDULED');
  });

  it('goes by the buffer of its service', () => {
    const bench = new Bench({ _request_execution_time_buffer: '15' });
    expect(bench.status(bench.create({ desiredTime: NOW + 15 * SECOND }))).toBe('QUEUED');
    expect(bench.status(bench.create({ desiredTime: NOW + 30 * SECOND }))).toBe('SCHEDULED');
  });

  it('is QUEUED when the request says so, however far the desired time is', () => {
    const bench = new Bench();
    expect(bench.status(bench.create({ desiredTime: NOW + DAY, state: 'QUEUED' }))).toBe('QUEUED');
  });

  it('lives for the time to live of its service after the desired time', () => {
    const bench = new Bench({ _ttl: '604800' });
    expect(bench.record(bench.create({ desiredTime: NOW + HOUR })).expirationTime).toBe(NOW + HOUR + 7 * DAY);
  });

  it('has an id of digits, a dash and a version 4 UUID that no other has', () => {
    const bench = new Bench();
    const ids = Array.from({ length: 200 }, () => bench.create());
    for (const id of ids) expect(id).toMatch(/^\d{3}-[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(200);
  });

  it('keeps properties under their own names and leaves out those without text', () => {
    const bench = new Bench();
    const id = bench.create({ properties: { _LOB: 'Primary', foo: 'bar', empty: '' } });
    expect(bench.record(id).properties).toEqual({ _LOB: 'Primary', foo: 'bar' });
  });
});

describe('a new callback is refused', () => {
  it('for an unknown service, and for one of another kind', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'hours', options: { _type: 'builtin', _service: 'office-hours' } });
    expect(bench.refuse(create({ serviceName: 'T' }))).toEqual({ code: 'unknown-service', details: { service: 'T' } });
    expect(bench.refuse(create({ serviceName: 'hours' })).code).toBe('unknown-service');
    expect(bench.refuse(create({ serviceName: '__proto__' })).code).toBe('unknown-service');
  });

  it('without a mandatory key, be it the number or a property', () => {
    const bench = new Bench();
    expect(bench.refuse(create({ customerNumber: '' })).details).toMatchObject({ key: '_customer_number' });
    bench.do({
      type: 'set-service',
      name: 'S',
      options: { _mandatory_customer_lookup_keys: '_customer_number,_email' },
    });
    expect(bench.refuse(create({}))).toMatchObject({ code: 'missing-key', details: { key: '_email' } });
    expect(bench.status(bench.create({ properties: { _email: 'ada@example.com' } }))).toBe('QUEUED');
  });

  it.each([
    '_id',
    '_callback_state',
    '_callbackState',
    '_ors_session_id',
    '__proto__',
    'constructor',
    '_new_desired_time',
  ])('when %s comes as a property', (key) => {
    const bench = new Bench();
    const properties = Object.fromEntries([[key, 'x']]);
    expect(bench.refuse(create({ properties }))).toEqual({ code: 'reserved-key', details: { key } });
  });

  it.each([{ unreadable: 'tomorrow' }, Number.NaN, Number.POSITIVE_INFINITY, 1e16, 0.5])(
    'when the desired time is no time: %s',
    (desiredTime) => {
      expect(new Bench().refuse(create({ desiredTime })).code).toBe('unreadable-time');
    },
  );

  it('when the desired time has passed for longer than one time bucket', () => {
    const bench = new Bench();
    expect(bench.status(bench.create({ desiredTime: NOW - 5 * MINUTE }))).toBe('QUEUED');
    expect(bench.refuse(create({ desiredTime: NOW - 5 * MINUTE - 1 })).code).toBe('past-time');
  });

  it('when the desired time has passed for longer than the service allows', () => {
    const bench = new Bench({ _reject_past_desired_time: '36000' });
    expect(bench.status(bench.create({ desiredTime: NOW - 10 * HOUR }))).toBe('QUEUED');
    expect(bench.refuse(create({ desiredTime: NOW - 10 * HOUR - 1 })).code).toBe('past-time');
  });

  it.each([
    [undefined, Date.UTC(2026, 3, 2, 10, 0, 7)],
    ['1y', Date.UTC(2027, 2, 2, 10, 0, 7)],
    ['2w', NOW + 14 * DAY],
    ['3d', NOW + 3 * DAY],
    ['5h', NOW + 5 * HOUR],
    ['90m', NOW + 90 * MINUTE],
  ])('when the desired time lies beyond the limit %s', (limit, latest) => {
    const bench = new Bench(limit === undefined ? {} : { _reject_future_desired_time: limit });
    expect(bench.status(bench.create({ desiredTime: latest }))).toBe('SCHEDULED');
    expect(bench.refuse(create({ desiredTime: latest + 1 })).code).toBe('future-limit');
  });

  it('when the month ahead is shorter: the limit is its last day', () => {
    const bench = new Bench();
    bench.do({ type: 'advance', to: Date.UTC(2026, 9, 31, 12) });
    expect(bench.status(bench.create({ desiredTime: Date.UTC(2026, 10, 30, 12) }))).toBe('SCHEDULED');
    expect(bench.refuse(create({ desiredTime: Date.UTC(2026, 10, 30, 12) + 1 })).code).toBe('future-limit');
  });

  it('when it wants a state that does not exist', () => {
    expect(new Bench().refuse(create({ state: 'DONE' })).code).toBe('invalid-value');
  });

  it('for the first reason in the order of the checks when there are several', () => {
    const bench = new Bench();
    const wrong = { customerNumber: '', desiredTime: { unreadable: '?' }, properties: { _id: '1' } };
    expect(bench.refuse(create({ ...wrong, serviceName: 'T' })).code).toBe('unknown-service');
    expect(bench.refuse(create(wrong)).code).toBe('reserved-key');
    expect(bench.refuse(create({ ...wrong, properties: {} })).code).toBe('missing-key');
    expect(bench.refuse(create({ desiredTime: { unreadable: '?' } })).code).toBe('unreadable-time');
  });
});

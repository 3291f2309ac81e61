import { describe, expect, it } from 'vitest';
import { availabilityOf, hashOf } from '../../mock-server/engine/engine.js';
import type { Options } from '../../src/domain/service.js';
import { Bench, DAY, HOUR, MINUTE, NOW } from './bench.js';
import { checkedBench, proposed, slots, wish } from './slot-bench.js';

/** The first five-minute bucket that begins after now. */
const NEXT = NOW + 5 * MINUTE - 7000;

/** Puts options into the state as an old snapshot could bring them: nobody sets them like that. */
function replaceService(bench: Bench, name: string, options: Options): void {
  const { settings } = bench.state;
  const services = new Map(settings.services).set(name, options);
  bench.state = { ...bench.state, settings: { ...settings, services } };
}

describe('office hours', () => {
  const hours = { _timezone: 'Europe/Paris', _bh_regular1: 'Mon-Fri 08:00-20:00' };

  it('take a desired time when somebody is there, and refuse it when nobody is', () => {
    const bench = checkedBench({}, hours);
    bench.create({ desiredTime: Date.UTC(2026, 2, 2, 18, 59, 59, 999) });
    const refusal = bench.refuse(wish(Date.UTC(2026, 2, 2, 19)));
    expect(refusal).toMatchObject({ code: 'outside-office-hours', details: { service: 'S' } });
  });

  it('propose the nearest free slots on both sides of the wish', () => {
    const bench = checkedBench({}, hours);
    const refusal = bench.refuse(wish(Date.UTC(2026, 2, 2, 19)));
    const [evening, morning] = [Date.UTC(2026, 2, 2, 18, 45), Date.UTC(2026, 2, 3, 7)];
    expect(proposed(refusal)).toEqual([
      ...[0, 5, 10].map((minutes) => evening + minutes * MINUTE),
      ...[0, 5, 10].map((minutes) => morning + minutes * MINUTE),
    ]);
    expect([...(refusal.availability?.values() ?? [])]).toEqual([100, 100, 100, 100, 100, 100]);
  });

  it('concern a request for now only where the service says so', () => {
    const closed = { _bh_regular1: 'Tue 08:00-20:00' };
    expect(checkedBench({}, closed).do(wish()).id).toBeTruthy();
    const strict = checkedBench({ _enable_reject_out_of_office_hours: 'true' }, closed);
    const refusal = strict.refuse(wish());
    expect(refusal.code).toBe('outside-office-hours');
    expect(proposed(refusal)[0]).toBe(Date.UTC(2026, 2, 3, 8));
    strict.do({ type: 'advance', to: Date.UTC(2026, 2, 3, 9) });
    expect(strict.do(wish()).id).toBeTruthy();
  });

  it('concern a callback that moves', () => {
    const bench = checkedBench({}, hours);
    const id = bench.create({ desiredTime: NOW + HOUR });
    const move = (desiredTime: number) =>
      ({ type: 'update', serviceName: 'S', id, desiredTime, properties: {} }) as const;
    expect(bench.refuse(move(Date.UTC(2026, 2, 2, 23))).code).toBe('outside-office-hours');
    bench.do(move(NOW + 2 * HOUR));
    expect(bench.record(id).desiredTime).toBe(NOW + 2 * HOUR);
  });

  it('of a service that is not there are a refusal with its name', () => {
    const bench = new Bench({ _business_hours_service: 'nowhere' });
    expect(bench.refuse(wish(NOW + HOUR))).toEqual({
      code: 'missing-service',
      details: { service: 'S', option: '_business_hours_service', value: 'nowhere' },
    });
    bench.do({ type: 'set-service', name: 'nowhere', options: { _service: 'capacity' } });
    expect(bench.refuse(wish(NOW + HOUR)).code).toBe('missing-service');
    expect(bench.do(wish()).id).toBeTruthy();
  });

  it('that cannot be read are a refusal with the option', () => {
    const bench = checkedBench({}, {});
    replaceService(bench, 'hours', { _service: 'office-hours', _bh_regular1: 'always' });
    expect(bench.refuse(wish(NOW + HOUR))).toMatchObject({
      code: 'invalid-option',
      details: { service: 'hours', option: '_bh_regular1', value: 'always' },
    });
  });
});

describe('a time bucket', () => {
  it('takes as many scheduled requests as it may, and a completed one leaves its place', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '2' });
    const at = NEXT + HOUR;
    const [first] = [bench.create({ desiredTime: at }), bench.create({ desiredTime: at + 4 * MINUTE })];
    const refusal = bench.refuse(wish(at + 2 * MINUTE));
    expect(refusal).toMatchObject({ code: 'bucket-full', details: { service: 'S' } });
    expect(proposed(refusal)).toEqual([-15, -10, -5, 5, 10, 15].map((minutes) => at + minutes * MINUTE));
    bench.create({ desiredTime: at + 5 * MINUTE });
    bench.do({ type: 'cancel', serviceName: 'S', id: first, discardOrsFailure: false });
    bench.create({ desiredTime: at });
  });

  it('counts a hundred without an option, in five minutes', () => {
    const bench = new Bench();
    for (let count = 0; count < 100; count += 1) bench.create({ desiredTime: NEXT + HOUR + count * 1000 });
    expect(bench.refuse(wish(NEXT + HOUR + 299_999)).code).toBe('bucket-full');
  });

  it('is counted also by callbacks that came to it otherwise, but never refuses one for now', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '1' });
    bench.create();
    bench.create();
    expect(bench.refuse(wish(NOW + 1000)).code).toBe('bucket-full');
    bench.create({ desiredTime: NEXT });
  });

  it('is left by a callback that moves, and refuses one that moves into it', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '1' });
    const at = NEXT + HOUR;
    const id = bench.create({ desiredTime: at });
    const other = bench.create({ desiredTime: at + 5 * MINUTE });
    const move = (who: string, desiredTime: number) =>
      ({ type: 'update', serviceName: 'S', id: who, desiredTime, properties: {} }) as const;
    bench.do(move(id, at + MINUTE));
    expect(bench.refuse(move(other, at)).code).toBe('bucket-full');
    bench.do(move(id, at + HOUR));
    bench.do(move(other, at));
  });

  it('takes what its hour takes where a capacity service says so', () => {
    const capacity = { _timezone: 'Asia/Kolkata', _capacity_1: '{"1":{"1600":1}}' };
    const bench = checkedBench({ _request_time_bucket: '30' }, undefined, capacity);
    // 16:00 in India.
    const hour = Date.UTC(2026, 2, 2, 10, 30);
    bench.create({ desiredTime: hour });
    bench.create({ desiredTime: hour + 30 * MINUTE });
    expect(bench.refuse(wish(hour + 29 * MINUTE)).code).toBe('bucket-full');
    expect(bench.refuse(wish(hour + HOUR)).code).toBe('bucket-full');
  });

  it('takes nobody new until it is below a capacity that was lowered', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '3' });
    const ids = [0, 1, 2].map((seconds) => bench.create({ desiredTime: NEXT + HOUR + seconds * 1000 }));
    bench.do({ type: 'set-service', name: 'S', options: { _max_request_by_time_bucket: '2' } });
    const cancel = (id = ''): unknown => bench.do({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false });
    cancel(ids[0]);
    expect(bench.refuse(wish(NEXT + HOUR)).code).toBe('bucket-full');
    cancel(ids[1]);
    bench.create({ desiredTime: NEXT + HOUR });
  });

  it('of a length that is none has five minutes', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '1' });
    replaceService(bench, 'S', { _max_request_by_time_bucket: '1', _request_time_bucket: '7' });
    bench.create({ desiredTime: NEXT });
    expect(bench.refuse(wish(NEXT + 299_999)).code).toBe('bucket-full');
    bench.create({ desiredTime: NEXT + 300_000 });
  });

  it.each([
    ['nowhere', 'missing-service'],
    ['capacity', 'invalid-option'],
  ])('without a readable capacity service refuses: %s', (name, code) => {
    const bench = new Bench();
    replaceService(bench, 'capacity', { _service: 'capacity', _capacity_1: '{}' });
    replaceService(bench, 'S', { _capacity_service: name });
    expect(bench.refuse(wish(NEXT)).code).toBe(code);
    expect(availabilityOf(bench.state, 'S', {})).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('availability', () => {
  it('without anything is the first bucket that begins from now on', () => {
    expect(slots(new Bench())).toEqual([{ start: NEXT, free: 100, total: 100 }]);
    expect(slots(new Bench(), { start: NEXT })).toEqual([{ start: NEXT, free: 100, total: 100 }]);
  });

  it('offers nothing that has passed and nothing further ahead than requests may be', () => {
    const bench = new Bench({ _reject_future_desired_time: '20m' });
    const starts = slots(bench, { start: NOW - DAY, end: NOW + DAY }).map(({ start }) => start);
    expect(starts).toEqual([0, 5, 10, 15].map((minutes) => NEXT + minutes * MINUTE));
  });

  it('offers nothing that has passed even where such requests are taken', () => {
    const bench = new Bench({ _reject_past_desired_time: '1000000' });
    expect(slots(bench, { start: NOW - DAY, end: NOW + 6 * MINUTE }).map(({ start }) => start)).toEqual([NEXT]);
  });

  it('leaves full slots out, or shows them', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '1' });
    bench.create({ desiredTime: NEXT });
    const query = { end: NEXT + 5 * MINUTE };
    const free = { start: NEXT + 5 * MINUTE, free: 1, total: 1 };
    expect(slots(bench, query)).toEqual([free]);
    expect(slots(bench, { ...query, reportBusy: true })).toEqual([{ start: NEXT, free: 0, total: 1 }, free]);
  });

  it('counts only free slots against the maximum', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '1' });
    bench.create({ desiredTime: NEXT });
    const query = { end: NEXT + HOUR, max: 2, reportBusy: true };
    expect(slots(bench, query).map(({ free }) => free)).toEqual([0, 1, 1]);
  });

  it('proposes what is far ahead, as far as requests may be for', () => {
    const only = { _bh_add1: '2026-03-30 09:00-09:10' };
    const far = Date.UTC(2026, 2, 30, 9);
    expect(proposed(checkedBench({}, only).refuse(wish(NEXT)))).toEqual([far, far + 5 * MINUTE]);
    const near = { _reject_future_desired_time: '2w' };
    expect(proposed(checkedBench(near, only).refuse(wish(NEXT)))).toEqual([]);
    const years = { _bh_add1: '2034-03-30 09:00-09:05' };
    const long = { _reject_future_desired_time: '9y' };
    expect(proposed(checkedBench(long, years).refuse(wish(NEXT)))).toEqual([Date.UTC(2034, 2, 30, 9)]);
    expect(proposed(checkedBench(long, only).refuse(wish(Date.UTC(2034, 0, 1))))).toEqual([far, far + 5 * MINUTE]);
  });

  it('ends where nobody looks, however long the range and the limit are', () => {
    const bench = checkedBench({ _reject_future_desired_time: '999999y' }, { _bh_regular1: '' });
    expect(slots(bench, { end: 8.64e15 })).toEqual([]);
    expect(bench.refuse(wish(8.64e15 - 1)).code).toBe('outside-office-hours');
  });

  it('leaves the state as it was', () => {
    const bench = new Bench();
    bench.create({ desiredTime: NEXT });
    const before = hashOf(bench.state);
    slots(bench, { end: NOW + DAY });
    expect(hashOf(bench.state)).toBe(before);
    bench.create({ desiredTime: NEXT });
  });
});

describe('a switch of the mock', () => {
  const bench = (name: string, value: string, options: Options = {}, hours?: Options): Bench => {
    const made = checkedBench(options, hours);
    made.do({ type: 'set-application', sections: { mock: { [name]: value } } });
    return made;
  };

  it('lets completed callbacks keep their slots until they expire', () => {
    const kept = bench('completed-keep-slots', 'true', { _max_request_by_time_bucket: '1', _ttl: '60' });
    const id = kept.create({ desiredTime: NEXT });
    kept.do({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false });
    expect(kept.refuse(wish(NEXT)).code).toBe('bucket-full');
    kept.do({ type: 'advance', to: NEXT + MINUTE + 1 });
    expect(kept.do(wish(NEXT)).id).toBeTruthy();
  });

  it('lets callbacks for now take no place, or one', () => {
    const at = NOW + 5 * MINUTE - 7000;
    for (const [value, free] of [
      ['true', 1],
      ['false', 2],
    ] as const) {
      const made = bench('immediate-take-slots', value, { _max_request_by_time_bucket: '2' });
      made.do({ type: 'advance', to: at });
      made.create();
      expect(slots(made)).toEqual([{ start: at, free, total: 2 }]);
      for (let place = 0; place < free; place += 1) made.create({ desiredTime: at + 1 });
      expect(made.refuse(wish(at + 2)).code).toBe('bucket-full');
    }
  });

  it('says how many slots are proposed', () => {
    const hours = { _bh_regular1: 'Tue 08:00-20:00' };
    expect(proposed(bench('proposed-slots', '1', {}, hours).refuse(wish(NEXT)))).toEqual([Date.UTC(2026, 2, 3, 8)]);
    expect(proposed(bench('proposed-slots', '0', {}, hours).refuse(wish(NEXT)))).toEqual([]);
  });

  it('lets a holiday take additional hours too', () => {
    const hours = { _bh_add1: '03-02 08:00-20:00', _holiday1: '2026-03-02' };
    expect(slots(bench('holidays-close-additional-hours', 'false', {}, hours))).toHaveLength(1);
    expect(slots(bench('holidays-close-additional-hours', 'true', {}, hours))).toHaveLength(0);
  });
});

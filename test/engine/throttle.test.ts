import { describe, expect, it } from 'vitest';
import { hashOf, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import type { CreateCommand, EngineRefusal } from '../../mock-server/engine/engine.js';
import { Bench, DAY, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const wish = (more: Partial<CreateCommand> = {}): CreateCommand => ({
  type: 'create',
  serviceName: 'S',
  customerNumber: '5115',
  properties: {},
  ...more,
});

const WINDOW_1 = { _throttle_callbacks_per_service_1: '2', _throttle_ttl_1: '14' };

function rateLimit(seconds: number): EngineRefusal {
  return { code: 'rate-limit', details: { service: 'S', seconds } };
}

/** An engine whose daily limit is the built-in one, unless the service says otherwise. */
function counting(options: Readonly<Record<string, string>> = {}): Bench {
  const bench = new Bench(options);
  bench.do({ type: 'set-application', sections: { callback: { _throttle_request_parameters_limit: '' } } });
  return bench;
}

describe('a rate window', () => {
  it('takes as many immediate requests as it says, whoever sends them', () => {
    const bench = new Bench(WINDOW_1);
    bench.create({ customerNumber: '1' });
    bench.create({ customerNumber: '2' });
    expect(bench.refuse(wish({ customerNumber: '3' }))).toEqual(rateLimit(14));
  });

  it('slides: a place is free when its own time is over, not before', () => {
    const bench = new Bench(WINDOW_1);
    bench.create();
    bench.advance(5 * SECOND);
    bench.create();
    bench.advance(9 * SECOND - 1);
    expect(bench.refuse(wish()).code).toBe('rate-limit');
    bench.advance(1);
    bench.create();
    expect(bench.refuse(wish()).code).toBe('rate-limit');
    bench.advance(5 * SECOND);
    bench.create();
  });

  it('is not used up by requests that are refused, for whatever reason', () => {
    const bench = new Bench(WINDOW_1);
    bench.create();
    bench.refuse(wish({ customerNumber: '' }));
    bench.create();
    for (let attempt = 0; attempt < 3; attempt += 1) bench.refuse(wish());
    bench.advance(14 * SECOND);
    bench.create();
    bench.create();
  });

  it('is used up by a request that is cancelled at once', () => {
    const bench = new Bench(WINDOW_1);
    for (const id of [bench.create(), bench.create()]) {
      bench.do({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false });
    }
    expect(bench.refuse(wish()).code).toBe('rate-limit');
  });

  it('belongs to one service', () => {
    const bench = new Bench(WINDOW_1);
    bench.do({ type: 'set-service', name: 'T', options: WINDOW_1 });
    bench.create();
    bench.create();
    bench.create({ serviceName: 'T' });
    expect(bench.refuse(wish()).code).toBe('rate-limit');
  });

  it('counts requests within the execution buffer, and neither counts nor refuses those beyond it', () => {
    const bench = new Bench(WINDOW_1);
    for (let index = 0; index < 5; index += 1) bench.create({ desiredTime: NOW + 300 * SECOND });
    bench.create({ desiredTime: NOW + 30 * SECOND });
    bench.create({ desiredTime: NOW + 300 * SECOND, state: 'QUEUED' });
    expect(bench.refuse(wish({ desiredTime: NOW + 120 * SECOND })).code).toBe('rate-limit');
    expect(bench.status(bench.create({ desiredTime: NOW + 121 * SECOND }))).toBe('SCHEDULED');
  });

  it('of no place refuses every immediate request, and one of no time none', () => {
    const bench = new Bench({ _throttle_callbacks_per_service_1: '0' });
    expect(bench.refuse(wish())).toEqual(rateLimit(300));
    bench.create({ desiredTime: NOW + HOUR });
    const open = new Bench({ _throttle_callbacks_per_service_1: '0', _throttle_ttl_1: '0' });
    open.create();
    expect([...(open.state.ledger.recent.get('S') ?? [])]).toEqual([{ at: NOW, count: 1 }]);
  });

  it('comes before the second one, and each tells its own length', () => {
    const second = { _throttle_callbacks_per_service_2: '3', _throttle_ttl_2: '60' };
    const bench = new Bench({ ...WINDOW_1, ...second });
    bench.create();
    bench.create();
    expect(bench.refuse(wish())).toEqual(rateLimit(14));
    bench.advance(14 * SECOND);
    bench.create();
    expect(bench.refuse(wish())).toEqual(rateLimit(60));
    bench.advance(46 * SECOND);
    bench.create();
  });

  it.each([
    ['the built-in default where nobody says anything', {}, {}, 500],
    ['the value of the application', {}, { _throttle_callbacks_per_service_1: '3' }, 3],
    [
      'the value of the service first',
      { _throttle_callbacks_per_service_1: '2' },
      { _throttle_callbacks_per_service_1: '3' },
      2,
    ],
    [
      'the next value where one is empty',
      { _throttle_callbacks_per_service_1: '' },
      { _throttle_callbacks_per_service_1: '3' },
      3,
    ],
    [
      'the built-in default where the service is negative',
      { _throttle_callbacks_per_service_1: '-1' },
      { _throttle_callbacks_per_service_1: '3' },
      500,
    ],
    ['the built-in default where the application is negative', {}, { _throttle_callbacks_per_service_1: '-7' }, 500],
  ])('has %s', (_, service, application, expected) => {
    const bench = new Bench(service);
    bench.do({ type: 'set-application', sections: { callback: application } });
    for (let index = 0; index < expected; index += 1) bench.create();
    expect(bench.refuse(wish())).toEqual(rateLimit(300));
  });

  it('takes its place and its time from wherever each is said', () => {
    const bench = new Bench({ _throttle_callbacks_per_service_1: '1', _throttle_ttl_1: '-1' });
    bench.do({ type: 'set-application', sections: { callback: { _throttle_ttl_1: '20' } } });
    bench.create();
    expect(bench.refuse(wish())).toEqual(rateLimit(300));
  });

  it('remembers what its options let it look back to, and no more', () => {
    const bench = new Bench({ _throttle_ttl_1: '60', _throttle_ttl_2: '120' });
    for (let minute = 0; minute < 30; minute += 1) {
      bench.create();
      bench.create();
      bench.advance(MINUTE);
    }
    expect([...(bench.state.ledger.recent.get('S') ?? [])]).toEqual([
      { at: NOW + 28 * MINUTE, count: 2 },
      { at: NOW + 29 * MINUTE, count: 2 },
    ]);
  });

  it('remembers the same whatever the steps of time, and after a snapshot', () => {
    const windows = { _throttle_ttl_1: '60', _throttle_ttl_2: '120' };
    const [inSteps, atOnce, restored] = [new Bench(windows), new Bench(windows), new Bench(windows)];
    for (let minute = 0; minute < 10; minute += 1) {
      for (const bench of [inSteps, atOnce, restored]) bench.create();
      for (let second = 0; second < 60; second += 7) inSteps.advance(Math.min(7, 60 - second) * SECOND);
      for (const bench of [atOnce, restored]) bench.advance(MINUTE);
      restored.state = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(restored.state)))) ?? inSteps.state;
    }
    expect([hashOf(inSteps.state), hashOf(restored.state)]).toEqual([hashOf(atOnce.state), hashOf(atOnce.state)]);
  });

  it('goes by its options as they are now', () => {
    const bench = new Bench();
    for (let index = 0; index < 5; index += 1) bench.create();
    bench.do({ type: 'set-application', sections: { callback: { _throttle_callbacks_per_service_2: '4' } } });
    expect(bench.refuse(wish())).toEqual(rateLimit(3600));
    bench.do({ type: 'set-application', sections: { callback: { _throttle_callbacks_per_service_2: '' } } });
    bench.create();
  });
});

describe('the daily limit', () => {
  const dailyLimit = (value: string, limit: number): EngineRefusal => ({
    code: 'daily-limit',
    details: { parameter: '_customer_number', value, limit },
  });

  it('is six requests of a number where nobody says otherwise', () => {
    const bench = counting();
    for (let index = 0; index < 6; index += 1) bench.create();
    expect(bench.refuse(wish())).toEqual(dailyLimit('5115', 6));
    bench.create({ customerNumber: '5116' });
  });

  it.each([
    ['the service first', { _throttle_request_parameters_limit: '1' }, { _throttle_request_parameters_limit: '3' }, 1],
    [
      'the application then',
      { _throttle_request_parameters_limit: '' },
      { _throttle_request_parameters_limit: '3' },
      3,
    ],
    [
      'the built-in default for a negative one',
      { _throttle_request_parameters_limit: '-4' },
      { _throttle_request_parameters_limit: '3' },
      6,
    ],
    ['nothing at all for none', { _throttle_request_parameters_limit: '0' }, {}, 0],
    [
      'the name of before where the new one is not set',
      {},
      { _throttle_request_parameters_limit: '', _throttle_customer_number_limit: '2' },
      2,
    ],
    [
      'the new name before the former one beside it',
      { _throttle_customer_number_limit: '2', _throttle_request_parameters_limit: '4' },
      { _throttle_request_parameters_limit: '3' },
      4,
    ],
    [
      'the former name of the service before the new one of the application',
      { _throttle_customer_number_limit: '2' },
      { _throttle_request_parameters_limit: '3' },
      2,
    ],
    [
      'the new name of the application before the former one',
      {},
      { _throttle_customer_number_limit: '2', _throttle_request_parameters_limit: '3' },
      3,
    ],
    ['the built-in default for a negative former one', { _throttle_customer_number_limit: '-1' }, {}, 6],
  ])('goes by %s', (_, service, application, limit) => {
    const bench = counting(service);
    bench.do({ type: 'set-application', sections: { callback: application } });
    for (let index = 0; index < limit; index += 1) bench.create();
    expect(bench.refuse(wish())).toEqual(dailyLimit('5115', limit));
  });

  it('is counted per service', () => {
    const bench = counting({ _throttle_request_parameters_limit: '1' });
    bench.do({ type: 'set-service', name: 'T', options: { _throttle_request_parameters_limit: '1' } });
    bench.create();
    bench.create({ serviceName: 'T' });
    expect(bench.refuse(wish({ serviceName: 'T' })).code).toBe('daily-limit');
  });

  it('leaves alone what is wished for later than the execution buffer', () => {
    const bench = counting({ _throttle_request_parameters_limit: '0' });
    for (let index = 0; index < 8; index += 1) bench.create({ desiredTime: NOW + 600 * SECOND });
    expect(bench.refuse(wish({ desiredTime: NOW + 60 * SECOND })).code).toBe('daily-limit');
  });

  it('ends at midnight in UTC', () => {
    const bench = counting({ _throttle_request_parameters_limit: '1' });
    bench.create();
    bench.do({ type: 'advance', to: Date.UTC(2026, 2, 3) - 1 });
    expect(bench.refuse(wish()).code).toBe('daily-limit');
    bench.advance(1);
    bench.create();
    expect([...bench.state.ledger.today.values()]).toEqual([1]);
  });

  it('ends at midnight in the zone that is set, also on a day of 23 hours', () => {
    const bench = counting({ _throttle_request_parameters_limit: '1' });
    bench.do({ type: 'set-application', sections: { mock: { 'time-zone': 'Europe/Paris' } } });
    bench.do({ type: 'advance', to: Date.UTC(2026, 2, 28, 23) - 1 });
    bench.create();
    bench.advance(1);
    bench.create();
    bench.advance(23 * HOUR - 1);
    expect(bench.refuse(wish()).code).toBe('daily-limit');
    bench.advance(1);
    bench.create();
  });

  it('counts any parameter, each by itself, and none that is not sent', () => {
    const bench = counting({
      _throttle_request_parameters: '_customer_number, _device',
      _throttle_request_parameters_limit: '2',
    });
    const send = (customerNumber: string, properties = {}) => wish({ customerNumber, properties });
    bench.do(send('1', { _device: 'a' }));
    bench.do(send('2', { _device: 'a' }));
    expect(bench.refuse(send('3', { _device: 'a' })).details).toEqual({ parameter: '_device', value: 'a', limit: 2 });
    bench.do(send('3'));
    bench.do(send('4'));
    bench.do(send('5', { _device: 'toString' }));
  });

  it('does not take one value for another', () => {
    const bench = counting({ _throttle_request_parameters: 'a,b', _throttle_request_parameters_limit: '1' });
    bench.create({ properties: { a: 'x","b' } });
    bench.create({ properties: { a: 'x', b: 'x","b' } });
    expect(bench.refuse(wish({ properties: { a: 'x' } })).code).toBe('daily-limit');
  });

  it('takes the header before the parameter, unless the application says otherwise', () => {
    const bench = counting({ _throttle_request_parameters: 'X-Device', _throttle_request_parameters_limit: '1' });
    const send = (header: string, body: string) =>
      wish({ headers: { 'X-Device': header }, properties: { 'X-Device': body } });
    bench.do(send('one', 'same'));
    bench.do(send('two', 'same'));
    expect(bench.refuse(send('one', 'other')).details).toMatchObject({ parameter: 'X-Device', value: 'one' });
    bench.do({ type: 'set-application', sections: { callback: { _enable_throttle_header_parameters: 'false' } } });
    bench.do(send('one', 'third'));
    expect(bench.refuse(send('four', 'third')).details).toMatchObject({ value: 'third' });
  });

  it('counts a header of no text as none', () => {
    const bench = counting({ _throttle_request_parameters: 'X-Device', _throttle_request_parameters_limit: '1' });
    bench.create({ headers: { 'X-Device': '' }, properties: { 'X-Device': 'body' } });
    expect(bench.refuse(wish({ properties: { 'X-Device': 'body' } })).details).toMatchObject({ value: 'body' });
  });
});

describe('what limits remember', () => {
  it('is part of the hash, and of nothing but requests that were accepted', () => {
    const bench = counting({ _throttle_request_parameters_limit: '1' });
    const before = bench.state.ledger;
    bench.create({ desiredTime: NOW + HOUR });
    expect(bench.state.ledger).toEqual(before);
    const id = bench.create();
    const hash = hashOf(bench.state);
    bench.refuse(wish());
    expect(hashOf(bench.state)).toBe(hash);
    bench.do({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false });
    bench.advance(DAY / 2);
    expect(bench.refuse(wish()).code).toBe('daily-limit');
  });
});

import { describe, expect, it } from 'vitest';
import type { CreateCommand } from '../../mock-server/engine/engine.js';
import { Bench, HOUR, NOW, SECOND } from './bench.js';

const wish = (more: Partial<CreateCommand> = {}): CreateCommand => ({
  type: 'create',
  serviceName: 'S',
  customerNumber: '5115',
  properties: {},
  ...more,
});

const cancel = (id: string) => ({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false }) as const;

describe('the queue limit', () => {
  const limited = (limit: string): Bench => new Bench({ _max_queued_callbacks_per_service: limit });

  it('refuses immediate requests while the counter shows as many', () => {
    const bench = limited('1');
    bench.create();
    bench.advance(10 * SECOND);
    expect(bench.refuse(wish())).toEqual({ code: 'queue-limit', details: { service: 'S' } });
  });

  it('is enforced once the counter has caught up, and lets go once it has again', () => {
    const bench = limited('1');
    const first = bench.create();
    bench.create();
    bench.advance(10 * SECOND);
    bench.do(cancel(first));
    expect(bench.refuse(wish()).code).toBe('queue-limit');
    bench.advance(10 * SECOND);
    expect(bench.refuse(wish()).code).toBe('queue-limit');
  });

  it('follows at once where the counter does not lag', () => {
    const bench = limited('1');
    bench.do({ type: 'set-application', sections: { mock: { 'watermark-delay': '0' } } });
    const first = bench.create();
    expect(bench.refuse(wish()).code).toBe('queue-limit');
    bench.do(cancel(first));
    bench.create();
  });

  it('of none refuses every immediate request and no scheduled one', () => {
    const bench = limited('0');
    expect(bench.refuse(wish()).code).toBe('queue-limit');
    expect(bench.refuse(wish({ desiredTime: NOW + HOUR, state: 'QUEUED' })).code).toBe('queue-limit');
    expect(bench.refuse(wish({ desiredTime: NOW })).code).toBe('queue-limit');
    expect(bench.status(bench.create({ desiredTime: NOW + HOUR }))).toBe('SCHEDULED');
    expect(bench.status(bench.create({ desiredTime: NOW + SECOND }))).toBe('QUEUED');
  });

  it('is the one of the service, else the one that the application has under another name', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { callback: { max_queued_callbacks_per_service: '0' } } });
    expect(bench.refuse(wish()).code).toBe('queue-limit');
    bench.do({ type: 'set-service', name: 'S', options: { _max_queued_callbacks_per_service: '5' } });
    bench.create();
  });

  it('counts callbacks on a call, and not those that only wait for their time', () => {
    const bench = limited('1');
    bench.do({ type: 'force', id: bench.create({ desiredTime: NOW + HOUR }), state: 'SCHEDULED' });
    bench.advance(10 * SECOND);
    bench.do({ type: 'force', id: bench.create(), state: 'PROCESSING' });
    bench.advance(10 * SECOND);
    expect(bench.refuse(wish()).code).toBe('queue-limit');
  });
});

describe('in-queue checking', () => {
  const checking = (option: string): Bench => new Bench({ _enable_in_queue_checking: option });

  it.each([
    ['true', 2],
    ['strict', 1],
    ['TRUE', 2],
  ])('%s lets a number into the queue %i times', (option, limit) => {
    const bench = checking(option);
    for (let index = 0; index < limit; index += 1) bench.create();
    expect(bench.refuse(wish())).toEqual({ code: 'already-queued', details: { number: '5115', limit } });
    expect(bench.refuse(wish({ desiredTime: NOW + HOUR })).code).toBe('already-queued');
    bench.create({ customerNumber: '5116' });
  });

  it('is done where nobody says anything', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { callback: { _enable_in_queue_checking: '' } } });
    bench.create();
    bench.create();
    expect(bench.refuse(wish()).code).toBe('already-queued');
  });

  it('false never refuses', () => {
    const bench = checking('false');
    for (let index = 0; index < 5; index += 1) bench.create();
  });

  it('counts every callback that was handed over and is not completed', () => {
    const bench = checking('strict');
    const id = bench.create();
    for (const state of ['ROUTING', 'PROCESSING', 'PAUSED'] as const) {
      bench.do({ type: 'force', id, state });
      expect(bench.refuse(wish()).code).toBe('already-queued');
    }
    bench.do({ type: 'force', id, state: 'COMPLETED' });
    bench.create();
  });

  it('does not count scheduled ones', () => {
    const bench = checking('strict');
    bench.create({ desiredTime: NOW + HOUR });
    bench.create({ desiredTime: NOW + HOUR });
    bench.create();
  });

  it('looks at one service', () => {
    const bench = checking('strict');
    bench.do({ type: 'set-service', name: 'T', options: { _enable_in_queue_checking: 'strict' } });
    bench.create();
    bench.create({ serviceName: 'T' });
  });

  it('follows a number that changes', () => {
    const bench = checking('strict');
    const id = bench.create();
    bench.do({ type: 'update', serviceName: 'S', id, customerNumber: '5116', properties: {} });
    bench.create();
    expect(bench.refuse(wish({ customerNumber: '5116' })).code).toBe('already-queued');
  });
});

describe('the order of the checks', () => {
  /** Everything is wrong with an immediate request for a number that was asked for before. */
  const strict = {
    _mandatory_customer_lookup_keys: '_customer_number,_email',
    _disallow_impossible_phone_numbers: 'true',
    _throttle_callbacks_per_service_1: '0',
    _throttle_callbacks_per_service_2: '0',
    _throttle_request_parameters_limit: '0',
    _max_queued_callbacks_per_service: '0',
    _enable_in_queue_checking: 'strict',
    _enable_reject_out_of_office_hours: 'true',
    _business_hours_service: 'hours',
  };

  const CODES = [
    ['_mandatory_customer_lookup_keys', 'missing-key'],
    ['_disallow_impossible_phone_numbers', 'impossible-number'],
    ['_throttle_callbacks_per_service_1', 'rate-limit'],
    ['_throttle_callbacks_per_service_2', 'rate-limit'],
    ['_throttle_request_parameters_limit', 'daily-limit'],
    ['_max_queued_callbacks_per_service', 'queue-limit'],
    ['_enable_in_queue_checking', 'already-queued'],
    ['_enable_reject_out_of_office_hours', 'outside-office-hours'],
  ] as const;

  /** An engine with a callback in the queue for the number, in which nobody works today. */
  function closed(): Bench {
    const bench = new Bench();
    bench.create();
    const options = { _type: 'builtin', _service: 'office-hours', _timezone: 'UTC', _bh_regular1: 'Sun 08:00-09:00' };
    bench.do({ type: 'set-service', name: 'hours', options });
    return bench;
  }

  it('is the documented one: what is put right gives way to the next', () => {
    const bench = closed();
    const options: Record<string, string> = { ...strict };
    const met = CODES.map(([option]) => {
      bench.do({ type: 'set-service', name: 'S', options });
      const { code } = bench.refuse(wish());
      delete options[option];
      return code;
    });
    expect(met).toEqual(CODES.map(([, code]) => code));
    bench.do({ type: 'set-service', name: 'S', options });
    bench.create();
  });

  it('puts the times between the number and the windows', () => {
    const bench = closed();
    bench.do({ type: 'set-service', name: 'S', options: { _throttle_callbacks_per_service_1: '0' } });
    expect(bench.refuse(wish({ desiredTime: { unreadable: '?' } })).code).toBe('unreadable-time');
    bench.do({ type: 'set-service', name: 'S', options: { _disallow_impossible_phone_numbers: 'true' } });
    expect(bench.refuse(wish({ desiredTime: { unreadable: '?' } })).code).toBe('impossible-number');
  });

  it('can be changed: checks that are named go first, in that order', () => {
    const bench = closed();
    bench.do({ type: 'set-service', name: 'S', options: strict });
    bench.do({ type: 'set-application', sections: { mock: { 'validation-order': 'in-queue, daily-limit' } } });
    expect(bench.refuse(wish()).code).toBe('already-queued');
    bench.do({ type: 'set-application', sections: { mock: { 'validation-order': 'daily-limit' } } });
    expect(bench.refuse(wish()).code).toBe('daily-limit');
    bench.do({ type: 'set-application', sections: { mock: { 'validation-order': '' } } });
    expect(bench.refuse(wish()).code).toBe('missing-key');
  });

  it('cannot name a check that does not exist', () => {
    const order = { type: 'set-application', sections: { mock: { 'validation-order': 'in-queue,luck' } } } as const;
    expect(new Bench().refuse(order).code).toBe('invalid-option');
  });

  it('always asks for the service first', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { mock: { 'validation-order': 'bucket,office-hours' } } });
    expect(bench.refuse(wish({ serviceName: 'nowhere' })).code).toBe('unknown-service');
  });
});

describe('a request that only a running session can answer', () => {
  const ORIGINATED = { _call_direction: 'USERORIGINATED', _wait_for_agent: 'false' };

  it.each([
    ['the customer dials', ORIGINATED],
    ['the customer chats', { _media_type: 'chat', _wait_for_agent: 'false' }],
  ])('is refused while ORS is out of reach, because %s', (_, options) => {
    const bench = new Bench(options);
    bench.do({ type: 'set-ors', reachable: false });
    expect(bench.refuse(wish()).code).toBe('ors-unreachable');
    expect(bench.status(bench.create({ desiredTime: NOW + HOUR }))).toBe('SCHEDULED');
    bench.do({ type: 'set-ors', reachable: true });
    expect(bench.status(bench.create())).toBe('QUEUED');
  });

  it('is none where the customer waits', () => {
    for (const options of [{}, { ...ORIGINATED, _wait_for_agent: 'true' }]) {
      const bench = new Bench(options);
      bench.do({ type: 'set-ors', reachable: false });
      expect(bench.status(bench.create())).toBe('QUEUED');
    }
  });
});

import { describe, expect, it } from 'vitest';
import {
  destinationOf,
  hashOf,
  optionForRecord,
  restoreSnapshot,
  snapshotOf,
} from '../../mock-server/engine/engine.js';
import { settingsFor } from '../../mock-server/engine/options/record-options.js';
import { Draft } from '../../mock-server/engine/draft.js';
import type { Options } from '../../src/domain/service.js';
import { Bench, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const wish = (properties: Options = {}, more: object = {}) =>
  ({ type: 'create', serviceName: 'S', customerNumber: '5115', properties, ...more }) as const;

const application = (callback: Options) => ({ type: 'set-application', sections: { callback } }) as const;

const openFrom = (hours: string): Options => ({
  _type: 'builtin',
  _service: 'office-hours',
  _timezone: 'UTC',
  _bh_regular1: `Mon-Sun ${hours}`,
});

/** A bench whose option waits for the request, either by its own name or by a placeholder. */
const WAYS: readonly [string, (name: string) => Options, (name: string, value: string) => Options][] = [
  [
    'an option that may be overwritten',
    (name) => ({ _overwritable_options: name }),
    (name, value) => ({ [name]: value }),
  ],
  ['a placeholder', (name) => ({ [name]: '$own$' }), (_, value) => ({ own: value })],
];

describe.each(WAYS)('%s', (_, options, sent) => {
  it('decides how long the callback is listed', () => {
    const bench = new Bench(options('_ttl'));
    const { desiredTime, expirationTime } = bench.record(bench.create({ properties: sent('_ttl', '60') }));
    expect(expirationTime - desiredTime).toBe(MINUTE);
  });

  it('decides whether it is submitted at once, now and when it is time', () => {
    const name = '_request_execution_time_buffer';
    const bench = new Bench(options(name));
    const create = (buffer: string) => bench.create({ desiredTime: NOW + 10 * MINUTE, properties: sent(name, buffer) });
    expect(bench.record(create('3600')).state).toBe('QUEUED');
    const later = create('60');
    bench.advance(7 * MINUTE);
    expect(bench.record(later).state).toBe('SCHEDULED');
    bench.advance(3 * MINUTE);
    expect(bench.record(later).state).toBe('QUEUED');
  });

  it('decides how often the customer is dialled and how long it rests', () => {
    const bench = new Bench({ ...options('_max_dial_attempts'), _dial_retry_timeout: '600' });
    const id = bench.create({ properties: sent('_max_dial_attempts', '1') });
    bench.agents(1, 60, 0);
    bench.advance(MINUTE);
    expect(bench.status(id)).toBe('COMPLETED FAIL_CALL_TO_CUSTOMER');
  });

  it('decides by which checks it is judged', () => {
    const bench = new Bench({ ...options('_disallow_impossible_phone_numbers'), _default_country: 'US' });
    const name = '_disallow_impossible_phone_numbers';
    expect(bench.refuse(wish(sent(name, 'true'), { customerNumber: '111' })).code).toBe('impossible-number');
    bench.create({ customerNumber: '111', properties: sent(name, 'false') });
  });

  it('decides how many may be in the queue', () => {
    const name = '_max_queued_callbacks_per_service';
    const bench = new Bench(options(name));
    expect(bench.refuse(wish(sent(name, '0'))).code).toBe('queue-limit');
    bench.create({ properties: sent(name, '1') });
  });

  it('decides in whose office hours it takes place', () => {
    const name = '_business_hours_service';
    const bench = new Bench(options(name));
    bench.do({ type: 'set-service', name: 'early', options: openFrom('06:00-11:00') });
    bench.do({ type: 'set-service', name: 'late', options: openFrom('13:00-20:00') });
    const at = { desiredTime: NOW + 4 * HOUR };
    expect(bench.refuse(wish(sent(name, 'early'), at)).code).toBe('outside-office-hours');
    bench.create({ properties: sent(name, 'late'), ...at });
    expect(bench.refuse(wish(sent(name, 'none'), at)).code).toBe('missing-service');
  });

  it('decides how many fit into its bucket, and how long that is', () => {
    const bench = new Bench({ _max_request_by_time_bucket: '1', ...options('_request_time_bucket') });
    const at = (minutes: number) => ({ desiredTime: NOW + 2 * HOUR + minutes * MINUTE });
    bench.create({ properties: sent('_request_time_bucket', '5'), ...at(0) });
    expect(bench.refuse(wish(sent('_request_time_bucket', '60'), at(20))).code).toBe('bucket-full');
    bench.create({ properties: sent('_request_time_bucket', '5'), ...at(20) });
  });

  it('decides its priority in the queue, whoever waits there already', () => {
    const bench = new Bench(options('_urs_vq_priority'));
    const [low, high] = ['1', '9'].map((value) => bench.create({ properties: sent('_urs_vq_priority', value) }));
    bench.advance(SECOND);
    const highest = bench.create({ properties: sent('_urs_vq_priority', '20') });
    expect([low, high, highest].map((id) => bench.diagnostics(id!).position)).toEqual([3, 2, 1]);
    bench.agents(1, 60);
    bench.advance(15 * SECOND);
    expect(bench.record(high!).state).toBe('ROUTING');
    bench.advance(MINUTE + 15 * SECOND);
    expect(bench.record(highest).state).not.toBe('QUEUED');
    expect(bench.record(low!).state).toBe('QUEUED');
  });

  it('is refused with a value that its option does not accept, and nothing changes', () => {
    const bench = new Bench(options('_ttl'));
    const before = hashOf(bench.state);
    expect(bench.refuse(wish(sent('_ttl', 'soon')))).toEqual({
      code: 'invalid-option',
      details: {
        service: 'S',
        option: '_ttl',
        value: 'soon',
        accepts: 'a whole number of seconds from 1 to 2147483647',
      },
    });
    expect(hashOf(bench.state)).toBe(before);
  });

  it('cannot be made wrong by a change; one that was wrong before hinders no other change', () => {
    const bench = new Bench(options('_ttl'));
    const id = bench.create({ properties: sent('_ttl', '600') });
    const change = (properties: Options) => ({ type: 'update', serviceName: 'S', id, properties }) as const;
    expect(bench.refuse(change(sent('_ttl', 'soon'))).code).toBe('invalid-option');
    bench.do({ type: 'set-service', name: 'S', options: { _overwritable_options: '_snooze_duration' } });
    bench.do(change({ _snooze_duration: '5' }));
    bench.do({
      type: 'set-service',
      name: 'S',
      options: { _dial_retry_timeout: '$_snooze_duration$', _user_confirm_timeout: '$none$' },
    });
    bench.do(change({ note: 'x' }));
  });

  it('survives a snapshot: a timetable made afresh says the same', () => {
    const bench = new Bench({ ...options('_urs_vq_priority'), _urs_queued_ttl: '$wait$' });
    for (const value of ['3', '1', '2'])
      bench.create({ properties: { ...sent('_urs_vq_priority', value), wait: '900' } });
    const restored = restoreSnapshot(structuredClone(snapshotOf(bench.state)));
    if (restored === undefined) throw new Error('The snapshot cannot be restored.');
    const other = new Bench();
    other.state = restored;
    for (const each of [bench, other]) {
      each.agents(1);
      each.advance(HOUR);
    }
    expect(hashOf(other.state)).toBe(hashOf(bench.state));
  });
});

describe('a placeholder without a value', () => {
  it('is kept by free text and refused everywhere else', () => {
    const bench = new Bench({ _target: '$skill$@Stat', _ttl: '$ttl$' });
    expect(bench.refuse(wish()).details).toMatchObject({ option: '_ttl', value: '$ttl$' });
    const asked = { serviceName: 'S', customerNumber: '5115', properties: { ttl: '60' } };
    bench.create(asked);
    expect(optionForRecord(bench.state.settings, asked, '_target')).toBe('$skill$@Stat');
  });

  it.each(['_wait_for_agent', '_business_hours_service', '_queue_poll_period', '_reject_future_desired_time'])(
    'of %s is refused',
    (name) => {
      expect(new Bench({ [name]: '$none$' }).refuse(wish()).details).toMatchObject({ option: name });
    },
  );

  it('leads no redirect anywhere', () => {
    const { settings } = new Bench({ _redirect: '$to$' }).state;
    const asked = { serviceName: 'S', customerNumber: '5115', properties: {} };
    expect(destinationOf(settings, asked)).toMatchObject({ refusal: { code: 'invalid-option' } });
    expect(destinationOf(settings, { ...asked, properties: { to: 'hello' } })).toMatchObject({
      destination: { service: 'hello' },
    });
  });
});

describe('the settings of one request', () => {
  it('are the settings themselves when the request says nothing about them', () => {
    const { settings } = new Bench({ _overwritable_options: '_ttl', _target: '$skill$' }).state;
    const asked = { serviceName: 'S', customerNumber: '5115', properties: { note: 'x' } };
    expect(settingsFor(settings, asked)).toBe(settings);
    expect(settingsFor(settings, { ...asked, serviceName: 'gone' })).toBe(settings);
  });

  it('are the same for requests that say the same', () => {
    const { settings } = new Bench({ _overwritable_options: '_ttl' }).state;
    const own = (note: string) =>
      settingsFor(settings, { serviceName: 'S', customerNumber: '5115', properties: { _ttl: '60', note } });
    expect(own('a')).toBe(own('b'));
    expect(own('a')).not.toBe(settings);
  });

  it('go by the application where the service leaves placeholders and overwritable options open', () => {
    const bench = new Bench();
    bench.do(application({ _overwritable_options: '_ttl, _redirect', max_queued_callbacks_per_service: '$most$' }));
    expect(bench.refuse(wish({ most: '0' })).code).toBe('queue-limit');
    const { desiredTime, expirationTime } = bench.record(bench.create({ properties: { most: '9', _ttl: '60' } }));
    expect(expirationTime - desiredTime).toBe(MINUTE);
    const asked = { serviceName: 'S', customerNumber: '', properties: {}, redirect: 'hello' };
    expect(destinationOf(bench.state.settings, asked)).toMatchObject({ destination: { service: 'hello' } });
  });

  it('have nothing of what is read without a request', () => {
    const bench = new Bench();
    const options = { _overwritable_options: '_ttl,_customer_lookup_keys' };
    expect(bench.refuse({ type: 'set-service', name: 'S', options }).details.accepts).toContain(
      '_customer_lookup_keys',
    );
  });
});

describe('what a service sets for all its requests', () => {
  it('goes before the number and the time that are sent, and before other request parameters', () => {
    const time = new Date(NOW + 5 * HOUR).toISOString();
    const bench = new Bench({ _customer_number: '800', _desired_time: time, _urs_virtual_queue: 'own' });
    const id = bench.create({ desiredTime: NOW + HOUR, properties: { _urs_virtual_queue: 'sent' } });
    expect(bench.record(id)).toMatchObject({ customerNumber: '800', desiredTime: NOW + 5 * HOUR });
    expect(optionForRecord(bench.state.settings, bench.record(id), '_urs_virtual_queue')).toBe('own');
    bench.do({ type: 'update', serviceName: 'S', id, customerNumber: '900', properties: {} });
    expect(bench.record(id).customerNumber).toBe('800');
  });

  it('stands in for a number that is mandatory and was not sent', () => {
    const bench = new Bench();
    bench.do(application({ _customer_number: '800' }));
    expect(bench.record(bench.create({ customerNumber: '' })).customerNumber).toBe('800');
    expect(bench.record(bench.create()).customerNumber).toBe('5115');
  });

  it('gives way where requests may overwrite it', () => {
    const bench = new Bench({ _customer_number: '800', _overwritable_options: '_customer_number' });
    expect(bench.record(bench.create()).customerNumber).toBe('5115');
  });
});

describe('the number of a change', () => {
  it('goes through the checks of a new callback, but not when it stays the same', () => {
    const bench = new Bench({ _default_country: 'US' });
    const id = bench.create({ customerNumber: '111' });
    bench.do(application({ _disallow_impossible_phone_numbers: 'true' }));
    const change = (customerNumber: string) =>
      ({ type: 'update', serviceName: 'S', id, customerNumber, properties: { note: 'x' } }) as const;
    expect(bench.refuse(change('222')).code).toBe('impossible-number');
    expect(bench.refuse(change('+19005551234')).code).toBe('premium-number');
    bench.do(change('111'));
    bench.do(change('+16504661100'));
  });
});

describe('a daily limit of 0', () => {
  it('refuses every immediate request, also one without what is counted', () => {
    const bench = new Bench({ _throttle_request_parameters: '_email', _throttle_request_parameters_limit: '0' });
    expect(bench.refuse(wish())).toEqual({
      code: 'daily-limit',
      details: { parameter: '_email', value: '', limit: 0 },
    });
    bench.create({ desiredTime: NOW + HOUR });
  });
});

describe('the queue limit of the application', () => {
  it('has a name of its own there; that of services is refused with it', () => {
    const refusal = new Bench().refuse(application({ _max_queued_callbacks_per_service: '1' }));
    expect(refusal.details.accepts).toContain('set max_queued_callbacks_per_service');
  });
});

describe('a customer who asks for a little more time', () => {
  it('rests as long as the service says and is in the old place after it', () => {
    const bench = new Bench({ _snooze_duration: '120' });
    const [id, other] = [bench.create(), bench.create()];
    const force = (snoozed: boolean) => bench.do({ type: 'force', id, snoozed });
    force(true);
    expect(bench.diagnostics(id)).toMatchObject({ snoozed: true, position: null, nextCallTime: NOW + 2 * MINUTE });
    expect(bench.diagnostics(other).position).toBe(1);
    force(false);
    expect(bench.diagnostics(id)).toMatchObject({ snoozed: false, position: 1 });
    force(true);
    bench.advance(2 * MINUTE);
    expect(bench.diagnostics(id)).toMatchObject({ snoozed: false, position: 1 });
  });

  it('must be in the queue', () => {
    const bench = new Bench();
    const id = bench.create({ desiredTime: NOW + HOUR });
    expect(bench.refuse({ type: 'force', id, snoozed: true }).code).toBe('invalid-value');
    bench.do({ type: 'force', id, state: 'QUEUED', snoozed: true });
    expect(bench.diagnostics(id).snoozed).toBe(true);
  });
});

describe('the states that count', () => {
  it('are counted by watermarks and by the queue limit, as if they had always been', () => {
    const bench = new Bench({ _max_queued_callbacks_per_service: '1' });
    bench.do({
      type: 'set-application',
      sections: { mock: { 'watermark-delay': '0', 'watermark-states': 'QUEUED,SCHEDULED' } },
    });
    const id = bench.create({ desiredTime: NOW + HOUR });
    expect(bench.refuse(wish()).code).toBe('queue-limit');
    bench.do({ type: 'force', id, state: 'ROUTING' });
    bench.create();
    const { census } = new Draft({ ...bench.state }).timetable;
    expect(census.countOf('S')).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applicationOptionOf,
  apply,
  hashOf,
  lookupKeysOf,
  optionOf,
  personOf,
  serviceNames,
} from '../../mock-server/engine/engine.js';
import {
  applicationChoiceOf,
  applicationFlagOf,
  applicationNumberOf,
  choiceOption,
  flagOption,
  listOption,
  minutePairOption,
  numberOption,
  spanOption,
} from '../../mock-server/engine/options/options.js';
import { MOCK_SWITCHES } from '../../mock-server/engine/options/mock-switches.js';
import { refusalOfSections, refusalOfService } from '../../mock-server/engine/options/option-checks.js';
import { policyOf } from '../../mock-server/engine/options/policy.js';
import { SCENARIO_NAMES } from '../../mock-server/scenarios/index.js';
import { checkValue, SERVICE_OPTIONS } from '../../src/options.js';
import { Bench } from './bench.js';
import { begin } from './scenario.js';

describe('an option', () => {
  it("is the service's, else the application's, else the built-in one; an empty text is not set", () => {
    const bench = new Bench();
    const limit = () => optionOf(bench.state, 'S', '_throttle_ttl_1');
    expect(limit()).toBe('300');
    bench.do({ type: 'set-application', sections: { callback: { _throttle_ttl_1: '14' } } });
    expect(limit()).toBe('14');
    bench.do({ type: 'set-service', name: 'S', options: { _throttle_ttl_1: '0' } });
    expect(limit()).toBe('0');
    bench.do({ type: 'set-service', name: 'S', options: { _throttle_ttl_1: '' } });
    expect(limit()).toBe('14');
  });

  it('has no value when nobody gives one, whatever objects inherit', () => {
    const bench = new Bench();
    for (const name of ['_business_hours_service', 'toString', '__proto__'])
      expect(optionOf(bench.state, 'S', name)).toBeUndefined();
    expect(applicationOptionOf(bench.state, 'constructor', 'name')).toBeUndefined();
  });

  it('of the application may have another name than that of the service', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { callback: { max_queued_callbacks_per_service: '7' } } });
    expect(optionOf(bench.state, 'S', '_max_queued_callbacks_per_service')).toBe('7');
  });

  it('of the application stays when others are set', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { callback: { a: '1' }, server: { username: 'u' } } });
    bench.do({ type: 'set-application', sections: { callback: { b: '2' } } });
    expect(bench.state.settings.application).toMatchObject({ callback: { a: '1', b: '2' }, server: { username: 'u' } });
  });

  it('cannot reach a prototype', () => {
    const bench = new Bench();
    bench.do({
      type: 'set-application',
      sections: JSON.parse('{"__proto__":{"polluted":"yes"}}') as Record<string, never>,
    });
    bench.do({ type: 'set-service', name: '__proto__', options: { polluted: 'yes' } });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(optionOf(bench.state, 'S', 'polluted')).toBeUndefined();
  });
});

describe('an option that is read', () => {
  it('as a number is the built-in one when it is negative, whatever the application says', () => {
    const bench = new Bench();
    const limit = () => numberOption(bench.state.settings, 'S', '_throttle_ttl_1');
    bench.do({ type: 'set-application', sections: { callback: { _throttle_ttl_1: '14' } } });
    expect(limit()).toBe(14);
    bench.do({ type: 'set-service', name: 'S', options: { _throttle_ttl_1: '-1' } });
    expect(limit()).toBe(300);
    bench.do({ type: 'set-service', name: 'S', options: { _throttle_ttl_1: '0' } });
    expect(limit()).toBe(0);
    bench.do({ type: 'set-service', name: 'S', options: { _throttle_ttl_1: ' 7 ' } });
    expect(limit()).toBe(7);
    bench.do({ type: 'set-service', name: 'S', options: {} });
    bench.do({ type: 'set-application', sections: { callback: { _throttle_ttl_1: '-3' } } });
    expect(limit()).toBe(300);
  });

  it('has the type that is asked for', () => {
    const bench = new Bench({
      _retain_session_until_ixn_deleted: ' True ',
      _enable_in_queue_checking: 'STRICT',
      _customer_lookup_keys: ' a,,b , a',
      _queue_poll_period: '-5, 5',
      _reject_future_desired_time: '2 w',
    });
    const { settings } = bench.state;
    expect(flagOption(settings, 'S', '_retain_session_until_ixn_deleted')).toBe(true);
    expect(choiceOption(settings, 'S', '_enable_in_queue_checking')).toBe('strict');
    expect(listOption(settings, 'S', '_customer_lookup_keys')).toEqual(['a', 'b']);
    expect(minutePairOption(settings, 'S', '_queue_poll_period')).toEqual({ from: -5, to: 5 });
    expect(spanOption(settings, 'S', '_reject_future_desired_time')).toEqual({ count: 2, unit: 'w' });
  });

  it('is the built-in one when nobody sets it, and nothing when there is none', () => {
    const { settings } = new Bench().state;
    expect(numberOption(settings, 'S', '_max_request_by_time_bucket')).toBe(100);
    expect(choiceOption(settings, 'S', '_userterminated_first_connect_party')).toBe('CUSTOMER');
    expect(minutePairOption(settings, 'S', '_queue_ping_ors_period')).toEqual({ from: -120, to: -2 });
    expect(spanOption(settings, 'S', '_reject_future_desired_time')).toEqual({ count: 1, unit: 'M' });
    expect(numberOption(settings, 'S', '_urs_vq_priority')).toBe(0);
    expect(flagOption(settings, 'S', '_use_reporting_aggregator')).toBe(false);
    expect(choiceOption(settings, 'S', '_ors_lb_strategy')).toBeUndefined();
    expect(listOption(settings, 'S', '_service_groups')).toEqual([]);
  });

  it('of the application has a type too', () => {
    const bench = new Bench();
    expect(applicationNumberOf(bench.state, 'callback', 'queue-polling-rate')).toBe(60);
    expect(applicationFlagOf(bench.state, 'callback', '_enable_throttle_header_parameters')).toBe(true);
    const sections = { callback: { 'queue-polling-rate': '5', _enable_throttle_header_parameters: 'false' } };
    bench.do({ type: 'set-application', sections });
    expect(applicationNumberOf(bench.state, 'callback', 'queue-polling-rate')).toBe(5);
    expect(applicationFlagOf(bench.state, 'callback', '_enable_throttle_header_parameters')).toBe(false);
  });
});

describe('an option that does not take its value', () => {
  it('is refused with what it takes, for a service and for the application', () => {
    const bench = new Bench();
    expect(bench.refuse({ type: 'set-service', name: 'S', options: { _x: '1', _ttl: 'abc' } })).toEqual({
      code: 'invalid-option',
      details: {
        service: 'S',
        option: '_ttl',
        value: 'abc',
        accepts: 'a whole number of seconds from 1 to 2147483647',
      },
    });
    const sections = { callback: { 'filter-keys': 'a', _throttle_ttl_1: 'b' } };
    expect(bench.refuse({ type: 'set-application', sections }).details).toMatchObject({
      section: 'callback',
      option: '_throttle_ttl_1',
    });
  });

  it('is refused by the kind that the service has after the change', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'S', options: { _timezone: 'nowhere' } });
    const options = { _type: 'builtin', _service: 'capacity', _timezone: 'nowhere' };
    expect(bench.refuse({ type: 'set-service', name: 'S', options }).details).toMatchObject({ option: '_timezone' });
  });

  it('is refused when the mock has no such switch', () => {
    const bench = new Bench();
    const refusal = bench.refuse({ type: 'set-application', sections: { mock: { 'watermark-dely': '0' } } });
    expect(refusal.code).toBe('invalid-option');
    expect(refusal.details.known).toContain('watermark-delay');
    bench.do({ type: 'set-application', sections: { mock: { 'watermark-delay': '0' } } });
    expect(applicationNumberOf(bench.state, 'mock', 'watermark-delay')).toBe(0);
  });

  it('of the mock is one of its words however it is spelled, and the default where nothing is set', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { mock: { 'queue-details': ' EWT', 'error-body': 'Oldest' } } });
    const said = ['queue-details', 'error-body', 'url-key', 'time-zone', 'no such switch'].map((name) =>
      applicationChoiceOf(bench.state, 'mock', name),
    );
    expect(said).toEqual(['ewt', 'oldest', '_url', undefined, undefined]);
  });

  it('is refused when it names a check that there is none of', () => {
    const bench = new Bench();
    const order = (text: string) =>
      ({ type: 'set-application', sections: { mock: { 'validation-order': text } } }) as const;
    expect(bench.refuse(order('bucket,budget')).details.accepts).toContain('of mandatory-keys, phone-number');
    bench.do(order('bucket, daily-limit'));
  });

  it.each(SCENARIO_NAMES)('is in no service of scenario %s, nor in its application', (name) => {
    const { application, services } = begin(name).settings;
    for (const [service, options] of services) expect(refusalOfService(service, options)).toBeUndefined();
    expect(refusalOfSections(application)).toBeUndefined();
  });

  it('counts as the built-in one when it came in while the service was of another kind', () => {
    const bench = new Bench();
    bench.do({
      type: 'set-service',
      name: 'S',
      options: { _service: 'own.scxml', _dial_retry_timeout: '9'.repeat(15) },
    });
    expect(numberOption(bench.state.settings, 'S', '_dial_retry_timeout')).toBe(300);
  });

  it('changes nothing; and whatever is accepted can be calculated with', () => {
    const names = SERVICE_OPTIONS.callback.map(({ name }) => name);
    const value = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom('', 'true', '-1,1', '1M', 'US', '9'.repeat(15), '1e9', '1.5'),
      fc.string(),
    );
    const bench = new Bench();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1, maxKeys: 3 }), (options) => {
        const before = hashOf(bench.state);
        const result = apply(bench.state, { type: 'set-service', name: 'S', options });
        expect(hashOf(bench.state)).toBe(before);
        const { settings } = result.ok ? result.state : bench.state;
        const numbers = Object.values(policyOf(settings, 'S')).filter((each) => typeof each === 'number');
        expect(numbers.length).toBeGreaterThan(8);
        for (const number of numbers) expect(Number.isSafeInteger(number)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the switches of the mock', () => {
  it('have names of their own, defaults that they take, and a description', () => {
    const names = MOCK_SWITCHES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, values, defaultValue = '', description } of MOCK_SWITCHES) {
      expect(checkValue({ name, values }, defaultValue), name).toBeUndefined();
      expect(description, name).toMatch(/^[A-Z].{15,}\.$/);
    }
  });
});

describe('services', () => {
  it('are callback services by their implementation, or by what they say of themselves', () => {
    const bench = new Bench();
    const kinds: Record<string, Record<string, string>> = {
      plain: {},
      template: { _type: 'ors', _service: 'callback' },
      own: { _service: 'https://strategies.example.com/own.scxml', _service_type: 'callback' },
      other: { _service: 'https://strategies.example.com/own.scxml' },
      hours: { _type: 'builtin', _service: 'office-hours' },
      builtin: { _type: 'builtin' },
    };
    for (const [name, options] of Object.entries(kinds)) bench.do({ type: 'set-service', name, options });
    expect(serviceNames(bench.state)).toEqual(['S', 'own', 'plain', 'template']);
  });

  it('are found by lookup keys to which the mandatory ones belong', () => {
    const bench = new Bench();
    expect(lookupKeysOf(bench.state, 'S')).toEqual(['_customer_number']);
    bench.do({
      type: 'set-service',
      name: 'S',
      options: { _customer_lookup_keys: 'a, b', _mandatory_customer_lookup_keys: 'b,c' },
    });
    expect(lookupKeysOf(bench.state, 'S')).toEqual(['a', 'b', 'c']);
  });

  it('cannot be removed twice', () => {
    const bench = new Bench();
    bench.do({ type: 'remove-service', name: 'S' });
    expect(bench.refuse({ type: 'remove-service', name: 'S' })).toEqual({
      code: 'unknown-service',
      details: { service: 'S', kind: 'any' },
    });
  });

  it('lists and persons need a name', () => {
    const bench = new Bench();
    expect(bench.refuse({ type: 'set-service', name: ' ', options: {} }).code).toBe('invalid-value');
    expect(bench.refuse({ type: 'set-transaction-list', list: '', sections: {} }).code).toBe('invalid-value');
    expect(bench.refuse({ type: 'set-person', name: '', roles: [], services: [] }).code).toBe('invalid-value');
  });

  it('know the persons who see them', () => {
    const bench = new Bench();
    bench.do({ type: 'set-person', name: 'ada', roles: ['Supervisor'], services: ['S'] });
    expect(personOf(bench.state, 'ada')).toEqual({ roles: ['Supervisor'], services: ['S'] });
    expect(personOf(bench.state, 'bruno')).toBeUndefined();
  });
});

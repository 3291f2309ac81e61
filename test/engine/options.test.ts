import { describe, expect, it } from 'vitest';
import {
  applicationOptionOf,
  lookupKeysOf,
  optionOf,
  personOf,
  serviceNames,
} from '../../mock-server/engine/engine.js';
import { Bench } from './bench.js';

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
    expect(bench.state.settings.application).toEqual({ callback: { a: '1', b: '2' }, server: { username: 'u' } });
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
      details: { service: 'S' },
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

import { describe, expect, it } from 'vitest';
import {
  destinationOf,
  hashOf,
  matchInteraction,
  optionForRecord,
  restoreSnapshot,
  snapshotOf,
  storedValues,
} from '../../mock-server/engine/engine.js';
import type { Redirectable } from '../../mock-server/engine/engine.js';
import type { Options } from '../../src/domain/service.js';
import { Bench, DAY, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const request = { type: 'request-interaction', serviceName: 'request-interaction', properties: { a: '1' } } as const;

describe('an interaction', () => {
  it('reserves a number and a code for half a minute, and is found by them', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { server: { access_code_prefix: '77' } } });
    const made = bench.do(request);
    expect(made).toMatchObject({ expirationTime: NOW + 30 * SECOND, properties: { a: '1' } });
    expect(made.accessNumber).toMatch(/^\+3319900\d{4}$/);
    expect(made.accessCode).toMatch(/^77\d{4}$/);
    const { accessNumber, accessCode } = made;
    expect(matchInteraction(bench.state, { accessNumber, accessCode })).toEqual({ value: made });
    expect(matchInteraction(bench.state, { accessNumber, accessCode: 'x' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    bench.advance(30 * SECOND);
    expect(matchInteraction(bench.state, { accessNumber })).toEqual({ value: made });
    bench.advance(1);
    expect(matchInteraction(bench.state, { accessNumber })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('lasts as long as its service says', () => {
    const bench = new Bench();
    const options = { _type: 'builtin', _service: 'request-interaction', _booking_expiration_timeout: '90' };
    bench.do({ type: 'set-service', name: 'mine', options });
    expect(bench.do({ ...request, serviceName: 'mine' }).expirationTime).toBe(NOW + 90 * SECOND);
  });

  it('never shares its number with another that lasts', () => {
    const bench = new Bench();
    const numbers = Array.from({ length: 500 }, () => bench.do(request).accessNumber);
    expect(new Set(numbers).size).toBe(500);
  });

  it('leaves nothing behind when it is over', () => {
    const bench = new Bench();
    const { id } = bench.do(request);
    bench.do({ type: 'store', id, values: { b: '2' } });
    bench.advance(30 * SECOND);
    expect([bench.state.interactions.size, bench.state.storage.size]).toEqual([1, 1]);
    bench.advance(1);
    expect([bench.state.interactions.size, bench.state.storage.size]).toEqual([0, 0]);
  });

  it('is over at its own time, whatever the steps of time and also after a snapshot', () => {
    const bench = new Bench();
    const { id } = bench.do(request);
    bench.advance(20 * SECOND);
    bench.do({ type: 'request-access', serviceName: 'request-access', id });
    const copy = new Bench();
    copy.state = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(bench.state)))) ?? copy.state;
    bench.advance(29 * SECOND);
    expect(bench.state.interactions.size).toBe(1);
    bench.advance(HOUR - 29 * SECOND);
    copy.advance(HOUR);
    expect([bench.state.interactions.size, copy.state.interactions.size]).toEqual([0, 0]);
    expect(hashOf(copy.state)).toBe(hashOf(bench.state));
  });

  it('gets the last free number, and then nobody does until one is given back', () => {
    const bench = new Bench();
    const made = Array.from({ length: 10_000 }, () => bench.do(request));
    expect(new Set(made.map(({ accessNumber }) => accessNumber)).size).toBe(10_000);
    expect(bench.refuse(request).code).toBe('not-found');
    const [first] = made;
    const again = bench.do({ type: 'request-access', serviceName: 'request-access', id: first?.id ?? '' });
    expect(again.accessNumber).toBe(first?.accessNumber);
    bench.advance(30 * SECOND + 1);
    bench.do(request);
  });

  it('remembers the callback service it came from, longer than its callback lasts and through a snapshot', () => {
    const bench = new Bench({ _ttl: '5' });
    const access = { type: 'request-access', serviceName: 'request-access' } as const;
    const { id: redirected } = bench.do({ ...request, origin: 'S' });
    const { id: direct } = bench.do(request);
    const id = bench.create();
    for (const each of [redirected, direct, id]) bench.do({ ...access, id: each });
    bench.advance(10 * SECOND);
    expect(bench.state.records.get(id)).toBeUndefined();
    bench.do({ ...access, id });
    const copy = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(bench.state))));
    for (const state of [bench.state, copy]) {
      const origins = [redirected, direct, id].map((each) => state?.interactions.get(each)?.origin);
      expect(origins).toEqual(['S', undefined, 'S']);
    }
  });

  it('survives a snapshot', () => {
    const bench = new Bench();
    const { id } = bench.do(request);
    bench.do({ type: 'store', id, values: { b: '2' } });
    const copy = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(bench.state))));
    expect(copy && hashOf(copy)).toBe(hashOf(bench.state));
    expect(copy && storedValues(copy, id)).toEqual({ a: '1', b: '2' });
  });

  it('can be asked for another number under the same id', () => {
    const bench = new Bench();
    const first = bench.do(request);
    bench.advance(20 * SECOND);
    const second = bench.do({ type: 'request-access', serviceName: 'request-access', id: first.id });
    expect(second).toMatchObject({ id: first.id, expirationTime: NOW + 50 * SECOND, properties: { a: '1' } });
    expect(matchInteraction(bench.state, first)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('stored values', () => {
  it('live as long as their callback', () => {
    const bench = new Bench({ _ttl: '60' });
    const id = bench.create({ desiredTime: NOW + HOUR });
    bench.do({ type: 'store', id, values: { a: '1', b: '2' } });
    bench.do({ type: 'store', id, values: { b: '3' } });
    expect(storedValues(bench.state, id)).toEqual({ a: '1', b: '3' });
    bench.do({ type: 'forget', id, key: 'a' });
    expect(storedValues(bench.state, id)).toEqual({ b: '3' });
    bench.advance(DAY);
    expect(storedValues(bench.state, id)).toBeUndefined();
  });

  it('are forgotten with the last who has their id: a callback, or the number reserved for it', () => {
    const bench = new Bench({ _ttl: '10' });
    const [one, other] = [bench.create(), bench.create()];
    for (const id of [one, other]) bench.do({ type: 'store', id, values: { a: '1' } });
    bench.do({ type: 'request-access', serviceName: 'request-access', id: other });
    bench.advance(10 * SECOND + 1);
    expect([bench.state.records.size, ...bench.state.storage.keys()]).toEqual([0, other]);
    bench.advance(20 * SECOND);
    expect(bench.state.storage.size).toBe(0);
  });

  it('are refused for an id and a key that are not there, and nothing changes', () => {
    const bench = new Bench();
    const id = bench.create();
    const before = hashOf(bench.state);
    expect(bench.refuse({ type: 'store', id: 'none', values: {} }).code).toBe('not-found');
    expect(bench.refuse({ type: 'forget', id, key: 'toString' }).code).toBe('not-found');
    expect(bench.refuse({ type: 'request-access', serviceName: 'x', id: 'none' }).code).toBe('not-found');
    expect(hashOf(bench.state)).toBe(before);
  });
});

describe('provisioning', () => {
  it('does everything or nothing', () => {
    const bench = new Bench();
    const before = hashOf(bench.state);
    const services = { T: { _service: 'callback' }, '': { _service: 'callback' } };
    expect(bench.refuse({ type: 'provision', services, removed: [] }).code).toBe('invalid-value');
    expect(bench.refuse({ type: 'provision', services: {}, removed: ['S', 'none'] }).code).toBe('unknown-service');
    expect(hashOf(bench.state)).toBe(before);
    bench.do({ type: 'provision', services: { T: { _service: 'callback' } }, removed: ['S'] });
    expect([...bench.state.settings.services.keys()]).toEqual(['T']);
  });
});

describe('an option of one callback', () => {
  const asked = {
    serviceName: 'S',
    customerNumber: '5115',
    properties: { _target: 'sent', skill: 'Billing', _x: '$skill$' },
  };

  it.each<[Options, string, string | undefined]>([
    [{ _target: 'own' }, '_target', 'own'],
    [{ _target: 'own', _overwritable_options: '_ors,_target' }, '_target', 'sent'],
    [{ _target: '' }, '_target', 'sent'],
    [{}, '_target', 'sent'],
    [{}, '_x', undefined],
    [{ _overwritable_options: '_x' }, '_x', '$skill$'],
    [{ _target: '$skill$ $skill$ $none$ $5' }, '_target', 'Billing Billing $none$ $5'],
    [{ _ors: 'http://$_customer_number$/$_service_name$' }, '_ors', 'http://5115/S'],
    [{ _target: '$constructor$' }, '_target', '$constructor$'],
  ])('with %j: %s is %s', (options, name, value) => {
    expect(optionForRecord(new Bench(options).state.settings, asked, name)).toBe(value);
  });

  it('decides in which virtual queue it waits', () => {
    const bench = new Bench({ _urs_virtual_queue: 'VQ_$lob$' });
    const [first, second, third] = ['a', 'b', 'a'].map((lob) => bench.create({ properties: { lob } }));
    expect([first, second, third].map((id) => bench.diagnostics(id!).position)).toEqual([1, 1, 2]);
  });
});

describe('a redirect', () => {
  const bench = new Bench({ _redirect: 'T' });
  const set = (name: string, options: Options) => bench.do({ type: 'set-service', name, options });
  const follow = (
    redirect: Omit<Redirectable, 'serviceName' | 'customerNumber' | 'properties'> & { from: string },
    exists?: (name: string) => boolean,
  ) =>
    destinationOf(
      bench.state.settings,
      { serviceName: redirect.from, customerNumber: '', properties: {}, ...redirect },
      exists,
    );
  set('T', { _service: 'callback', _redirect: 'U', _overwritable_options: '_redirect' });
  set('U', { _service: 'callback' });
  set('V', { _service: 'callback', _redirect: 'V' });
  set('W', { _service: 'callback', _redirect: 'hello' });

  it('is followed to its end; the wish of the request counts at the first service', () => {
    expect(follow({ from: 'S' })).toEqual({ destination: { service: 'U', isCallback: true, origin: 'U' } });
    expect(follow({ from: 'S', redirect: '' })).toEqual({
      destination: { service: 'U', isCallback: true, origin: 'U' },
    });
    expect(follow({ from: 'T', redirect: '' })).toEqual({
      destination: { service: 'T', isCallback: true, origin: 'T' },
    });
    expect(follow({ from: 'T', redirect: 'W' })).toEqual({
      destination: { service: 'hello', isCallback: false, origin: 'W' },
    });
  });

  it('back to itself is refused', () => {
    expect(follow({ from: 'V' })).toMatchObject({ refusal: { code: 'invalid-option' } });
    expect(follow({ from: 'T', redirect: 'S' })).toMatchObject({ refusal: { code: 'invalid-option' } });
  });

  it('to nowhere is refused, and so is one to a service that does not exist for the caller', () => {
    expect(follow({ from: 'T', redirect: 'none' })).toMatchObject({ refusal: { code: 'missing-service' } });
    expect(follow({ from: 'S' }, (name) => name !== 'U')).toEqual({
      refusal: { code: 'missing-service', details: { service: 'T', option: '_redirect', value: 'U' } },
    });
  });
});

describe('a reminder', () => {
  const REMINDING = { _enable_notification_reminder: 'true', _notification_reminder_buffer: '600' };

  it('comes once, so long before the desired time, whatever the steps of time', () => {
    const hashes = [1, 7, 60 * 13].map((minutes) => {
      const bench = new Bench(REMINDING);
      const id = bench.create({ desiredTime: NOW + HOUR });
      for (let left = 120; left > 0; left -= minutes) bench.advance(Math.min(left, minutes) * MINUTE);
      expect(bench.times('reminded', id)).toEqual([NOW + 50 * MINUTE]);
      return hashOf(bench.state);
    });
    expect(new Set(hashes).size).toBe(1);
  });

  it('coincides with a poll and neither is lost', () => {
    const bench = new Bench({ ...REMINDING, _request_execution_time_buffer: '600' });
    const id = bench.create({ desiredTime: Date.UTC(2026, 2, 2, 11) });
    bench.do({ type: 'advance', to: Date.UTC(2026, 2, 2, 10, 50) });
    expect(bench.times('reminded', id)).toEqual([Date.UTC(2026, 2, 2, 10, 50)]);
    expect(bench.times('submitted', id)).toEqual([Date.UTC(2026, 2, 2, 10, 50)]);
  });

  it('is five minutes ahead when the service does not say', () => {
    const bench = new Bench({ _enable_notification_reminder: 'true' });
    const id = bench.create({ desiredTime: NOW + HOUR });
    bench.advance(HOUR);
    expect(bench.times('reminded', id)).toEqual([NOW + 55 * MINUTE]);
  });

  it('comes again for another desired time, and survives a snapshot', () => {
    const bench = new Bench(REMINDING);
    const id = bench.create({ desiredTime: NOW + HOUR });
    bench.advance(55 * MINUTE);
    bench.do({ type: 'update', serviceName: 'S', id, desiredTime: NOW + 2 * HOUR, properties: {} });
    const copy = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(bench.state))));
    expect(copy).toBeDefined();
    if (copy !== undefined) bench.state = copy;
    bench.advance(HOUR);
    expect(bench.times('reminded', id)).toEqual([NOW + 50 * MINUTE, NOW + 110 * MINUTE]);
  });

  it('does not come when the moment had passed before, or nobody asked for it', () => {
    const late = new Bench(REMINDING);
    const silent = new Bench();
    const ids = [late.create({ desiredTime: NOW + 9 * MINUTE }), silent.create({ desiredTime: NOW + HOUR })];
    late.advance(HOUR);
    silent.advance(HOUR);
    expect([late.times('reminded', ids[0]!), silent.times('reminded', ids[1]!)]).toEqual([[], []]);
  });
});

import { describe, expect, it } from 'vitest';
import { hashOf } from '../../mock-server/engine/engine.js';
import { Bench, DAY, HOUR, NOW } from './bench.js';

const update = (id: string, change: object) =>
  ({ type: 'update', serviceName: 'S', id, properties: {}, ...change }) as const;

describe('an update', () => {
  it('replaces properties, keeps the others and removes those with an empty text', () => {
    const bench = new Bench();
    const id = bench.create({ properties: { keep: '1', change: '2', drop: '3' } });
    bench.do(update(id, { properties: { change: 'new', drop: '', more: '4' } }));
    expect(bench.record(id).properties).toEqual({ keep: '1', change: 'new', more: '4' });
  });

  it('changes the number to call', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.do(update(id, { customerNumber: '+442079460000' }));
    expect(bench.record(id).customerNumber).toBe('+442079460000');
  });

  it.each(['QUEUED', 'ROUTING', 'PROCESSING', 'PAUSED'] as const)(
    'sets properties of a %s callback, but does not move it',
    (state) => {
      const bench = new Bench();
      const id = bench.create();
      bench.do({ type: 'force', id, state });
      bench.do(update(id, { properties: { note: 'x' } }));
      expect(bench.record(id)).toMatchObject({ state, properties: { note: 'x' } });
      expect(bench.refuse(update(id, { desiredTime: NOW + DAY }))).toEqual({
        code: 'not-reschedulable',
        details: { state },
      });
    },
  );

  it('is refused for a completed callback', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.do({ type: 'force', id, state: 'COMPLETED' });
    expect(bench.refuse(update(id, { properties: { note: 'x' } })).code).toBe('not-editable');
  });

  it('finds a callback only under its own service', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'T', options: {} });
    const id = bench.create();
    expect(bench.refuse({ ...update(id, {}), serviceName: 'T' }).code).toBe('unknown-callback');
    expect(bench.refuse({ ...update(id, {}), serviceName: 'U' }).code).toBe('unknown-service');
    expect(bench.refuse(update('118-none', {})).code).toBe('unknown-callback');
  });

  it('cannot take a mandatory key away or write a reserved one', () => {
    const bench = new Bench();
    const id = bench.create();
    expect(bench.refuse(update(id, { customerNumber: '' })).code).toBe('missing-key');
    expect(bench.refuse(update(id, { properties: { _callback_state: 'COMPLETED' } })).code).toBe('reserved-key');
    expect(bench.refuse(update(id, { state: 'DONE' })).code).toBe('invalid-value');
  });

  it('checks a new time like that of a new callback', () => {
    const bench = new Bench();
    const id = bench.create({ desiredTime: NOW + HOUR });
    expect(bench.refuse(update(id, { desiredTime: NOW - HOUR })).code).toBe('past-time');
    expect(bench.refuse(update(id, { desiredTime: NOW + 40 * DAY })).code).toBe('future-limit');
    expect(bench.refuse(update(id, { desiredTime: { unreadable: 'x' } })).code).toBe('unreadable-time');
  });

  it('does nothing at all when one part of it is refused', () => {
    const bench = new Bench();
    const id = bench.create({ desiredTime: NOW + HOUR });
    const before = hashOf(bench.state);
    bench.refuse(update(id, { desiredTime: NOW - HOUR, properties: { note: 'x' } }));
    expect(hashOf(bench.state)).toBe(before);
    expect(bench.record(id).properties).toEqual({});
  });
});

describe('a bulk cancel', () => {
  it('answers for every id in the order asked, across services, with the reason as given', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'T', options: {} });
    const [a, b] = [bench.create(), bench.create({ serviceName: 'T', desiredTime: NOW + HOUR })];
    const { outcomes } = bench.do({ type: 'cancel-many', ids: [b, 'none', a, b], reason: 'WHY_NOT' });
    expect(outcomes).toEqual([
      { id: b, ok: true },
      { id: 'none', ok: false },
      { id: a, ok: true },
      { id: b, ok: true },
    ]);
    expect([bench.status(a), bench.status(b)]).toEqual(['COMPLETED WHY_NOT', 'COMPLETED WHY_NOT']);
  });

  it('keeps the reason of a callback that was cancelled before', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.do({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false });
    expect(bench.do({ type: 'cancel-many', ids: [id], reason: 'CANCELLED_BY_ADMIN' }).outcomes).toEqual([
      { id, ok: false },
    ]);
    expect(bench.status(id)).toBe('COMPLETED CANCELLED');
  });

  it('is refused without a reason', () => {
    expect(new Bench().refuse({ type: 'cancel-many', ids: [], reason: ' ' }).code).toBe('invalid-value');
  });
});

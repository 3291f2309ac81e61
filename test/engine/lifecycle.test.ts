import { describe, expect, it } from 'vitest';
import { Bench, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const cancel = (id: string) => ({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false }) as const;
const cancelByAdmin = (id: string) => ({ type: 'cancel-many', ids: [id], reason: 'CANCELLED_BY_ADMIN' }) as const;

/** A callback in a state that it reached by living. */
function living(state: 'SCHEDULED' | 'QUEUED' | 'ROUTING' | 'PROCESSING' | 'PAUSED' | 'COMPLETED'): [Bench, string] {
  const bench = new Bench();
  const id = bench.create(state === 'SCHEDULED' ? { desiredTime: NOW + HOUR } : {});
  if (state === 'PAUSED') {
    bench.do({ type: 'set-transaction-list', list: 'GMS_Paused_Services', sections: { services: { S: 'true' } } });
    bench.advance(MINUTE);
  }
  if (state === 'ROUTING' || state === 'PROCESSING' || state === 'COMPLETED') {
    bench.agents(1, 600);
    bench.advance(11 * SECOND);
  }
  if (state === 'PROCESSING' || state === 'COMPLETED') bench.advance(12 * SECOND);
  if (state === 'COMPLETED') bench.advance(600 * SECOND);
  expect(bench.record(id).state).toBe(state);
  return [bench, id];
}

describe('a callback lives', () => {
  it('from SCHEDULED to QUEUED at the first poll within the buffer', () => {
    const bench = new Bench();
    const id = bench.create({ desiredTime: NOW + 180 * SECOND });
    bench.advance(52 * SECOND);
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.advance(28 * SECOND);
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.do({ type: 'advance', to: Date.UTC(2026, 2, 2, 10, 2) });
    expect(bench.status(id)).toBe('QUEUED');
  });

  it('from QUEUED over ROUTING and PROCESSING to COMPLETED when an agent talks to the customer', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.agents(1, 60);
    bench.advance(10 * MINUTE);
    const steps = bench.events
      .filter(({ type }) => type === 'state-changed')
      .map(({ from, to, reason }) => [from, to, reason]);
    expect(steps).toEqual([
      ['QUEUED', 'ROUTING', undefined],
      ['ROUTING', 'PROCESSING', undefined],
      ['PROCESSING', 'COMPLETED', 'AGENT_CONNECTED'],
    ]);
    expect(bench.status(id)).toBe('COMPLETED AGENT_CONNECTED');
  });

  it('straight from ROUTING to COMPLETED when the session is not retained, while the agent goes on talking', () => {
    const bench = new Bench({ _retain_session_until_ixn_deleted: 'false' });
    const [first, second] = [bench.create(), bench.create()];
    bench.agents(1, 300);
    bench.advance(30 * SECOND);
    expect(bench.status(first)).toBe('COMPLETED AGENT_CONNECTED');
    bench.advance(240 * SECOND);
    expect(bench.status(second)).toBe('QUEUED');
    bench.advance(90 * SECOND);
    expect(bench.status(second)).toBe('COMPLETED AGENT_CONNECTED');
  });

  it('SCHEDULED still after a move to another time', () => {
    const [bench, id] = living('SCHEDULED');
    bench.do({ type: 'update', serviceName: 'S', id, desiredTime: NOW + 2 * HOUR, properties: {} });
    expect(bench.record(id)).toMatchObject({
      state: 'SCHEDULED',
      desiredTime: NOW + 2 * HOUR,
      expirationTime: NOW + 26 * HOUR,
    });
    expect(bench.times('rescheduled', id)).toEqual([NOW]);
  });

  it('SCHEDULED still after a move into the buffer, until the next poll', () => {
    const [bench, id] = living('SCHEDULED');
    bench.do({ type: 'update', serviceName: 'S', id, desiredTime: NOW + SECOND, properties: {} });
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.advance(MINUTE);
    expect(bench.status(id)).toBe('QUEUED');
  });

  it.each(['SCHEDULED', 'QUEUED', 'ROUTING', 'PAUSED'] as const)(
    'from %s to COMPLETED when it is cancelled',
    (state) => {
      const [bench, id] = living(state);
      bench.do(cancel(id));
      expect(bench.status(id)).toBe('COMPLETED CANCELLED');
      const [other, otherId] = living(state);
      expect(other.do(cancelByAdmin(otherId)).outcomes).toEqual([{ id: otherId, ok: true }]);
      expect(other.status(otherId)).toBe('COMPLETED CANCELLED_BY_ADMIN');
    },
  );

  it.each([
    ['PROCESSING', 'PROCESSING'],
    ['COMPLETED', 'COMPLETED AGENT_CONNECTED'],
  ] as const)('on in %s whoever wants to cancel it', (state, status) => {
    const [bench, id] = living(state);
    expect(bench.refuse(cancel(id))).toEqual({ code: 'not-cancellable', details: { id, state } });
    expect(bench.do(cancelByAdmin(id)).outcomes).toEqual([{ id, ok: false }]);
    expect(bench.status(id)).toBe(status);
  });

  it('without session, place and agent once it is completed', () => {
    const [bench, id] = living('COMPLETED');
    const record = bench.record(id);
    expect(Object.keys(record)).not.toEqual(expect.arrayContaining(['orsSessionId']));
    expect([record.orsSessionId, record.sessionAlive, record.queue, record.call]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('no longer than its time to live: a completed one leaves without a sound', () => {
    const [bench, id] = living('COMPLETED');
    const { expirationTime } = bench.record(id);
    bench.do({ type: 'advance', to: expirationTime });
    expect(bench.state.records.has(id)).toBe(true);
    bench.advance(1);
    expect(bench.state.records.has(id)).toBe(false);
    expect(bench.times('expired', id)).toEqual([expirationTime + 1]);
  });

  it.each(['QUEUED', 'PAUSED'] as const)('no longer than its time to live: a %s one is completed first', (state) => {
    const [bench, id] = living(state);
    bench.do({ type: 'set-service', name: 'S', options: { _urs_queued_ttl: '999999' } });
    bench.do({ type: 'force', id, state: 'SCHEDULED' });
    bench.do({ type: 'set-ors', reachable: false });
    bench.do({
      type: 'set-service',
      name: 'S',
      options: { _urs_queued_ttl: '999999', _max_ors_submit_attempts: '99999' },
    });
    bench.advance(25 * HOUR);
    expect(bench.state.records.has(id)).toBe(false);
    const last = bench.events.filter((event) => event.id === id).slice(-2);
    expect(last).toMatchObject([{ to: 'COMPLETED', reason: 'FAIL_TIMEOUT_TTL' }, { type: 'expired' }]);
    expect(last[0]?.at).toBe(last[1]?.at);
  });
});

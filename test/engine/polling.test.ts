import { describe, expect, it } from 'vitest';
import { Bench, DAY, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const cancel = (id: string, discardOrsFailure = false) =>
  ({ type: 'cancel', serviceName: 'S', id, discardOrsFailure }) as const;

describe('the polling loop', () => {
  it('submits within one poll after the buffer is reached', () => {
    const bench = new Bench({ _request_execution_time_buffer: '15' });
    bench.do({ type: 'set-application', sections: { callback: { 'queue-polling-rate': '5' } } });
    const id = bench.create({ desiredTime: NOW + 30 * SECOND });
    bench.advance(14 * SECOND);
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.advance(6 * SECOND);
    expect(bench.status(id)).toBe('QUEUED');
  });

  it('looks every minute when the rate is not set', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { callback: { 'queue-polling-rate': '' } } });
    const id = bench.create({ desiredTime: NOW + 130 * SECOND });
    bench.advance(52 * SECOND);
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.advance(SECOND);
    expect(bench.times('submitted', id)).toEqual([Date.UTC(2026, 2, 2, 10, 1)]);
  });

  it('recovers an overdue callback at the next recovery poll when it lies in the recovery period', () => {
    const bench = new Bench({ _reject_past_desired_time: '999999' });
    const id = bench.create({ desiredTime: NOW - 3 * HOUR });
    bench.do({ type: 'force', id, state: 'SCHEDULED' });
    bench.advance(59 * MINUTE);
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.advance(MINUTE);
    expect(bench.times('submitted', id).at(-1)).toBe(Date.UTC(2026, 2, 2, 11));
  });

  it('leaves an overdue callback SCHEDULED outside both periods', () => {
    const bench = new Bench({ _reject_past_desired_time: '999999', _queue_poll_period_recovery: '-180,-120' });
    const id = bench.create({ desiredTime: NOW - 4 * HOUR });
    bench.do({ type: 'force', id, state: 'SCHEDULED' });
    bench.advance(5 * HOUR);
    expect(bench.status(id)).toBe('SCHEDULED');
  });

  it('leaves the callbacks of a removed service where they are', () => {
    const bench = new Bench();
    const id = bench.create({ desiredTime: NOW + HOUR });
    bench.do({ type: 'remove-service', name: 'S' });
    bench.advance(3 * HOUR);
    expect(bench.status(id)).toBe('SCHEDULED');
    bench.do({ type: 'set-service', name: 'S', options: {} });
    bench.advance(HOUR);
    expect(bench.status(id)).toBe('QUEUED');
  });
});

describe('an ORS out of reach', () => {
  it('fails an immediate callback after the last attempt, counting the one at its creation', () => {
    const bench = new Bench();
    bench.do({ type: 'set-ors', reachable: false });
    const id = bench.create();
    expect(bench.record(id)).toMatchObject({ state: 'QUEUED', submitAttempts: 1 });
    bench.advance(MINUTE);
    expect(bench.status(id)).toBe('QUEUED');
    bench.advance(MINUTE);
    expect(bench.status(id)).toBe('COMPLETED SUBMIT_FAILED');
  });

  it('fails a scheduled callback after as many polls as the service allows attempts', () => {
    const bench = new Bench({ _max_ors_submit_attempts: '2' });
    bench.do({ type: 'set-ors', reachable: false });
    const id = bench.create({ desiredTime: NOW + 150 * SECOND });
    bench.do({ type: 'advance', to: Date.UTC(2026, 2, 2, 10, 1, 59) });
    expect(bench.record(id)).toMatchObject({ state: 'SCHEDULED', submitAttempts: 1 });
    bench.advance(SECOND);
    expect(bench.status(id)).toBe('COMPLETED SUBMIT_FAILED');
    expect(bench.times('submit-failed', id)).toHaveLength(2);
  });

  it('is forgotten when it can be reached before the last attempt', () => {
    const bench = new Bench();
    bench.do({ type: 'set-ors', reachable: false });
    const id = bench.create();
    bench.do({ type: 'set-ors', reachable: true });
    bench.advance(MINUTE);
    expect(bench.record(id)).toMatchObject({ state: 'QUEUED', submitAttempts: 0, sessionAlive: true });
  });

  it('cannot be told of a cancel, unless the caller says to go on', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.do({ type: 'set-ors', reachable: false });
    expect(bench.refuse(cancel(id)).code).toBe('ors-unreachable');
    bench.do(cancel(id, true));
    expect(bench.status(id)).toBe('COMPLETED CANCELLED');
  });
});

describe('a lost session', () => {
  function lost(desiredTime = NOW): [Bench, string] {
    const bench = new Bench({ _reject_past_desired_time: '999999' });
    const id = bench.create({ desiredTime });
    bench.do({ type: 'force', id, orsSession: 'dead' });
    return [bench, id];
  }

  it('is replaced only once the desired time lies in the ping period', () => {
    const [bench, id] = lost();
    const before = bench.record(id).orsSessionId;
    bench.do({ type: 'advance', to: Date.UTC(2026, 2, 2, 10, 2, 59) });
    expect(bench.record(id).sessionAlive).toBe(false);
    bench.advance(SECOND);
    expect(bench.record(id).sessionAlive).toBe(true);
    expect(bench.record(id).orsSessionId).not.toBe(before);
  });

  it('stays lost outside the ping period, and the callback QUEUED', () => {
    const [bench, id] = lost(NOW - 3 * HOUR);
    bench.agents(3);
    bench.advance(30 * MINUTE);
    expect(bench.record(id)).toMatchObject({ state: 'QUEUED', sessionAlive: false });
  });

  it('refuses a cancel without a change, unless the caller says to go on', () => {
    const [bench, id] = lost(NOW - 3 * HOUR);
    expect(bench.refuse(cancel(id)).code).toBe('ors-session-gone');
    expect(bench.status(id)).toBe('QUEUED');
    bench.do(cancel(id, true));
    expect(bench.status(id)).toBe('COMPLETED CANCELLED');
  });

  it('does not lose the place in the queue', () => {
    const [bench, first] = lost();
    const second = bench.create();
    expect(bench.diagnostics(second).position).toBe(1);
    bench.advance(4 * MINUTE);
    expect([bench.diagnostics(first).position, bench.diagnostics(second).position].sort()).toEqual([1, 2]);
    expect(bench.record(first).queue?.since).toBe(NOW);
  });
});

describe('a pause', () => {
  const pause = (services: Record<string, string>, list = 'GMS_Paused_Services') =>
    ({ type: 'set-transaction-list', list, sections: { services } }) as const;

  it.each([{ S: 'true' }, { all: 'true' }, { S: 'TRUE', all: 'false' }])(
    'by %j takes hold at the next poll and ends at one',
    (entries) => {
      const bench = new Bench();
      const id = bench.create();
      bench.do(pause(entries));
      expect(bench.status(id)).toBe('QUEUED');
      bench.advance(53 * SECOND);
      expect(bench.status(id)).toBe('PAUSED');
      bench.do(pause({ S: 'false' }));
      expect(bench.status(id)).toBe('PAUSED');
      bench.advance(MINUTE);
      expect(bench.status(id)).toBe('QUEUED');
    },
  );

  it('can be entered by an id of its own and in a list of its own', () => {
    const bench = new Bench({ _paused_services_id: 'night', _paused_services_list: 'Nights' });
    const id = bench.create();
    bench.do(pause({ night: 'true' }));
    bench.advance(2 * MINUTE);
    expect(bench.status(id)).toBe('QUEUED');
    bench.do(pause({ night: 'true' }, 'Nights'));
    bench.advance(MINUTE);
    expect(bench.status(id)).toBe('PAUSED');
  });

  it('keeps callbacks that fall due from being dialled even for a moment', () => {
    const bench = new Bench();
    bench.agents(3);
    bench.do(pause({ S: 'true' }));
    const id = bench.create({ desiredTime: NOW + HOUR });
    bench.advance(2 * HOUR);
    expect(bench.status(id)).toBe('PAUSED');
    expect(bench.times('agent-reserved', id)).toEqual([]);
  });

  it('gives the place back afterwards and does not count as waiting too long', () => {
    const bench = new Bench({ _urs_queued_ttl: '600' });
    const first = bench.create();
    bench.do(pause({ S: 'true' }));
    bench.advance(30 * MINUTE);
    expect(bench.status(first)).toBe('PAUSED');
    bench.do(pause({}));
    bench.advance(MINUTE);
    const second = bench.create();
    expect([bench.diagnostics(first).position, bench.diagnostics(second).position]).toEqual([1, 2]);
    bench.advance(8 * MINUTE);
    expect(bench.status(first)).toBe('QUEUED');
    bench.advance(2 * MINUTE);
    expect(bench.status(first)).toBe('COMPLETED FAIL_TIMEOUT_TTL');
  });

  it('that takes hold at the very instant at which a wait gets too long comes first', () => {
    const bench = new Bench({ _urs_queued_ttl: '53' });
    const id = bench.create();
    bench.do(pause({ all: 'true' }));
    bench.advance(53 * SECOND);
    expect(bench.status(id)).toBe('PAUSED');
  });

  it('lasts no longer than the time to live', () => {
    const bench = new Bench();
    bench.do(pause({ all: 'true' }));
    const id = bench.create();
    bench.advance(DAY + 1);
    expect(bench.state.records.has(id)).toBe(false);
  });
});

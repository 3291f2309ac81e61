import { describe, expect, it } from 'vitest';
import { Bench, HOUR, MINUTE, NOW, SECOND } from './bench.js';

describe('agents', () => {
  it('are not reserved while the strategy of a new callback starts', () => {
    const bench = new Bench();
    bench.agents(2);
    const id = bench.create();
    bench.advance(10 * SECOND - 1);
    expect(bench.status(id)).toBe('QUEUED');
    bench.advance(1);
    expect(bench.status(id)).toBe('ROUTING');
  });

  it('take one callback each, the longest wait first', () => {
    const bench = new Bench();
    const ids = [bench.create()];
    for (let index = 0; index < 3; index += 1) {
      bench.advance(SECOND);
      ids.push(bench.create());
    }
    bench.advance(20 * SECOND);
    bench.agents(2);
    expect(ids.map((id) => bench.status(id))).toEqual(['ROUTING', 'ROUTING', 'QUEUED', 'QUEUED']);
    expect(ids.slice(0, 2).map((id) => bench.record(id).call?.agent)).toEqual([1, 2]);
  });

  it('take the higher priority first', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'VIP', options: { _urs_vq_priority: '5' } });
    const normal = bench.create();
    bench.advance(SECOND);
    const important = bench.create({ serviceName: 'VIP' });
    bench.advance(20 * SECOND);
    bench.agents(1);
    expect([bench.status(normal), bench.status(important)]).toEqual(['QUEUED', 'ROUTING']);
  });

  it('find a priority that rose with the wait', () => {
    const bench = new Bench({ _urs_vq_priority_increment: '1', _urs_vq_priority_increment_interval: '60' });
    bench.do({ type: 'set-service', name: 'VIP', options: { _urs_vq_priority: '3' } });
    const patient = bench.create();
    bench.advance(4 * MINUTE);
    const important = bench.create({ serviceName: 'VIP' });
    expect([bench.diagnostics(patient).priority, bench.diagnostics(important).priority]).toEqual([4, 3]);
    bench.advance(20 * SECOND);
    bench.agents(1);
    expect([bench.status(patient), bench.status(important)]).toEqual(['ROUTING', 'QUEUED']);
  });

  it('who log out finish what they began', () => {
    const bench = new Bench();
    const ids = [bench.create(), bench.create(), bench.create()];
    bench.advance(20 * SECOND);
    bench.agents(2, 60);
    bench.agents(0, 60);
    bench.advance(5 * MINUTE);
    expect(ids.map((id) => bench.status(id)).sort()).toEqual([
      'COMPLETED AGENT_CONNECTED',
      'COMPLETED AGENT_CONNECTED',
      'QUEUED',
    ]);
  });

  it('do nothing while nobody is logged in', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.advance(HOUR);
    expect(bench.status(id)).toBe('QUEUED');
  });

  it.each([
    { loggedIn: -1 },
    { loggedIn: 1.5 },
    { handleSeconds: -1 },
    { answerRate: 1.1 },
    { answerRate: Number.NaN },
  ])('cannot be %j', (agents) => {
    expect(new Bench().refuse({ type: 'set-agents', agents }).code).toBe('invalid-value');
  });
});

describe('a customer who does not answer', () => {
  it('is called again after the retry time, at most as often as the service allows', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.agents(1, 60, 0);
    bench.advance(2 * HOUR);
    expect(bench.status(id)).toBe('COMPLETED FAIL_CALL_TO_CUSTOMER');
    expect(bench.record(id).dials.attempts).toBe(3);
    const dialled = bench.times('dialled', id);
    const reserved = bench.times('agent-reserved', id);
    expect(dialled).toHaveLength(3);
    expect(reserved.slice(1).every((at, index) => at - (dialled[index] ?? at) >= 300 * SECOND)).toBe(true);
  });

  it('is called as often and as soon as the service says', () => {
    const bench = new Bench({ _max_dial_attempts: '2', _dial_retry_timeout: '20', _snooze_duration: '20' });
    const id = bench.create();
    bench.agents(1, 60, 0);
    bench.advance(5 * MINUTE);
    expect(bench.status(id)).toBe('COMPLETED FAIL_CALL_TO_CUSTOMER');
    const [first] = bench.times('dialled', id);
    expect(bench.times('agent-reserved', id)[1]).toBe((first ?? 0) + 20 * SECOND);
  });

  it('is not in the queue until the next call, and back at the old place then', () => {
    const bench = new Bench();
    const id = bench.create();
    bench.agents(1, 60, 0);
    bench.advance(30 * SECOND);
    bench.agents(0);
    const other = bench.create();
    const diagnostics = bench.diagnostics(id);
    expect(diagnostics.position).toBeNull();
    expect(diagnostics.estimatedWaitTime).toBeUndefined();
    expect(diagnostics.dialAttempt).toBe(1);
    expect(diagnostics.nextCallTime).toBeGreaterThanOrEqual(NOW + 300 * SECOND);
    expect(bench.diagnostics(other).position).toBe(1);
    bench.advance(10 * MINUTE);
    expect([bench.diagnostics(id).position, bench.diagnostics(other).position]).toEqual([1, 2]);
    expect(bench.diagnostics(id).nextCallTime).toBeUndefined();
  });

  it('may ask for a snooze, which is told and ends', () => {
    const bench = new Bench({
      _max_dial_attempts: '1000',
      _dial_retry_timeout: '60',
      _snooze_duration: '900',
      _urs_queued_ttl: '86400',
    });
    const ids = Array.from({ length: 40 }, () => bench.create());
    bench.agents(40, 60, 0);
    bench.advance(MINUTE);
    const snoozed = ids.filter((id) => bench.diagnostics(id).snoozed === true);
    expect(snoozed.length).toBeGreaterThan(0);
    expect(snoozed.length).toBeLessThan(40);
    bench.agents(0);
    bench.advance(20 * MINUTE);
    expect(ids.every((id) => bench.diagnostics(id).snoozed === false)).toBe(true);
  });
});

describe('a callback', () => {
  it('without a number to call ends without a dial', () => {
    const bench = new Bench({ _mandatory_customer_lookup_keys: '_email' });
    const id = bench.create({ customerNumber: '', properties: { _email: 'ada@example.com' } });
    bench.agents(1);
    bench.advance(MINUTE);
    expect(bench.status(id)).toBe('COMPLETED FAIL_NO_CUSTOMER_NUMBER');
    expect(bench.times('dialled', id)).toEqual([]);
  });

  it('does not wait in the queue for longer than the service allows', () => {
    const bench = new Bench({ _urs_queued_ttl: '600' });
    const id = bench.create();
    bench.advance(10 * MINUTE - 1);
    expect(bench.status(id)).toBe('QUEUED');
    bench.advance(1);
    expect(bench.status(id)).toBe('COMPLETED FAIL_TIMEOUT_TTL');
  });
});

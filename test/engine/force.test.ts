import { describe, expect, it } from 'vitest';
import { CALLBACK_STATES } from '../../src/domain/callback.js';
import { Bench, HOUR, MINUTE, NOW } from './bench.js';
import { violations } from './invariants.js';

describe('a forced record', () => {
  const moves = CALLBACK_STATES.flatMap((from) => CALLBACK_STATES.map((to) => [from, to] as const));

  it.each(moves)('goes from %s to %s with all that belongs to it', (from, to) => {
    const bench = new Bench();
    const id = bench.create({ desiredTime: NOW + HOUR });
    bench.do({ type: 'force', id, state: from });
    bench.do({ type: 'force', id, state: to });
    expect(bench.record(id).state).toBe(to);
    expect(violations(bench.state)).toEqual([]);
  });

  it('stands still in a call while nobody is logged in, and goes on when somebody is', () => {
    const bench = new Bench();
    const [routing, talking] = [bench.create(), bench.create()];
    bench.do({ type: 'force', id: routing, state: 'ROUTING' });
    bench.do({ type: 'force', id: talking, state: 'PROCESSING' });
    bench.advance(HOUR);
    expect([bench.status(routing), bench.status(talking)]).toEqual(['ROUTING', 'PROCESSING']);
    bench.agents(1);
    bench.advance(5 * MINUTE);
    expect([bench.status(routing), bench.status(talking)]).toEqual([
      'COMPLETED AGENT_CONNECTED',
      'COMPLETED AGENT_CONNECTED',
    ]);
  });

  it('has the reason given, or the one for no stated reason', () => {
    const bench = new Bench();
    const [a, b] = [bench.create(), bench.create()];
    bench.do({ type: 'force', id: a, state: 'COMPLETED', reason: 'FAIL_ERROR' });
    bench.do({ type: 'force', id: b, state: 'COMPLETED' });
    expect([bench.status(a), bench.status(b)]).toEqual(['COMPLETED FAIL_ERROR', 'COMPLETED NOT_AVAILABLE']);
    bench.do({ type: 'force', id: b, reason: 'FAIL_QUEUEING' });
    expect(bench.status(b)).toBe('COMPLETED FAIL_QUEUEING');
  });

  it('gets a session and a place when ORS never took it', () => {
    const bench = new Bench();
    bench.do({ type: 'set-ors', reachable: false });
    const id = bench.create();
    bench.do({ type: 'force', id, orsSession: 'alive' });
    expect(violations(bench.state)).toEqual([]);
    bench.do({ type: 'set-ors', reachable: true });
    expect(bench.diagnostics(id).position).toBe(1);
  });

  it('cannot have a reason or a session that its state does not know', () => {
    const bench = new Bench();
    const id = bench.create();
    expect(bench.refuse({ type: 'force', id, reason: 'X' }).code).toBe('invalid-value');
    expect(bench.refuse({ type: 'force', id, state: 'SCHEDULED', orsSession: 'dead' }).code).toBe('invalid-value');
    expect(bench.refuse({ type: 'force', id: 'none', state: 'QUEUED' }).code).toBe('unknown-callback');
  });
});

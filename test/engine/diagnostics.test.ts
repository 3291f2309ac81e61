import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../mock-server/engine/engine.js';
import { DIAGNOSTIC_FIELDS } from '../../src/domain/diagnostics.js';
import { Bench, MINUTE, NOW, SECOND } from './bench.js';

describe('diagnostics of a queued callback', () => {
  it('tell place and wait, which follow from agents, talks and those ahead', () => {
    const bench = new Bench();
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      ids.push(bench.create());
      bench.advance(SECOND);
    }
    bench.do({ type: 'set-agents', agents: { handleSeconds: 93 } });
    const places = ids
      .map((id) => bench.diagnostics(id))
      .map(({ position, estimatedWaitTime }) => [position, estimatedWaitTime]);
    expect(places).toEqual([
      [1, 93],
      [2, 186],
      [3, 279],
    ]);
  });

  it('divide the wait among the agents, to a tenth of a second', () => {
    const bench = new Bench();
    const busy = Array.from({ length: 3 }, () => bench.create());
    for (const id of busy) bench.do({ type: 'force', id, state: 'PROCESSING' });
    bench.agents(3, 100);
    const id = bench.create();
    expect(bench.diagnostics(id)).toMatchObject({ position: 1, estimatedWaitTime: 33.3, agentsLoggedIn: 3 });
  });

  it('count places per virtual queue, but the wait over all queues', () => {
    const bench = new Bench({ _urs_virtual_queue: 'A' });
    bench.do({ type: 'set-service', name: 'T', options: { _urs_virtual_queue: 'A' } });
    bench.do({ type: 'set-service', name: 'U', options: {} });
    bench.do({ type: 'set-agents', agents: { handleSeconds: 10 } });
    const wishes = [
      {},
      { serviceName: 'T' },
      { serviceName: 'U' },
      { serviceName: 'U', properties: { _urs_virtual_queue: 'B' } },
      {},
    ];
    const ids = wishes.map((wish) => {
      bench.advance(SECOND);
      return bench.create(wish);
    });
    expect(ids.map((id) => bench.diagnostics(id).position)).toEqual([1, 2, 1, 1, 3]);
    expect(ids.map((id) => bench.diagnostics(id).estimatedWaitTime)).toEqual([10, 20, 30, 40, 50]);
  });

  it('tell all nineteen facts once there was a call', () => {
    const bench = new Bench({ _target: 'Team@Stat_Server.GA', _dial_retry_timeout: '600' });
    const id = bench.create({ properties: { _cb_dim_channel: 'IVR' } });
    bench.agents(1, 60, 0);
    bench.advance(30 * SECOND);
    bench.agents(0);
    const between = bench.diagnostics(id);
    expect(between).toMatchObject({
      position: null,
      callbackType: 'WAIT_FOR_AGENT',
      callbackVersion: 'v2.39',
      channel: 'IVR',
      dialAttempt: 1,
      waitAtFirstCall: 60,
      positionAtFirstCall: 1,
      waitAtOffer: 180,
      positionAtOffer: 1,
      priority: 0,
      routingTarget: 'Team@Stat_Server.GA',
      acceptedTime: NOW,
      firstCallTime: NOW + 10 * SECOND,
    });
    expect(between.orsSessionId).toBe(bench.record(id).orsSessionId);
    bench.advance(11 * MINUTE);
    const waiting = bench.diagnostics(id);
    const known = new Set([...Object.keys(between), ...Object.keys(waiting)]);
    expect(DIAGNOSTIC_FIELDS.filter((field) => !known.has(field))).toEqual([]);
  });

  it('leave out what does not exist yet', () => {
    const bench = new Bench();
    const keys = Object.keys(bench.diagnostics(bench.create()));
    for (const absent of ['dialResult', 'firstCallTime', 'nextCallTime', 'routingTarget', 'waitAtFirstCall']) {
      expect(keys).not.toContain(absent);
    }
  });

  it('are refused when nobody could tell', () => {
    const bench = new Bench();
    const [scheduled, queued] = [bench.create({ desiredTime: NOW + 30 * MINUTE }), bench.create()];
    const codeOf = (id: string): unknown => {
      const result = diagnosticsOf(bench.state, id);
      return result.ok || result.refusal.code;
    };
    expect(codeOf('none')).toBe('unknown-callback');
    expect(codeOf(scheduled)).toBe('not-queued');
    bench.do({ type: 'set-ors', reachable: false });
    expect(codeOf(queued)).toBe('ors-unreachable');
    bench.do({ type: 'set-ors', reachable: true });
    bench.do({ type: 'force', id: queued, orsSession: 'dead' });
    expect(codeOf(queued)).toBe('ors-session-gone');
  });
});

import { describe, expect, it } from 'vitest';
import { apply, countsByState, diagnosticsOf } from '../../mock-server/engine/engine.js';
import type { EngineEvent, EngineState } from '../../mock-server/engine/engine.js';
import { HOUR, MINUTE, NOW } from './bench.js';
import { historyViolations, violations } from './invariants.js';
import { begin, recordsOf } from './scenario.js';

const start = begin('outage');

function live(from: EngineState, to: number): { readonly state: EngineState; readonly events: readonly EngineEvent[] } {
  const result = apply(from, { type: 'advance', to });
  if (!result.ok) throw new Error(`Time did not move: ${result.refusal.code}`);
  return result;
}

const reasonsIn = (events: readonly EngineEvent[]): readonly string[] =>
  events.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));

describe('the outage', () => {
  it('begins with ORS out of reach and 1,800 callbacks overdue', () => {
    expect(start.settings.orsReachable).toBe(false);
    const overdue = recordsOf(start).filter(({ state, desiredTime }) => state === 'SCHEDULED' && desiredTime < NOW);
    expect(overdue).toHaveLength(1800);
    expect(overdue.every(({ submitAttempts }) => submitAttempts >= 1)).toBe(true);
    expect(countsByState(start)).toMatchObject({ ROUTING: 0, PROCESSING: 0 });
  });

  it('has given up where a service takes no more than three attempts', () => {
    const lost = recordsOf(start).filter(({ serviceName }) => serviceName === 'callback-orders');
    expect(lost).toHaveLength(360);
    expect(new Set(lost.map(({ reason }) => reason))).toEqual(new Set(['SUBMIT_FAILED']));
  });

  it('tells no queue position of anybody', () => {
    const queued = recordsOf(start).filter(({ state }) => state === 'QUEUED');
    expect(queued).toHaveLength(140);
    expect(queued.some(({ id }) => diagnosticsOf(start, id).ok)).toBe(false);
  });

  it('goes on failing while it lasts, without losing a callback', () => {
    const { state, events } = live(start, NOW + 9 * MINUTE);
    expect(events.filter(({ type }) => type === 'submit-failed').length).toBeGreaterThan(9 * 1800);
    expect(reasonsIn(events)).toEqual([]);
    expect(countsByState(state)).toMatchObject({ QUEUED: 140, ROUTING: 0 });
  });

  it('ends by itself after 40 minutes: one poll hands everything over and all agents have work', () => {
    const { state } = live(start, NOW + 12 * MINUTE);
    expect(state.settings.orsReachable).toBe(true);
    const counts = countsByState(state);
    expect(counts.ROUTING + counts.PROCESSING).toBe(60);
    expect(Math.abs(counts.QUEUED + counts.ROUTING + counts.PROCESSING - 1940)).toBeLessThan(20);
    const early = recordsOf(state).filter((record) => record.state === 'SCHEDULED' && record.desiredTime <= NOW);
    expect(early).toEqual([]);
    expect(violations(state)).toEqual([]);
  });

  it('ends when somebody says so, and not again later', () => {
    const back = apply(start, { type: 'set-ors', reachable: true });
    if (!back.ok) throw new Error('ORS did not come back.');
    const { events } = live(back.state, NOW + 30 * MINUTE);
    expect(events.filter(({ type }) => type === 'settings-changed')).toEqual([]);
    expect(events.filter(({ type }) => type === 'submitted').length).toBeGreaterThan(1900);
  });

  it('is worked off in some hours, most customers reached', () => {
    const { state, events } = live(start, NOW + 4 * HOUR);
    expect(historyViolations(events)).toEqual([]);
    expect(countsByState(state).QUEUED).toBeLessThan(100);
    const reasons = reasonsIn(events);
    const connected = reasons.filter((reason) => reason === 'AGENT_CONNECTED');
    expect(connected.length).toBeGreaterThan(0.9 * reasons.length);
    expect(connected.length).toBeGreaterThan(1700);
  });

  it('does not depend on the steps in which time is moved', () => {
    const whole = live(start, NOW + 20 * MINUTE).state;
    let steps = start;
    for (let minute = 1; minute <= 20; minute += 1) steps = live(steps, NOW + minute * MINUTE).state;
    expect(countsByState(steps)).toEqual(countsByState(whole));
    expect(recordsOf(steps)).toEqual(recordsOf(whole));
  });
});

describe('an outage of a length', () => {
  it('that has passed is over at once, and one without a time that can be read is refused', () => {
    const over = apply(start, { type: 'set-ors', reachable: false, returnsAt: NOW - 1 });
    expect(over.ok && over.state.settings.orsReachable).toBe(true);
    const unreadable = apply(start, { type: 'set-ors', reachable: false, returnsAt: Number.NaN });
    expect(unreadable).toEqual({ ok: false, refusal: { code: 'invalid-value', details: { key: 'returnsAt' } } });
  });
});

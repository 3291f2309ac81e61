import { describe, expect, it } from 'vitest';
import { apply, countsByState, serviceNames } from '../../mock-server/engine/engine.js';
import { HOUR, MINUTE, NOW } from './bench.js';
import { begin, recordsOf } from './scenario.js';

describe('the huge centre', () => {
  const state = begin('huge');

  it('has 100,000 callbacks, evenly over 20 services', () => {
    const counts = new Map<string, number>();
    for (const { serviceName } of recordsOf(state)) counts.set(serviceName, (counts.get(serviceName) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(serviceNames(state));
    expect(new Set(counts.values())).toEqual(new Set([5000]));
    expect(counts.size).toBe(20);
  });

  it('has most of them behind it or ahead', () => {
    const { SCHEDULED, QUEUED, ROUTING, COMPLETED } = countsByState(state);
    expect({ SCHEDULED, waiting: QUEUED + ROUTING, COMPLETED }).toEqual({
      SCHEDULED: 36_000,
      waiting: 2000,
      COMPLETED: 62_000,
    });
  });

  it('shows thousands in the range of a day, and works', () => {
    const today = recordsOf(state).filter(({ desiredTime }) => Math.abs(desiredTime - NOW) < 12 * HOUR);
    expect(today.length).toBeGreaterThan(10_000);
    const later = apply(state, { type: 'advance', to: NOW + 10 * MINUTE });
    expect(later.ok && later.events.filter(({ reason }) => reason === 'AGENT_CONNECTED').length).toBeGreaterThan(300);
  });
});

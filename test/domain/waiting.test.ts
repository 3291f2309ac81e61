import { describe, expect, it } from 'vitest';
import { waitingReason } from '../../src/domain/waiting.js';

describe('why a queued callback is not moving', () => {
  it.each([
    [
      { snoozed: true, nextCallTime: 5, position: null },
      { kind: 'snoozed', until: 5 },
    ],
    [{ snoozed: true }, { kind: 'snoozed' }],
    [
      { snoozed: false, nextCallTime: 5, position: null, agentsLoggedIn: 0 },
      { kind: 'next-call', at: 5 },
    ],
    [{ agentsLoggedIn: 0, position: 1, estimatedWaitTime: 180 }, { kind: 'no-agents' }],
    [
      { agentsLoggedIn: 2, position: 1, estimatedWaitTime: 46.5 },
      { kind: 'next', wait: 46.5 },
    ],
    [
      { agentsLoggedIn: 2, position: 3, estimatedWaitTime: 90 },
      { kind: 'behind', ahead: 2, wait: 90 },
    ],
    [{ position: 3 }, { kind: 'behind', ahead: 2 }],
    [{ position: null }, { kind: 'not-in-queue' }],
  ] as const)('%j: %j', (facts, reason) => {
    expect(waitingReason({ ...facts, other: {} })).toEqual(reason);
  });

  it('is not told where the facts do not tell', () => {
    expect(waitingReason({ callbackType: 'WAIT_FOR_AGENT', other: {} })).toBeUndefined();
  });
});

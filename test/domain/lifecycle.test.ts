import { describe, expect, it } from 'vitest';
import { CALLBACK_STATES } from '../../src/domain/callback.js';
import {
  LIFECYCLE,
  REFUSAL_WORDS,
  SYSTEM_COMMANDS,
  USER_COMMANDS,
  allowedCommands,
  creationState,
  refusalOf,
  transition,
} from '../../src/domain/lifecycle.js';

const COMMANDS = [...USER_COMMANDS, ...SYSTEM_COMMANDS];

describe('the life cycle', () => {
  it('answers every command in every state', () => {
    for (const state of CALLBACK_STATES) expect(Object.keys(LIFECYCLE[state]).sort()).toEqual([...COMMANDS].sort());
  });

  // Written out by hand from the transitions of the reference, apart from the table, so that a slip in either shows.
  it.each([
    ['SCHEDULED', 'submit', 'QUEUED'],
    ['SCHEDULED', 'reschedule', 'SCHEDULED'],
    ['SCHEDULED', 'cancel', 'COMPLETED'],
    ['SCHEDULED', 'cancel-by-admin', 'COMPLETED'],
    ['SCHEDULED', 'fail-submit', 'COMPLETED'],
    ['QUEUED', 'cancel', 'COMPLETED'],
    ['QUEUED', 'cancel-by-admin', 'COMPLETED'],
    ['QUEUED', 'pause', 'PAUSED'],
    ['QUEUED', 'reserve-agent', 'ROUTING'],
    ['QUEUED', 'submit', 'QUEUED'],
    ['QUEUED', 'fail-submit', 'COMPLETED'],
    ['PAUSED', 'resume', 'QUEUED'],
    ['ROUTING', 'cancel', 'COMPLETED'],
    ['ROUTING', 'cancel-by-admin', 'COMPLETED'],
    ['ROUTING', 'connect', 'PROCESSING'],
    ['ROUTING', 'return-to-queue', 'QUEUED'],
    ['ROUTING', 'complete', 'COMPLETED'],
    ['PROCESSING', 'complete', 'COMPLETED'],
  ] as const)('leads from %s by %s to %s', (from, command, to) => {
    expect(transition(from, command)).toEqual({ to });
  });

  it.each([
    ['PROCESSING', 'cancel', 'in-conversation'],
    ['PROCESSING', 'cancel-by-admin', 'in-conversation'],
    ['COMPLETED', 'cancel-by-admin', 'already-completed'],
    ['QUEUED', 'reschedule', 'only-scheduled-moves'],
    ['SCHEDULED', 'reschedule-completed', 'not-completed'],
    ['SCHEDULED', 'pause', 'not-queued'],
    ['PAUSED', 'reserve-agent', 'not-queued'],
  ] as const)('refuses in %s to %s: %s', (from, command, code) => {
    expect(refusalOf(from, command)).toMatchObject({ from, command, code, words: REFUSAL_WORDS[code] });
  });

  it('never leaves COMPLETED', () => {
    for (const command of COMMANDS) {
      const result = transition('COMPLETED', command);
      if ('to' in result) expect(result.to).toBe('COMPLETED');
    }
  });

  it('says what may be done instead', () => {
    expect(refusalOf('COMPLETED', 'cancel')?.allowed).toEqual(['reschedule-completed']);
    expect(allowedCommands('SCHEDULED')).toEqual(['cancel', 'cancel-by-admin', 'reschedule', 'edit-properties']);
  });

  it('allows nothing in a state it does not know', () => {
    expect(allowedCommands('SNOOZED')).toEqual([]);
    expect(refusalOf('SNOOZED', 'cancel')?.code).toBe('unknown-state');
    expect(refusalOf('toString', 'cancel')?.code).toBe('unknown-state');
  });

  it('begins QUEUED up to and at the execution buffer, SCHEDULED beyond it', () => {
    const now = 1_000_000;
    expect(creationState(now - 1, now, 120_000)).toBe('QUEUED');
    expect(creationState(now + 120_000, now, 120_000)).toBe('QUEUED');
    expect(creationState(now + 120_001, now, 120_000)).toBe('SCHEDULED');
  });
});

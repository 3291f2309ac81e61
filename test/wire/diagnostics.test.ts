import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_FIELDS } from '../../src/domain/diagnostics.js';
import { DIAGNOSTIC_KEYS, readDiagnostics, writeDiagnostics } from '../../src/wire/diagnostics.js';
import { EVERY_FACT } from '../support/diagnostics.js';
import { anything, fc } from './arbitraries.js';

describe('the nineteen facts', () => {
  it('are read as they are written', () => {
    const body = writeDiagnostics(EVERY_FACT);
    expect(Object.keys(body)).toHaveLength(DIAGNOSTIC_FIELDS.length);
    expect(readDiagnostics(JSON.parse(JSON.stringify(body)))).toEqual(EVERY_FACT);
  });

  it('are read when all of them come as text', () => {
    const body = Object.fromEntries(
      Object.entries(writeDiagnostics(EVERY_FACT)).map(([key, value]) => [key, String(value)]),
    );
    expect(readDiagnostics(body)).toEqual(EVERY_FACT);
  });

  it('have keys of their own', () => {
    const keys = Object.values(DIAGNOSTIC_KEYS).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('replies of older servers', () => {
  it('name the wait and the position otherwise', () => {
    expect(readDiagnostics({ _eta: '12', _position: '4', _total_waiting: '9' })).toEqual({
      estimatedWaitTime: 12,
      position: 4,
      other: { _total_waiting: '9' },
    });
  });

  it('may use names that the host page configures', () => {
    const aliases = { agentsLoggedIn: ['agents'], estimatedWaitTime: ['wait'] };
    expect(readDiagnostics({ agents: '5', wait: 3, ewt: 9 }, aliases)).toEqual({
      agentsLoggedIn: 5,
      estimatedWaitTime: 3,
      other: { ewt: '9' },
    });
  });
});

describe('values', () => {
  it('say "Not in queue" in words', () => {
    expect(readDiagnostics({ _position: 'Not in queue' })).toEqual({ position: null, other: {} });
    expect(writeDiagnostics({ position: null, other: {} })).toEqual({ _position: 'Not in queue' });
  });

  it.each([
    ['_position', 0],
    ['_position', 'first'],
    ['ewt', 'unknown'],
    ['_snoozed', 'maybe'],
    ['_next_call_time', '1/3/2017 11:27:24'],
  ])('%s %j are kept as they came', (key, value) => {
    expect(readDiagnostics({ [key]: value })).toEqual({ other: { [key]: String(value) } });
  });

  it.each([null, 'text', 5, []])('%j is no reply', (body) => {
    expect(readDiagnostics(body)).toBeUndefined();
  });

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(anything, (body) => {
        const diagnostics = readDiagnostics(body);
        if (diagnostics) expect(Object.getPrototypeOf(diagnostics.other)).toBeNull();
      }),
    );
  });
});

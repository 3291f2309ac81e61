import { describe, expect, it } from 'vitest';
import { countByState, isCallbackState, outcomeOf, stateText } from '../../src/domain/callback.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { FIELD_ALIASES, FIELD_KEYS, fieldRefOf, isReservedKey, splitList } from '../../src/domain/keys.js';
import { createQuery, queryKey } from '../../src/domain/query.js';
import { CallbackError, isAbort, isCallbackError } from '../../src/domain/errors.js';

describe('what people read of a state', () => {
  it('names the reason behind a final state', () => {
    expect(stateText({ state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN' })).toBe('COMPLETED (CANCELLED_BY_ADMIN)');
    expect(stateText({ state: 'QUEUED' })).toBe('QUEUED');
  });

  it.each([
    ['AGENT_CONNECTED', 'connected'],
    ['CANCELLED', 'cancelled'],
    ['CANCELLED_BY_ADMIN', 'cancelled'],
    ['AGENT_PREVIEW_CANCEL_AFTER_3REJECTS', 'cancelled'],
    ['FAIL_CALL_TO_CUSTOMER', 'failed'],
    ['SUBMIT_FAILED', 'failed'],
    ['SOMETHING_NEW', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%s is %s', (reason, outcome) => {
    expect(outcomeOf(reason)).toBe(outcome);
  });

  it('counts unknown states too', () => {
    const record = { id: '1', serviceName: 's', desiredTime: 0, customerNumber: '1', properties: {} };
    const records: CallbackRecord[] = [
      { ...record, state: 'QUEUED' },
      { ...record, state: 'SNOOZED' },
      { ...record, state: 'QUEUED' },
    ];
    expect([...countByState(records)]).toEqual([
      ['QUEUED', 2],
      ['SNOOZED', 1],
    ]);
    expect(isCallbackState('SNOOZED')).toBe(false);
  });
});

describe('reserved keys', () => {
  it('are every field in every spelling', () => {
    for (const key of [...Object.values(FIELD_KEYS), ...Object.values(FIELD_ALIASES).flat()]) {
      expect(isReservedKey(key)).toBe(true);
    }
  });

  it.each(['__proto__', 'constructor', 'prototype', '_new_desired_time', '_redirect'])('include %s', (key) => {
    expect(isReservedKey(key)).toBe(true);
  });

  it.each(['_LOB', 'LOB', '_service_type', 'foo', '_urs_virtual_queue'])('do not include %s', (key) => {
    expect(isReservedKey(key)).toBe(false);
    expect(fieldRefOf(key)).toEqual({ kind: 'property', name: key });
  });

  it('lists of keys lose blanks and doubles, not their order', () => {
    expect(splitList(' _b, _a,,_b ')).toEqual(['_b', '_a']);
    expect(splitList(undefined)).toEqual([]);
  });
});

describe('a query', () => {
  const range = { start: 1, end: 2 };

  it('has the same key in whatever order it was said', () => {
    const a = createQuery({
      range,
      states: ['QUEUED', 'SCHEDULED'],
      services: ['b', 'a', 'b'],
      properties: { x: '1', y: '2' },
    });
    const b = createQuery({
      range,
      states: ['SCHEDULED', 'QUEUED'],
      services: ['a', 'b'],
      properties: { y: '2', x: '1' },
    });
    expect(queryKey(a)).toBe(queryKey(b));
  });

  it('cannot be changed', () => {
    const query = createQuery({ range });
    expect(() => {
      (query as { maximumPerService: number }).maximumPerService = 1;
    }).toThrow(TypeError);
    expect(query.maximumPerService).toBe(500);
  });

  it('has another key when anything differs', () => {
    const base = createQuery({ range });
    const others = [
      createQuery({ range: { start: 1, end: 3 } }),
      createQuery({ range, states: ['QUEUED'] }),
      createQuery({ range, services: ['a'] }),
      createQuery({ range, maximumPerService: 501 }),
      createQuery({ range, properties: { a: '1' } }),
    ];
    expect(new Set([base, ...others].map(queryKey)).size).toBe(6);
  });
});

describe('our error', () => {
  it('is known by its brand, also when another copy made it', () => {
    const foreign = { [Symbol.for('callback-elements.error')]: true };
    expect(isCallbackError(new CallbackError('offline', 'x'))).toBe(true);
    expect(isCallbackError(foreign)).toBe(true);
    expect(isCallbackError(new Error('x'))).toBe(false);
    expect(isCallbackError(undefined)).toBe(false);
  });

  it('says by its code whether trying again can help', () => {
    expect(new CallbackError('timeout', 'x').retryable).toBe(true);
    expect(new CallbackError('invalid', 'x').retryable).toBe(false);
  });

  it('keeps its cause', () => {
    const cause = new TypeError('network');
    expect(new CallbackError('offline', 'x', { cause }).cause).toBe(cause);
  });

  it('is never an abort', () => {
    expect(isAbort(new DOMException('x', 'AbortError'))).toBe(true);
    expect(isAbort(new CallbackError('timeout', 'x'))).toBe(false);
  });
});

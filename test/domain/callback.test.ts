import { describe, expect, it } from 'vitest';
import { countByState, isCallbackState, outcomeOf, stateText } from '../../src/domain/callback.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import {
  FIELD_ALIASES,
  FIELD_KEYS,
  fieldRefOf,
  isPropertyKey,
  isReservedKey,
  splitList,
} from '../../src/domain/keys.js';
import { createQuery, isAskedFor, queryKey } from '../../src/domain/query.js';
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
  it('are every field in both spellings', () => {
    for (const key of [...Object.values(FIELD_KEYS), ...Object.values(FIELD_ALIASES)]) {
      expect(isReservedKey(key)).toBe(true);
    }
  });

  it.each(['__proto__', 'constructor', 'prototype', '_new_desired_time', '_redirect', '_service_id'])(
    'include %s',
    (key) => {
      expect(isReservedKey(key)).toBe(true);
    },
  );

  it.each(['_LOB', 'LOB', '_service_type', 'foo', '_urs_virtual_queue'])('do not include %s', (key) => {
    expect(isReservedKey(key)).toBe(false);
    expect(fieldRefOf(key)).toEqual({ kind: 'property', name: key });
  });

  it.each(['id', 'serviceName', '_serviceName', 'callbackState', 'callbackReason', '_desiredTime', 'orsSessionId'])(
    "do not include %s, which only looks like a field: it is the customer's",
    (key) => {
      expect(isReservedKey(key)).toBe(false);
      expect(fieldRefOf(key)).toEqual({ kind: 'property', name: key });
    },
  );

  it('are more than those a record told by a server cannot have', () => {
    expect(['_redirect', '_service_id', 'url', 'foo'].every(isPropertyKey)).toBe(true);
    expect([...Object.values(FIELD_KEYS), '__proto__', 'constructor', 'prototype'].some(isPropertyKey)).toBe(false);
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

describe('a record that a server listed', () => {
  const range = { start: 0, end: 0 };
  const record: CallbackRecord = {
    id: '1',
    serviceName: 'S',
    state: 'QUEUED',
    desiredTime: 5,
    customerNumber: '5510',
    properties: { _LOB: 'Gold' },
  };

  it.each([
    [{}, true],
    [{ services: ['S', 'T'] }, true],
    [{ services: ['T'] }, false],
    [{ states: ['SCHEDULED'] as const }, false],
    [{ properties: { _LOB: 'Gold' } }, true],
    [{ properties: { _LOB: 'gold' } }, false],
    [{ properties: { _LOB: '!Gold' } }, false],
    [{ properties: { _LOB: '!Silver' } }, true],
    [{ properties: { _customer_number: '5511' } }, false],
    // What is not returned, and what is written otherwise there, only the server can judge.
    [{ properties: { _vq: 'VQ_S', _callback_reason: 'CANCELLED', _desired_time: '2026-03-02T09:00:00.000Z' } }, true],
  ])('is asked for by %j: %s', (wish, isListed) => {
    expect(isAskedFor(record, createQuery({ range, ...wish }))).toBe(isListed);
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAction } from '../../mock-server/shell/time-travel/command-shapes.js';
import type { RecordedAction } from '../../mock-server/shell/time-travel/recording.js';

/** One of each, with every member it can have: a new command does not compile before it has an example here. */
const EXAMPLES: { readonly [T in RecordedAction['type']]: Required<Extract<RecordedAction, { readonly type: T }>> } = {
  create: {
    type: 'create',
    serviceName: 'S',
    customerNumber: '5115',
    desiredTime: { unreadable: 'noon' },
    state: 'QUEUED',
    properties: { a: 'x' },
    headers: { h: 'x' },
  },
  update: {
    type: 'update',
    serviceName: 'S',
    id: '1',
    desiredTime: 1,
    state: 'SCHEDULED',
    customerNumber: '5115',
    properties: { a: '' },
  },
  cancel: { type: 'cancel', serviceName: 'S', id: '1', discardOrsFailure: true },
  'cancel-many': { type: 'cancel-many', ids: ['1'], reason: 'CANCELLED_BY_ADMIN' },
  force: { type: 'force', id: '1', state: 'COMPLETED', reason: 'FAIL_ERROR', orsSession: 'dead', snoozed: true },
  generate: { type: 'generate', count: 1, service: 'S', states: ['QUEUED'], from: 1, to: 2 },
  'set-application': { type: 'set-application', sections: { callback: { a: 'x' } } },
  'set-service': { type: 'set-service', name: 'S', options: { a: 'x' } },
  'remove-service': { type: 'remove-service', name: 'S' },
  'set-transaction-list': { type: 'set-transaction-list', list: 'L', sections: { services: { S: 'true' } } },
  'set-agents': { type: 'set-agents', agents: { loggedIn: 1, handleSeconds: 2, answerRate: 0.5 } },
  'set-person': { type: 'set-person', name: 'ada', roles: ['r'], services: ['S'] },
  'set-ors': { type: 'set-ors', reachable: false, returnsAt: 1 },
  provision: { type: 'provision', services: { S: { a: 'x' } }, removed: ['T'] },
  'request-interaction': { type: 'request-interaction', serviceName: 'S', properties: { a: 'x' }, origin: 'T' },
  'request-access': { type: 'request-access', serviceName: 'S', id: '1' },
  store: { type: 'store', id: '1', values: { a: 'x' } },
  forget: { type: 'forget', id: '1', key: 'a' },
  'set-rate': { type: 'set-rate', rate: 60 },
  'set-faults': { type: 'set-faults', faults: [] },
};

const examples = Object.values(EXAMPLES);

describe('a recorded command', () => {
  it.each(examples)('of type $type is known with every member it can have', (example) => {
    expect(isAction(JSON.parse(JSON.stringify(example)))).toBeUndefined();
  });

  it.each(examples)('of type $type is told from one with another member, and by its name', (example) => {
    expect(isAction({ ...example, stranger: 1 })).toBe('.stranger is not known');
  });

  it.each(examples)('of type $type is told from one with a wrong member, and by its name', (example) => {
    for (const key of Object.keys(example)) {
      if (key !== 'type') expect(isAction({ ...example, [key]: Symbol.iterator })).toContain(`.${key} is `);
    }
  });

  it('is never taken for anything else, and nothing makes the check throw', () => {
    const property = fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      expect(isAction(value)).toEqual(expect.any(String));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

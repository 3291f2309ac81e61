import { isAbort, isCallbackError } from '../../domain/errors.js';
import { contractCase, HOUR } from './context.js';

/** Creating and changing. */
export const writingCases = [
  contractCase('creating in a service that does not exist is not found', ['create'], async (bed) => {
    await bed.fails(bed.createNow({ serviceName: 'no such service' }), 'not-found');
  }),

  contractCase('creating without a number is invalid', ['create'], async (bed) => {
    await bed.fails(bed.createNow({ customerNumber: '' }), 'invalid');
    bed.assert.strictEqual((await bed.transport.list(bed.query())).records.length, 0);
  }),

  contractCase('a reserved key is invalid, named, and nothing is created', ['create'], async (bed) => {
    const outcome = await bed.create({ properties: { _id: 'x', foo: 'y' } }).catch((error: unknown) => error);
    const problems = isCallbackError(outcome) ? outcome.problems : [];
    bed.assert.deepStrictEqual(problems, [{ path: 'properties._id', code: 'reserved-key' }]);
    await bed.fails(bed.create({ properties: { _id: 'x' } }), 'invalid');
    bed.assert.strictEqual((await bed.transport.list(bed.query())).records.length, 0);
  }),

  contractCase("keys that only look like fields are the customer's", ['create', 'get'], async (bed) => {
    const properties = { id: '1', serviceName: '2', callbackState: '3', orsSessionId: '4', _expirationTime: '5' };
    const id = await bed.create({ properties });
    const record = await bed.transport.get(id);
    bed.assert.deepStrictEqual({ ...record.properties }, properties);
    bed.assert.deepStrictEqual([record.id, record.serviceName, record.state], [id, bed.services[0], 'SCHEDULED']);
  }),

  contractCase('a time that is none, or has long passed, is invalid', ['create'], async (bed) => {
    await bed.fails(bed.create({ desiredTime: Number.NaN }), 'invalid');
    await bed.fails(bed.create({ desiredTime: bed.now - 12 * HOUR }), 'invalid');
    bed.assert.strictEqual((await bed.transport.list(bed.query())).records.length, 0);
  }),

  contractCase('creating that was aborted before creates nothing', ['create'], async (bed) => {
    const [serviceName] = bed.services;
    const wish = { serviceName, customerNumber: '5510', properties: {} };
    const outcome = await bed.transport.create(wish, { signal: AbortSignal.abort() }).catch((error: unknown) => error);
    bed.assert.ok(isAbort(outcome), 'it rejects with the abort of the platform');
    bed.assert.strictEqual((await bed.transport.list(bed.query())).records.length, 0);
  }),

  contractCase('a scheduled callback moves and stays SCHEDULED', ['create', 'get', 'reschedule'], async (bed) => {
    const id = await bed.create();
    for (const [hours, hint] of [[2, {}] as const, [3, { serviceName: bed.services[0] }] as const]) {
      const desiredTime = bed.now + hours * HOUR;
      await bed.transport.reschedule(id, { desiredTime }, hint);
      const record = await bed.transport.get(id);
      bed.assert.deepStrictEqual([record.state, record.desiredTime], ['SCHEDULED', desiredTime]);
    }
  }),

  contractCase('a queued callback does not move', ['create', 'get', 'reschedule'], async (bed) => {
    const id = await bed.createNow();
    const { desiredTime } = await bed.transport.get(id);
    await bed.fails(bed.transport.reschedule(id, { desiredTime: bed.now + 2 * HOUR }), 'refused');
    const after = await bed.transport.get(id);
    bed.assert.deepStrictEqual([after.state, after.desiredTime], ['QUEUED', desiredTime]);
  }),

  contractCase('a callback does not move into the past', ['create', 'get', 'reschedule'], async (bed) => {
    const id = await bed.create();
    await bed.fails(bed.transport.reschedule(id, { desiredTime: bed.now - 12 * HOUR }), 'invalid');
    bed.assert.strictEqual((await bed.transport.get(id)).desiredTime, bed.now + HOUR);
  }),

  contractCase(
    'changing a callback that does not exist is not found',
    ['reschedule', 'updateProperties'],
    async (bed) => {
      const change = { desiredTime: bed.now + HOUR };
      const hint = { serviceName: bed.services[0] };
      await bed.fails(bed.transport.reschedule('no such id', change), 'not-found');
      await bed.fails(bed.transport.reschedule('no such id', change, hint), 'not-found');
      await bed.fails(bed.transport.updateProperties('no such id', { foo: '1' }, hint), 'not-found');
    },
  ),

  contractCase('properties are set, replaced and removed', ['create', 'get', 'updateProperties'], async (bed) => {
    const id = await bed.createNow({ properties: { kept: '1', replaced: '1', removed: '1' } });
    await bed.transport.updateProperties(id, { replaced: '2', removed: null, added: 'ü' });
    const { properties } = await bed.transport.get(id);
    bed.assert.deepStrictEqual({ ...properties }, { kept: '1', replaced: '2', added: 'ü' });
  }),

  contractCase('a reserved key is no property to change', ['create', 'get', 'updateProperties'], async (bed) => {
    const id = await bed.create();
    await bed.fails(bed.transport.updateProperties(id, { _id: 'x' }), 'invalid');
    await bed.expectState(id, 'SCHEDULED');
  }),

  contractCase(
    'a completed callback is not changed',
    ['create', 'get', 'updateProperties', 'reschedule', 'cancel'],
    async (bed) => {
      const id = await bed.create({ properties: { foo: '1' } });
      await bed.transport.cancel(id);
      await bed.fails(bed.transport.updateProperties(id, { foo: '2' }), 'refused');
      await bed.fails(bed.transport.reschedule(id, { desiredTime: bed.now + 2 * HOUR }), 'refused');
      bed.assert.strictEqual((await bed.transport.get(id)).properties.foo, '1');
    },
  ),

  contractCase(
    'a completed callback is scheduled again as a new one; the old one stays',
    ['create', 'get', 'cancel', 'rescheduleCompleted'],
    async (bed) => {
      const properties = { kept: '1', replaced: '1', removed: '1' };
      const old = await bed.create({ customerNumber: '5512', serviceName: bed.services[1], properties });
      await bed.transport.cancel(old);
      const desiredTime = bed.now + 3 * HOUR;
      const change = { desiredTime, properties: { replaced: '2', removed: null, added: '3' } };
      const { id } = await bed.transport.rescheduleCompleted(old, change);
      bed.assert.ok(id !== old, 'it has an id of its own');
      const record = await bed.transport.get(id);
      bed.assert.deepStrictEqual(
        [record.state, record.customerNumber, record.serviceName, record.desiredTime, record.reason],
        ['SCHEDULED', '5512', bed.services[1], desiredTime, undefined],
      );
      bed.assert.deepStrictEqual({ ...record.properties }, { kept: '1', replaced: '2', added: '3' });
      await bed.expectState(old, 'COMPLETED', 'CANCELLED');
      bed.assert.deepStrictEqual({ ...(await bed.transport.get(old)).properties }, properties);
    },
  ),

  contractCase(
    'a callback that lives is not scheduled again: the customer would be called twice',
    ['create', 'rescheduleCompleted'],
    async (bed) => {
      const id = await bed.create();
      const change = { desiredTime: bed.now + 2 * HOUR, properties: {} };
      await bed.fails(bed.transport.rescheduleCompleted(id, change), 'refused');
      await bed.fails(bed.transport.rescheduleCompleted('no such id', change), 'not-found');
      bed.assert.strictEqual((await bed.transport.list(bed.query())).records.length, 1);
    },
  ),

  contractCase(
    'a scheduled callback is queued when its time comes',
    ['create', 'get'],
    async (bed) => {
      const id = await bed.create({ desiredTime: bed.now + HOUR });
      await bed.control.advance(1800);
      await bed.expectState(id, 'SCHEDULED');
      await bed.control.advance(1800);
      await bed.expectState(id, 'QUEUED');
    },
    ['advance'],
  ),
];

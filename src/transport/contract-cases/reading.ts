import { isAbort, isCallbackError } from '../../domain/errors.js';
import type { CallbackList } from '../callback-transport.js';
import { contractCase, HOUR } from './context.js';

const idsOf = (list: CallbackList): readonly string[] => list.records.map(({ id }) => id).sort();

/** Finding callbacks and reading one. */
export const readingCases = [
  contractCase('a list names every service, also one without a callback', [], async (bed) => {
    const list = await bed.transport.list(bed.query());
    bed.assert.deepStrictEqual([...list.services].sort(), [...bed.services].sort());
    bed.assert.deepStrictEqual(list.records, []);
    bed.assert.deepStrictEqual(list.unreadable, []);
  }),

  contractCase('a callback for now is listed as QUEUED, with values of the program', ['create'], async (bed) => {
    const id = await bed.createNow({ customerNumber: '+33604120405' });
    const [record, ...others] = (await bed.transport.list(bed.query())).records;
    bed.assert.strictEqual(others.length, 0);
    bed.assert.deepStrictEqual(
      [record?.id, record?.serviceName, record?.state, record?.customerNumber],
      [id, bed.services[0], 'QUEUED', '+33604120405'],
    );
    bed.assert.ok(
      Math.abs((record?.desiredTime ?? 0) - bed.now) < HOUR,
      'its desired time is the time of its creation',
    );
    bed.assert.ok((record?.expirationTime ?? 0) > bed.now, 'it expires later');
    bed.assert.strictEqual(record?.reason, undefined);
  }),

  contractCase('a callback for later is listed as SCHEDULED, at its very millisecond', ['create'], async (bed) => {
    const desiredTime = bed.now + HOUR + 123;
    await bed.create({ desiredTime });
    const [record] = (await bed.transport.list(bed.query())).records;
    bed.assert.deepStrictEqual([record?.state, record?.desiredTime], ['SCHEDULED', desiredTime]);
  }),

  contractCase('both ends of the range belong to it', ['create'], async (bed) => {
    const at = bed.now + HOUR;
    const id = await bed.create({ desiredTime: at });
    const ids = async (start: number, end: number): Promise<readonly string[]> =>
      idsOf(await bed.transport.list(bed.query({ range: { start, end } })));
    bed.assert.deepStrictEqual(await ids(at, at), [id]);
    bed.assert.deepStrictEqual(await ids(at - HOUR, at - 1), []);
    bed.assert.deepStrictEqual(await ids(at + 1, at + HOUR), []);
  }),

  contractCase('only the states that were asked for', ['create'], async (bed) => {
    const [queued, scheduled] = [await bed.createNow(), await bed.create({ customerNumber: '5511' })];
    bed.assert.deepStrictEqual(idsOf(await bed.transport.list(bed.query({ states: ['QUEUED'] }))), [queued]);
    bed.assert.deepStrictEqual(idsOf(await bed.transport.list(bed.query({ states: ['SCHEDULED'] }))), [scheduled]);
    const both = await bed.transport.list(bed.query({ states: ['SCHEDULED', 'QUEUED'] }));
    bed.assert.deepStrictEqual(idsOf(both), [queued, scheduled].sort());
    bed.assert.deepStrictEqual(idsOf(await bed.transport.list(bed.query({ states: ['PAUSED'] }))), []);
  }),

  contractCase('only the services that were asked for', ['create'], async (bed) => {
    const [first, second] = bed.services;
    const ids = [await bed.create(), await bed.create({ serviceName: second })];
    const one = await bed.transport.list(bed.query({ services: [second] }));
    bed.assert.deepStrictEqual(idsOf(one), [ids[1]]);
    bed.assert.deepStrictEqual(one.services, [second]);
    bed.assert.deepStrictEqual(idsOf(await bed.transport.list(bed.query({ services: [first, second] }))), ids.sort());
  }),

  contractCase('a service that does not exist is missing; alone it is not found', [], async (bed) => {
    const [first] = bed.services;
    const list = await bed.transport.list(bed.query({ services: [first, 'no such service'] }));
    bed.assert.deepStrictEqual(list.services, [first]);
    await bed.fails(bed.transport.list(bed.query({ services: ['no such service'] })), 'not-found');
  }),

  contractCase('the maximum holds for each service by itself', ['create'], async (bed) => {
    for (const serviceName of [...bed.services, ...bed.services]) await bed.create({ serviceName });
    const list = await bed.transport.list(bed.query({ maximumPerService: 1 }));
    bed.assert.deepStrictEqual(list.records.map(({ serviceName }) => serviceName).sort(), [...bed.services].sort());
  }),

  contractCase('the server tells its clock, or nothing', [], async (bed) => {
    const { serverTime } = await bed.transport.list(bed.query());
    bed.assert.ok(
      serverTime === undefined || Math.abs(serverTime - bed.now) < HOUR,
      `serverTime is ${serverTime ?? ''}`,
    );
  }),

  contractCase('one callback is read with all its properties', ['create', 'get'], async (bed) => {
    const id = await bed.create({ properties: { _LOB: 'Gold', foo: 'a "b" <c> ü' } });
    const record = await bed.transport.get(id);
    bed.assert.deepStrictEqual({ ...record.properties }, { _LOB: 'Gold', foo: 'a "b" <c> ü' });
    bed.assert.deepStrictEqual([record.id, record.customerNumber, record.state], [id, '5510', 'SCHEDULED']);
  }),

  contractCase('a callback that does not exist is not found', ['get'], async (bed) => {
    await bed.fails(bed.transport.get('no such id'), 'not-found');
  }),

  contractCase('a call that is aborted rejects with the abort of the platform', [], async (bed) => {
    const abort = new AbortController();
    const running = bed.transport.list(bed.query(), { signal: abort.signal });
    abort.abort();
    const early = bed.transport.list(bed.query(), { signal: AbortSignal.abort() });
    for (const [outcome] of await Promise.all([running, early].map((promise) => settled(promise)))) {
      bed.assert.ok(isAbort(outcome), `rejected with ${String(outcome)}`);
    }
  }),

  contractCase('a queued callback tells where it stands', ['create', 'queueDiagnostics'], async (bed) => {
    const id = await bed.createNow();
    const diagnostics = await bed.transport.queueDiagnostics(id);
    bed.assert.strictEqual(typeof diagnostics.estimatedWaitTime, 'number');
    bed.assert.ok(diagnostics.position === undefined || diagnostics.position === 1, 'it is the first');
    bed.assert.strictEqual(typeof diagnostics.other, 'object');
  }),

  contractCase('a callback that is not queued has no place to tell', ['create', 'queueDiagnostics'], async (bed) => {
    const [outcome] = await settled(bed.transport.queueDiagnostics(await bed.create()));
    bed.assert.ok(isCallbackError(outcome), `it gave ${String(outcome)}`);
  }),

  contractCase(
    'queued callbacks are counted, scheduled ones are not',
    ['create', 'watermarks'],
    async (bed) => {
      const [first, second] = bed.services;
      await bed.createNow();
      await bed.create({ customerNumber: '5511' });
      // Counters follow with a delay.
      await bed.control.advance(10);
      bed.assert.deepStrictEqual(await bed.transport.watermarks([first, second]), {
        services: { [first]: 1, [second]: 0 },
        total: 1,
      });
      bed.assert.deepStrictEqual(await bed.transport.watermarks([second]), { services: { [second]: 0 }, total: 0 });
    },
    ['advance'],
  ),
];

/** What a promise came to, rejected or not. */
async function settled(promise: Promise<unknown>): Promise<readonly [unknown]> {
  return promise.then(
    (value) => [value],
    (reason: unknown) => [reason],
  );
}

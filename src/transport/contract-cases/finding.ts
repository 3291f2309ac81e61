import type { CallbackRecord } from '../../domain/callback.js';
import { isAbort } from '../../domain/errors.js';
import { FIELD_KEYS } from '../../domain/keys.js';
import { contractCase, HOUR } from './context.js';

const NUMBER = FIELD_KEYS.customerNumber;
const NOT_COMPLETED = { [FIELD_KEYS.state]: '!COMPLETED' };

const idsOf = (records: readonly CallbackRecord[]): readonly string[] => records.map(({ id }) => id).sort();

/** Finding callbacks by values. */
export const findingCases = [
  contractCase(
    "a customer's callbacks are found by number, whatever their time, service and state",
    ['create', 'find', 'cancel'],
    async (bed) => {
      const customerNumber = '+33604120405';
      const far = await bed.create({ customerNumber, desiredTime: bed.now + 20 * 24 * HOUR });
      const over = await bed.create({ customerNumber, serviceName: bed.services[1] });
      await bed.transport.cancel(over);
      const now = await bed.createNow({ customerNumber });
      await bed.create();
      const found = await bed.transport.find({ [NUMBER]: customerNumber });
      bed.assert.deepStrictEqual(idsOf(found), [far, over, now].sort());
      bed.assert.deepStrictEqual(new Set(found.map((record) => record.customerNumber)), new Set([customerNumber]));
      bed.assert.strictEqual(found.find(({ id }) => id === far)?.desiredTime, bed.now + 20 * 24 * HOUR);
    },
  ),

  contractCase('nobody is found by a part of a number', ['create', 'find'], async (bed) => {
    await bed.create();
    for (const part of ['551', '55100', ''])
      bed.assert.deepStrictEqual(await bed.transport.find({ [NUMBER]: part }), []);
  }),

  contractCase('a value that begins with ! must differ', ['create', 'find', 'cancel'], async (bed) => {
    const [live, over] = [await bed.create(), await bed.create({ serviceName: bed.services[1] })];
    await bed.transport.cancel(over);
    bed.assert.deepStrictEqual(idsOf(await bed.transport.find({ [NUMBER]: '5510', ...NOT_COMPLETED })), [live]);
    bed.assert.deepStrictEqual(idsOf(await bed.transport.find(NOT_COMPLETED)), [live]);
    bed.assert.deepStrictEqual(await bed.transport.find({ [NUMBER]: '!5510' }), []);
  }),

  contractCase(
    'a search without values, or by what is no lookup key of any server, is invalid',
    ['find'],
    async (bed) => {
      await bed.fails(bed.transport.find({}), 'invalid');
      await bed.fails(bed.transport.find({ [FIELD_KEYS.id]: '1' }), 'invalid');
      await bed.fails(bed.transport.find({ [NUMBER]: '5510', operand: 'OR' }), 'invalid');
    },
  ),

  contractCase('a search that is aborted rejects with the abort of the platform', ['find'], async (bed) => {
    const abort = new AbortController();
    const running = bed.transport.find({ [NUMBER]: '5510' }, { signal: abort.signal });
    abort.abort();
    const outcome: unknown = await running.catch((error: unknown) => error);
    bed.assert.ok(isAbort(outcome), `it gave ${String(outcome)}`);
  }),
];

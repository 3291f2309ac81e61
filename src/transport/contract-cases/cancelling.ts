import { isAbort } from '../../domain/errors.js';
import { CANCELLED_BY_ADMIN, countOutcomes } from '../../domain/report.js';
import { contractCase } from './context.js';

const REASON = { reason: CANCELLED_BY_ADMIN };

/** Cancelling one, many, and telling what was cancelled. */
export const cancellingCases = [
  contractCase('a scheduled and a queued callback are cancelled', ['create', 'get', 'cancel'], async (bed) => {
    const [scheduled, queued] = [await bed.create(), await bed.createNow({ customerNumber: '5511' })];
    await bed.transport.cancel(scheduled);
    await bed.transport.cancel(queued, { serviceName: bed.services[0] });
    await bed.expectState(scheduled, 'COMPLETED', 'CANCELLED');
    await bed.expectState(queued, 'COMPLETED', 'CANCELLED');
  }),

  contractCase(
    'a completed callback is not cancelled again and keeps its reason',
    ['create', 'get', 'cancel', 'cancelMany'],
    async (bed) => {
      const id = await bed.create();
      await bed.transport.cancelMany([id], REASON);
      await bed.fails(bed.transport.cancel(id), 'refused');
      await bed.expectState(id, 'COMPLETED', CANCELLED_BY_ADMIN);
    },
  ),

  contractCase('cancelling what does not exist is not found', ['cancel'], async (bed) => {
    await bed.fails(bed.transport.cancel('no such id'), 'not-found');
    await bed.fails(bed.transport.cancel('no such id', { serviceName: bed.services[0] }), 'not-found');
  }),

  contractCase(
    'a conversation is not cancelled',
    ['create', 'get', 'cancel', 'cancelMany'],
    async (bed) => {
      const id = await bed.createNow();
      await bed.control.force(id, { state: 'PROCESSING' });
      await bed.fails(bed.transport.cancel(id), 'refused');
      const { outcomes } = await bed.transport.cancelMany([id], REASON);
      bed.assert.strictEqual(outcomes[0]?.outcome, 'skipped');
      await bed.expectState(id, 'PROCESSING');
    },
    ['force'],
  ),

  contractCase(
    'a lost session holds a cancel up until the user lets it go',
    ['create', 'get', 'cancel'],
    async (bed) => {
      const id = await bed.createNow();
      await bed.control.force(id, { orsSession: 'dead' });
      await bed.fails(bed.transport.cancel(id), 'refused');
      await bed.expectState(id, 'QUEUED');
      await bed.transport.cancel(id, { discardOrsFailure: true });
      await bed.expectState(id, 'COMPLETED', 'CANCELLED');
    },
    ['force'],
  ),

  contractCase(
    'many are cancelled with one outcome each, in the order asked',
    ['create', 'get', 'cancel', 'cancelMany'],
    async (bed) => {
      const [first, second] = bed.services;
      const scheduled = await bed.create({ serviceName: first });
      const queued = await bed.createNow({ serviceName: second });
      const completed = await bed.create({ customerNumber: '5511' });
      await bed.transport.cancel(completed);
      const ids = [completed, queued, 'no such id', scheduled, queued];
      const result = await bed.transport.cancelMany(ids, REASON);
      bed.assert.strictEqual(result.reason, CANCELLED_BY_ADMIN);
      bed.assert.deepStrictEqual(
        result.outcomes.map(({ id, outcome }) => [id, outcome]),
        [
          [completed, 'skipped'],
          [queued, 'done'],
          ['no such id', 'skipped'],
          [scheduled, 'done'],
        ],
      );
      await bed.expectState(scheduled, 'COMPLETED', CANCELLED_BY_ADMIN);
      await bed.expectState(queued, 'COMPLETED', CANCELLED_BY_ADMIN);
      await bed.expectState(completed, 'COMPLETED', 'CANCELLED');
    },
  ),

  contractCase('cancelling many tells how far it is, to the end', ['create', 'cancelMany'], async (bed) => {
    const ids: string[] = [];
    for (let number = 0; number < 120; number += 1) ids.push(await bed.create({ customerNumber: `55${number}` }));
    const told: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number): void => void told.push([done, total]);
    const result = await bed.transport.cancelMany(ids, { ...REASON, onProgress });
    bed.assert.deepStrictEqual(countOutcomes(result), { done: 120, skipped: 0, failed: 0 });
    bed.assert.deepStrictEqual(told.at(-1), [120, 120]);
    bed.assert.ok(
      told.every(([done, total], index) => total === 120 && done > (told[index - 1]?.[0] ?? 0)),
      'it only grows',
    );
    bed.assert.ok(result.raw !== undefined, 'the report of the server is kept');
  }),

  contractCase(
    'giving up between two parts accounts for what was sent',
    ['create', 'get', 'cancelMany'],
    async (bed) => {
      const ids = [await bed.create()];
      for (let number = 1; number < 300; number += 1) ids.push(`no such id ${number}`);
      const abort = new AbortController();
      const { outcomes } = await bed.transport.cancelMany(ids, {
        ...REASON,
        signal: abort.signal,
        onProgress: () => {
          abort.abort();
        },
      });
      bed.assert.deepStrictEqual(
        outcomes.map(({ id }) => id),
        ids,
      );
      const left = outcomes.filter(({ outcome }) => outcome === 'failed');
      bed.assert.strictEqual(outcomes[0]?.outcome, 'done');
      // A transport that sends everything at once has nothing left.
      bed.assert.ok(
        left.every(({ code }) => code === 'not-sent'),
        'the rest was not sent',
      );
      await bed.expectState(ids[0] ?? '', 'COMPLETED', CANCELLED_BY_ADMIN);
    },
  ),

  contractCase(
    'cancelling many that was given up before cancels nothing',
    ['create', 'get', 'cancelMany'],
    async (bed) => {
      const id = await bed.create();
      const outcome = await bed.transport
        .cancelMany([id], { ...REASON, signal: AbortSignal.abort() })
        .catch((error: unknown) => error);
      bed.assert.ok(isAbort(outcome), 'it rejects with the abort of the platform');
      await bed.expectState(id, 'SCHEDULED');
    },
  ),

  contractCase('cancelling none has no outcome', ['cancelMany'], async (bed) => {
    bed.assert.deepStrictEqual((await bed.transport.cancelMany([], REASON)).outcomes, []);
  }),

  contractCase(
    'the export holds a line per callback that an administrator cancelled',
    ['create', 'cancel', 'cancelMany', 'exportCancelled'],
    async (bed) => {
      const [one, two, other] = [await bed.create(), await bed.create({ customerNumber: '5511' }), await bed.create()];
      await bed.transport.cancelMany([one, two], REASON);
      await bed.transport.cancel(other);
      const lines = (await bed.transport.exportCancelled(['_service_id'])).trim().split(/\r?\n/);
      bed.assert.strictEqual(lines.length, 3);
      const text = lines.join('\n');
      bed.assert.ok([one, two].every((id) => text.includes(id)) && !text.includes(other), text);
    },
  ),
];

import { expect } from '@open-wc/testing';
import { mayHaveBeenDone, outcomeOfChange } from '../../src/controllers/outcome.js';
import type { Outcome, SentChange } from '../../src/controllers/outcome.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { CALLBACK_ERROR_CODES, isAbort } from '../../src/domain/errors.js';
import type { CallbackQuery } from '../../src/domain/query.js';
import type { CallbackTransport } from '../../src/transport/callback-transport.js';
import { makeRecord } from '../support/records.js';
import { failing, LAG, noList, Pauses, Script } from './scripted.js';

const HOUR = 3_600_000;

const BEFORE = makeRecord({ id: '7', properties: { _LOB: 'Gold', note: 'a' } });
const ASKED = BEFORE.desiredTime + HOUR;
const THIRD = BEFORE.desiredTime + 2 * HOUR;
const over = (reason: string): CallbackRecord => ({ ...BEFORE, state: 'COMPLETED', reason });

const CANCELLATION: SentChange = {
  id: '7',
  before: BEFORE,
  isDone: ({ state, reason }) => state === 'COMPLETED' && reason?.startsWith('CANCELLED') === true,
  about: [],
};
const MOVE: SentChange = {
  id: '7',
  before: BEFORE,
  isDone: ({ desiredTime }) => desiredTime === ASKED,
  about: ['_desired_time'],
};
const PROPERTIES: SentChange = {
  id: '7',
  before: BEFORE,
  isDone: ({ properties }) => properties._LOB === 'Silver' && properties.note === undefined,
  about: ['_LOB', 'note'],
};

/** What became of a change, by readings, and what it took. */
async function follow(
  change: SentChange,
  ...answers: readonly (CallbackRecord | Error)[]
): Promise<{ status: Outcome['status']; asked: number; pauses: Pauses }> {
  const [script, pauses] = [new Script(...answers), new Pauses()];
  const transport: CallbackTransport = { list: noList, get: () => script.next() };
  const { status } = await outcomeOfChange(transport, change, pauses.options);
  return { status, asked: script.asked, pauses };
}

describe('a write that failed', () => {
  it('may have been done when its answer was lost, and only then', () => {
    const doubtful = CALLBACK_ERROR_CODES.filter((code) => mayHaveBeenDone(failing(code)));
    expect(doubtful).to.deep.equal(['offline', 'timeout', 'server-error', 'bad-response']);
    expect(mayHaveBeenDone(failing('offline', { nothingDone: true }))).to.equal(false);
  });
});

describe('what became of a change', () => {
  const cases: readonly (readonly [string, SentChange, CallbackRecord | Error, Outcome['status']])[] = [
    ['cancelled by us', CANCELLATION, over('CANCELLED'), 'done'],
    ['cancelled by somebody else', CANCELLATION, over('CANCELLED_BY_ADMIN'), 'done'],
    ['not cancelled', CANCELLATION, BEFORE, 'not-done'],
    ['queued instead of cancelled', CANCELLATION, { ...BEFORE, state: 'QUEUED' }, 'not-done'],
    ['moved instead of cancelled', CANCELLATION, { ...BEFORE, desiredTime: THIRD }, 'not-done'],
    ['connected instead of cancelled', CANCELLATION, over('AGENT_CONNECTED'), 'not-done'],
    ['removed instead of cancelled', CANCELLATION, failing('not-found'), 'unknown'],
    ['moved', MOVE, { ...BEFORE, desiredTime: ASKED }, 'done'],
    ['moved and queued', MOVE, { ...BEFORE, desiredTime: ASKED, state: 'QUEUED' }, 'done'],
    ['not moved', MOVE, BEFORE, 'not-done'],
    ['queued instead of moved', MOVE, { ...BEFORE, state: 'QUEUED' }, 'not-done'],
    ['changed otherwise and not moved', MOVE, { ...BEFORE, properties: { _LOB: 'New' } }, 'not-done'],
    ['moved to a third time', MOVE, { ...BEFORE, desiredTime: THIRD }, 'unknown'],
    ['cancelled where it stood', MOVE, over('CANCELLED'), 'not-done'],
    ['removed instead of moved', MOVE, failing('not-found'), 'unknown'],
    ['given its properties', PROPERTIES, { ...BEFORE, properties: { _LOB: 'Silver' } }, 'done'],
    ['given more besides', PROPERTIES, { ...BEFORE, properties: { _LOB: 'Silver', more: '1' } }, 'done'],
    ['not given its properties', PROPERTIES, BEFORE, 'not-done'],
    ['moved and not given its properties', PROPERTIES, { ...BEFORE, desiredTime: THIRD }, 'not-done'],
    ['given some of them', PROPERTIES, { ...BEFORE, properties: { _LOB: 'Silver', note: 'a' } }, 'unknown'],
    ['given others', PROPERTIES, { ...BEFORE, properties: { _LOB: 'Bronze', note: 'a' } }, 'unknown'],
  ];
  for (const [name, change, shown, expected] of cases) {
    it(`${expected}: ${name}`, async () => {
      const { status, asked, pauses } = await follow(change, shown);
      expect(status).to.equal(expected);
      if (expected === 'done') expect([asked, pauses.all]).to.deep.equal([1, []]);
      else expect(pauses.passed).to.be.at.least(LAG);
    });
  }

  it('nothing is said to have stayed away that may have been changed by anybody, when nobody says what it was about', async () => {
    const { id, before, isDone } = MOVE;
    const vague = { id, before, isDone };
    expect((await follow(vague, BEFORE)).status).to.equal('not-done');
    expect((await follow(vague, { ...BEFORE, state: 'QUEUED' })).status).to.equal('unknown');
  });

  it('looks soon, and then less and less often, until the server cannot lag any more', async () => {
    const { asked, pauses } = await follow(MOVE, BEFORE);
    expect(pauses.all).to.deep.equal([500, 1000, 2000, 3000, 4000]);
    expect(asked).to.equal(6);
  });

  it('ends with the first reading that shows it, however late', async () => {
    const late = [BEFORE, BEFORE, BEFORE, BEFORE, BEFORE, { ...BEFORE, desiredTime: ASKED }];
    expect((await follow(MOVE, ...late)).status).to.equal('done');
  });

  it('once it was unclear, it is not made clear by an older reading', async () => {
    const { status } = await follow(MOVE, { ...BEFORE, desiredTime: THIRD }, BEFORE);
    expect(status).to.equal('unknown');
  });

  it('a connection that is lost for long decides nothing, and is asked less and less often', async () => {
    const outage = Array.from({ length: 7 }, () => failing('offline'));
    const { status, pauses } = await follow(MOVE, ...outage, { ...BEFORE, desiredTime: ASKED });
    expect(status).to.equal('done');
    expect(pauses.all).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('an outage alone is no proof: it looks for as long as the server lags after it', async () => {
    const { status, pauses } = await follow(
      MOVE,
      failing('timeout'),
      failing('server-error'),
      failing('timeout'),
      BEFORE,
    );
    expect(status).to.equal('not-done');
    expect(pauses.all).to.deep.equal([1000, 2000, 4000, 500, 1000, 2000, 3000, 4000]);
  });

  it('waits as long as the server wishes', async () => {
    const { pauses } = await follow(MOVE, failing('limited', { retryAfter: 45 }), { ...BEFORE, desiredTime: ASKED });
    expect(pauses.all).to.deep.equal([45_000]);
  });

  for (const code of [
    'offline',
    'timeout',
    'limited',
    'unavailable',
    'server-error',
    'bad-response',
    'unauthorised',
  ] as const) {
    it(`never guesses while reading fails with ${code}`, async () => {
      const [script, pauses] = [new Script<CallbackRecord>(failing(code)), new Pauses(40)];
      const transport: CallbackTransport = { list: noList, get: () => script.next() };
      const outcome: unknown = await outcomeOfChange(transport, MOVE, pauses.options).catch((error: unknown) => error);
      expect(isAbort(outcome)).to.equal(true);
      expect(script.asked).to.equal(40);
    });
  }

  for (const code of ['forbidden', 'invalid', 'unsupported', 'misuse'] as const) {
    it(`is unknown where reading fails with ${code}: the next one would too`, async () => {
      const { status, asked } = await follow(MOVE, failing(code));
      expect([status, asked]).to.deep.equal(['unknown', 1]);
    });
  }

  it('an abort ends it at once, before a reading, during one and after one', async () => {
    const aborted = AbortSignal.abort();
    const untouched: CallbackTransport = { list: noList, get: noList };
    const early: unknown = await outcomeOfChange(untouched, MOVE, { signal: aborted }).catch((error: unknown) => error);
    expect(early).to.equal(aborted.reason);
    for (const settle of ['resolve', 'reject'] as const) {
      const abort = new AbortController();
      const get = (): Promise<CallbackRecord> => {
        abort.abort();
        return settle === 'resolve' ? Promise.resolve(BEFORE) : Promise.reject(failing('offline'));
      };
      const late: unknown = await outcomeOfChange({ list: noList, get }, MOVE, { signal: abort.signal }).catch(
        (error: unknown) => error,
      );
      expect(late).to.equal(abort.signal.reason);
    }
  });

  it('an abort ends the platform pause as well', async () => {
    const abort = new AbortController();
    const get = (): Promise<CallbackRecord> => {
      queueMicrotask(() => abort.abort());
      return Promise.resolve(BEFORE);
    };
    const outcome: unknown = await outcomeOfChange({ list: noList, get }, MOVE, { signal: abort.signal }).catch(
      (error: unknown) => error,
    );
    expect(outcome).to.equal(abort.signal.reason);
  });
});

describe('what became of a change, by lists alone', () => {
  const cases: readonly (readonly [string, SentChange, readonly CallbackRecord[], Outcome['status']])[] = [
    ['cancelled', CANCELLATION, [over('CANCELLED')], 'done'],
    ['not cancelled', CANCELLATION, [BEFORE], 'not-done'],
    ['gone from the list', CANCELLATION, [], 'unknown'],
    ['not moved', MOVE, [BEFORE], 'not-done'],
    ['moved, who knows where', MOVE, [], 'unknown'],
    ['given its properties', PROPERTIES, [{ ...BEFORE, properties: { _LOB: 'Silver' } }], 'done'],
    ['with properties that a list need not show', PROPERTIES, [BEFORE], 'unknown'],
    ['among others', CANCELLATION, [makeRecord({ id: '8' }), over('CANCELLED')], 'done'],
  ];
  for (const [name, change, records, expected] of cases) {
    it(`${expected}: ${name}`, async () => {
      const queries: CallbackQuery[] = [];
      const transport: CallbackTransport = {
        list: (query) => {
          queries.push(query);
          return Promise.resolve({ records, services: [], unreadable: [] });
        },
      };
      expect((await outcomeOfChange(transport, change, new Pauses().options)).status).to.equal(expected);
      expect(queries[0]?.services).to.deep.equal([BEFORE.serviceName]);
      expect(queries[0]?.range).to.deep.equal({ start: BEFORE.desiredTime - 1000, end: BEFORE.desiredTime + 1000 });
    });
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { Fault, MockHttpServer } from '../../mock-server/node.js';
import { mayHaveBeenDone, outcomeOfChange, outcomeOfCreate, sameCustomerIds } from '../../src/controllers/outcome.js';
import type { Outcome, SentChange } from '../../src/controllers/outcome.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { isCallbackError } from '../../src/domain/errors.js';
import { mergeProperties } from '../../src/domain/write-input.js';
import type { CallbackTransport, CreateRequest, CreateResult } from '../../src/transport/callback-transport.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';
import { contractControl } from './transport-bed.js';

const HOUR = 3_600_000;
const [SERVICE, OTHER] = ['contract-first', 'contract-second'] as const;

/** Milliseconds after which an answer that never comes is given up. */
const IMPATIENCE = 700;

type Loss = { readonly [Kind in Lossy]: Omit<Fault<Kind>, 'id'> }[Lossy];

type Lossy = 'drop' | 'status' | 'html' | 'stall';

/** How an answer gets lost, and whether what was asked for happens all the same. */
const LOSSES: readonly (readonly [string, Loss, boolean])[] = [
  ['the connection breaks before the server has the request', { kind: 'drop' }, false],
  ['the connection breaks once the server has the request', { kind: 'drop', when: 'after' }, true],
  ['a proxy fails before the server has the request', { kind: 'status', status: 502 }, false],
  ['a proxy fails once the server has the request', { kind: 'status', status: 504, when: 'after' }, true],
  ['a sign-in page comes instead', { kind: 'html' }, false],
  ['a sign-in page comes in place of the answer', { kind: 'html', when: 'after' }, true],
  ['no answer comes in time, nor was anything done', { kind: 'stall', answer: 'none' }, false],
  ['the answer stops in the middle', { kind: 'stall', when: 'after' }, true],
];

/** A write, what it sends, and how it is found out what became of it. */
interface Write {
  /** Name of the command in the engine's log. */
  readonly command: string;
  /** Makes everything ready. */
  readonly prepare: () => Promise<Prepared>;
}

interface Prepared {
  readonly send: () => Promise<unknown>;
  readonly follow: () => Promise<Outcome>;
}

describe('a write whose answer is lost', () => {
  let server: MockHttpServer;
  let transport: GmsTransport;
  let impatient: GmsTransport;
  /** Whoever sends the write. */
  let sender: GmsTransport;
  let now: number;

  beforeAll(async () => {
    server = await startHttpServer({ port: 0, scenario: 'empty' });
    const baseUrl = `${server.url}/genesys`;
    transport = new GmsTransport({ baseUrl });
    impatient = new GmsTransport({ baseUrl, timeout: IMPATIENCE });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    ({ now } = await contractControl(server.engine).reset());
    sender = transport;
  });

  /** Time passes on the server's clock as it is waited for. */
  const options = {
    signal: new AbortController().signal,
    wait: (milliseconds: number): Promise<void> => {
      server.engine.clock({ advance: milliseconds / 1000 });
      return Promise.resolve();
    },
  };

  /** Commands of the log, how often each was carried out. */
  const carriedOut = (command: string): number =>
    server.engine.log().filter((entry) => entry.type === 'command' && entry.command === command && !entry.refused)
      .length;

  const existing = async (more: Partial<CreateRequest> = {}): Promise<CallbackRecord> => {
    const properties = { _LOB: 'Gold', note: 'a' };
    const wish = { serviceName: SERVICE, customerNumber: '5510', desiredTime: now + HOUR, properties, ...more };
    return transport.get((await transport.create(wish)).id);
  };

  const changing = async (
    change: (before: CallbackRecord) => Pick<SentChange, 'isDone' | 'about'> & { send: () => Promise<void> },
  ): Promise<Prepared> => {
    const before = await existing();
    const { send, ...rest } = change(before);
    return { send, follow: () => outcomeOfChange(transport, { id: before.id, before, ...rest }, options) };
  };

  const creating = async (request: CreateRequest, send: () => Promise<CreateResult>): Promise<Prepared> => {
    const before = await sameCustomerIds(transport, request);
    return { send, follow: () => outcomeOfCreate(transport, { request, before, sentAt: now }, options) };
  };

  const REQUEST: CreateRequest = {
    serviceName: SERVICE,
    customerNumber: '+33604120405',
    virtualQueue: 'VQ',
    properties: { _LOB: 'Gold', nothing: '' },
  };

  const WRITES: Readonly<Record<string, Write>> = {
    'a callback for now': {
      command: 'create',
      prepare: () => creating(REQUEST, () => sender.create(REQUEST)),
    },
    'a callback for later': {
      command: 'create',
      prepare: () => {
        const request = { ...REQUEST, desiredTime: now + HOUR };
        return creating(request, () => sender.create(request));
      },
    },
    'a callback for later beside one like it': {
      command: 'create',
      prepare: async () => {
        const request = { ...REQUEST, desiredTime: now + HOUR };
        await transport.create(request);
        return creating(request, () => sender.create(request));
      },
    },
    'a completed callback, scheduled again': {
      command: 'create',
      prepare: async () => {
        const old = await existing({ serviceName: OTHER });
        await transport.cancel(old.id);
        const change = { desiredTime: now + 2 * HOUR, properties: { note: null, more: 'b' } };
        const { customerNumber, serviceName } = old;
        const properties = mergeProperties(old.properties, change.properties);
        const request = { serviceName, customerNumber, desiredTime: change.desiredTime, properties };
        return creating(request, () => sender.rescheduleCompleted(old.id, change));
      },
    },
    'a move': {
      command: 'update',
      prepare: () =>
        changing(({ id, serviceName, desiredTime }) => ({
          send: () => sender.reschedule(id, { desiredTime: desiredTime + HOUR }, { serviceName }),
          isDone: (record) => record.desiredTime === desiredTime + HOUR,
          about: ['_desired_time'],
        })),
    },
    'a change of properties': {
      command: 'update',
      prepare: () =>
        changing(({ id, serviceName }) => ({
          send: () => sender.updateProperties(id, { _LOB: 'Silver', note: null }, { serviceName }),
          isDone: ({ properties }) => properties._LOB === 'Silver' && properties.note === undefined,
          about: ['_LOB', 'note'],
        })),
    },
    'a cancellation': {
      command: 'cancel',
      prepare: () =>
        changing(({ id, serviceName }) => ({
          send: () => sender.cancel(id, { serviceName }),
          isDone: ({ state, reason }) => state === 'COMPLETED' && reason === 'CANCELLED',
          about: [],
        })),
    },
  };

  const setLoss = (loss: Loss): void => {
    sender = loss.kind === 'stall' ? impatient : transport;
    server.engine.setFaults([{ id: 'lost', method: ['POST', 'PUT', 'DELETE'], times: 1, ...loss }]);
  };

  describe.each(Object.entries(WRITES))('%s', (_name, { command, prepare }) => {
    it.each(LOSSES)('%s', async (_how, loss, isDone) => {
      const { send, follow } = await prepare();
      const [before, sent] = [carriedOut(command), requestsOf(server)];
      setLoss(loss);
      await expectLost(send());
      expect(await follow()).toEqual(isDone ? { status: 'done', ...idOf(server, command) } : { status: 'not-done' });
      expect(carriedOut(command) - before).toBe(isDone ? 1 : 0);
      expect(requestsOf(server) - sent).toBe(1);
    });
  });

  it('a request that a proxy sends twice is not said to have come to one callback', async () => {
    const { send, follow } = await WRITES['a callback for later']!.prepare();
    server.engine.setFaults([
      { id: 'twice', method: ['POST'], kind: 'duplicate' },
      { id: 'lost', method: ['POST'], kind: 'drop', when: 'after' },
    ]);
    await expectLost(send());
    expect(await follow()).toEqual({ status: 'unknown' });
    expect(carriedOut('create')).toBe(2);
  });

  it('the connection that was lost is waited for, however long that takes', async () => {
    const { send, follow } = await WRITES['a callback for later']!.prepare();
    server.engine.setFaults([
      { id: 'lost', method: ['POST'], kind: 'drop', when: 'after' },
      { id: 'gone', method: ['GET'], kind: 'drop', times: 20 },
    ]);
    await expectLost(send());
    expect(await follow()).toMatchObject({ status: 'done' });
    expect(carriedOut('create')).toBe(1);
    expect(server.engine.now).toBeGreaterThan(now + 60_000);
  });

  it('a move that somebody else made anew meanwhile may have come before it or not at all', async () => {
    const before = await existing();
    setLoss({ kind: 'drop' });
    await expectLost(transport.reschedule(before.id, { desiredTime: now + 2 * HOUR }, { serviceName: SERVICE }));
    await transport.reschedule(before.id, { desiredTime: now + 3 * HOUR });
    const isDone = ({ desiredTime }: CallbackRecord): boolean => desiredTime === now + 2 * HOUR;
    const change = { id: before.id, before, isDone, about: ['_desired_time'] };
    expect(await outcomeOfChange(transport, change, options)).toEqual({ status: 'unknown' });
  });

  it('a cancellation of a callback that moved on meanwhile did not take place', async () => {
    const before = await existing();
    setLoss({ kind: 'drop' });
    await expectLost(transport.cancel(before.id, { serviceName: SERVICE }));
    server.engine.clock({ advance: 7200 });
    expect((await transport.get(before.id)).state).toBe('QUEUED');
    const isDone = ({ state }: CallbackRecord): boolean => state === 'COMPLETED';
    const change = { id: before.id, before, isDone, about: [] };
    expect(await outcomeOfChange(transport, change, options)).toEqual({ status: 'not-done' });
  });

  it('a service that does not find by number leaves it open whether what a list shows is new', async () => {
    const { services } = server.engine.current.settings;
    const byLine = { _customer_lookup_keys: '_LOB', _mandatory_customer_lookup_keys: '_LOB' };
    server.engine.setService(SERVICE, { ...services.get(SERVICE), ...byLine });
    const { send, follow } = await WRITES['a callback for now']!.prepare();
    setLoss({ kind: 'drop', when: 'after' });
    await expectLost(send());
    expect(await follow()).toEqual({ status: 'unknown' });
  });

  it('lists alone tell when nothing was created', async () => {
    const onlyList: CallbackTransport = { list: (query, call) => transport.list(query, call) };
    const request = { ...REQUEST, desiredTime: now + HOUR };
    const sent = { request, before: await sameCustomerIds(onlyList, request), sentAt: now };
    expect(await outcomeOfCreate(onlyList, sent, options)).toEqual({ status: 'not-done' });
    await transport.create(request);
    expect(await outcomeOfCreate(onlyList, sent, options)).toEqual({ status: 'unknown' });
  });
});

/** Requests that were to write something, carried out or not. */
function requestsOf({ engine }: MockHttpServer): number {
  return engine.log().filter((entry) => entry.type === 'request' && entry.method !== 'GET').length;
}

/** The id of the newest callback, when a command created one. */
function idOf({ engine }: MockHttpServer, command: string): { readonly id?: string } {
  const created = engine.log().findLast((entry) => entry.type === 'event' && entry.event === 'created');
  return command === 'create' && created?.type === 'event' && created.id !== undefined ? { id: created.id } : {};
}

async function expectLost(promise: Promise<unknown>): Promise<void> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isCallbackError(error) && mayHaveBeenDone(error), String(error)).toBe(true);
}

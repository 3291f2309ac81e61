import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../mock-server/http/handlers.js';
import { InProcessTransport } from '../../mock-server/in-process.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { isCallbackError } from '../../src/domain/errors.js';
import { createQuery } from '../../src/domain/query.js';
import type { Options } from '../../src/domain/service.js';
import type { CallbackTransport } from '../../src/transport/callback-transport.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';

const NOW = Date.UTC(2026, 2, 4, 10);
const HOUR = 3_600_000;
const QUERY = createQuery({ range: { start: NOW - 24 * HOUR, end: NOW + 24 * HOUR } });

const OPTIONS: Options = { _service: 'callback', _disallow_impossible_phone_numbers: 'false' };

interface Bed {
  readonly engine: MockEngine;
  readonly transport: Required<Omit<CallbackTransport, 'services' | 'subscribe'>>;
  /** A scheduled, a queued and a completed callback of the service that ada sees, and of the one she does not. */
  readonly own: readonly [string, string, string];
  readonly foreign: readonly [string, string, string];
}

type Way = 'over the wire' | 'in process';

const BASE = 'http://mock.invalid/genesys';

/** Carries requests to a mock without a network. */
function wiredTo(engine: MockEngine): typeof fetch {
  const handlers = createHandlers(engine, { origin: 'http://mock.invalid' });
  return async (input, init) =>
    (await getResponse(handlers, new Request(input, init))) ?? new Response(null, { status: 404 });
}

/** A mock that is always the same, reached by ada. */
function bed(way: Way, roles: readonly string[], services: readonly string[]): Bed {
  const engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(NOW), rate: 0 });
  engine.setApplication({ mock: { 'watermark-delay': '0' } });
  for (const name of ['own', 'foreign']) engine.setService(name, OPTIONS);
  const [own, foreign] = ['own', 'foreign'].map((name) => callbacksOf(engine, name)) as [Bed['own'], Bed['foreign']];
  engine.setPerson('ada', { roles, services });
  const transport =
    way === 'in process'
      ? new InProcessTransport(engine, { user: 'ada' })
      : new GmsTransport({ baseUrl: BASE, fetch: wiredTo(engine), user: 'ada' });
  return { engine, transport, own, foreign };
}

function callbacksOf(engine: MockEngine, serviceName: string): readonly [string, string, string] {
  const create = (desiredTime: number): string => {
    const wish = { type: 'create', serviceName, customerNumber: String(desiredTime), properties: {} } as const;
    const result = engine.execute({ ...wish, desiredTime });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.id;
  };
  const ids = [create(NOW + HOUR), create(NOW), create(NOW + 2 * HOUR)] as const;
  engine.execute({ type: 'cancel', serviceName, id: ids[2], discardOrsFailure: false });
  return ids;
}

type Call = (transport: Bed['transport'], ids: Bed['own'], serviceName: string) => Promise<unknown>;

const READS: Readonly<Record<string, Call>> = {
  list: async (transport) => (await transport.list(QUERY)).records.map(({ id, state }) => [id, state]).sort(),
  'list of one service': async (transport, _ids, service) =>
    (await transport.list(createQuery({ ...QUERY, services: [service] }))).records.map(({ id }) => id),
  get: async (transport, [id]) => (await transport.get(id)).serviceName,
  find: async (transport, ids) => {
    const found = await transport.find({ _callback_state: '!PAUSED' });
    return found.filter(({ id }) => ids.includes(id)).map(({ id, serviceName }) => [id, serviceName]);
  },
  queueDiagnostics: async (transport, [, id]) => (await transport.queueDiagnostics(id)).position,
  availability: async (transport, _ids, service) =>
    (await transport.availability(service, { start: NOW + HOUR, end: NOW + 2 * HOUR }, 'UTC')).slots.length,
  watermarks: (transport) => transport.watermarks([]),
  'watermarks of one service': (transport, _ids, service) => transport.watermarks([service]),
  exportCancelled: (transport) => transport.exportCancelled(['_service_id']),
};

const WRITES: Readonly<Record<string, Call>> = {
  create: async (transport, _ids, serviceName) =>
    typeof (await transport.create({ serviceName, customerNumber: '1', properties: {} })).id,
  reschedule: (transport, [id]) => transport.reschedule(id, { desiredTime: NOW + 3 * HOUR }),
  'reschedule by its service': (transport, [id], serviceName) =>
    transport.reschedule(id, { desiredTime: NOW + 4 * HOUR }, { serviceName }),
  rescheduleCompleted: async (transport, [, , id]) =>
    typeof (await transport.rescheduleCompleted(id, { desiredTime: NOW + HOUR, properties: {} })).id,
  updateProperties: (transport, [id]) => transport.updateProperties(id, { a: '1' }),
  cancelMany: async (transport, [id]) =>
    (await transport.cancelMany([id], { reason: 'CANCELLED_BY_ADMIN' })).outcomes.map(({ outcome, code }) => [
      outcome,
      code,
    ]),
  cancel: (transport, [, id]) => transport.cancel(id),
  'cancel by its service': (transport, [, id], serviceName) => transport.cancel(id, { serviceName }),
};

/** What a call came to: its value, or the code of its error. */
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (isCallbackError(error)) return `failed: ${error.code}`;
    throw error;
  }
}

/** Every call after the other, on own and on foreign callbacks, and the state it leaves. */
async function everything(way: Way, roles: readonly string[], services: readonly string[]): Promise<unknown> {
  const { engine, transport, own, foreign } = bed(way, roles, services);
  const outcomes: Record<string, unknown> = {};
  for (const [name, call] of Object.entries({ ...READS, ...WRITES })) {
    outcomes[`${name} foreign`] = await outcomeOf(call(transport, foreign, 'foreign'));
    outcomes[`${name} own`] = await outcomeOf(call(transport, own, 'own'));
  }
  return { outcomes, hash: engine.state().hash };
}

describe('a person is told and allowed the same either way', () => {
  it.each([
    ['without a role', [], []],
    ['who may only look', ['CallbackReadOnly'], []],
    ['who may only look at one service', ['CallbackReadOnly'], ['own']],
    ['of one service', ['Supervisor'], ['own']],
    ['of all services', ['Supervisor'], []],
    ['of no service', ['Administrator'], ['none']],
  ])('%s', async (_who, roles, services) => {
    expect(await everything('in process', roles, services)).toEqual(await everything('over the wire', roles, services));
  });
});

describe.each<Way>(['over the wire', 'in process'])('%s', (way) => {
  it.each(Object.keys(WRITES))('%s is forbidden to whoever may only look, and changes nothing', async (name) => {
    const { engine, transport, own } = bed(way, ['CallbackReadOnly'], []);
    const { hash } = engine.state();
    expect(await outcomeOf(WRITES[name]!(transport, own, 'own'))).toBe('failed: forbidden');
    expect(engine.state().hash).toBe(hash);
  });

  it.each([...Object.keys(READS), ...Object.keys(WRITES), 'describe'])(
    '%s is forbidden to a person without a role',
    async (name) => {
      const { transport, own } = bed(way, [], []);
      const calls: Readonly<Record<string, Call>> = { ...READS, ...WRITES, describe: (each) => each.describe() };
      expect(await outcomeOf(calls[name]!(transport, own, 'own'))).toBe('failed: forbidden');
    },
  );

  it.each(Object.keys(WRITES).filter((name) => name !== 'cancelMany'))(
    '%s of a callback outside is not found, and changes nothing',
    async (name) => {
      const { engine, transport, foreign } = bed(way, ['Supervisor'], ['own']);
      const { hash } = engine.state();
      expect(await outcomeOf(WRITES[name]!(transport, foreign, 'foreign'))).toBe('failed: not-found');
      expect(engine.state().hash).toBe(hash);
    },
  );

  it('a bulk cancel skips callbacks outside', async () => {
    const { engine, transport, own, foreign } = bed(way, ['Supervisor'], ['own']);
    const { outcomes } = await transport.cancelMany([foreign[0], own[0]], { reason: 'CANCELLED_BY_ADMIN' });
    expect(outcomes.map(({ code }) => code)).toEqual(['FAILURE_MISSING', 'Ok']);
    expect(engine.current.records.get(foreign[0])?.state).toBe('SCHEDULED');
  });

  it.each(['cancelMany', 'exportCancelled'])('%s is forbidden where it is switched off', async (name) => {
    const { engine, transport, own } = bed(way, ['Supervisor'], []);
    engine.setApplication({ features: { 'disable-bulk-cancel-and-export-callback': 'true' } });
    const { hash } = engine.state();
    expect(await outcomeOf({ ...READS, ...WRITES }[name]!(transport, own, 'own'))).toBe('failed: forbidden');
    expect(engine.state().hash).toBe(hash);
  });

  it('everything is forbidden to persons of whom nothing is known, where that is switched on', async () => {
    const { engine, transport, own } = bed(way, ['Supervisor'], []);
    engine.setApplication({ mock: { 'unknown-persons': 'refuse' } });
    expect(await outcomeOf(transport.get(own[0]))).toMatchObject({ id: own[0] });
    const stranger =
      way === 'in process'
        ? new InProcessTransport(engine)
        : new GmsTransport({ baseUrl: BASE, fetch: wiredTo(engine) });
    for (const call of [stranger.list(QUERY), stranger.get(own[0]), stranger.cancel(own[1])]) {
      expect(await outcomeOf(call)).toBe('failed: forbidden');
    }
  });

  it('lists, searches, counters and exports keep to the services of the person', async () => {
    const { transport, own } = bed(way, ['Supervisor'], ['own']);
    const { records, services } = await transport.list(QUERY);
    expect(new Set((await transport.find({ _callback_state: '!PAUSED' })).map(({ id }) => id))).toEqual(new Set(own));
    expect([services, new Set(records.map(({ id }) => id))]).toEqual([['own'], new Set(own)]);
    expect(await transport.watermarks([])).toEqual({ services: { own: 1 }, total: 1 });
    expect(await transport.watermarks(['foreign'])).toEqual({ services: {}, total: 0 });
    const wished = await transport.cancelMany([own[0]], { reason: 'CANCELLED_BY_ADMIN' });
    expect(wished.outcomes).toHaveLength(1);
    expect(await transport.exportCancelled(['_service_id'])).toBe(`_service_id\r\n${own[0]}\r\n`);
  });
});

describe('a redirect', () => {
  it.each([
    ['foreign', 'string'],
    ['request-interaction', 'string'],
    ['hello', 'failed: bad-response'],
    ['nowhere', 'failed: invalid'],
    ['own', 'failed: invalid'],
  ])('to %s comes to the same either way', async (target, expected) => {
    for (const way of ['over the wire', 'in process'] as const) {
      const { engine, transport, own } = bed(way, ['Supervisor'], []);
      engine.setService('own', { ...OPTIONS, _redirect: target });
      expect(await outcomeOf(WRITES.create!(transport, own, 'own')), way).toBe(expected);
    }
  });
});

it('a subscription of a person tells nothing of callbacks outside, not even their ids', async () => {
  const { engine, own, foreign } = bed('in process', ['Supervisor'], ['own']);
  const heard: string[] = [];
  new InProcessTransport(engine, { user: 'ada' }).subscribe(QUERY, ({ upserts, removals }) =>
    heard.push(...upserts.map(({ id }) => id), ...removals),
  );
  engine.patchCallback(foreign[0], { state: 'QUEUED' });
  engine.patchCallback(own[0], { state: 'QUEUED' });
  engine.clock({ advance: 48 * 3600 });
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.filter((id) => foreign.includes(id))).toEqual([]);
  await Promise.resolve();
});

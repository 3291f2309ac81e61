import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../mock-server/http/handlers.js';
import { InProcessTransport } from '../../mock-server/in-process.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { CallbackError } from '../../src/domain/errors.js';
import { fieldRefOf } from '../../src/domain/keys.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackTransport, CreateRequest } from '../../src/transport/callback-transport.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';

const NOW = Date.UTC(2026, 2, 4, 10);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One engine, reached in two ways. */
function bothWays(
  scenario: string,
): readonly [overTheWire: GmsTransport, inProcess: InProcessTransport, engine: MockEngine] {
  const engine = new MockEngine({ scenario, now: NOW, rate: 0 });
  const handlers = createHandlers(engine, { origin: 'http://mock.invalid' });
  const wired: typeof fetch = async (input, init) => {
    const response = await getResponse(handlers, new Request(input, init));
    return response ?? new Response(null, { status: 404 });
  };
  const overTheWire = new GmsTransport({ baseUrl: 'http://mock.invalid/genesys', fetch: wired });
  return [overTheWire, new InProcessTransport(engine), engine];
}

/** Properties that the server filters by, that it only returns, that it knows but hides, and fields; values that are and are not there. */
const FILTERS: readonly Readonly<Record<string, string>>[] = [
  { _LOB: 'Sales' },
  { _LOB: 'Consumer' },
  { _LOB: '!Consumer' },
  { _service_type: 'Invoice' },
  { _email: 'ada.novak@example.com' },
  { _cb_dim_channel: 'WEB' },
  { _customer_number: '5510' },
  { _callback_reason: 'CANCELLED' },
  { _callback_state: '!COMPLETED', _LOB: 'Business' },
  { id: 'nobody' },
];

/** Values that callbacks may be looked up by, those of the first spelling and of keys that are no lookup keys of some services among them. */
const LOOKUPS: readonly Readonly<Record<string, string>>[] = [
  { _callback_state: 'QUEUED' },
  { _callback_state: '!COMPLETED', _customer_number: '+14155550123' },
  { _callbackState: 'SCHEDULED' },
  { _email: 'ada.novak@example.com' },
  { _email: '!' },
  { _email: 'ada.novak@example.com', _callback_state: '!QUEUED' },
  { _LOB: 'Consumer' },
  { foo: '1' },
  { id: 'nobody' },
  { _desired_time: 'never' },
];

/** What a record is whichever way it came; its address exists only where there are addresses. */
function comparable({ url, properties, ...record }: CallbackRecord): unknown {
  return { ...record, properties: { ...properties } };
}

async function listed(transport: CallbackTransport, wish: Parameters<typeof createQuery>[0]): Promise<unknown> {
  const { records, services, unreadable } = await transport.list(createQuery(wish));
  return { records: records.map(comparable), services: [...services].sort(), unreadable };
}

describe.each(['contact-centre', 'seed'])('both ways to the scenario %s give the same', (scenario) => {
  const week = { start: NOW - 8 * DAY, end: NOW + 8 * DAY };
  const [wired, direct] = bothWays(scenario);

  it.each([
    { range: week, maximumPerService: 5000 },
    { range: week, maximumPerService: 7 },
    { range: week, states: ['QUEUED', 'ROUTING'] as const },
    ...FILTERS.map((properties) => ({ range: week, maximumPerService: 5000, properties })),
  ])('list for %j', async (wish) => {
    expect(await listed(wired, wish)).toEqual(await listed(direct, wish));
  });

  it.each(LOOKUPS)('search for %j', async (values) => {
    const found = (await direct.find(values)).map(comparable);
    expect((await wired.find(values)).map(comparable)).toEqual(found);
  });

  it('search by the value of every lookup key', async () => {
    const { records } = await direct.list(createQuery({ range: week, maximumPerService: 5000 }));
    const { lookupKeys } = await direct.describe();
    let found = 0;
    for (const key of lookupKeys) {
      const ref = fieldRefOf(key);
      const valueOf = (record: CallbackRecord): unknown =>
        ref.kind === 'known' ? record[ref.field] : record.properties[ref.name];
      const value = records.map(valueOf).find((each) => typeof each === 'string');
      if (typeof value !== 'string') continue;
      const directly = (await direct.find({ [key]: value })).map(comparable);
      expect((await wired.find({ [key]: value })).map(comparable)).toEqual(directly);
      found += directly.length;
    }
    expect(found).toBeGreaterThan(0);
  });

  it('list for properties that are returned and not filtered by, also while it changes', async () => {
    const [overTheWire, inProcess, engine] = bothWays('empty');
    engine.setService('S', { _customer_lookup_keys: '_customer_number,foo' });
    const query = { range: week, properties: { foo: '1' } };
    const heard: string[] = [];
    inProcess.subscribe(createQuery(query), ({ upserts }) => heard.push(...upserts.map(({ id }) => id)));
    const create = (foo: string) =>
      inProcess.create({ serviceName: 'S', customerNumber: `+1415555010${foo}`, properties: { foo } });
    const [{ id }] = [await create('1'), await create('2')];
    expect(await listed(inProcess, query)).toEqual(await listed(overTheWire, query));
    expect((await inProcess.list(createQuery(query))).records.map((record) => record.id)).toEqual([id]);
    expect(heard).toEqual([id]);
  });

  it('something to compare', async () => {
    const { records } = await wired.list(createQuery({ range: week, maximumPerService: 5000 }));
    expect(records.length).toBeGreaterThan(20);
    expect(records.some(({ properties }) => Object.keys(properties).length > 0)).toBe(true);
  });

  it('list of two services', async () => {
    const services = (await direct.describe()).services.slice(0, 2).map(({ name }) => name);
    const wish = { range: week, services, maximumPerService: 5000 };
    expect(await listed(wired, wish)).toEqual(await listed(direct, wish));
  });

  it('record, and reason why a queued one is not moving', async () => {
    const { records } = await direct.list(createQuery({ range: week, maximumPerService: 5000 }));
    const one = new Map(records.map((record) => [record.state, record.id]));
    for (const [state, id] of one) {
      expect(comparable(await wired.get(id))).toEqual(comparable(await direct.get(id)));
      if (state !== 'QUEUED') continue;
      const [overWire, inProcess] = [await wired.queueDiagnostics(id), await direct.queueDiagnostics(id)];
      expect({ ...overWire, other: { ...overWire.other } }).toEqual(inProcess);
    }
  });

  it('free slots of every service', async () => {
    let free = 0;
    for (const { name } of (await direct.describe()).services) {
      const answer = await direct.availability(name, week, 'Asia/Kolkata');
      expect(await wired.availability(name, week, 'Asia/Kolkata')).toEqual(answer);
      free += answer.slots.length;
    }
    expect(free).toBeGreaterThan(1000);
  });

  it('watermarks and export', async () => {
    expect(await wired.watermarks([])).toEqual(await direct.watermarks([]));
    const properties = ['_service_id', '_service_name', '_callback_reason', '_LOB'];
    expect(await wired.exportCancelled(properties)).toBe(await direct.exportCancelled(properties));
  });
});

it.each([{}, { _id: 'x' }, { _customer_number: '5510', operand: 'OR' }])(
  'both ways refuse a search for %j in the same words',
  async (values) => {
    const [wired, direct] = bothWays('seed').slice(0, 2) as [GmsTransport, InProcessTransport];
    const [overTheWire, here] = [await reasonOf(wired.find(values)), await reasonOf(direct.find(values))];
    expect(overTheWire.message).toMatch(/^Failed to find .+: .+\. .+\.$/);
    expect([here.message, here.problems]).toEqual([overTheWire.message, overTheWire.problems]);
  },
);

it('both ways a value under a key that is no lookup key of a service finds nothing there', async () => {
  const [wired, direct, engine] = bothWays('empty');
  engine.setService('by-foo', { _customer_lookup_keys: '_customer_number,foo' });
  engine.setService('by-number', {});
  const create = (serviceName: string) =>
    direct.create({ serviceName, customerNumber: '+14155550101', properties: { foo: '1' } });
  const [{ id }] = [await create('by-foo'), await create('by-number')];
  for (const transport of [wired, direct]) {
    expect((await transport.find({ foo: '1' })).map((record) => record.id)).toEqual([id]);
    expect(await transport.find({ _customer_number: '+14155550101' })).toHaveLength(2);
  }
});

describe('both ways tell the same', () => {
  const ORIGINATED = { _call_direction: 'USERORIGINATED' };

  it.each([
    ['waits for the call', {}],
    ['waits for an agent', { ...ORIGINATED, _wait_for_agent: 'true' }],
    ['dials', { ...ORIGINATED, _wait_for_agent: 'false' }],
    ['chats', { _media_type: 'chat', _wait_for_agent: 'false' }],
  ])('to a customer who %s', async (_, options) => {
    const [overTheWire, inProcess, engine] = bothWays('empty');
    engine.setService('S', options);
    const request = { serviceName: 'S', customerNumber: '+14155550101', properties: {} };
    const [{ id: first, ...told }, { id: second, ...toldToo }] = [
      await overTheWire.create(request),
      await inProcess.create(request),
    ];
    expect(first).not.toBe(second);
    expect(told).toEqual(toldToo);
  });

  it.each([
    ['a full queue', { _max_queued_callbacks_per_service: '0' }, 'limited'],
    ['a full window', { _throttle_callbacks_per_service_1: '0' }, 'limited'],
    ['a full day', { _throttle_request_parameters_limit: '0' }, 'limited'],
    ['an impossible number', { _default_country: 'FR' }, 'invalid'],
    ['a service without a country', { _default_country: '' }, 'invalid'],
  ])('of %s', async (_, options, code) => {
    const [overTheWire, inProcess, engine] = bothWays('empty');
    engine.setService('S', options);
    const request = { serviceName: 'S', customerNumber: '4155550101', properties: {} };
    for (const transport of [overTheWire, inProcess]) {
      await expect(transport.create(request)).rejects.toMatchObject({ code });
    }
  });

  const CLOSED = { _timezone: 'UTC', _type: 'builtin', _service: 'office-hours', _bh_regular1: 'Mon 08:00-09:00' };
  const number = 'customerNumber';
  const time = 'desiredTime';

  it.each<[string, Refused]>([
    ['a premium number', { field: number, options: { _default_country: 'FR' }, customerNumber: '0899701234' }],
    ['an impossible number', { field: number, options: { _default_country: 'FR' }, customerNumber: '4155550101' }],
    ['a number without a country', { field: number, options: { _default_country: '' } }],
    ['a customer in the queue', { field: number, options: { _enable_in_queue_checking: 'strict' }, twice: true }],
    ['a time that has passed', { field: time, in: -DAY }],
    ['a time too far ahead', { field: time, in: 300 * DAY }],
    ['a closed time', { field: time, options: { _business_hours_service: 'closed' }, in: HOUR }],
    ['a full bucket', { field: time, options: { _max_request_by_time_bucket: '1' }, in: HOUR, twice: true }],
    ['a key that is missing', { field: '', options: { _mandatory_customer_lookup_keys: 'account' } }],
    ['a key that is reserved', { field: 'properties._id', properties: { _id: 'x' } }],
  ])('of what is wrong with %s, and beside which field', async (_, { field, options, twice, in: ahead, ...wish }) => {
    const [overTheWire, inProcess, engine] = bothWays('empty');
    engine.setService('closed', CLOSED);
    engine.setService('S', { _enable_in_queue_checking: 'false', ...options });
    const request = {
      serviceName: 'S',
      customerNumber: '+14155550101',
      properties: {},
      ...wish,
      ...(ahead !== undefined && { desiredTime: NOW + ahead }),
    };
    if (twice) await inProcess.create(request);
    const [wired, direct] = [await refusalOf(overTheWire, request), await refusalOf(inProcess, request)];
    expect(wired.problems.map(({ path }) => path)).toEqual([field]);
    expect(direct.problems).toEqual(wired.problems);
    expect(direct.availability).toEqual(wired.availability);
    expect(direct.details.serverMessage).toBe(wired.details.serverMessage);
    const [overWire, here] = [wired, direct].map(({ message }) => /^(Failed to .+: ).+\. ([A-Z].+\.)$/.exec(message));
    expect(here?.slice(1)).toEqual(overWire?.slice(1));
    expect(`${wired.message} ${direct.message}`).not.toContain(request.customerNumber);
  });
});

/** A wish that is refused. */
interface Refused {
  /** Path of the problem. */
  readonly field: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly customerNumber?: string;
  readonly properties?: Readonly<Record<string, string>>;
  /** Milliseconds from now to the desired time. */
  readonly in?: number;
  /** Whether the same was wished for before. */
  readonly twice?: true;
}

async function refusalOf(
  transport: Required<Pick<CallbackTransport, 'create'>>,
  request: CreateRequest,
): Promise<CallbackError> {
  return reasonOf(transport.create(request));
}

/** Why something was refused as invalid. */
async function reasonOf(promise: Promise<unknown>): Promise<CallbackError> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  if (outcome instanceof CallbackError && outcome.code === 'invalid') return outcome;
  throw new Error(`It was not refused as invalid: ${String(outcome)}`);
}

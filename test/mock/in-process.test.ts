import { describe, expect, it, vi } from 'vitest';
import { InProcessTransport } from '../../mock-server/in-process.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackChanges } from '../../src/transport/callback-transport.js';

const NOW = Date.UTC(2026, 2, 2, 9);
const TODAY = createQuery({ range: { start: NOW - 3_600_000, end: NOW + 3_600_000 } });

function bed({ latency = 0, user }: { latency?: number; user?: string } = {}) {
  const engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(NOW), rate: 0 });
  engine.setService('S', {
    _service: 'callback',
    _service_groups: 'support, sales',
    _urs_virtual_queue: 'VQ_S',
    _wait_for_user_confirm: 'true',
    _customer_lookup_keys: '_customer_number,_email',
    _disallow_impossible_phone_numbers: 'false',
  });
  engine.setService('hours', { _type: 'builtin', _service: 'office-hours' });
  return { engine, transport: new InProcessTransport(engine, { latency, ...(user !== undefined && { user }) }) };
}

const WISH = { serviceName: 'S', customerNumber: '5115', properties: {} };

describe('what it says of itself', () => {
  it('comes from the options of the mock', async () => {
    const { engine, transport } = bed();
    engine.setApplication({
      callback: { callback_column_alias: '{"_LOB":"Line Of Business"}' },
      features: { 'disable-bulk-cancel-and-export-callback': 'true' },
    });
    expect(await transport.describe()).toEqual({
      services: [
        {
          name: 'S',
          groups: ['support', 'sales'],
          waitsForUserConfirm: true,
          virtualQueue: 'VQ_S',
          numbers: { country: 'US', refusesPremium: true, refusesImpossible: false },
          reach: { count: 1, unit: 'M' },
        },
      ],
      unavailable: {},
      features: { bulkCancelAndExport: false, additionalColumns: true },
      columnAliases: { _LOB: 'Line Of Business' },
      lookupKeys: ['_customer_number', '_email'],
      serverTime: NOW,
    });
  });

  it('leaves out aliases that cannot be read', async () => {
    const { engine, transport } = bed();
    engine.setApplication({ callback: { callback_column_alias: '{"_LOB":7,"_x":"X"}' } });
    expect((await transport.describe()).columnAliases).toEqual({ _x: 'X' });
  });
});

describe('what it says to a person', () => {
  function bedOf(person: { readonly roles: readonly string[]; readonly services: readonly string[] }) {
    const { engine, transport } = bed({ user: 'ada' });
    for (const name of ['T', 'U']) engine.setService(name, { _service: 'callback', _service_groups: 'sales' });
    engine.setService('V', { _service: 'callback' });
    engine.setPerson('ada', person);
    return transport;
  }

  it('names the services that the person sees, by name or by group, and the permissions', async () => {
    const person = { roles: ['Supervisor'], services: ['sales', 'V'] };
    const { services, permissions, unavailable } = await bedOf(person).describe();
    expect(services.map(({ name }) => name)).toEqual(['S', 'T', 'U', 'V']);
    expect(permissions).toEqual(person);
    expect(unavailable).toEqual({});
    const { services: one } = await bedOf({ ...person, services: ['T'] }).describe();
    expect(one.map(({ name }) => name)).toEqual(['T']);
  });

  it('switches off what a role does not allow, with that reason', async () => {
    const { unavailable, services } = await bedOf({ roles: ['CallbackReadOnly'], services: [] }).describe();
    expect(Object.keys(unavailable).sort()).toEqual(
      ['cancel', 'cancelMany', 'create', 'reschedule', 'rescheduleCompleted', 'updateProperties'].sort(),
    );
    expect(unavailable.create).toMatch(/role/);
    expect(services).toHaveLength(4);
  });

  it('takes the role that allows most', async () => {
    const person = { roles: ['CallbackReadOnly', 'Administrator'], services: [] };
    expect((await bedOf(person).describe()).unavailable).toEqual({});
  });

  it('says nothing of permissions to somebody it was never told of', async () => {
    const description = await bed({ user: 'nobody' }).transport.describe();
    expect(description).not.toHaveProperty('permissions');
    expect(description.services).toHaveLength(1);
  });
});

describe('records', () => {
  it('show in a list what the server returns, and everything by id', async () => {
    const { transport } = bed();
    const { id } = await transport.create({ ...WISH, properties: { _email: 'a@b.example', _LOB: 'x' } });
    const { records } = await transport.list(TODAY);
    expect(records[0]?.properties).toEqual({ _email: 'a@b.example' });
    expect((await transport.get(id)).properties).toEqual({ _email: 'a@b.example', _LOB: 'x' });
  });

  it('carry nothing that only the engine knows', async () => {
    const { transport } = bed();
    const { id } = await transport.create(WISH);
    expect(Object.keys(await transport.get(id)).sort()).toEqual(
      [
        'customerNumber',
        'desiredTime',
        'expirationTime',
        'id',
        'orsSessionId',
        'properties',
        'serviceName',
        'state',
      ].sort(),
    );
  });
});

describe('answers', () => {
  it('come later, never at once', async () => {
    const { transport } = bed();
    let isAnswered = false;
    const answer = transport.list(TODAY).then(() => (isAnswered = true));
    expect(isAnswered).toBe(false);
    await answer;
  });

  it('wait as long as they are told to', async () => {
    vi.useFakeTimers();
    try {
      const { transport } = bed({ latency: 5000 });
      const answered = vi.fn();
      const answer = transport.list(TODAY).then(answered);
      await vi.advanceTimersByTimeAsync(4999);
      expect(answered).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      await answer;
      expect(answered).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it("end with the platform's abort, before and during the call, and nothing happens", async () => {
    const { engine, transport } = bed({ latency: 60_000 });
    const { hash } = engine.state();
    await expect(transport.create(WISH, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const stop = new AbortController();
    const answer = transport.create(WISH, { signal: stop.signal });
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(engine.state().hash).toBe(hash);
  });

  it('to a bulk cancel account for what was sent when the mock fails on the way', async () => {
    const { transport } = bed();
    const { id } = await transport.create(WISH);
    const ids = [id, ...Array.from({ length: 249 }, (_, index) => `no such id ${index}`)];
    const { outcomes } = await transport.cancelMany(ids, {
      reason: 'CANCELLED_BY_ADMIN',
      onProgress: (done) => done === 100 && transport.failWith('offline'),
    });
    expect(outcomes.map((outcome) => outcome.id)).toEqual(ids);
    expect(outcomes[0]?.outcome).toBe('done');
    expect(new Set(outcomes.slice(100, 200).map(({ code }) => code))).toEqual(new Set(['unknown']));
    expect(new Set(outcomes.slice(200).map(({ code }) => code))).toEqual(new Set(['not-sent']));
  });

  it('to a bulk cancel that is refused as a whole is that refusal', async () => {
    const { transport } = bed();
    transport.failWith('forbidden');
    await expect(transport.cancelMany(['x'], { reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['an unknown id', (transport: InProcessTransport) => transport.get('bad'), 'There is no callback bad.'],
    [
      'another service',
      (transport: InProcessTransport) => transport.cancel('bad', { serviceName: 'S' }),
      'There is no callback bad in service S.',
    ],
    [
      'no number',
      (transport: InProcessTransport) => transport.create({ ...WISH, customerNumber: '' }),
      'Invalid option: _customer_number is mandatory.',
    ],
  ])('that refuse %s end with what to do, and quote nothing but in a detail', async (_what, call, words) => {
    const error: unknown = await call(bed().transport).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ details: { serverMessage: words } });
    expect((error as Error).message).toMatch(/^Failed to .+: the mock refused it \([a-z-]+\)\. [A-Z][^.]+\.$/);
  });

  it('fail as often as they are told to', async () => {
    const { transport } = bed();
    transport.failWith('offline', 2);
    await expect(transport.list(TODAY)).rejects.toMatchObject({ code: 'offline' });
    await expect(transport.create(WISH)).rejects.toMatchObject({ code: 'offline' });
    expect((await transport.list(TODAY)).records).toEqual([]);
  });
});

describe('a subscription', () => {
  it('tells what came, what changed and what left the query', async () => {
    const { engine, transport } = bed();
    const heard: CallbackChanges[] = [];
    const leave = transport.subscribe(createQuery({ ...TODAY, states: ['QUEUED'] }), (changes) => heard.push(changes));
    const { id } = await transport.create(WISH);
    expect(heard.at(-1)?.upserts.map((record) => record.id)).toEqual([id]);
    await transport.cancel(id);
    expect(heard.at(-1)).toMatchObject({ upserts: [], removals: [id] });
    leave();
    const { length } = heard;
    engine.patchCallback(id, { state: 'QUEUED' });
    expect(heard).toHaveLength(length);
  });
});

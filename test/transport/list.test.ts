import { describe, expect, it } from 'vitest';
import { failure, json, query, START, transportOver, wireRecord } from './support.js';

describe('what a list asks for', () => {
  it('always a window and a maximum, and what is filtered', async () => {
    const { transport, seen } = transportOver(() => json({ support: [] }));
    await transport.list(
      query({ services: ['support'], states: ['SCHEDULED', 'QUEUED'], properties: { _LOB: 'Gold & more' } }),
    );
    expect(seen).toHaveLength(1);
    expect(seen[0]?.method).toBe('GET');
    expect(seen[0]?.url.pathname).toBe('/genesys/1/admin/callback/queues');
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      target: 'support',
      start_time: '2026-03-01T00:00:00.000Z',
      end_time: '2026-03-01T23:59:59.999Z',
      max: '500',
      states: 'QUEUED,SCHEDULED',
      _LOB: 'Gold & more',
    });
  });

  it('one request without a target for every service', async () => {
    const { transport, seen } = transportOver(() => json({}));
    await transport.list(query());
    expect(seen.map(({ url }) => url.searchParams.get('target'))).toEqual([null]);
    expect(seen[0]?.url.searchParams.has('states')).toBe(false);
  });

  it('one request per chosen service, never more than four at a time', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    let running = 0;
    let most = 0;
    const { transport, seen } = transportOver(async ({ url }) => {
      const name = url.searchParams.get('target') ?? '';
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      return json({ [name]: [wireRecord(`1-${name}`, { _service_name: name })] });
    });
    const list = await transport.list(query({ services: names }));
    expect(seen).toHaveLength(6);
    expect(most).toBe(4);
    expect(list.services).toEqual(names);
    expect(list.records.map(({ id }) => id)).toEqual(names.map((name) => `1-${name}`));
  });

  it('asks no further when one of several fails', async () => {
    const { transport, seen } = transportOver((_seen, number) =>
      number === 1 ? json({}, { status: 500 }) : new Promise(() => undefined),
    );
    await failure(transport.list(query({ services: ['a', 'b', 'c', 'd', 'e', 'f'] })), 'server-error');
    expect(seen).toHaveLength(4);
    expect(seen.slice(1).every(({ init }) => init.signal?.aborted)).toBe(true);
  });

  it('a service that is gone is missing, and no reason to show nothing', async () => {
    const { transport } = transportOver(({ url }) =>
      url.searchParams.get('target') === 'gone'
        ? json({ message: 'x' }, { status: 404 })
        : json({ support: [wireRecord('1')] }),
    );
    const list = await transport.list(query({ services: ['gone', 'support'] }));
    expect(list.services).toEqual(['support']);
    expect(list.records).toHaveLength(1);
    await failure(transport.list(query({ services: ['gone'] })), 'not-found');
  });
});

describe('what comes of the answer', () => {
  it('names every service and reads the clock', async () => {
    const headers = { date: new Date(START).toUTCString() };
    const { transport } = transportOver(() => json({ sales: [], support: [wireRecord('1')] }, { headers }));
    const list = await transport.list(query());
    expect(list.services).toEqual(['sales', 'support']);
    expect(list.serverTime).toBe(START);
    expect(list.records).toEqual([
      {
        id: '1',
        serviceName: 'support',
        state: 'QUEUED',
        desiredTime: START + 36_000_000,
        customerNumber: '5510',
        properties: {},
      },
    ]);
  });

  it('has no clock when the server hides it', async () => {
    const list = await transportOver(() => json({}, { headers: { date: 'today' } })).transport.list(query());
    expect('serverTime' in list).toBe(false);
  });

  it('sets aside what cannot be read; its neighbours live', async () => {
    const broken = [
      null,
      7,
      {},
      wireRecord('2', { _desired_time: 'yesterday' }),
      wireRecord('3', { _callback_state: {} }),
    ];
    const { transport } = transportOver(() => json({ support: [wireRecord('1'), ...broken, wireRecord('4')] }));
    const list = await transport.list(query());
    expect(list.records.map(({ id }) => id)).toEqual(['1', '4']);
    expect(list.unreadable).toHaveLength(5);
    expect(list.unreadable.map(({ id }) => id)).toEqual([undefined, undefined, undefined, '2', '3']);
    expect(list.unreadable.every(({ serviceName, issues }) => serviceName === 'support' && issues.length > 0)).toBe(
      true,
    );
    expect(JSON.stringify(list.unreadable)).not.toContain('5510');
  });

  it('counts an id once, as it came last', async () => {
    const again = wireRecord('1', { _callback_state: 'ROUTING' });
    const { transport } = transportOver(() => json({ support: [wireRecord('1'), wireRecord('2'), again] }));
    const list = await transport.list(query());
    expect(list.records.map(({ id, state }) => [id, state])).toEqual([
      ['1', 'ROUTING'],
      ['2', 'QUEUED'],
    ]);
  });

  it('leaves out what was not asked for, should the server not filter', async () => {
    const records = [
      wireRecord('1'),
      wireRecord('2', { _callback_state: 'COMPLETED' }),
      wireRecord('3', { _service_name: 'sales' }),
      wireRecord('4', { _LOB: 'Silver' }),
      wireRecord('5', { _LOB: 'Gold' }),
    ];
    const { transport } = transportOver(() => json({ support: records }));
    const list = await transport.list(
      query({ services: ['support'], states: ['QUEUED'], properties: { _LOB: 'Gold' } }),
    );
    expect(list.records.map(({ id }) => id)).toEqual(['1', '5']);
  });

  it('nothing is nested too deep to be read or set aside', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const record = JSON.stringify(wireRecord('1')).replace('}', `,"foo":${deep}}`);
    const list = await transportOver(() => new Response(`{"support":[${deep},${record}]}`)).transport.list(query());
    expect(list.records.map(({ id }) => id)).toEqual(['1']);
    expect(list.unreadable).toHaveLength(1);
  });

  it('no member reaches a prototype', async () => {
    const text = '{"__proto__":[{"_id":"1","__proto__":{"polluted":1}}],"constructor":[]}';
    const list = await transportOver(() => new Response(text)).transport.list(query());
    expect(list.services).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a hundred thousand callbacks', () => {
  const many = {
    support: Array.from({ length: 100_000 }, (_, index) => wireRecord(`118-${index}`, { _LOB: `line ${index % 9}` })),
  };
  const text = JSON.stringify(many);

  it('are read in slices: the page gets its turn in between', async () => {
    const turns = countTurns();
    const list = await transportOver(() => new Response(text)).transport.list(query({ maximumPerService: 100_000 }));
    expect(list.records).toHaveLength(100_000);
    expect(list.records.at(-1)).toMatchObject({ id: '118-99999', properties: { _LOB: 'line 0' } });
    expect(turns.stop()).toBeGreaterThan(3);
  });

  it('are left where they are when nobody wants them any more', async () => {
    const abort = new AbortController();
    const outcome = transportOver(() => new Response(text)).transport.list(query(), { signal: abort.signal });
    const turns = countTurns((turn) => {
      if (turn === 2) abort.abort();
    });
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
    expect(turns.stop()).toBeLessThan(20);
  });
});

describe('describing the server', () => {
  it('names the services and asks for no callback', async () => {
    const headers = { date: new Date(START).toUTCString() };
    const { transport, seen } = transportOver(() => json({ support: [], sales: [] }, { headers }));
    const description = await transport.describe();
    expect(description.services).toEqual([
      { name: 'sales', groups: [] },
      { name: 'support', groups: [] },
    ]);
    expect(description.serverTime).toBe(START);
    expect(description.features).toEqual({ bulkCancelAndExport: true, additionalColumns: true });
    const parameters = seen[0]?.url.searchParams;
    expect(parameters?.get('start_time')).toBe(parameters?.get('end_time'));
  });

  it('believes the host page', async () => {
    const support = { name: 'support', groups: ['Bank'], waitsForUserConfirm: false };
    const { transport } = transportOver(() => json({ support: [], sales: [] }), {
      description: {
        services: [support],
        unavailable: { create: 'Closed.' },
        columnAliases: { _LOB: 'Line' },
        lookupKeys: ['x'],
        permissions: { roles: ['Supervisor'], services: ['Bank'] },
      },
    });
    const description = await transport.describe();
    expect(description.services).toEqual([{ name: 'sales', groups: [] }, support]);
    expect(description).toMatchObject({
      unavailable: { create: 'Closed.' },
      columnAliases: { _LOB: 'Line' },
      lookupKeys: ['x'],
      permissions: { roles: ['Supervisor'], services: ['Bank'] },
    });
  });
});

/** Counts the turns the event loop gives to others, as a page that draws and listens would take them. */
function countTurns(onTurn: (turn: number) => void = () => undefined): { stop: () => number } {
  let turns = 0;
  const take = (): void => {
    onTurn((turns += 1));
    next = setImmediate(take);
  };
  let next = setImmediate(take);
  return {
    stop: () => {
      clearImmediate(next);
      return turns;
    },
  };
}

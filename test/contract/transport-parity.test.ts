import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../mock-server/http/handlers.js';
import { InProcessTransport } from '../../mock-server/in-process.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackTransport } from '../../src/transport/callback-transport.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';

const NOW = Date.UTC(2026, 2, 4, 10);
const DAY = 86_400_000;

/** One engine, reached in two ways. */
function bothWays(scenario: string): readonly [overTheWire: GmsTransport, inProcess: InProcessTransport] {
  const engine = new MockEngine({ scenario, now: NOW, rate: 0 });
  const handlers = createHandlers(engine, { origin: 'http://mock.invalid' });
  const wired: typeof fetch = async (input, init) => {
    const response = await getResponse(handlers, new Request(input, init));
    return response ?? new Response(null, { status: 404 });
  };
  return [new GmsTransport({ baseUrl: 'http://mock.invalid/genesys', fetch: wired }), new InProcessTransport(engine)];
}

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
    { range: { start: NOW - DAY, end: NOW }, properties: { _LOB: 'Sales' } },
  ])('list for %j', async (wish) => {
    expect(await listed(wired, wish)).toEqual(await listed(direct, wish));
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

  it('watermarks and export', async () => {
    expect(await wired.watermarks([])).toEqual(await direct.watermarks([]));
    const properties = ['_service_id', '_service_name', '_callback_reason', '_LOB'];
    expect(await wired.exportCancelled(properties)).toBe(await direct.exportCancelled(properties));
  });
});

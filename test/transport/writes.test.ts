import { describe, expect, it } from 'vitest';
import type { RescheduleCompletedChange } from '../../src/transport/callback-transport.js';
import { failure, json, START, transportOver, wireRecord } from './support.js';

const HINT = { serviceName: 'support' };

describe('creating', () => {
  it('posts the wish to the service and gives the id and the words', async () => {
    const { transport, seen } = transportOver(() =>
      json({ _id: '7', _text: 'You will receive the call shortly', _dialog_id: '0' }),
    );
    const result = await transport.create({
      serviceName: 'billing & more',
      customerNumber: '+33604120405',
      desiredTime: START,
      virtualQueue: 'VQ',
      queueTimeStatistic: 'ExpectedWaitTime',
      properties: { _LOB: 'Gold', foo: '' },
    });
    expect(result).toEqual({ id: '7', text: 'You will receive the call shortly' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'POST' });
    expect(seen[0]?.url.pathname).toBe('/genesys/1/service/callback/billing%20%26%20more');
    expect(seen[0]?.body).toEqual({
      _customer_number: '+33604120405',
      _desired_time: '2026-03-01T00:00:00.000Z',
      _urs_virtual_queue: 'VQ',
      _request_queue_time_stat: 'ExpectedWaitTime',
      _LOB: 'Gold',
      foo: '',
    });
  });

  it('sends no time when the call is wanted now', async () => {
    const { transport, seen } = transportOver(() => json({ _id: '7' }));
    expect(await transport.create({ serviceName: 'support', customerNumber: '5510', properties: {} })).toEqual({
      id: '7',
    });
    expect(seen[0]?.body).toEqual({ _customer_number: '5510' });
  });

  it.each(['_id', '_callback_state', 'desiredTime', '_redirect', '__proto__', 'constructor'])(
    'refuses the reserved key %s before anything is sent',
    async (key) => {
      const { transport, seen } = transportOver(() => json({ _id: '7' }));
      const properties = Object.fromEntries([[key, 'x']]);
      const wish = { serviceName: 'support', customerNumber: '5510', properties };
      const error = await failure(transport.create(wish), 'invalid');
      expect(error.problems).toEqual([{ path: `properties.${key}`, code: 'reserved-key' }]);
      expect(seen).toHaveLength(0);
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 9e15])(
    'refuses the time %s before anything is sent',
    async (desiredTime) => {
      const { transport, seen } = transportOver(() => json({ _id: '7' }));
      const wish = { serviceName: 'support', customerNumber: '5510', desiredTime, properties: {} };
      const error = await failure(transport.create(wish), 'invalid');
      expect(error.problems).toEqual([{ path: 'desiredTime', code: 'invalid-time' }]);
      await failure(transport.reschedule('1', { desiredTime }, HINT), 'invalid');
      expect(seen).toHaveLength(0);
    },
  );
});

describe('changing', () => {
  it('moves a callback of a known service with one request', async () => {
    const { transport, seen } = transportOver(() => new Response());
    await transport.reschedule('118/1', { desiredTime: START }, HINT);
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'PUT /genesys/1/service/callback/support/118%2F1',
    ]);
    expect(seen[0]?.body).toEqual({ _new_desired_time: '2026-03-01T00:00:00.000Z' });
  });

  it('asks for the service first when nobody names it', async () => {
    const { transport, seen } = transportOver(({ method }) =>
      method === 'GET' ? json([wireRecord('1')]) : new Response(),
    );
    await transport.updateProperties('1', { _LOB: 'Gold', foo: null });
    await transport.cancel('1');
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}${url.search}`)).toEqual([
      'GET /genesys/1/service/callback?_id=1',
      'PUT /genesys/1/service/callback/support/1',
      'GET /genesys/1/service/callback?_id=1',
      'DELETE /genesys/1/service/callback/support/1',
    ]);
    expect(seen[1]?.body).toEqual({ _LOB: 'Gold', foo: '' });
  });

  it('writes nothing when the callback is gone', async () => {
    const { transport, seen } = transportOver(() => json([]));
    await failure(transport.cancel('1'), 'not-found');
    await failure(transport.reschedule('1', { desiredTime: START }), 'not-found');
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('leaves an unreachable session behind only when told so', async () => {
    const { transport, seen } = transportOver(() => new Response());
    await transport.cancel('1', HINT);
    await transport.cancel('1', { ...HINT, discardOrsFailure: false });
    await transport.cancel('1', { ...HINT, discardOrsFailure: true });
    expect(seen.map(({ url }) => url.search)).toEqual(['', '', '?discard_ors_failure=true']);
    expect(seen.every(({ body }) => body === undefined)).toBe(true);
  });
});

describe('reading one', () => {
  it('gives all of it', async () => {
    const { transport } = transportOver(() => json([wireRecord('1', { _ors_session_id: 'S1', foo: 7 })]));
    expect(await transport.get('1')).toMatchObject({ id: '1', orsSessionId: 'S1', properties: { foo: '7' } });
  });

  it('that cannot be read is a bad response', async () => {
    const { transport } = transportOver(() => json([wireRecord('1', { _desired_time: 1 })]));
    expect((await failure(transport.get('1'), 'bad-response')).message).toContain('_desired_time');
  });
});

describe('scheduling a completed callback again', () => {
  const old = wireRecord('1', {
    _callback_state: 'COMPLETED',
    _callback_reason: 'CANCELLED',
    _expiration_time: '2026-03-02T10:00:00.000Z',
    _ors_session_id: 'S1',
    _url: '/x',
    _LOB: 'Gold',
    foo: 'old',
    bar: 'gone',
  });
  const change: RescheduleCompletedChange = { desiredTime: START, properties: { foo: 'new', bar: null, more: '1' } };

  it('creates a new one of its number, its service and the merged properties', async () => {
    const { transport, seen } = transportOver(({ method }) => (method === 'GET' ? json([old]) : json({ _id: '2' })));
    expect(await transport.rescheduleCompleted('1', change)).toEqual({ id: '2' });
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(seen[1]?.url.pathname).toBe('/genesys/1/service/callback/support');
    expect(seen[1]?.body).toEqual({
      _customer_number: '5510',
      _desired_time: '2026-03-01T00:00:00.000Z',
      _LOB: 'Gold',
      foo: 'new',
      more: '1',
    });
  });

  it('leaves out a key of the old one that nobody may send, and that nobody could see', async () => {
    const { transport, seen } = transportOver(({ method }) =>
      method === 'GET' ? json([{ ...old, url: '/mine', id: '7' }]) : json({ _id: '2' }),
    );
    await transport.rescheduleCompleted('1', change);
    expect(seen[1]?.body).toMatchObject({ id: '7' });
    expect(seen[1]?.body).not.toHaveProperty('url');
  });

  it('refuses one that still lives: the customer would be called twice', async () => {
    const { transport, seen } = transportOver(() => json([wireRecord('1')]));
    await failure(transport.rescheduleCompleted('1', change), 'refused');
    expect(seen).toHaveLength(1);
  });
});

describe('the other calls', () => {
  it('reads the queue position, under the keys of this server too', async () => {
    const { transport, seen } = transportOver(() => json({ ewt: '12.5', place: '3', strange: true }), {
      diagnosticAliases: { position: ['place'] },
    });
    expect(await transport.queueDiagnostics('1')).toEqual({
      estimatedWaitTime: 12.5,
      position: 3,
      other: { strange: 'true' },
    });
    expect(seen[0]?.url.pathname).toBe('/genesys/1/service/1/check-queue-position');
  });

  it('exports cancelled callbacks as the text it is', async () => {
    const csv = '_service_id,_LOB\r\n1,"a, b"\r\n';
    const { transport, seen } = transportOver(() => new Response(csv, { headers: { 'content-type': 'text/csv' } }));
    expect(await transport.exportCancelled(['_service_id', '_LOB'])).toBe(csv);
    expect(seen[0]?.body).toEqual({
      callback_reason: 'CANCELLED_BY_ADMIN',
      exported_properties: ['_service_id', '_LOB'],
    });
  });

  it('counts queued callbacks of the services asked for', async () => {
    const { transport, seen } = transportOver(() => json({ services: { a: '1', b: 0 }, total: 1 }));
    expect(await transport.watermarks(['a', 'b'])).toEqual({ services: { a: 1, b: 0 }, total: 1 });
    expect(seen[0]?.url.searchParams.getAll('service_name')).toEqual(['a', 'b']);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallbackErrorCode } from '../../src/domain/errors.js';
import type { GmsTransport } from '../../src/transport/gms-transport.js';
import { EXCEPTIONS } from '../../src/wire/errors.js';
import { failure, html, json, query, START, transportOver, wireRecord } from './support.js';

const HINT = { serviceName: 'support' };

const CALLS = {
  list: (transport: GmsTransport) => transport.list(query()),
  get: (transport: GmsTransport) => transport.get('1'),
  find: (transport: GmsTransport) => transport.find({ _customer_number: '5510' }),
  create: (transport: GmsTransport) =>
    transport.create({ serviceName: 'support', customerNumber: '5510', properties: {} }),
  reschedule: (transport: GmsTransport) => transport.reschedule('1', { desiredTime: START }, HINT),
  update: (transport: GmsTransport) => transport.updateProperties('1', { _LOB: 'x' }, HINT),
  cancel: (transport: GmsTransport) => transport.cancel('1', HINT),
  cancelMany: (transport: GmsTransport) => transport.cancelMany(['1'], { reason: 'CANCELLED_BY_ADMIN' }),
  diagnostics: (transport: GmsTransport) => transport.queueDiagnostics('1'),
  export: (transport: GmsTransport) => transport.exportCancelled(['_id']),
  watermarks: (transport: GmsTransport) => transport.watermarks([]),
  describe: (transport: GmsTransport) => transport.describe(),
} satisfies Record<string, (transport: GmsTransport) => Promise<unknown>>;

const EVERY_CALL = Object.entries(CALLS);

const ROWS: readonly (readonly [number, CallbackErrorCode])[] = [
  [400, 'invalid'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'invalid'],
  [406, 'invalid'],
  [408, 'timeout'],
  [409, 'conflict'],
  [410, 'not-found'],
  [412, 'conflict'],
  [415, 'invalid'],
  [418, 'invalid'],
  [422, 'invalid'],
  [429, 'limited'],
  [500, 'server-error'],
  [502, 'server-error'],
  [503, 'unavailable'],
  [504, 'server-error'],
];

describe('a status becomes a code', () => {
  it.each(ROWS)('%i is %s', async (status, code) => {
    const { transport, seen } = transportOver(() => json({ message: 'Limit is reached, 404 Not Found' }, { status }));
    const error = await failure(CALLS.create(transport), code);
    expect(error.details.status).toBe(status);
    expect(error.details.serverMessage).toBe('Limit is reached, 404 Not Found');
    expect(seen).toHaveLength(1);
  });

  it('the page of a proxy is judged by its status alone', async () => {
    const error = await failure(CALLS.create(transportOver(() => html(502)).transport), 'server-error');
    expect(error.details.serverMessage).toBeUndefined();
  });

  it.each(['cancel', 'reschedule', 'update'] as const)('409 to %s means that the state forbids it', async (call) => {
    await failure(CALLS[call](transportOver(() => json({}, { status: 409 })).transport), 'refused');
  });

  it('400 to a cancel means that the state forbids it, 400 to a change that the input is bad', async () => {
    await failure(CALLS.cancel(transportOver(() => json({}, { status: 400 })).transport), 'refused');
    const error = await failure(CALLS.reschedule(transportOver(() => json({}, { status: 400 })).transport), 'invalid');
    expect(error.problems).toEqual([{ path: '', code: 'rejected' }]);
  });

  it.each([
    ['customerNumber', { exception: EXCEPTIONS.number, phrase: 'BAD_PARAMETER' }],
    ['desiredTime', { exception: 'CallbackExceptionAvailability' }],
    ['desiredTime', { availability: {} }],
    ['', { exception: EXCEPTIONS.general, phrase: 'desiredTime customerNumber' }],
  ])('400 is about the field "%s" when the body is %j', async (path, body) => {
    const answer = (): Response => json({ message: 'customerNumber desiredTime', ...body }, { status: 400 });
    const error = await failure(CALLS.create(transportOver(answer).transport), 'invalid');
    expect(error.problems).toEqual([{ path, code: 'rejected' }]);
  });

  it('503 with a limit of the service is limited', async () => {
    const body = { message: 'any words', exception: EXCEPTIONS.serviceUnavailable };
    const error = await failure(CALLS.create(transportOver(() => json(body, { status: 503 })).transport), 'limited');
    expect(error.details.serverCode).toBe('CallbackExceptionServiceUnavailable');
    expect(error.retryable).toBe(true);
  });

  it('503 with a limit of the service is limited whatever its phrase is', async () => {
    const body = { message: 'x', exception: EXCEPTIONS.serviceUnavailable, phrase: 'SERVICE_UNAVAILABLE', code: 503 };
    await failure(CALLS.create(transportOver(() => json(body, { status: 503 })).transport), 'limited');
  });

  it('a rejected time keeps the slots that the server proposes', async () => {
    const body = { message: 'x', phrase: 'BAD_PARAMETER', availability: { '2026-03-01T10:00:00.000Z': '3' } };
    const error = await failure(CALLS.create(transportOver(() => json(body, { status: 400 })).transport), 'invalid');
    expect(error.availability).toEqual(new Map([[Date.UTC(2026, 2, 1, 10), 3]]));
    expect(error.details.serverCode).toBe('BAD_PARAMETER');
  });

  it('the words of the server are kept as a detail and cut', async () => {
    const body = { message: `a\u0000\n${'x'.repeat(5000)}` };
    const error = await failure(
      CALLS.create(transportOver(() => json(body, { status: 500 })).transport),
      'server-error',
    );
    expect(error.details.serverMessage).toMatch(/^a x{100,498}$/);
  });
});

describe('a success that cannot be understood is a bad response', () => {
  it.each(EVERY_CALL)('%s: a web page with status 200', async (_name, call) => {
    const { transport, seen } = transportOver(() => html());
    if (_name === 'cancelMany')
      expect(await call(transport)).toMatchObject({ outcomes: [{ outcome: 'failed', code: 'unknown' }] });
    else await failure(call(transport), 'bad-response');
    expect(seen).toHaveLength(1);
  });

  it.each(EVERY_CALL.filter(([name]) => name !== 'cancelMany'))(
    '%s: an error body with status 200',
    async (_name, call) => {
      const body = { message: 'No.', exception: EXCEPTIONS.general };
      await failure(call(transportOver(() => json(body)).transport), 'bad-response');
    },
  );

  it.each(EVERY_CALL.filter(([name]) => !['cancelMany', 'cancel', 'reschedule', 'update', 'export'].includes(name)))(
    '%s: JSON that breaks off, null and text',
    async (_name, call) => {
      for (const text of ['{"support":[{"_id":"1"', 'null', 'Ok', '', '[[', 'NaN']) {
        await failure(call(transportOver(() => new Response(text)).transport), 'bad-response');
      }
    },
  );

  it('bytes that are not UTF-8', async () => {
    const [before, after] = ['{"_id":"1","_text":"', '"}'].map((text) => new TextEncoder().encode(text));
    const bytes = new Uint8Array([...(before ?? []), 0xff, ...(after ?? [])]);
    await failure(CALLS.create(transportOver(() => new Response(bytes)).transport), 'bad-response');
    await failure(CALLS.create(transportOver(() => new Response(bytes, { status: 500 })).transport), 'server-error');
  });

  it('says nothing of the answer in the message or the cause', async () => {
    const text = `{"support":[${JSON.stringify(wireRecord('1', { _customer_number: '+15550100' }))}`;
    const error = await failure(CALLS.list(transportOver(() => new Response(text)).transport), 'bad-response');
    expect(`${error.message} ${String(error.cause)} ${JSON.stringify(error.details)}`).not.toContain('5550100');
  });

  it('a write is done when its answer is empty or harmless', async () => {
    for (const text of ['', ' \n', '{}', '{"_id":"1"}', '"Ok"', 'Ok']) {
      await expect(CALLS.cancel(transportOver(() => new Response(text)).transport)).resolves.toBeUndefined();
    }
  });
});

describe('when to ask again', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['120', 120],
    ['0', 0],
    ['86400000', 86_400_000],
    [new Date(START + 90_000).toUTCString(), 90],
    [new Date(START - 90_000).toUTCString(), 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('Retry-After %j is %s seconds', async (header, seconds) => {
    const { transport } = transportOver(() => json({}, { status: 429, headers: { 'retry-after': header } }));
    const error = await failure(CALLS.create(transport), 'limited');
    expect(error.retryAfter).toBe(seconds);
  });

  it("counts from the server's clock", async () => {
    const headers = {
      date: new Date(START + 3_600_000).toUTCString(),
      'retry-after': new Date(START + 3_630_000).toUTCString(),
    };
    const error = await failure(
      CALLS.create(transportOver(() => json({}, { status: 503, headers })).transport),
      'unavailable',
    );
    expect(error.retryAfter).toBe(30);
  });
});

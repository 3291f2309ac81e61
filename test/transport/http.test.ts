import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GmsTransport } from '../../src/transport/gms-transport.js';
import { BASE, failure, json, query, transportOver, wireRecord } from './support.js';

const never = new Promise<never>(() => undefined);
const WISH = { serviceName: 'support', customerNumber: '5510', properties: {} };

describe('what a request carries', () => {
  it('reading asks for fresh data, in no form that a cache keeps', async () => {
    const { transport, seen } = transportOver(() => json({}));
    await transport.list(query());
    const [request] = seen;
    expect(request?.init).toMatchObject({ cache: 'no-store', redirect: 'manual' });
    expect(request?.headers.get('accept')).toContain('application/json');
    expect(request?.headers.has('x-requested-with')).toBe(false);
    expect(request?.init.credentials).toBeUndefined();
  });

  it('writing carries a header that no forged form can', async () => {
    const { transport, seen } = transportOver(() => json({ _id: '1' }));
    await transport.create(WISH);
    await transport.cancel('1', { serviceName: 'support' });
    await transport.reschedule('1', { desiredTime: 0 }, { serviceName: 'support' });
    expect(seen.map(({ headers }) => headers.get('x-requested-with'))).toEqual(Array(3).fill('callback-elements'));
    expect(seen.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/json',
      null,
      'application/json',
    ]);
  });

  it('asks the host page for its headers every time', async () => {
    let token = 0;
    const { transport, seen } = transportOver(() => json({}), {
      getHeaders: () => Promise.resolve({ Authorization: `Bearer ${(token += 1)}` }),
      credentials: 'include',
      user: 'eva',
    });
    await transport.list(query());
    await transport.list(query());
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2']);
    expect(seen.map(({ headers }) => headers.get('gms_user'))).toEqual(['eva', 'eva']);
    expect(seen[0]?.init.credentials).toBe('include');
  });

  it.each([() => Promise.reject(new Error('expired')), () => ({ 'not a name': 'x' })])(
    'sends nothing when the host page has no headers to give',
    async (getHeaders) => {
      const { transport, seen } = transportOver(() => json({}), { getHeaders });
      const error = await failure(transport.list(query()), 'unauthorised');
      expect(error.cause).toBeInstanceOf(Error);
      expect(seen).toHaveLength(0);
    },
  );
});

describe('a connection that fails', () => {
  it('is offline, asked once, with its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const { transport, seen } = transportOver(() => Promise.reject(cause));
    const error = await failure(transport.list(query()), 'offline');
    expect(error.cause).toBe(cause);
    expect(error.retryable).toBe(true);
    expect(seen).toHaveLength(1);
  });

  it('is offline when it breaks off in the middle of the answer', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"support":['));
        controller.error(new TypeError('terminated'));
      },
    });
    await failure(transportOver(() => new Response(body)).transport.list(query()), 'offline');
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const { transport, seen } = transportOver(
      () => new Response(null, { status, headers: { location: 'https://other.example/' } }),
    );
    await failure(transport.list(query()), 'bad-response');
    await failure(transport.create(WISH), 'bad-response');
    expect(seen).toHaveLength(2);
  });
});

describe('time is limited', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives up a silent server and tells the platform', async () => {
    const { transport, seen } = transportOver(() => never);
    const outcome = failure(transport.get('1'), 'timeout');
    await vi.advanceTimersByTimeAsync(14_999);
    expect(seen[0]?.init.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
    expect(seen[0]?.init.signal?.aborted).toBe(true);
    expect(seen).toHaveLength(1);
  });

  it('counts the body too: a server that drips is given up', async () => {
    const body = new ReadableStream(
      { pull: (controller) => controller.enqueue(new Uint8Array([0x20])) },
      { highWaterMark: 0 },
    );
    const slow = new Response(body);
    vi.spyOn(slow, 'arrayBuffer').mockReturnValue(never);
    const outcome = failure(transportOver(() => slow).transport.get('1'), 'timeout');
    await vi.advanceTimersByTimeAsync(15_000);
    await outcome;
  });

  it('gives lists a minute, and everything what the host page says', async () => {
    const list = failure(transportOver(() => never).transport.list(query()), 'timeout');
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await list).message).toContain('60 s');
    const get = failure(transportOver(() => never, { timeout: 500 }).transport.get('1'), 'timeout');
    await vi.advanceTimersByTimeAsync(500);
    await get;
  });

  it('gives a part of a bulk cancel a minute too', async () => {
    const outcome = transportOver(() => never).transport.cancelMany(['1'], { reason: 'CANCELLED_BY_ADMIN' });
    let isSettled = false;
    void outcome.finally(() => (isSettled = true));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await outcome).outcomes).toEqual([{ id: '1', outcome: 'failed', code: 'unknown' }]);
  });

  it('leaves no timer behind', async () => {
    await transportOver(() => json([wireRecord('1')])).transport.get('1');
    await failure(transportOver(() => json({}, { status: 500 })).transport.get('1'), 'server-error');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an aborted call', () => {
  it('rejects with the abort of the platform, whatever the server does later', async () => {
    const { transport } = transportOver(() => never);
    const abort = new AbortController();
    const outcome = transport.get('1', { signal: abort.signal });
    abort.abort();
    await expect(outcome).rejects.toBe(abort.signal.reason);
    expect(abort.signal.reason).toMatchObject({ name: 'AbortError' });
  });

  it('rejects with the reason of the caller', async () => {
    const abort = new AbortController();
    const outcome = transportOver(() => never).transport.list(query({ services: ['a', 'b'] }), {
      signal: abort.signal,
    });
    const reason = new Error('gone');
    abort.abort(reason);
    await expect(outcome).rejects.toBe(reason);
  });

  it('is not sent when it was aborted before', async () => {
    const { transport, seen } = transportOver(() => json({}));
    const signal = AbortSignal.abort();
    await expect(transport.list(query(), { signal })).rejects.toBe(signal.reason);
    await expect(transport.cancel('1', { serviceName: 'a', signal })).rejects.toBe(signal.reason);
    await expect(transport.create(WISH, { signal })).rejects.toBe(signal.reason);
    expect(seen).toHaveLength(0);
  });

  it('is not sent when it is aborted while the host page looks for its headers', async () => {
    const abort = new AbortController();
    const getHeaders = (): HeadersInit => {
      abort.abort();
      return {};
    };
    const { transport, seen } = transportOver(() => json({}), { getHeaders });
    await expect(transport.create(WISH, { signal: abort.signal })).rejects.toBe(abort.signal.reason);
    expect(seen).toHaveLength(0);
  });
});

describe('the address of the server', () => {
  it.each(['/genesys', '/', '/a/b/', ' /genesys ', 'http://gms:8080/genesys', 'HTTPS://gms.example'])(
    '%j is one',
    (baseUrl) => {
      expect(() => new GmsTransport({ baseUrl })).not.toThrow();
    },
  );

  it.each([
    '',
    'genesys',
    './genesys',
    '//other.example/genesys',
    '/\\other.example',
    'javascript:alert(1)',
    'data:,x',
    'ftp://gms/genesys',
    'https://eva:secret@gms.example/genesys',
    'https://gms.example/genesys?x=1',
    '/genesys#x',
    'https://',
    7 as unknown as string,
  ])('%j is none', (baseUrl) => {
    expect(() => new GmsTransport({ baseUrl })).toThrow(expect.objectContaining({ code: 'misuse' }));
  });

  it('never repeats credentials in an error', () => {
    expect(() => new GmsTransport({ baseUrl: 'https://eva:secret@gms.example' })).toThrow(/^(?!.*secret).*$/);
  });

  it.each([{ timeout: 0 }, { timeout: Number.NaN }, { user: 'Ева' }, { user: 'a\nb' }])(
    'options %j are refused',
    (options) => {
      expect(() => new GmsTransport({ baseUrl: BASE, ...options })).toThrow(
        expect.objectContaining({ code: 'misuse' }),
      );
    },
  );
});

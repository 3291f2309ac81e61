import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { isCallbackError } from '../../src/domain/errors.js';

const NOW = Date.UTC(2026, 2, 2, 9);

const QUEUES = '/genesys/1/admin/callback/queues';

let server: MockHttpServer;

beforeAll(async () => {
  server = await startHttpServer({ port: 0, scenario: 'empty', clock: createSimulatedClock(NOW) });
});

afterAll(() => server.close());

/** Sends a path as it is, which `fetch` would tidy up first. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = server;
    request({ port, host: '127.0.0.1', path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('an answer', () => {
  it("is dated by the mock's clock and never cached", async () => {
    const { headers } = await fetch(`${server.url}${QUEUES}`);
    expect(headers.get('date')).toBe('Mon, 02 Mar 2026 09:00:00 GMT');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each([
    ['/', 404],
    ['/genesys', 404],
    ['/genesysx/1/admin/callback/queues', 404],
    ['//evil.example/genesys', 404],
    ['/genesys/1/service/callback/%', 404],
    ['/genesys/1/service/callback/%E0%A4%A', 404],
    ['/mock/services/%', 400],
    ['/genesys/../mock/state', 200],
  ])('to %s is %d', async (path, status) => {
    expect(await statusOf(path)).toBe(status);
  });

  it('to a method that fetch does not know is a refusal', async () => {
    expect(await statusOf(QUEUES, 'TRACE')).toBe(400);
    expect(await statusOf(QUEUES, 'PATCH')).toBe(405);
  });

  it('to a body without end is 413', async () => {
    const body = 'x'.repeat(17 * 1024 * 1024);
    const response = await fetch(`${server.url}/genesys/1/service/callback/S`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });
});

describe('another page on this machine', () => {
  it.each(['http://localhost:5173', 'http://127.0.0.1:6006', 'https://localhost', 'http://[::1]:80'])(
    'at %s may call',
    async (origin) => {
      const { headers } = await fetch(`${server.url}${QUEUES}`, { headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-expose-headers')).toContain('Date');
    },
  );

  it('is asked first and answered', async () => {
    const response = await fetch(`${server.url}/genesys/1/service/callback/S/1`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'DELETE',
        'access-control-request-headers': 'x-requested-with,gms_user',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(response.headers.get('access-control-allow-headers')).toBe('x-requested-with,gms_user');
  });

  it('is told nothing where the mock has no CORS, and may still control it', async () => {
    const other = await startHttpServer({ port: 0, scenario: 'empty', clock: createSimulatedClock(NOW) });
    const headers = { origin: 'http://localhost:5173', 'access-control-request-method': 'PUT' };
    const allowed = async (path: string, method: string): Promise<string | null> =>
      (await fetch(`${other.url}${path}`, { method, headers })).headers.get('access-control-allow-origin');
    try {
      expect(await allowed(QUEUES, 'GET')).toBe(headers.origin);
      other.engine.setApplication({ mock: { cors: 'false' } });
      expect(await allowed(QUEUES, 'GET')).toBeNull();
      expect(await allowed(QUEUES, 'OPTIONS')).toBeNull();
      expect(await allowed('/mock/application', 'OPTIONS')).toBe(headers.origin);
    } finally {
      await other.close();
    }
  });

  it.each(['https://evil.example', 'http://localhost.evil.example', 'null', 'http://localhost:1@evil.example'])(
    'is nobody at %s',
    async (origin) => {
      const { headers } = await fetch(`${server.url}${QUEUES}`, { headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('starting', () => {
  it('on a port in use says so', async () => {
    const second = startHttpServer({ port: server.port, scenario: 'empty' });
    await expect(second).rejects.toSatisfy(isCallbackError);
    await expect(second).rejects.toThrow(`port ${server.port} is in use`);
  });

  it('ends with closing, and the port is free', async () => {
    const first = await startHttpServer({ port: 0, scenario: 'empty' });
    await first.close();
    const second = await startHttpServer({ port: first.port, scenario: 'empty' });
    await second.close();
    expect(second.port).toBe(first.port);
  });

  it('under another base path answers only there', async () => {
    const other = await startHttpServer({ port: 0, scenario: 'empty', basePath: '/gms' });
    try {
      expect((await fetch(`${other.url}/gms/1/admin/callback/queues`)).status).toBe(200);
      expect((await fetch(`${other.url}${QUEUES}`)).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});

describe('a mock inside this process', () => {
  it('answers fetch calls between start and stop', async () => {
    const mock = createMockServer({ scenario: 'empty' });
    mock.start();
    try {
      const response = await fetch('http://gms.invalid/genesys/1/admin/callback/queues');
      expect(await response.json()).toEqual({});
    } finally {
      mock.stop();
    }
    await expect(fetch('http://gms.invalid/genesys')).rejects.toThrow();
  });
});

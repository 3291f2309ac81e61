import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { sendRaw } from './raw-client.js';
import type { RawAnswer } from './raw-client.js';

let server: MockHttpServer;

beforeAll(async () => {
  server = await startHttpServer({ port: 0, scenario: 'empty', rate: 0 });
});
afterAll(() => server.close());

function call(
  first: string,
  { host = `127.0.0.1:${server.port}`, origin }: { readonly host?: string; readonly origin?: string },
  port = server.port,
): Promise<RawAnswer> {
  const lines = [`${first} HTTP/1.1`, `host: ${host}`, ...(origin === undefined ? [] : [`origin: ${origin}`])];
  return sendRaw(
    port,
    [...lines, 'content-type: text/plain', 'content-length: 16', '', '{"rate": 0}     '].join('\r\n'),
  );
}

describe('a control call', () => {
  it.each([undefined, 'http://localhost:5173', 'https://127.0.0.1', 'http://[::1]:8080', 'http://LOCALHOST'])(
    'from %s changes something',
    async (origin) => {
      expect((await call('POST /mock/clock', { ...(origin !== undefined && { origin }) })).status).toBe(200);
    },
  );

  it.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'null',
    'file://',
    'nonsense',
  ])('from a page of %s changes nothing, and is told why', async (origin) => {
    const { length } = server.engine.log();
    for (const first of ['POST /mock/clock', 'PUT /mock/ors', 'DELETE /mock/services/S', 'PATCH /mock/callbacks/x']) {
      const { status, body } = await call(first, { origin });
      expect(status, first).toBe(403);
      expect(body).toContain('page of others');
    }
    expect(server.engine.log()).toHaveLength(length);
    expect((await call('GET /mock/state', { origin })).status).toBe(200);
  });

  it.each(['localhost', 'LOCALHOST:1234', '[::1]:8010', '127.0.0.1'])('to %s is for the mock', async (host) => {
    expect((await call('GET /mock/state', { host })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:8010', '10.0.0.1', 'localhost.evil.example', 'a b'])(
    'to %s, a name that others can make lead here, is refused with words',
    async (host) => {
      for (const first of ['GET /mock/state', 'POST /mock/clock']) {
        const { status, body } = await call(first, { host });
        expect(status, first).toBe(403);
        expect(body).toContain('name of others');
      }
    },
  );

  it('to a server that is bound to every address goes by any name, from pages of the same name', async () => {
    const bound = await startHttpServer({ port: 0, host: '0.0.0.0', scenario: 'empty', rate: 0 });
    try {
      const status = async (headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
        (await call('POST /mock/clock', headers, bound.port)).status;
      expect(await status({ host: '10.1.2.3:8010' }), 'an address of this machine').toBe(200);
      expect(await status({ host: 'mock:8010' }), 'the name of a container').toBe(200);
      expect(await status({ host: 'mock:8010', origin: 'http://mock:3000' })).toBe(200);
      expect(await status({ host: 'mock:8010', origin: 'http://localhost:3000' })).toBe(200);
      expect(await status({ host: 'mock:8010', origin: 'https://evil.example' })).toBe(403);
    } finally {
      await bound.close();
    }
  });
});

it('the wire itself asks nobody where a request comes from', async () => {
  const { status } = await call('POST /genesys/1/service/callback/S', {
    host: 'gms.example',
    origin: 'https://portal.example',
  });
  expect(status).toBe(404);
});

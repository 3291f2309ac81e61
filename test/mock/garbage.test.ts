import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { openRaw, sendRaw } from './raw-client.js';

/** Whatever a client sends: a refusal with a body or a closed connection, and the mock is as it was. */

const NOW = Date.UTC(2026, 2, 2, 9);
const CREATE = '/genesys/1/service/callback/S';
const QUEUES = '/genesys/1/admin/callback/queues';
const MEBIBYTE = 1024 * 1024;

let server: MockHttpServer;

beforeAll(async () => {
  server = await startHttpServer({ port: 0, scenario: 'empty', clock: createSimulatedClock(NOW), rate: 0 });
  server.engine.setService('S', { _service: 'callback', _disallow_impossible_phone_numbers: 'false' });
});

afterAll(() => server.close());

/** Asserts that something is refused, by a status below 500 with a body or by hanging up, and changes nothing. */
async function isRefused(bytes: Uint8Array | string, isLast = false): Promise<number | undefined> {
  const before = server.engine.state().hash;
  const { status, body } = await sendRaw(server.port, bytes, isLast);
  expect(server.engine.state().hash).toBe(before);
  if (status !== undefined) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toBe('');
  }
  return status;
}

function post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, path = CREATE): Uint8Array {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ host: 'mock', 'content-length': String(bytes.length), ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n`), bytes]);
}

function fetchFrom(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(server.url + path, init);
}

describe('bytes that are no request', () => {
  it.each([
    ['noise', '\u0000\u0001\u0002\r\n\r\n', 400],
    ['no version', 'GET /\r\n\r\n', 404],
    ['a later version', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a TLS greeting', '\u0016\u0003\u0001\u0000\u0005hello', 400],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n', 400],
    ['no host', `GET ${QUEUES} HTTP/1.1\r\n\r\n`, 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400],
    ['a length that is none', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: -5\r\n\r\n', 400],
    ['chunks that are none', `POST ${CREATE} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`, 400],
    ['headers without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`, 431],
    ['an address of another scheme', 'GET ftp://x/ HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['an address without end', `GET /${'x'.repeat(60_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: a\r\n\r\n', undefined],
    ['half a request', `POST ${CREATE} HTTP/1.1\r\nhost: a\r\ncontent-le`, 400],
  ])('%s', async (_, bytes, status) => {
    expect(await isRefused(bytes, true)).toBe(status);
  });
});

describe('bodies that cannot be', () => {
  it.each([
    ['nested 5,000 deep', '['.repeat(5000) + ']'.repeat(5000), 400],
    ['nested 1,000,000 deep and never closed', '{"a":'.repeat(200_000), 400],
    ['nested in a property', `{"_customer_number":"5","x":${'['.repeat(101)}${']'.repeat(101)}}`, 400],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['NaN', '{"_customer_number":NaN}', 400],
    ['one byte above 1 MiB', `{"_customer_number":"5","x":"${'y'.repeat(MEBIBYTE - 30 + 1)}"}`, 413],
    ['17 MiB', 'x'.repeat(17 * MEBIBYTE), 413],
  ])('%s', async (_, body, status) => {
    expect(await isRefused(post(body, { 'content-type': 'application/json' }))).toBe(status);
  });

  it('shorter than announced ends the connection', async () => {
    expect(await isRefused(post('{"_customer', { 'content-length': '50' }), true)).toBe(400);
  });

  it('of 1 MiB exactly is accepted', async () => {
    const fixed = '{"_customer_number":"5115","x":""}'.length;
    const { status } = await sendRaw(
      server.port,
      post(`{"_customer_number":"5115","x":"${'y'.repeat(MEBIBYTE - fixed)}"}`),
    );
    expect(status).toBe(200);
  });

  it('in chunks without an announced length is 413 as soon as it is too much', async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const head = `POST ${CREATE} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n`;
    expect(await isRefused(head + chunk.repeat(20))).toBe(413);
  });

  it('of a control call are refused in its words', async () => {
    const response = await fetchFrom('/mock/agents', { method: 'PUT', body: 'x'.repeat(MEBIBYTE + 1) });
    expect([response.status, await response.json()]).toEqual([
      413,
      { message: 'The body is larger than 1048576 bytes. Send less at once.' },
    ]);
  });

  it('announced with Expect are refused before they are sent', async () => {
    const { text } = await sendRaw(server.port, post('', { expect: '100-continue', 'content-length': '9999999' }));
    expect(text).toMatch(/^HTTP\/1\.1 413/);
  });

  it('announced with Expect are asked for when they fit', async () => {
    const { text } = await sendRaw(
      server.port,
      post('{"_customer_number":"5115"}', { expect: '100-continue', connection: 'close' }),
    );
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200/);
  });

  it.each([
    ['JSON', 'application/json', '{"__proto__":{"polluted":"1"},"constructor":"x","_customer_number":"5115"}'],
    ['a form', 'application/x-www-form-urlencoded', '__proto__=1&constructor=x&toString=y&_customer_number=5115'],
    [
      'a multipart form',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--b\r\ncontent-disposition: form-data; name="_customer_number"\r\n\r\n5115\r\n--b--\r\n',
    ],
  ])('with keys of a prototype in %s change no prototype', async (_, type, body) => {
    const { status } = await sendRaw(server.port, post(body, { 'content-type': type }));
    expect(status).toBeLessThan(500);
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('requests by chance', () => {
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'BREW', 'get', '');
  const segment = fc.oneof(
    fc.constantFrom('1', '2', 'service', 'admin', 'callback', 'queues', 'S', 'cancel', '%', '%00', '..', '*', ''),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text)),
  );
  const path = fc.array(segment, { maxLength: 6 }).map((segments) => `/genesys/${segments.join('/')}`);
  const type = fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/xml; charset=utf-16',
    ';;;',
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    // Never a number to call: nothing of this may be carried out.
    fc.json().map((text) => Buffer.from(text.replaceAll('_customer_number', ''))),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
  );
  const request = fc.record({ method, path, type, body }).map((parts) => {
    const head = [
      `${parts.method} ${parts.path} HTTP/1.1`,
      'host: a',
      'connection: close',
      `content-type: ${parts.type}`,
      `content-length: ${parts.body.length}`,
    ];
    return { bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), parts.body]), isLast: false };
  });
  const noise = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => ({ bytes, isLast: true }));
  /** A good request with some of its bytes changed, cut or doubled. */
  const mutant = fc.tuple(fc.nat(200), fc.uint8Array({ maxLength: 8 }), fc.nat(20)).map(([at, bytes, cut]) => {
    const good = Buffer.from(post('{"_customer_number":""}', { 'content-type': 'application/json' }));
    return { bytes: Buffer.concat([good.subarray(0, at), bytes, good.subarray(at + cut)]), isLast: true };
  });

  it('leave the mock as it was, and get no failure of the server', async () => {
    const before = server.engine.state().hash;
    await fc.assert(
      fc.asyncProperty(fc.oneof(request, noise, mutant), async ({ bytes, isLast }) => {
        const { status, body: text } = await sendRaw(server.port, bytes, isLast);
        expect(status ?? 400).toBeLessThan(500);
        if (status !== undefined && status >= 400 && !Buffer.from(bytes).toString('latin1').startsWith('HEAD')) {
          expect(text).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
    expect(server.engine.state().hash).toBe(before);
    expect(server.engine.log().filter(({ type: kind }) => kind === 'failure')).toEqual([]);
    expect((await fetchFrom(QUEUES)).status).toBe(200);
  }, 60_000);
});

describe('a crowd', () => {
  it('of 2,000 at once is refused one by one, and the mock is as it was', async () => {
    const before = server.engine.state().hash;
    const answers = await Promise.all(
      Array.from({ length: 2000 }, (_, index) => sendRaw(server.port, post(index % 2 ? '{' : '{}'))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
    expect(server.engine.state().hash).toBe(before);
  }, 60_000);
});

describe('a connection', () => {
  it('serves the next request after a refused one', async () => {
    const bad = Buffer.from(post('x'.repeat(2 * MEBIBYTE))).toString();
    const { text } = await sendRaw(server.port, `${bad}GET ${QUEUES} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 413/);
    const { port } = server;
    const socket = openRaw(port, bad);
    let heard = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (heard += chunk));
    socket.write(`GET ${QUEUES} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
    await once(socket, 'close');
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('over which a request never comes whole is closed, and one that waits for a long answer is not', async () => {
    const hasty = await startHttpServer({ port: 0, scenario: 'empty', rate: 0, requestTimeout: 50 });
    hasty.engine.setFaults([{ id: 'slow', kind: 'latency', milliseconds: 3_600_000, clock: 'engine' }]);
    const answer = fetch(`${hasty.url}${QUEUES}`);
    const slow = openRaw(hasty.port, `POST ${CREATE} HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{`);
    const slower = openRaw(hasty.port, 'GET / HT');
    await Promise.all([once(slow.resume(), 'close'), once(slower.resume(), 'close')]);
    hasty.engine.clock({ advance: 3600 });
    expect((await answer).status).toBe(200);
    await hasty.close();
  });

  it('on which an answer has begun gets no other one into it', async () => {
    server.engine.setFaults([{ id: 'mute', kind: 'stall', times: 1 }]);
    const socket = openRaw(server.port, `GET ${QUEUES} HTTP/1.1\r\nhost: a\r\n\r\n`);
    let heard = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (heard += chunk));
    await once(socket, 'data');
    socket.write('\u0000\u0001\r\n\r\n');
    await once(socket, 'close');
    server.engine.setFaults([]);
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
  });

  it('that is only opened harms nobody', async () => {
    const sockets = Array.from({ length: 100 }, () => openRaw(server.port, `GET ${QUEUES} HTTP/1.1\r\n`));
    expect((await fetchFrom(QUEUES)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe('other methods', () => {
  it('HEAD answers what GET would, without its body', async () => {
    const [get, head] = [await fetchFrom(QUEUES), await fetchFrom(QUEUES, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
    expect((await fetchFrom('/mock/state', { method: 'HEAD' })).status).toBe(200);
  });

  it('OPTIONS names the methods of an address', async () => {
    const response = await fetchFrom(CREATE, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, POST']);
  });

  it('an address may be written whole, as by way of a proxy', async () => {
    const { status } = await sendRaw(server.port, `GET http://gms.example${QUEUES} HTTP/1.1\r\nhost: a\r\n\r\n`);
    expect(status).toBe(200);
  });
});

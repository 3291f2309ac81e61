import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { jsonChunks } from '../../mock-server/http/json-chunks.js';
import { toResponse } from '../../mock-server/http/reply.js';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';

/** A long answer is made while it is sent: never whole in memory, and no further than somebody reads. */

const NOW = Date.UTC(2026, 2, 2, 9);
const RECORDS = 100_000;
const QUEUES = '/genesys/1/admin/callback/queues?start_time=2026-01-01T00:00:00.000Z&end_time=2026-12-31T00:00:00.000Z';

/** Chunks made since the last test, and answers that nobody makes any longer. */
const work = vi.hoisted(() => ({ chunks: 0, ended: 0 }));

vi.mock('../../mock-server/http/json-chunks.js', async (original) => {
  const module = await original<{ readonly jsonChunks: typeof jsonChunks }>();
  return {
    *jsonChunks(...parameters: Parameters<typeof jsonChunks<object>>) {
      try {
        for (const chunk of module.jsonChunks(...parameters)) {
          work.chunks += 1;
          yield chunk;
        }
      } finally {
        work.ended += 1;
      }
    },
  };
});

let server: MockHttpServer;

beforeAll(async () => {
  server = await startHttpServer({ port: 0, scenario: 'empty', clock: createSimulatedClock(NOW), rate: 0 });
  server.engine.setService('S', { _service: 'callback' });
  server.engine.generateRecords({ count: RECORDS, service: 'S' });
});

afterAll(() => server.close());

beforeEach(() => {
  work.chunks = 0;
  work.ended = 0;
});

/** Lets the server work: each round trip takes it through all that is ready. */
async function roundTrips(count: number): Promise<void> {
  for (let trip = 0; trip < count; trip += 1) await (await fetch(`${server.url}/mock/faults`)).text();
}

async function askByHand(): Promise<ReturnType<typeof connect>> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`GET ${QUEUES} HTTP/1.1\r\nhost: mock\r\nconnection: close\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}

describe('a list of 100,000 records', () => {
  it('is whole, and begins to arrive before its end is made', async () => {
    const response = await fetch(server.url + QUEUES);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    const first = await reader.read();
    const madeAtFirst = work.chunks;
    let text = decoder.decode(first.value, { stream: true });
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    expect(madeAtFirst).toBeLessThan(work.chunks / 2);
    const { S } = JSON.parse(text) as { S: readonly { _id: string }[] };
    expect(new Set(S.map(({ _id }) => _id)).size).toBe(RECORDS);
  });

  it('is made no further for a client that does not read, and goes on when it does', async () => {
    const socket = await askByHand();
    await roundTrips(30);
    const madeForNobody = work.chunks;
    let size = 0;
    socket.on('data', (chunk: Buffer) => (size += chunk.length));
    await once(socket, 'close');
    expect(work.ended).toBe(1);
    expect(madeForNobody).toBeLessThan(work.chunks * 0.75);
    expect(size).toBeGreaterThan(RECORDS * 100);
  });

  it('is given up when the client goes', async () => {
    const socket = await askByHand();
    socket.destroy();
    await vi.waitUntil(() => work.ended === 1, { interval: 1 });
    expect(work.chunks * 64 * 1024).toBeLessThan(RECORDS * 300);
  });

  it('shows one moment, whatever happens while it is sent', async () => {
    const response = await fetch(server.url + QUEUES);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const parts = [(await reader.read()).value];
    const madeBefore = work.chunks;
    server.engine.removeService('S');
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
    }
    const { S } = JSON.parse(await new Blob(parts.map((part) => part?.slice() ?? '')).text()) as {
      S: readonly { _url?: string }[];
    };
    expect(madeBefore).toBeLessThan(work.chunks);
    expect(S).toHaveLength(RECORDS);
    expect(S.every(({ _url }) => _url?.startsWith('/genesys/1/service/callback/S/'))).toBe(true);
  });
});

describe('chunks', () => {
  it('together are what JSON would be, each no longer than a chunk and an item', () => {
    const lists = new Map<string, readonly object[]>([
      ['a "b"', Array.from({ length: 3000 }, (_, index) => ({ index, text: 'x'.repeat(100) }))],
      ['none', []],
      ['one', [{}]],
    ]);
    const chunks = [...jsonChunks(lists, (item) => item)];
    expect(chunks.join('')).toBe(JSON.stringify(Object.fromEntries(lists)));
    expect(chunks.length).toBeGreaterThan(4);
    for (const chunk of chunks) expect(chunk.length).toBeLessThan(64 * 1024 + 200);
    expect([...jsonChunks<object>([], (item) => item)]).toEqual(['{}']);
  });

  it('are asked for one by one, and no more once the reader has gone', async () => {
    const asked: number[] = [];
    function* endless(): Generator<string, void, undefined> {
      for (let index = 0; ; index += 1) {
        asked.push(index);
        yield 'chunk';
      }
    }
    const { body } = toResponse({ status: 200, chunks: endless() }, NOW);
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(asked).toEqual([0, 1]);
  });

  it('are not made at all for HEAD', () => {
    const chunks = {
      [Symbol.iterator]: (): Iterator<string> => {
        throw new Error('Nobody reads the body of HEAD.');
      },
    };
    expect(toResponse({ status: 200, chunks }, NOW, 'HEAD').body).toBeNull();
  });
});

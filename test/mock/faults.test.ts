import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../mock-server/faults/fault.js';
import { Faults } from '../../mock-server/faults/faults.js';
import { pathTest } from '../../mock-server/faults/path-pattern.js';
import { readFaults } from '../../mock-server/faults/read-faults.js';
import { createAnswering } from '../../mock-server/http/answer.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createMockServer } from '../../mock-server/node.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import type { SimulatedClock } from '../../mock-server/ports/clock.js';

const NOW = Date.UTC(2026, 2, 2, 9);
const QUEUES = '/genesys/1/admin/callback/queues';
const CREATE = '/genesys/1/service/callback/S';

let wall: SimulatedClock;
let engine: MockEngine;

beforeEach(() => {
  wall = createSimulatedClock(NOW);
  engine = new MockEngine({ scenario: 'empty', clock: wall, rate: 0 });
  engine.setService('S', { _service: 'callback', _disallow_impossible_phone_numbers: 'false' });
});

function send(path: string, init: RequestInit = {}): Promise<Response> {
  return createAnswering(engine).answer(new Request(`http://mock.test${path}`, init));
}

function start(init: RequestInit = {}): Promise<Response> {
  return send(CREATE, { method: 'POST', body: '{"_customer_number":"5115"}', ...init });
}

function somebodyWaits(): Promise<unknown> {
  return vi.waitUntil(() => wall.waiting > 0, { interval: 1 });
}

/** Tells at any moment whether a promise is done. */
function watched<T>(promise: Promise<T>): { readonly promise: Promise<T>; readonly isDone: () => boolean } {
  let isDone = false;
  return { promise: promise.finally(() => (isDone = true)), isDone: () => isDone };
}

/** Requests of a sequence that a fault strikes. */
function struckOf(faults: Faults, requests: number): readonly number[] {
  return Array.from({ length: requests }, (_, index) => index).filter(() => faults.strike('GET', '/x').length > 0);
}

describe('a path pattern', () => {
  it.each([
    ['**', '/', true],
    ['/genesys/**', '/genesys', true],
    ['/genesys/**', '/genesys/1/admin', true],
    ['/genesys/**', '/genesysx', false],
    ['/genesys/*/admin', '/genesys/1/admin', true],
    ['/genesys/*/admin', '/genesys/admin', false],
    ['/genesys/*', '/genesys/1/2', false],
    ['/**/callback/*/118-*', '/genesys/1/service/callback/S/118-a', true],
    ['/**/callback/*/118-*', '/genesys/1/service/callback/S/119-a', false],
    ['/**/a/**/b', '/1/a/2/a/3/b', true],
    ['/service/*-night-*-x', '/service/a-night-b-x', true],
    ['/service/ab*ba', '/service/aba', false],
    ['/service/Büro 1', '/service/B%C3%BCro%201', true],
    ['/service/%', '/service/%', true],
    ['/a.c', '/abc', false],
  ])('%s for %s: %s', (pattern, path, isFit) => {
    expect(pathTest(pattern)(path)).toBe(isFit);
  });

  it('with many stars is decided without trying everything', () => {
    expect(pathTest(`${'/**/a'.repeat(100)}/b`)('/a'.repeat(2000))).toBe(false);
  });
});

describe('a list of faults', () => {
  it.each([
    ['not a list', { id: 'a', kind: 'html' }, 'it is not a list'],
    ['an entry that is none', [null], 'entry 1 is not an object'],
    ['no kind', [{ id: 'a' }], 'entry 1, kind: it is missing'],
    ['an unknown kind', [{ id: 'a', kind: 'fire' }], 'entry 1, kind: it cannot be read. Send one of latency, status'],
    ['no id', [{ kind: 'html' }], 'entry 1, id: it is missing'],
    [
      'an id twice',
      [
        { id: 'a', kind: 'html' },
        { id: 'a', kind: 'drop' },
      ],
      'entry 2, id: an earlier entry has it',
    ],
    ['a field of another kind', [{ id: 'a', kind: 'html', bytes: 1 }], 'entry 1, bytes: a fault of kind html has no'],
    ['a share above 1', [{ id: 'a', kind: 'html', probability: 2 }], 'entry 1, probability: it cannot be read'],
    ['half a time', [{ id: 'a', kind: 'html', times: 0.5 }], 'entry 1, times'],
    ['no milliseconds', [{ id: 'a', kind: 'latency' }], 'entry 1, milliseconds: it is missing'],
    ['a clock of nobody', [{ id: 'a', kind: 'latency', milliseconds: 1, clock: 'sun' }], 'entry 1, clock'],
    ['a status that is none', [{ id: 'a', kind: 'status', status: 42 }], 'entry 1, status'],
    ['a header with a line break', [{ id: 'a', kind: 'status', status: 503, retryAfter: '1\r\nx: y' }], 'retryAfter'],
    ['a header that is none', [{ id: 'a', kind: 'status', status: 302, headers: { 'a b': 'c' } }], 'headers'],
    ['no methods', [{ id: 'a', kind: 'html', method: [] }], 'entry 1, method'],
    ['too many', Array.from({ length: 1001 }, (_, id) => ({ id: String(id), kind: 'html' })), 'at most 1000'],
  ])('with %s is refused in words', (_, list, words) => {
    expect(() => readFaults(list)).toThrow(/^Failed to read the list of faults: .*\. Send .*\.$/s);
    expect(() => readFaults(list)).toThrow(words);
  });

  it('may be sent as it was answered, and counts anew', () => {
    engine.setFaults([{ id: 'a', kind: 'html', method: ['GET'], times: 3 }]);
    engine.faults.strike('GET', '/x');
    const told = engine.faults.list();
    expect(told).toEqual([{ id: 'a', kind: 'html', method: ['GET'], times: 3, fired: 1 }]);
    engine.setFaults(readFaults(JSON.parse(JSON.stringify(told))));
    expect(engine.faults.list()).toEqual([{ ...told[0], fired: 0 }]);
  });
});

describe('chance', () => {
  const half: Fault = { id: 'half', kind: 'drop', probability: 0.5 };

  function faultsOf(seed: number): Faults {
    const faults = new Faults(seed);
    faults.replace([half]);
    return faults;
  }

  it('strikes the same requests for the same seed, others for another one, and so many as it should', () => {
    const struck = struckOf(faultsOf(42), 1000);
    expect(struckOf(faultsOf(42), 1000)).toEqual(struck);
    expect(struckOf(faultsOf(43), 1000)).not.toEqual(struck);
    expect(struck.length).toBeGreaterThan(440);
    expect(struck.length).toBeLessThan(560);
  });

  it('begins again with a reset of the same seed', () => {
    engine.setFaults([half]);
    const before = struckOf(engine.faults, 50);
    engine.reset({ scenario: 'empty' });
    engine.setFaults([half]);
    expect(struckOf(engine.faults, 50)).toEqual(before);
  });

  it("is not the engine's: neither its state nor what it draws next changes", () => {
    const other = new MockEngine({ scenario: 'empty', clock: wall, rate: 0 });
    engine.reset();
    engine.setFaults([half]);
    struckOf(engine.faults, 10);
    expect(engine.state().hash).toBe(other.state().hash);
  });

  it('goes on from a position as if nothing had been between', () => {
    const faults = faultsOf(7);
    struckOf(faults, 10);
    const kept = JSON.parse(JSON.stringify([faults.list(), faults.position()])) as [unknown, unknown];
    const expected = struckOf(faults, 100);
    const other = new Faults(1);
    other.restore(...kept);
    expect(struckOf(other, 100)).toEqual(expected);
    expect(other.list()).toEqual(faults.list());
  });

  it.each([[undefined], [{ random: [1, 2], counts: [] }], [{ random: [1, 2, 3, 4], counts: [] }]])(
    'does not go on from %j',
    (position) => {
      const faults = faultsOf(7);
      expect(() => faults.restore([half], position)).toThrow('Failed to restore the faults');
      expect(faults.list()).toHaveLength(1);
    },
  );
});

describe('waiting by the real clock', () => {
  it('delays what is asked for, and its answer', async () => {
    engine.setFaults([{ id: 'slow', kind: 'latency', milliseconds: 500 }]);
    const answer = watched(start());
    await somebodyWaits();
    wall.advance(499);
    expect(engine.state().counts.QUEUED).toBe(0);
    expect(answer.isDone()).toBe(false);
    wall.advance(1);
    expect((await answer.promise).status).toBe(200);
    expect(engine.state().counts.QUEUED).toBe(1);
  });

  it('sends a dripping answer chunk by chunk', async () => {
    engine.setFaults([{ id: 'drip', kind: 'drip', bytesPerChunk: 5, milliseconds: 100 }]);
    const response = await send(QUEUES);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const sizes: number[] = [];
    for (;;) {
      const next = reader.read();
      await vi.waitUntil(() => wall.waiting > 0 || sizes.length > 1, { interval: 1 });
      wall.advance(100);
      const { done, value } = await next;
      if (done) break;
      sizes.push(value.byteLength);
    }
    expect(sizes).toEqual([5, 3]);
  });

  it('lets out every chunk that is due when the clock of the mock jumps, and no other', async () => {
    engine.setFaults([{ id: 'drip', kind: 'drip', bytesPerChunk: 2, milliseconds: 1000, clock: 'engine' }]);
    const reader = ((await send(QUEUES)).body as ReadableStream<Uint8Array>).getReader();
    const first = watched(reader.read());
    expect(first.isDone()).toBe(false);
    engine.clock({ advance: 3 });
    const sizes = [await first.promise, await reader.read(), await reader.read()].map(({ value }) => value?.byteLength);
    expect(sizes).toEqual([2, 2, 2]);
    const fourth = watched(reader.read());
    expect(fourth.isDone()).toBe(false);
    engine.clock({ advance: 1 });
    expect((await fourth.promise).value?.byteLength).toBe(2);
  });

  it('ends when the client gives up, and nothing happens', async () => {
    engine.setFaults([{ id: 'slow', kind: 'latency', milliseconds: 500 }]);
    const patience = new AbortController();
    const answer = start({ signal: patience.signal });
    await somebodyWaits();
    patience.abort();
    expect((await answer).type).toBe('error');
    expect(wall.waiting).toBe(0);
    expect(engine.state().counts.QUEUED).toBe(0);
  });

  it('ends when the list is replaced, and the answer comes at once', async () => {
    engine.setFaults([{ id: 'slow', kind: 'latency', milliseconds: 500 }]);
    const answer = start();
    await somebodyWaits();
    engine.setFaults([]);
    expect((await answer).status).toBe(200);
    expect(wall.waiting).toBe(0);
  });
});

describe("waiting by the mock's clock", () => {
  const slow: Fault = { id: 'slow', kind: 'latency', milliseconds: 60_000, clock: 'engine' };

  async function isStruck(): Promise<void> {
    await vi.waitUntil(() => engine.faults.list()[0]?.fired === 1, { interval: 1 });
  }

  it('takes as long as that clock does, at its rate', async () => {
    engine.clock({ rate: 60 });
    engine.setFaults([slow]);
    const answer = watched(start());
    await somebodyWaits();
    wall.advance(900);
    expect(answer.isDone()).toBe(false);
    wall.advance(100);
    expect((await answer.promise).status).toBe(200);
  });

  it('stands still with it, goes on with it, and ends when it is moved', async () => {
    engine.setFaults([slow]);
    const answer = watched(start());
    await isStruck();
    expect(wall.waiting).toBe(0);
    engine.clock({ advance: 30 });
    engine.clock({ rate: 1 });
    expect(wall.waiting).toBe(1);
    wall.advance(29_000);
    engine.clock({ rate: 0 });
    expect([wall.waiting, answer.isDone()]).toEqual([0, false]);
    engine.clock({ advance: 1 });
    expect((await answer.promise).status).toBe(200);
  });

  it('ends with a reset', async () => {
    engine.setFaults([slow]);
    const answer = start();
    await isStruck();
    engine.reset();
    expect((await answer).status).toBe(404);
  });
});

describe('a status', () => {
  it.each([204, 205, 304])('%d has no body', async (status) => {
    engine.setFaults([{ id: 'none', kind: 'status', status, body: { a: 1 } }]);
    const response = await send(QUEUES);
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it('may lead to another place', async () => {
    engine.setFaults([
      { id: 'away', kind: 'status', status: 302, headers: { location: 'https://elsewhere.invalid/' } },
    ]);
    const response = await send(QUEUES);
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://elsewhere.invalid/']);
  });

  it('of a fault has the generation of error body that was chosen', async () => {
    engine.setApplication({ mock: { 'error-body': '8.5.1' } });
    engine.setFaults([{ id: 'old', kind: 'status', status: 500 }]);
    expect(Object.keys((await (await send(QUEUES)).json()) as object).sort()).toEqual(['exception', 'message']);
  });
});

describe('silence', () => {
  it('after the headers lasts until the fault is gone', async () => {
    engine.setFaults([{ id: 'mute', kind: 'stall', when: 'after' }]);
    const response = await start();
    expect(response.status).toBe(200);
    expect(engine.state().counts.QUEUED).toBe(1);
    const rest = watched(response.text().catch(() => 'broke'));
    engine.setFaults([]);
    expect(await rest.promise).toBe('broke');
  });
});

describe('in the fetch of this process', () => {
  it('a fault breaks the connection, and spoils an answer', async () => {
    const mock = createMockServer({ engine });
    mock.start();
    try {
      engine.setFaults([
        { id: 'cut', kind: 'drop', times: 1 },
        { id: 'short', kind: 'truncate', bytes: 3 },
      ]);
      await expect(fetch(`http://gms.invalid${QUEUES}`)).rejects.toThrow();
      expect(await (await fetch(`http://gms.invalid${QUEUES}`)).text()).toBe('{"S');
    } finally {
      mock.stop();
    }
  });
});

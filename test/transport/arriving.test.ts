import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ListProgress } from '../../src/transport/callback-transport.js';
import { JsonSlices } from '../../src/transport/json-slices.js';
import { failure, json, query, transportOver, wireRecord } from './support.js';

const utf8 = new TextEncoder();

/** Texts that look like the places where a list may be cut, or that take several bytes. */
const tricky = fc.oneof(
  fc.constantFrom('},{', '"},{"', ']', '}],"x":[{', '\\', '\\"', '[{', '\u2028', 'é', '電話', '😀', ''),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const record = fc.dictionary(
  fc.constantFrom('a', 'b', '},{', ']'),
  fc.oneof(tricky, fc.array(tricky), fc.constant({})),
  {
    maxKeys: 3,
  },
);
const lists = fc.dictionary(fc.constantFrom('sales', 'support', '"},{"', ']'), fc.array(record, { maxLength: 6 }));
const cuts = fc.infiniteStream(fc.integer({ min: 1, max: 40 }));

/** The pieces of something long, as long as the cuts say. */
function* piecesOf<T extends { readonly length: number; slice: (start: number, end: number) => T }>(
  whole: T,
  lengths: Iterable<number>,
): Generator<T, void> {
  let start = 0;
  for (const length of lengths) {
    if (start >= whole.length) return;
    yield whole.slice(start, start + length);
    start += length;
  }
}

/** A body whose bytes come in these pieces. */
function bodyOf(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const next = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const step = next.next();
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
  });
}

const inOneByteSteps = function* (): Generator<number, never> {
  for (;;) yield 1;
};

describe('a list that arrives in pieces', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is what the platform parser makes of the whole, wherever pieces and slices end', () => {
    fc.assert(
      fc.property(lists, cuts, fc.nat(80), fc.constantFrom(undefined, 1), (data, lengths, sliceLength, space) => {
        const slices = new JsonSlices(sliceLength);
        const text = JSON.stringify(data, null, space);
        const found = new Map<string, unknown[]>();
        const take = (complete: ReturnType<JsonSlices['push']>): void => {
          for (const { member, items } of complete) found.set(member, [...(found.get(member) ?? []), ...items]);
        };
        for (const piece of piecesOf(text, lengths)) take(slices.push(piece));
        take(slices.end());
        expect(Object.fromEntries(found)).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('gives a slice as soon as it is there', () => {
    const slices = new JsonSlices(16);
    expect([...slices.push('{"support":[{"_id":"1"},{"_id":"2"},{"_i')]).toEqual([
      { member: 'support', items: [{ _id: '1' }] },
      { member: 'support', items: [{ _id: '2' }] },
    ]);
    expect([...slices.push('d":"3"}]')]).toEqual([{ member: 'support', items: [{ _id: '3' }] }]);
  });

  it('looks again at what is incomplete only once there is twice as much', () => {
    const slices = new JsonSlices(1);
    const looks = vi.spyOn(String.prototype, 'lastIndexOf');
    const found = [...slices.push('{"support":["')];
    for (let at = 0; at < 20_000; at += 1) found.push(...slices.push('x'));
    found.push(...slices.push('"]}'), ...slices.end());
    expect(looks.mock.calls.length).toBeLessThan(20);
    expect(found).toEqual([{ member: 'support', items: ['x'.repeat(20_000)] }]);
  });

  it('refuses a text that ends too early', () => {
    for (const text of ['', '{', '{"a', '{"a":', '{"a":[', '{"a":[1', '{"a":["', '{"a":[]', '{"a":[],']) {
      const slices = new JsonSlices();
      expect(() => [...slices.push(text), ...slices.end()]).toThrow(SyntaxError);
    }
  });

  it('that is there at once is never parsed at once', async () => {
    const text = JSON.stringify({ support: Array.from({ length: 20_000 }, (_, index) => wireRecord(`118-${index}`)) });
    const parse = vi.spyOn(JSON, 'parse');
    const list = await transportOver(() => new Response(text)).transport.list(query());
    const lengths = parse.mock.calls.map(([json]) => json.length);
    expect(list.records).toHaveLength(20_000);
    expect(Math.max(...lengths)).toBeLessThan(140_000);
    // Hardly anything is parsed in vain.
    expect(lengths.reduce((sum, length) => sum + length)).toBeLessThan(text.length * 1.1);
  });

  it('is refused when one of its items has no end', async () => {
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(utf8.encode('{"support":["')),
      pull: (controller) => controller.enqueue(new Uint8Array(1 << 20).fill(0x78)),
    });
    await failure(transportOver(() => new Response(endless)).transport.list(query()), 'bad-response');
  });

  it('may be cut inside a character', async () => {
    const bytes = utf8.encode(JSON.stringify({ 'été 電話': [wireRecord('1', { foo: '😀},{"é' })] }));
    const body = bodyOf(piecesOf(bytes, inOneByteSteps()));
    const list = await transportOver(() => new Response(body)).transport.list(query());
    expect(list.services).toEqual(['été 電話']);
    expect(list.records[0]?.properties.foo).toBe('😀},{"é');
  });

  it('may begin with a byte order mark', async () => {
    const body = '\ufeff{"support":[]}';
    const list = await transportOver(() => new Response(body)).transport.list(query());
    expect(list.services).toEqual(['support']);
  });

  it('is refused when it is no UTF-8, or ends inside a character', async () => {
    const bytes = utf8.encode('{"é":[]}');
    for (const bad of [Uint8Array.of(0x7b, 0xff, 0x7d), bytes.slice(0, 3)]) {
      const error = await failure(transportOver(() => new Response(bad)).transport.list(query()), 'bad-response');
      expect(error.message).toContain('not UTF-8');
    }
  });

  it('is let go as soon as it turns out to be none', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(utf8.encode('{"support":[oops,'.padEnd(200_000, ',')));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    await failure(transportOver(() => new Response(body)).transport.list(query()), 'bad-response');
    expect(isCancelled).toBe(true);
  });

  it('stands in the order of the question, whichever answer comes first', async () => {
    let answerLater = (_response: Response): void => undefined;
    const { transport } = transportOver(({ url }) => {
      if (url.searchParams.get('target') === 'a') return new Promise((resolve) => (answerLater = resolve));
      queueMicrotask(() => answerLater(json({ a: [wireRecord('1', { _service_name: 'a' }), null] })));
      return json({ b: [wireRecord('2', { _service_name: 'b' }), 7, wireRecord('1', { _service_name: 'b' })] });
    });
    const list = await transport.list(query({ services: ['a', 'b'] }));
    expect(list.services).toEqual(['a', 'b']);
    expect(list.records.map(({ id, serviceName }) => [id, serviceName])).toEqual([
      ['1', 'b'],
      ['2', 'b'],
    ]);
    expect(list.unreadable.map(({ serviceName }) => serviceName)).toEqual(['a', 'b']);
  });
});

describe('progress of a list', () => {
  const bytes = utf8.encode(
    JSON.stringify({ support: Array.from({ length: 30_000 }, (_, index) => wireRecord(`118-${index}`)) }),
  );
  const lengths = function* (): Generator<number, never> {
    for (;;) yield 65_536;
  };

  async function progressOf(headers: Record<string, string>): Promise<readonly ListProgress[]> {
    const told: ListProgress[] = [];
    const body = bodyOf(piecesOf(bytes, lengths()));
    const { transport } = transportOver(() => new Response(body, { headers }));
    await transport.list(query(), { onProgress: (progress) => told.push(progress) });
    return told;
  }

  it('counts what was read, and what is still to come where the server says how long its answer is', async () => {
    const told = await progressOf({ 'content-length': String(bytes.length) });
    expect(told.length).toBeGreaterThan(1);
    for (const [at, { records, share }] of told.entries()) {
      expect(records).toBeGreaterThan(told[at - 1]?.records ?? 0);
      expect(records).toBeLessThanOrEqual(30_000);
      expect(share).toBeGreaterThan(told[at - 1]?.share ?? 0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ['does not say', {}],
    ['packs it', { 'content-length': '10', 'content-encoding': 'gzip' }],
    ['said too little', { 'content-length': '10' }],
  ])('does not guess when the server %s', async (_, headers) => {
    const told = await progressOf(headers);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ share }) => share === undefined)).toBe(true);
  });

  it('is not told of a short answer', async () => {
    const told: ListProgress[] = [];
    const { transport } = transportOver(() => json({ support: [wireRecord('1')] }));
    await transport.list(query(), { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([]);
  });
});

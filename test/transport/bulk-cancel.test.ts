import { describe, expect, it, vi } from 'vitest';
import { failure, html, json, transportOver } from './support.js';
import type { Handler, Seen } from './support.js';

const REASON = 'CANCELLED_BY_ADMIN';
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `118-${index}`);
const idsOf = ({ body }: Seen): readonly string[] => (body as { ids: string[] }).ids;
const done: Handler = (request) => json(idsOf(request).map((id) => ({ _id: id, _ok_title: 'Ok' })));

/** Answers as the third argument says when the given request comes, else cancels everything. */
function failingAt(number: number, answer: () => Response | Promise<Response>): Handler {
  return (request, count) => (count === number ? answer() : done(request, count));
}

describe('a bulk cancel', () => {
  it('goes in parts of a hundred, one after the other, and tells how far it is', async () => {
    const { transport, seen } = transportOver(done);
    const onProgress = vi.fn();
    const result = await transport.cancelMany(ids(250), { reason: REASON, onProgress });
    expect(seen.map((request) => idsOf(request).length)).toEqual([100, 100, 50]);
    expect(seen[0]?.body).toMatchObject({ reason: REASON });
    expect(onProgress.mock.calls).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
    expect(result.outcomes.map(({ id }) => id)).toEqual(ids(250));
    expect(result.outcomes.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(result.raw).toHaveLength(250);
  });

  it('gives every id one outcome, by the word of the server', async () => {
    const reply = {
      'x-1': { _ok_title: 'Ok' },
      'x-2': { _ok_title: 'FAILURE_MISSING' },
      'x-3': { _ok_title: 'FAILURE_OTHER' },
    };
    const { transport } = transportOver(() => json(reply));
    const result = await transport.cancelMany(['x-3', 'x-1', 'x-2', 'x-1', 'x-4'], { reason: REASON });
    expect(result).toEqual({
      reason: REASON,
      outcomes: [
        { id: 'x-3', outcome: 'skipped', code: 'FAILURE_OTHER' },
        { id: 'x-1', outcome: 'done', code: 'Ok' },
        { id: 'x-2', outcome: 'skipped', code: 'FAILURE_MISSING' },
        { id: 'x-4', outcome: 'failed', code: 'no-answer' },
      ],
      raw: reply,
    });
  });

  it('of nothing sends nothing', async () => {
    const { transport, seen } = transportOver(done);
    expect((await transport.cancelMany([], { reason: REASON })).outcomes).toEqual([]);
    expect(seen).toHaveLength(0);
  });
});

describe('a bulk cancel that is interrupted', () => {
  it.each([
    ['the connection drops', () => Promise.reject(new TypeError('gone'))],
    ['the server breaks', () => json({}, { status: 500 })],
    ['a page comes instead of an answer', () => html()],
  ])('stops when %s, and says who is in doubt and who was not sent', async (_what, answer) => {
    const { transport, seen } = transportOver(failingAt(2, answer));
    const { outcomes } = await transport.cancelMany(ids(250), { reason: REASON });
    expect(seen).toHaveLength(2);
    expect(outcomes).toHaveLength(250);
    expect(new Set(outcomes.slice(0, 100).map(({ outcome }) => outcome))).toEqual(new Set(['done']));
    expect(new Set(outcomes.slice(100, 200).map(({ outcome, code }) => `${outcome} ${code}`))).toEqual(
      new Set(['failed unknown']),
    );
    expect(new Set(outcomes.slice(200).map(({ outcome, code }) => `${outcome} ${code}`))).toEqual(
      new Set(['failed not-sent']),
    );
  });

  it('rejects when the first part is refused as a whole: nothing has happened', async () => {
    const { transport, seen } = transportOver(() => json({}, { status: 403 }));
    await failure(transport.cancelMany(ids(250), { reason: REASON }), 'forbidden');
    expect(seen).toHaveLength(1);
  });

  it('rejects when the host page has no headers to give: nothing was sent', async () => {
    const { transport, seen } = transportOver(done, { getHeaders: () => Promise.reject(new Error('expired')) });
    await failure(transport.cancelMany(ids(1), { reason: REASON }), 'unauthorised');
    expect(seen).toHaveLength(0);
  });

  it('leaves open what happened when the server gave up waiting', async () => {
    const { transport } = transportOver(() => json({}, { status: 408 }));
    const { outcomes } = await transport.cancelMany(ids(1), { reason: REASON });
    expect(outcomes).toEqual([{ id: '118-0', outcome: 'failed', code: 'unknown' }]);
  });

  it('keeps what was done when a later part is refused as a whole', async () => {
    const { transport } = transportOver(failingAt(2, () => json({ phrase: 'NO_MORE' }, { status: 403 })));
    const { outcomes } = await transport.cancelMany(ids(150), { reason: REASON });
    expect(outcomes[0]?.outcome).toBe('done');
    expect(outcomes[149]).toEqual({ id: '118-149', outcome: 'failed', code: 'NO_MORE' });
  });

  it('ends between two parts when it is aborted: the part that was sent is waited for', async () => {
    const abort = new AbortController();
    const onProgress = vi.fn();
    const { transport, seen } = transportOver((request, number) => {
      if (number === 2) abort.abort();
      return done(request, number);
    });
    const { outcomes } = await transport.cancelMany(ids(250), { reason: REASON, signal: abort.signal, onProgress });
    expect(seen).toHaveLength(2);
    expect(outcomes.map(({ id }) => id)).toEqual(ids(250));
    expect(new Set(outcomes.slice(0, 200).map(({ outcome }) => outcome))).toEqual(new Set(['done']));
    expect(new Set(outcomes.slice(200).map(({ outcome, code }) => `${outcome} ${code}`))).toEqual(
      new Set(['failed not-sent']),
    );
    expect(onProgress).toHaveBeenLastCalledWith(200, 250);
    expect(seen[1]?.init.signal?.aborted).toBe(false);
  });

  it('rejects when it was aborted before: nothing was sent', async () => {
    const { transport, seen } = transportOver(done);
    const outcome = transport.cancelMany(ids(1), { reason: REASON, signal: AbortSignal.abort() });
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(0);
  });

  it('sends no part twice', async () => {
    const { transport, seen } = transportOver(failingAt(2, () => Promise.reject(new TypeError('gone'))));
    await transport.cancelMany(ids(300), { reason: REASON });
    const sent = seen.flatMap(idsOf);
    expect(new Set(sent).size).toBe(sent.length);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, html, json, START, transportOver } from './support.js';

const RANGE = { start: START, end: START + 3_600_000 };
const SLOTS = { durationMin: 5, slots: [{ utcTime: '2026-03-01T00:05:00.000Z', capacity: 2, total: 3 }] };
const MISSING = { message: 'There is nothing.', exception: 'x.NotFound' };

const missing = (): Response => json(MISSING, { status: 404 });

describe('asking for free slots', () => {
  it('asks in the second version, for full ones too, and for the times of the zone', async () => {
    const { transport, seen } = transportOver(() => json(SLOTS));
    const answer = await transport.availability('a b', RANGE, 'Europe/Paris');
    expect(answer).toEqual({ slotMinutes: 5, slots: [{ start: START + 300_000, free: 2, total: 3 }] });
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'GET /genesys/2/service/callback/a%20b/availability',
    ]);
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      start: '2026-03-01T00:00:00.000Z',
      end: '2026-03-01T01:00:00.000Z',
      timezone: 'Europe/Paris',
      'report-busy': 'true',
    });
  });

  it('asks an older server in the first version, and then at once', async () => {
    const { transport, seen } = transportOver(({ url }) =>
      url.pathname.startsWith('/genesys/2/') ? missing() : json({ '2026-03-01T00:05:00.000Z': '2' }),
    );
    for (let time = 0; time < 2; time += 1) {
      expect(await transport.availability('support', RANGE, 'UTC')).toEqual({
        slots: [{ start: START + 300_000, free: 2 }],
      });
    }
    expect(seen.map(({ url }) => url.pathname.slice(0, 11))).toEqual(['/genesys/2/', '/genesys/1/', '/genesys/1/']);
    expect([...(seen[1]?.url.searchParams.keys() ?? [])]).toEqual(['start', 'end']);
  });

  describe('after a 404', () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
    afterEach(() => vi.useRealTimers());

    const MINUTE = 60_000;

    /** A server that does not know the second version as long as it is told so. */
    function server() {
      const is = { older: true, failing: false };
      const { transport, seen } = transportOver(({ url }) => {
        if (url.pathname.startsWith('/genesys/2/')) return is.older ? missing() : json(SLOTS);
        return is.failing ? json(MISSING, { status: 500 }) : json({ '2026-03-01T00:05:00.000Z': '2' });
      });
      const ask = (service = 'support') => transport.availability(service, RANGE, 'UTC');
      const versions = (): string => seen.map(({ url }) => url.pathname.slice(9, 10)).join('');
      return { is, ask, versions };
    }

    it('asks in the second version again after ten minutes, also when it asked all the time', async () => {
      const { is, ask, versions } = server();
      await ask();
      is.older = false;
      for (let minute = 0; minute < 9; minute += 1) {
        vi.advanceTimersByTime(MINUTE);
        await ask();
      }
      expect(versions()).toBe(`21${'1'.repeat(9)}`);
      vi.advanceTimersByTime(MINUTE);
      expect((await ask()).slotMinutes).toBe(5);
      expect(versions()).toBe(`21${'1'.repeat(9)}2`);
    });

    it('waits ten minutes again when the server is still an older one', async () => {
      const { ask, versions } = server();
      await ask();
      vi.advanceTimersByTime(10 * MINUTE);
      await ask();
      await ask();
      expect(versions()).toBe('21211');
    });

    it('asks in the second version again when the first fails', async () => {
      const { is, ask, versions } = server();
      await ask();
      is.failing = true;
      await failure(ask(), 'server-error');
      is.older = false;
      expect((await ask()).slotMinutes).toBe(5);
      expect(versions()).toBe('2112');
    });

    it('asks other services in the second version', async () => {
      const { is, ask, versions } = server();
      await ask();
      is.older = false;
      await ask('other');
      await ask();
      expect(versions()).toBe('2121');
    });
  });

  it('does not take an unknown service for an older server', async () => {
    const { transport, seen } = transportOver(({ url }) =>
      url.pathname.includes('nowhere') ? missing() : json(SLOTS),
    );
    await failure(transport.availability('nowhere', RANGE, 'UTC'), 'not-found');
    await transport.availability('support', RANGE, 'UTC');
    expect(seen.map(({ url }) => url.pathname.slice(0, 11))).toEqual(['/genesys/2/', '/genesys/1/', '/genesys/2/']);
  });

  it('asks once when the server fails', async () => {
    const { transport, seen } = transportOver(() => json(MISSING, { status: 500 }));
    await failure(transport.availability('support', RANGE, 'UTC'), 'server-error');
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['a web page', () => html()],
    ['an error in spite of its status', () => json(MISSING)],
    ['a list', () => json([])],
    ['slots of which none can be read', () => json({ slots: [{ utcTime: 'soon' }] })],
    ['no JSON', () => new Response('{')],
  ])('takes no answer from %s', async (_, answer) => {
    await failure(transportOver(answer).transport.availability('support', RANGE, 'UTC'), 'bad-response');
  });

  it('asks nothing that cannot be answered', async () => {
    const { transport, seen } = transportOver(() => json(SLOTS));
    const backwards = await failure(transport.availability('support', { start: 2, end: 1 }, 'EST'), 'invalid');
    expect(backwards.problems).toEqual([
      { path: 'range', code: 'range-order' },
      { path: 'zone', code: 'rejected' },
    ]);
    const never = await failure(transport.availability('support', { start: Infinity, end: 1 }, 'UTC'), 'invalid');
    expect(never.problems).toEqual([{ path: 'range', code: 'invalid-time' }]);
    expect(seen).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readAvailabilityV1,
  readAvailabilityV2,
  readCalendarQuery,
  writeAvailabilityQuery,
} from '../../src/wire/availability-query.js';
import { readSlotsV1, readSlotsV2, writeAvailabilityV1, writeAvailabilityV2 } from '../../src/wire/availability.js';

const NOW = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;

const of = (query: string): URLSearchParams => new URLSearchParams(query);
const problemsOf = (reading: ReturnType<typeof readAvailabilityV2>): readonly string[] =>
  reading.ok ? [] : reading.problems.map(({ path, code }) => `${path} ${code}`);

const anyInstant = fc.integer({ min: 0, max: Date.UTC(9900, 0) });
const anySlots = fc
  .uniqueArray(anyInstant, { maxLength: 20 })
  .map((starts) => starts.sort((a, b) => a - b).map((start, index) => ({ start, free: index % 4, total: 9 })));

describe('a question', () => {
  it('is read as it was written, in both versions', () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(400 * 86_400), fc.boolean(), (start, seconds, reportBusy) => {
        const end = start + seconds * 1000;
        const zone = 'Europe/Paris';
        const written = { start, end, zone, reportBusy };
        expect(readAvailabilityV2(writeAvailabilityQuery(2, written), NOW)).toEqual({ ok: true, value: written });
        const first = { ok: true, value: { start, end, reportBusy: false } };
        expect(readAvailabilityV1(writeAvailabilityQuery(1, written), NOW)).toEqual(first);
      }),
    );
  });

  it('begins now and ends where it begins when it says nothing', () => {
    for (const query of ['', 'start=&end=&number-of-days=&max-time-slots= ', 'number-of-days=0']) {
      expect(readAvailabilityV1(of(query), NOW)).toEqual({ ok: true, value: { start: NOW, reportBusy: false } });
    }
    expect(readCalendarQuery(of(''), NOW)).toEqual({ ok: true, value: { start: NOW, end: NOW } });
  });

  it('for a day does not reach the next one', () => {
    const value = { start: NOW, end: NOW + DAY - 1, maximum: 7, reportBusy: false };
    expect(readAvailabilityV1(of('number-of-days=1&max-time-slots=7'), NOW)).toEqual({ ok: true, value });
  });

  it('in local time begins at the first and ends at the last instant that the clock shows it', () => {
    const query = of('start=2026-10-25T02:30:00&end=2026-10-25T02:30:00&timezone=Europe/Paris');
    const value = {
      start: Date.UTC(2026, 9, 25, 0, 30),
      end: Date.UTC(2026, 9, 25, 1, 30),
      reportBusy: false,
      zone: 'Europe/Paris',
    };
    expect(readAvailabilityV2(query, NOW)).toEqual({ ok: true, value });
  });

  it('in a local time that does not exist is a problem, and so is a local time in the first version', () => {
    const gap = readAvailabilityV2(of('end=2026-03-29T02:30:00.000&timezone=Europe/Paris'), NOW);
    expect(problemsOf(gap)).toEqual(['end time-gap']);
    expect(problemsOf(readAvailabilityV1(of('end=2026-03-29T02:30:00'), NOW))).toEqual(['end invalid-time']);
  });

  it('leaves milliseconds aside in the first version, which does not know them', () => {
    const reading = readAvailabilityV1(of('start-ms=x&end-ms=0'), NOW);
    expect(reading).toEqual({ ok: true, value: { start: NOW, reportBusy: false } });
  });

  it.each([
    ['start=x', ['start invalid-time']],
    ['start-ms=x', ['start-ms not-a-number']],
    ['end-ms=99999999999999999', ['end-ms not-a-number']],
    ['end-ms=999999999999999', ['end-ms out-of-bounds']],
    ['number-of-days=1.5', ['number-of-days not-a-number']],
    ['number-of-days=-1', ['number-of-days out-of-bounds']],
    ['max-time-slots=0&timezone=PST', ['timezone rejected', 'max-time-slots out-of-bounds']],
    [
      'end=2026-03-03T00:00:00Z&end-ms=1&number-of-days=1',
      ['end rejected', 'end-ms rejected', 'number-of-days rejected'],
    ],
  ])('is refused with every problem: %s', (query, problems) => {
    expect(problemsOf(readAvailabilityV2(of(query), NOW))).toEqual(problems);
  });
});

describe('an answer', () => {
  it('of the first version is read as it was written', () => {
    fc.assert(
      fc.property(anySlots, (slots) => {
        const written = JSON.parse(JSON.stringify(writeAvailabilityV1({ slots }))) as unknown;
        const value = { slots: slots.map(({ start, free }) => ({ start, free })) };
        expect(readSlotsV1(written)).toEqual({ ok: true, value });
      }),
    );
  });

  it('of the second version is read as it was written, with and without local times', () => {
    fc.assert(
      fc.property(anySlots, fc.constantFrom(undefined, 'Asia/Kolkata'), (slots, zone) => {
        const value = { slotMinutes: 15, slots };
        const written = JSON.parse(JSON.stringify(writeAvailabilityV2(value, zone))) as unknown;
        expect(readSlotsV2(written)).toEqual({ ok: true, value });
      }),
    );
  });

  it('may hold numbers as text, fractions, slots in any order, and keys of which nobody knows', () => {
    const [early, late] = ['2026-03-02T09:00:00Z', '2026-03-02T09:05:00.000Z'];
    expect(readSlotsV1({ [late]: '4', [early]: 5.9 })).toEqual({
      ok: true,
      value: {
        slots: [
          { start: NOW, free: 5 },
          { start: NOW + 300_000, free: 4 },
        ],
      },
    });
    const body = { durationMin: '5', more: 1, slots: [{ utcTime: late, capacity: '1', total: '2', x: 1 }] };
    expect(readSlotsV2(body)).toEqual({
      ok: true,
      value: { slotMinutes: 5, slots: [{ start: NOW + 300_000, free: 1, total: 2 }] },
    });
  });

  it('without slots has none', () => {
    expect(readSlotsV1({})).toEqual({ ok: true, value: { slots: [] } });
    expect(readSlotsV2({})).toEqual({ ok: true, value: { slots: [] } });
    expect(readSlotsV2({ slots: null, durationMin: null })).toEqual({ ok: true, value: { slots: [] } });
  });

  it('loses a slot that cannot be read, and its neighbours live', () => {
    const good = { utcTime: '2026-03-02T09:00:00Z', capacity: 1 };
    const broken = [
      null,
      7,
      {},
      { ...good, capacity: -1 },
      { ...good, capacity: 'many' },
      { ...good, utcTime: 'soon' },
    ];
    expect(readSlotsV2({ slots: [...broken, good] })).toEqual({
      ok: true,
      value: { slots: [{ start: NOW, free: 1 }] },
    });
    expect(readSlotsV2({ slots: broken }).ok).toBe(false);
    expect(readSlotsV1({ soon: 4, later: 5 }).ok).toBe(false);
  });

  it.each([null, 'x', [], 7])('is none: %j', (body) => {
    expect(readSlotsV1(body).ok).toBe(false);
    expect(readSlotsV2(body).ok).toBe(false);
  });

  it('whose slots are no list is none', () => {
    expect(readSlotsV2({ slots: {} }).ok).toBe(false);
  });
});

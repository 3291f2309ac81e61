import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/time-range.js';
import { monthDays, rangeOfDay, rangeOfMonth } from '../../src/domain/zone-days.js';
import { anyInstant, anyZone, DAY, HOUR } from './clocks.js';

const range = (start: string, next: string): object => ({ start: Date.parse(start), end: Date.parse(next) - 1 });

describe('the range of a day', () => {
  it.each([
    ['2026-06-10', 'Europe/Paris', '2026-06-09T22:00Z', 24],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00Z', 23],
    ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00Z', 25],
    ['2026-10-04', 'Australia/Lord_Howe', '2026-10-03T13:30Z', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00Z', 24.5],
    ['2026-03-29', 'Antarctica/Troll', '2026-03-29T00:00Z', 22],
  ])('%s in %s begins at %s and has %d hours', (day, zone, start, hours) => {
    const begin = Date.parse(start);
    expect(rangeOfDay(day, zone)).toEqual({ start: begin, end: begin + hours * HOUR - 1 });
  });

  it('begins after midnight where the clocks skip midnight', () => {
    expect(rangeOfDay('2026-03-29', 'Asia/Beirut')).toEqual(range('2026-03-28T22:00Z', '2026-03-29T21:00Z'));
  });

  it('holds both of two midnights', () => {
    expect(rangeOfDay('2026-11-01', 'America/Havana')).toEqual(range('2026-11-01T04:00Z', '2026-11-02T05:00Z'));
  });

  it('is none on a day that the zone left out, and its neighbours touch', () => {
    expect(rangeOfDay('2011-12-30', 'Pacific/Apia')).toBeUndefined();
    expect(rangeOfDay('2011-12-29', 'Pacific/Apia')).toEqual(range('2011-12-29T10:00Z', '2011-12-30T10:00Z'));
    expect(rangeOfDay('2011-12-31', 'Pacific/Apia')).toEqual(range('2011-12-30T10:00Z', '2011-12-31T10:00Z'));
  });

  it.each(['', '2026', '2026-02-30', '02-03', 'tomorrow'])('is none of what is no day: %j', (day) => {
    expect(rangeOfDay(day, 'Europe/Paris')).toBeUndefined();
  });

  it('holds the instants that another implementation counts to that day', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const { start = 0, end = 0 } = rangeOfDay(dayOf(instant, zone), zone) ?? {};
        expect(instant).toBeGreaterThanOrEqual(start);
        expect(instant).toBeLessThanOrEqual(end);
      }),
    );
  });
});

describe('the range of a month', () => {
  it('is that of its days', () => {
    expect(rangeOfMonth('2026-10', 'Europe/Paris')).toEqual(range('2026-09-30T22:00Z', '2026-10-31T23:00Z'));
    expect(rangeOfMonth('2028-02', 'UTC')).toEqual(range('2028-02-01', '2028-03-01'));
  });

  it('is one day shorter where the zone left one out', () => {
    const { start = 0, end = 0 } = rangeOfMonth('2011-12', 'Pacific/Apia') ?? {};
    expect((end + 1 - start) / DAY).toBe(30);
  });

  it.each(['', '2026', '2026-13', '2026-2'])('is none of what is no month: %j', (month) => {
    expect(rangeOfMonth(month, 'UTC')).toBeUndefined();
    expect(monthDays(month, 1)).toEqual([]);
  });
});

describe('the days of a month in weeks', () => {
  it.each([
    ['2026-11', 1, ['2026-10-26', '2026-12-06', 42]],
    ['2026-11', 7, ['2026-11-01', '2026-12-05', 35]],
    ['2026-11', 6, ['2026-10-31', '2026-12-04', 35]],
    ['2027-02', 1, ['2027-02-01', '2027-02-28', 28]],
  ])('%s that begin on weekday %i are %j', (month, weekStart, expected) => {
    const days = monthDays(month, weekStart);
    expect([days[0], days.at(-1), days.length]).toEqual(expected);
  });

  it('hold every day of the month once, in order, whatever day the week begins on', () => {
    const month = fc.tuple(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 7 }), ([year, number], weekStart) => {
        const text = `${year}-${String(number).padStart(2, '0')}`;
        const days = monthDays(text, weekStart);
        const inside = days.filter((day) => day.startsWith(text));
        expect(days.length % 7).toBe(0);
        expect(inside.length).toBe(new Date(Date.UTC(year, number, 0)).getUTCDate());
        expect(new Date(`${days[0]}T00:00Z`).getUTCDay()).toBe(weekStart % 7);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.length - inside.length).toBeLessThan(14);
      }),
      { numRuns: 200 },
    );
  });
});

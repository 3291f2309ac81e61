import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWallTime, wallTime } from '../../src/domain/schedule.js';
import { offsetText } from '../../src/domain/zone-offset.js';

const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Pacific/Apia',
];

describe('a wall-clock time in a zone', () => {
  it('is one instant on an ordinary day', () => {
    expect(wallTime('2026-03-04', '15:00', 'Asia/Kolkata')).toEqual({
      kind: 'instant',
      instant: Date.parse('2026-03-04T09:30:00Z'),
    });
  });

  it('does not exist while the clocks go forward', () => {
    expect(wallTime('2026-03-08', '02:30', 'America/New_York')).toEqual({ kind: 'gap' });
    expect(wallTime('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual({ kind: 'gap' });
    expect(wallTime('2026-03-29', '00:00', 'Asia/Beirut')).toEqual({ kind: 'gap' });
  });

  it('exists twice while the clocks go back', () => {
    expect(wallTime('2026-11-01', '01:30', 'America/New_York')).toEqual({
      kind: 'overlap',
      earlier: Date.parse('2026-11-01T05:30:00Z'),
      later: Date.parse('2026-11-01T06:30:00Z'),
    });
  });

  it('does not exist on a day that a zone skipped', () => {
    expect(wallTime('2011-12-30', '12:00', 'Pacific/Apia')).toEqual({ kind: 'gap' });
  });

  it.each([
    ['2026-02-30', '10:00', 'UTC'],
    ['2026-03-04', '24:30', 'UTC'],
    ['2026-03-04', '9:00', 'UTC'],
    ['2026-03-04', '09:00', 'Mars/Olympus'],
    ['', '', 'UTC'],
  ])('is invalid: %s %s %s', (day, time, zone) => {
    expect(wallTime(day, time, zone)).toEqual({ kind: 'invalid' });
  });

  it('read back from any minute of 2024 to 2030 is that minute again, or one of two', () => {
    const minute = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2031, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
        const instant = minutes * 60_000;
        const { day, time } = toWallTime(instant, zone);
        const read = wallTime(day, time, zone);
        const candidates =
          read.kind === 'instant' ? [read.instant] : read.kind === 'overlap' ? [read.earlier, read.later] : [];
        expect(candidates).toContain(instant);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the offset of the column title', () => {
  it.each([
    ['2017-07-05T00:00:00Z', 'Europe/Berlin', 'GMT+2'],
    ['2017-07-12T00:00:00Z', 'America/New_York', 'GMT-4'],
    ['2018-02-21T00:00:00Z', 'America/New_York', 'GMT-5'],
    ['2026-01-01T00:00:00Z', 'Asia/Kolkata', 'GMT+5:30'],
    ['2026-01-01T00:00:00Z', 'America/St_Johns', 'GMT-3:30'],
    ['2026-01-01T00:00:00Z', 'UTC', 'GMT'],
  ])('at %s in %s is %s', (instant, zone, text) => {
    expect(offsetText(Date.parse(instant), zone)).toBe(text);
  });
});

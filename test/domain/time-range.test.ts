import { describe, expect, it } from 'vitest';
import { RANGE_PRESETS, dayRange, daysOf, isTimeZone, presetRange, savedRange } from '../../src/domain/time-range.js';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

describe('preset ranges', () => {
  const now = at('2026-03-04T09:30:15.250Z');
  const zone = 'Asia/Kolkata';

  it('stand in the order of the selector', () => {
    expect(RANGE_PRESETS).toEqual([
      'last-24-hours',
      'last-7-days',
      'last-30-days',
      'today',
      'next-24-hours',
      'next-7-days',
      'next-30-days',
    ]);
  });

  it.each([
    ['last-24-hours', '2026-03-03T09:30:15.250Z', '2026-03-04T09:30:15.250Z'],
    ['last-7-days', '2026-02-24T18:30:00.000Z', '2026-03-04T09:30:15.250Z'],
    ['last-30-days', '2026-02-01T18:30:00.000Z', '2026-03-04T09:30:15.250Z'],
    ['today', '2026-03-03T18:30:00.000Z', '2026-03-04T18:29:59.999Z'],
    ['next-24-hours', '2026-03-04T09:30:15.250Z', '2026-03-05T09:30:15.250Z'],
    ['next-7-days', '2026-03-04T09:30:15.250Z', '2026-03-11T18:29:59.999Z'],
    ['next-30-days', '2026-03-04T09:30:15.250Z', '2026-04-03T18:29:59.999Z'],
  ] as const)('%s has exact bounds', (preset, start, end) => {
    expect(presetRange(preset, now, zone)).toEqual({ start: at(start), end: at(end) });
  });

  it('today has 23 hours when the clocks go forward', () => {
    const { start, end } = presetRange('today', at('2026-03-29T12:00:00Z'), 'Europe/Berlin');
    expect(end + 1 - start).toBe(23 * HOUR);
  });

  it('today has 25 hours when the clocks go back', () => {
    const { start, end } = presetRange('today', at('2026-11-01T15:00:00Z'), 'America/New_York');
    expect(end + 1 - start).toBe(25 * HOUR);
  });

  it('a change of half an hour counts half an hour', () => {
    const { start, end } = presetRange('today', at('2026-10-04T03:00:00Z'), 'Australia/Lord_Howe');
    expect(end + 1 - start).toBe(23.5 * HOUR);
  });

  it('today begins at one where midnight does not exist', () => {
    const { start } = presetRange('today', at('2026-03-29T12:00:00Z'), 'Asia/Beirut');
    expect(new Date(start).toISOString()).toBe('2026-03-28T22:00:00.000Z');
  });

  it('seven days cross a change of the clocks by calendar days, not by hours', () => {
    const { start } = presetRange('last-7-days', at('2026-03-30T10:00:00Z'), 'Europe/Berlin');
    expect(new Date(start).toISOString()).toBe('2026-03-22T23:00:00.000Z');
  });
});

describe('custom ranges', () => {
  it('one day is a range', () => {
    expect(dayRange({ from: '2026-07-04', to: '2026-07-04' }, 'UTC')).toEqual({
      start: at('2026-07-04T00:00:00.000Z'),
      end: at('2026-07-04T23:59:59.999Z'),
    });
  });

  it('refuses an end before the start', () => {
    expect(dayRange({ from: '2026-07-05', to: '2026-07-04' }, 'UTC')).toEqual({ problem: 'range-order' });
  });

  it('takes 31 days and refuses 32', () => {
    expect(dayRange({ from: '2026-03-15', to: '2026-04-14' }, 'Europe/Berlin')).toHaveProperty('start');
    expect(dayRange({ from: '2026-03-15', to: '2026-04-15' }, 'Europe/Berlin')).toEqual({ problem: 'range-too-long' });
  });

  it.each(['', '2026-02-30', '04/07/2026', '2026-7-4'])('refuses %j as a date', (from) => {
    expect(dayRange({ from, to: '2026-07-04' }, 'UTC')).toEqual({ problem: 'invalid-date' });
  });

  it('is pre-filled with the days of any preset, and these are accepted again', () => {
    const now = at('2026-03-28T23:30:00Z');
    for (const preset of RANGE_PRESETS) {
      for (const zone of ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'UTC']) {
        const range = presetRange(preset, now, zone);
        expect(dayRange(daysOf(range, zone), zone)).toHaveProperty('start');
      }
    }
  });

  it('saved ranges count whole days from today', () => {
    const saved = { id: 'a', name: 'Around today', startOffset: -1, endOffset: 1 };
    expect(savedRange(saved, at('2026-03-04T22:00:00Z'), 'Asia/Kolkata')).toEqual({
      start: at('2026-03-03T18:30:00.000Z'),
      end: at('2026-03-06T18:29:59.999Z'),
    });
  });
});

describe('time zones', () => {
  it.each(['Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'UTC'])('%s is one', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(['GMT+2', 'EST', '', 'Mars/Olympus', '+02:00'])('%j is none', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

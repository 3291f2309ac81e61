import { describe, expect, it } from 'vitest';
import { clockReading, isUncivil } from '../../src/domain/clocks.js';

const at = (text: string): number => Date.parse(text);

describe('what a clock shows', () => {
  it.each([
    ['2026-03-09T09:05Z', 'Europe/Paris', { day: '2026-03-09', time: '10:05', offset: 60, dayShift: 0 }],
    ['2026-03-09T20:30Z', 'Asia/Kathmandu', { day: '2026-03-10', time: '02:15', offset: 345, dayShift: 1 }],
    ['2026-03-09T02:00Z', 'America/St_Johns', { day: '2026-03-08', time: '23:30', offset: -150, dayShift: -1 }],
    ['2026-03-09T09:05:07Z', 'UTC', { day: '2026-03-09', time: '09:05:07', offset: 0, dayShift: 0 }],
  ])('at %s in %s, beside one in UTC', (instant, zone, expected) => {
    expect(clockReading(at(instant), zone, 'UTC')).toEqual(expected);
  });

  it('can be two days ahead of another one', () => {
    const { dayShift } = clockReading(at('2026-03-09T10:30Z'), 'Pacific/Kiritimati', 'Pacific/Niue');
    expect(dayShift).toBe(2);
  });

  it('is that of UTC where there is no such zone', () => {
    expect(clockReading(0, 'Mars/Olympus')).toEqual({ day: '1970-01-01', time: '00:00', offset: 0, dayShift: 0 });
  });
});

describe('the night of a customer', () => {
  it.each([
    ['2026-07-01T05:59:59Z', true],
    ['2026-07-01T06:00:00Z', false],
    ['2026-07-01T18:59:59Z', false],
    ['2026-07-01T19:00:00Z', true],
    ['2026-07-01T22:00:00Z', true],
  ])('at %s in Paris: %s', (instant, expected) => {
    expect(isUncivil(at(instant), 'Europe/Paris')).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { readWireTime, toWireTime } from '../../src/wire/time.js';
import { anything, fc } from './arbitraries.js';

describe('a time of the wire', () => {
  it('has milliseconds and a Z', () => {
    expect(toWireTime(Date.UTC(2013, 4, 28, 15, 30))).toBe('2013-05-28T15:30:00.000Z');
  });

  it.each([
    ['2013-05-28T15:30:00.000Z', Date.UTC(2013, 4, 28, 15, 30)],
    ['2013-05-28T15:30:00Z', Date.UTC(2013, 4, 28, 15, 30)],
    ['2013-05-28T15:30:00.5Z', Date.UTC(2013, 4, 28, 15, 30, 0, 500)],
    ['2013-05-28T15:30:00.123456Z', Date.UTC(2013, 4, 28, 15, 30, 0, 123)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('%s is read', (text, instant) => {
    expect(readWireTime(text)).toBe(instant);
  });

  it.each([
    '2013-05-28T15:30:00',
    '2013-05-28T15:30:00+00:00',
    '2013-05-28 15:30:00Z',
    '2013-05-28',
    '2023-02-29T00:00:00Z',
    '2100-02-29T00:00:00Z',
    '2013-04-31T00:00:00Z',
    '2013-00-10T00:00:00Z',
    '2013-13-10T00:00:00Z',
    '2013-05-28T24:00:00Z',
    '2013-05-28T15:60:00Z',
    '2013-05-28T15:30:60Z',
    '0013-05-28T15:30:00Z',
    ' 2013-05-28T15:30:00Z',
    '1369755000000',
    '',
  ])('%j is none', (text) => {
    expect(readWireTime(text)).toBeUndefined();
  });

  it('is read as it was written', () => {
    const first = Date.UTC(1000, 0, 1);
    const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (instant) => {
        expect(readWireTime(toWireTime(instant))).toBe(instant);
      }),
    );
  });

  it('is never found in anything else', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const instant = readWireTime(value);
        if (instant !== undefined) expect(toWireTime(instant).slice(0, 19)).toBe(String(value).slice(0, 19));
      }),
    );
  });
});

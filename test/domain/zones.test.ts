import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../src/domain/zones.js';
import type { Zone } from '../../src/domain/zones.js';
import { anyInstant, anyZone, DAY, HOUR, MINUTE, zoneNamed } from './clocks.js';

const at = (text: string): number => Date.parse(text);

describe('a zone', () => {
  it.each([
    ['2026-03-29T00:59:59.999Z', 'Europe/Paris', 1],
    ['2026-03-29T01:00:00.000Z', 'Europe/Paris', 2],
    ['2026-11-01T05:59:59.999Z', 'America/New_York', -4],
    ['2026-11-01T06:00:00.000Z', 'America/New_York', -5],
    ['2026-04-04T14:59:59.999Z', 'Australia/Lord_Howe', 11],
    ['2026-04-04T15:00:00.000Z', 'Australia/Lord_Howe', 10.5],
    ['2026-06-01T00:00:00.000Z', 'Asia/Kolkata', 5.5],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', -10],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', 14],
    ['2026-01-01T00:00:00.000Z', 'UTC', 0],
  ])('at %s in %s is so many hours off', (text, id, hours) => {
    expect(zoneNamed(id).offsetAt(at(text))).toBe(hours * HOUR);
  });

  it('agrees with another implementation at any minute', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, id) => {
        const other = DateTime.fromMillis(instant, { zone: id }).offset * MINUTE;
        expect(zoneNamed(id).offsetAt(instant)).toBe(other);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes where it says it changes, and its spans leave no hole', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 500 }), anyZone, (start, days, id) => {
        const zone = zoneNamed(id);
        const end = start + days * DAY;
        const spans = [...zone.spans(start, end)];
        expect([spans[0]?.start, spans.at(-1)?.end]).toEqual([start, end]);
        for (const [index, span] of spans.entries()) {
          expect(zone.offsetAt(span.start)).toBe(span.offset);
          expect(zone.offsetAt(span.end - 1)).toBe(span.offset);
          expect(spans[index + 1]?.start ?? end).toBe(span.end);
          expect(spans[index + 1]?.offset).not.toBe(span.offset);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows at every instant of a reading that reading, and at no other', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, id) => {
        const zone = zoneNamed(id);
        const instants = zone.instantsOf(zone.readingAt(instant));
        expect(instants).toContain(instant);
        for (const found of instants) expect(zone.readingAt(found)).toBe(zone.readingAt(instant));
      }),
    );
  });

  it.each([
    ['what the clocks skip', 'Europe/Paris', '2026-03-29T02:30:00Z', []],
    ['what they show twice', 'Europe/Paris', '2026-10-25T02:30:00Z', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']],
    ['a day that is left out', 'Pacific/Apia', '2011-12-30T12:00:00Z', []],
    [
      'half an hour shown twice',
      'Australia/Lord_Howe',
      '2026-04-05T01:45:00Z',
      ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
    ],
  ])('knows %s', (_, id, reading, instants) => {
    expect(zoneNamed(id).instantsOf(at(reading))).toEqual(instants.map(at));
  });

  it('answers at the ends of time', () => {
    const zone: Zone = zoneNamed('Europe/Paris');
    expect(Number.isFinite(zone.offsetAt(8.64e15))).toBe(true);
    expect(Number.isFinite(zone.offsetAt(-8.64e15))).toBe(true);
  });
});

describe('the name of a zone', () => {
  it.each(['', 'EST', 'CET', '+02:00', 'GMT+2', 'Mars/Olympus', '../etc', '1'])('is not %j', (id) => {
    expect(zoneOf(id)).toBeUndefined();
  });

  it.each(['UTC', 'GMT', 'Europe/Paris', 'europe/paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+2'])(
    'may be %s',
    (id) => {
      expect(zoneOf(id)).toBeDefined();
    },
  );
});

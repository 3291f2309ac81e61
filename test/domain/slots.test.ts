import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapacity } from '../../src/domain/capacity.js';
import { isOpenAt, readOfficeHours } from '../../src/domain/office-hours.js';
import { BUCKET_MINUTES, bucketOf, nearestFreeSlots, slotsBetween } from '../../src/domain/slots.js';
import type { Slot, SlotPlan } from '../../src/domain/slots.js';
import type { Options } from '../../src/domain/service.js';
import { anyInstant, anyZone, DAY, HOUR, MINUTE } from './clocks.js';

const NOTHING = (): number => 0;
const START = Date.UTC(2026, 2, 2, 9);

function plan(wish: Partial<Omit<SlotPlan, 'hours'>> & { readonly hours?: Options } = {}): SlotPlan {
  const { hours, ...rest } = wish;
  const reading = hours === undefined ? undefined : readOfficeHours(hours);
  if (reading?.ok === false) throw new Error('The hours cannot be read.');
  return { bucketMinutes: 5, capacity: 2, ...rest, ...(reading && { hours: reading.value }) };
}

function starts(slots: Iterable<Slot>): readonly string[] {
  return [...slots].map(({ start }) => new Date(start).toISOString().slice(11, 16));
}

describe('a bucket', () => {
  it.each([
    [5, '09:17', '09:15'],
    [20, '09:59', '09:40'],
    [60, '09:59', '09:00'],
    [120, '09:59', '08:00'],
    [120, '10:00', '10:00'],
  ])('of %i minutes holds %s from %s', (minutes, time, start) => {
    const instant = Date.parse(`2026-03-02T${time}:59.999Z`);
    expect(bucketOf(instant, minutes)).toBe(Date.parse(`2026-03-02T${start}:00Z`));
  });

  it('begins at the hour of UTC whatever the zone', () => {
    const hours = { _timezone: 'Asia/Kolkata', _bh_regular1: 'Mon-Sun 09:00-12:00' };
    const slots = slotsBetween(plan({ bucketMinutes: 60, hours }), START - 9 * HOUR, START, NOTHING);
    // 09:30, 10:30 and 11:30 in India.
    expect(starts(slots)).toEqual(['04:00', '05:00', '06:00']);
  });
});

describe('slots', () => {
  it('begin between the two ends, both included', () => {
    expect(starts(slotsBetween(plan(), START, START + 10 * MINUTE, NOTHING))).toEqual(['09:00', '09:05', '09:10']);
    expect(starts(slotsBetween(plan(), START + 1, START + 10 * MINUTE - 1, NOTHING))).toEqual(['09:05']);
    expect(starts(slotsBetween(plan(), START, START, NOTHING))).toEqual(['09:00']);
    expect(starts(slotsBetween(plan(), START + 1, START, NOTHING))).toEqual([]);
  });

  it('know what is left, which is never less than nothing', () => {
    const booked = (start: number): number => (start === START ? 1 : 3);
    expect([...slotsBetween(plan(), START, START + 5 * MINUTE, booked)]).toEqual([
      { start: START, total: 2, free: 1 },
      { start: START + 5 * MINUTE, total: 2, free: 0 },
    ]);
  });

  it('take what the hour takes in which they begin', () => {
    const reading = readCapacity({ _capacity_1: '{"1":{"0800":1,"0900":6}}' });
    if (!reading.ok) throw new Error('The capacity cannot be read.');
    const slots = slotsBetween(plan({ bucketMinutes: 120, capacity: reading.value }), START - HOUR, START, NOTHING);
    expect([...slots]).toEqual([{ start: START - HOUR, total: 1, free: 1 }]);
  });

  it('are made as they are asked for', () => {
    const asked: number[] = [];
    const slots = slotsBetween(plan(), START, START + 10_000 * DAY, (start) => asked.push(start));
    expect(slots.next().done).toBe(false);
    expect(asked).toEqual([START]);
  });

  it('of any plan begin on the grid, at an open time, each once and none is missing', () => {
    const hours = fc.constantFrom('Mon-Sun 01:00-03:30', 'Mon-Fri 08:10-20:00', 'Sun 00:00-24:00');
    fc.assert(
      fc.property(anyInstant, anyZone, hours, fc.constantFrom(...BUCKET_MINUTES), (start, zone, text, minutes) => {
        const found = plan({ bucketMinutes: minutes, hours: { _timezone: zone, _bh_regular1: text } });
        const expected: number[] = [];
        for (let at = Math.ceil(start / MINUTE) * MINUTE; at <= start + 2 * DAY; at += MINUTE) {
          const isStart = bucketOf(at, minutes) === at;
          if (isStart && found.hours !== undefined && isOpenAt(found.hours, at)) expected.push(at);
        }
        expect([...slotsBetween(found, start, start + 2 * DAY, NOTHING)].map((slot) => slot.start)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the nearest free slots', () => {
  const full = (start: number): number => (start < START || start > START + 5 * MINUTE ? 0 : 2);
  const search = (from: number, to: number, count: number): readonly string[] =>
    starts(nearestFreeSlots(plan(), { from, to, count }, full));

  it('ahead come in order, full ones left out', () => {
    expect(search(START, START + DAY, 2)).toEqual(['09:10', '09:15']);
  });

  it('back in time come nearest first', () => {
    expect(search(START + 9 * MINUTE, START - DAY, 3)).toEqual(['08:55', '08:50', '08:45']);
  });

  it('are looked for no further than said', () => {
    expect(search(START, START + 10 * MINUTE, 9)).toEqual(['09:10']);
    expect(search(START, START - 10 * MINUTE, 9)).toEqual(['08:55', '08:50']);
    expect(search(START, START, 9)).toEqual([]);
  });

  it('are found across a weekend, in both directions', () => {
    const hours = { _bh_regular1: 'Mon-Fri 08:00-18:00' };
    const sunday = Date.UTC(2026, 2, 8, 12);
    const find = (to: number): string[] =>
      nearestFreeSlots(plan({ hours }), { from: sunday, to, count: 1 }, NOTHING).map(({ start }) =>
        new Date(start).toISOString(),
      );
    expect(find(sunday + 14 * DAY)).toEqual(['2026-03-09T08:00:00.000Z']);
    expect(find(sunday - 14 * DAY)).toEqual(['2026-03-06T17:55:00.000Z']);
  });

  it('on both sides are the free slots around', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 9 }), (minutes, count) => {
        const from = START + minutes * MINUTE;
        const taken = (start: number): number => (Math.floor(start / 900_000) % 3 === 0 ? 2 : 0);
        const all = [...slotsBetween(plan(), from - DAY, from + DAY, taken)].filter(({ free }) => free > 0);
        const ahead = all.filter(({ start }) => start >= from).slice(0, count);
        const back = all
          .filter(({ start }) => start <= from)
          .reverse()
          .slice(0, count);
        expect(nearestFreeSlots(plan(), { from, to: from + DAY, count }, taken)).toEqual(ahead);
        expect(nearestFreeSlots(plan(), { from, to: from - DAY, count }, taken)).toEqual(back);
      }),
    );
  });
});

it('a month that is always open has every slot once, though the clocks change in it', () => {
  const hours = { _timezone: 'Europe/Paris', _bh_regular1: 'Mon-Sun 00:00-24:00' };
  const slots = [...slotsBetween(plan({ hours }), START, START + 30 * DAY - 1, NOTHING)];
  expect(slots.map(({ start }) => start)).toEqual(Array.from({ length: 30 * 288 }, (_, n) => START + n * 5 * MINUTE));
});

import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { capacityAt, readCapacity } from '../../src/domain/capacity.js';
import type { Capacity } from '../../src/domain/capacity.js';
import { isOpenAt, readOfficeHours } from '../../src/domain/office-hours.js';
import type { Period } from '../../src/domain/office-hours.js';
import { BUCKET_MINUTES, bucketAt, nearestFreeSlots, roomAt, slotsBetween } from '../../src/domain/slots.js';
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

function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}00`;
}

/** Some hours that take so many callbacks, on every day. */
function capacity(zone: string, hours: Readonly<Record<string, number>>): Capacity {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day): [string, string] => [
    `_capacity_${day}`,
    JSON.stringify({ [day]: hours }),
  ]);
  const reading = readCapacity({ _timezone: zone, ...Object.fromEntries(days) });
  if (!reading.ok) throw new Error('The capacity cannot be read.');
  return reading.value;
}

/** The local times of slots. */
function local(slots: Iterable<Slot>, zone: string): readonly string[] {
  return [...slots].map(({ start }) => DateTime.fromMillis(start, { zone }).toFormat('HH:mm'));
}

describe('a bucket', () => {
  const span = (found: SlotPlan, instant: string): string => {
    const { start, end } = bucketAt(found, Date.parse(instant));
    return `${new Date(start).toISOString().slice(11, 16)}-${new Date(end).toISOString().slice(11, 16)}`;
  };

  it.each([
    [5, '09:17', '09:15-09:20'],
    [20, '09:59', '09:40-10:00'],
    [60, '09:59', '09:00-10:00'],
    [120, '09:59', '08:00-10:00'],
    [120, '10:00', '10:00-12:00'],
  ])('of %i minutes that holds %s is %s in UTC', (bucketMinutes, time, expected) => {
    expect(span(plan({ bucketMinutes }), `2026-03-02T${time}:59.999Z`)).toBe(expected);
  });

  it.each([
    ['Asia/Kolkata', 60, '03:30-04:30'],
    ['Asia/Kolkata', 120, '02:30-04:30'],
    ['Asia/Kathmandu', 60, '03:15-04:15'],
    ['Asia/Kathmandu', 30, '03:45-04:15'],
    ['Europe/Paris', 120, '03:00-05:00'],
  ])('lies on the hours of the clock in %s: %i minutes are %s', (zone, bucketMinutes, expected) => {
    const hours = { _timezone: zone, _bh_regular1: 'Mon-Sun 00:00-24:00' };
    expect(span(plan({ bucketMinutes, hours }), '2026-03-02T04:10:00Z')).toBe(expected);
  });

  it('lies on the hours of the capacity rather than on those of the office', () => {
    const hours = { _timezone: 'Europe/Paris', _bh_regular1: 'Mon-Sun 00:00-24:00' };
    const found = plan({ bucketMinutes: 60, hours, capacity: capacity('Asia/Kolkata', {}) });
    expect(span(found, '2026-03-02T04:10:00Z')).toBe('03:30-04:30');
  });

  it.each([
    // 01:59 is followed by 03:00, later 02:59 by 02:00, and in Lord Howe 01:59 by 02:30, later by 01:30.
    ['Europe/Paris', '2026-03-29T00:30:00Z', '23:00-01:00'],
    ['Europe/Paris', '2026-03-29T01:30:00Z', '01:00-02:00'],
    ['Europe/Paris', '2026-10-25T00:30:00Z', '00:00-01:00'],
    ['Europe/Paris', '2026-10-25T01:30:00Z', '01:00-03:00'],
    ['Australia/Lord_Howe', '2026-10-03T15:29:00Z', '13:30-15:30'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '15:30-17:00'],
    ['Australia/Lord_Howe', '2026-04-04T14:59:00Z', '13:00-15:00'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '15:00-15:30'],
  ])('ends where the clocks of %s change: %s is in %s', (zone, instant, expected) => {
    const hours = { _timezone: zone, _bh_regular1: 'Mon-Sun 00:00-24:00' };
    expect(span(plan({ bucketMinutes: 120, hours }), instant)).toBe(expected);
  });

  it('is one of many that leave no instant out and share none', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, fc.constantFrom(...BUCKET_MINUTES), (instant, zone, bucketMinutes) => {
        const found = plan({ bucketMinutes, hours: { _timezone: zone } });
        const bucket = bucketAt(found, instant);
        const { start, end } = bucket;
        expect(instant >= start && instant < end && end - start <= bucketMinutes * MINUTE).toBe(true);
        expect([bucketAt(found, start), bucketAt(found, end - 1)]).toEqual([bucket, bucket]);
        expect([bucketAt(found, start - 1).end, bucketAt(found, end).start]).toEqual([start, end]);
        const wall = DateTime.fromMillis(start, { zone });
        const isOnGrid = (wall.hour * 60 + wall.minute) % bucketMinutes === 0;
        expect(isOnGrid || wall.offset !== DateTime.fromMillis(start - 1, { zone }).offset).toBe(true);
      }),
      { numRuns: 300 },
    );
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
    const booked = ({ start }: Period): number => (start === START ? 1 : 3);
    expect([...slotsBetween(plan(), START, START + 5 * MINUTE, booked)]).toEqual([
      { start: START, total: 2, free: 1 },
      { start: START + 5 * MINUTE, total: 2, free: 0 },
    ]);
  });

  it('begin with the first open time of their bucket', () => {
    const hours = {
      _timezone: 'Asia/Kathmandu',
      _bh_regular1: 'Mon-Sun 08:30-10:15',
      _bh_regular2: 'Mon-Sun 10:40-12:00',
    };
    const found = plan({ bucketMinutes: 60, hours });
    const day = Date.UTC(2026, 2, 2);
    const all = local(slotsBetween(found, day, day + DAY, NOTHING), 'Asia/Kathmandu');
    expect(all).toEqual(['08:30', '09:00', '10:00', '11:00']);
    // From 10:40 the bucket of 10 o'clock is open again, but it was offered at its first time.
    const again = DateTime.fromISO('2026-03-02T10:01', { zone: 'Asia/Kathmandu' }).toMillis();
    expect(local(slotsBetween(found, again, again + HOUR, NOTHING), 'Asia/Kathmandu')).toEqual(['11:00']);
  });

  it('of two hours take the larger number of their open hours, and none in an hour of 0', () => {
    const numbers = { '0000': 1, '0100': 6, '0200': 0, '0300': 2, '0400': 3, '0500': 0, '0800': 5, '0900': 1 };
    const hours = { _bh_regular1: 'Mon-Sun 00:00-08:00', _bh_regular2: 'Mon-Sun 09:00-12:00' };
    const found = plan({ bucketMinutes: 120, hours, capacity: capacity('UTC', numbers) });
    const day = Date.UTC(2026, 2, 2);
    const all = [...slotsBetween(found, day, day + 11 * HOUR, NOTHING)];
    expect(all.map(({ start, total }) => [(start - day) / HOUR, total])).toEqual([
      [0, 6],
      [3, 2],
      [4, 3],
      [6, 0],
      [9, 1],
      [10, 0],
    ]);
    const rooms = [0, 1, 2, 3, 4, 5, 6, 8, 9].map((hour) => roomAt(found, day + hour * HOUR, NOTHING));
    expect(rooms).toEqual([6, 6, 0, 2, 3, 0, 0, undefined, 1]);
  });

  it('are made as they are asked for', () => {
    const asked: number[] = [];
    const slots = slotsBetween(plan(), START, START + 10_000 * DAY, ({ start }) => asked.push(start));
    expect(slots.next().done).toBe(false);
    expect(asked).toEqual([START]);
  });

  it('of any plan are what a wish finds: minute by minute, the same times, the same places', () => {
    const hours = fc.constantFrom(
      'Mon-Sun 01:00-03:30',
      'Mon-Fri 08:10-19:47',
      'Sun 00:00-24:00',
      'Mon-Sun 23:05-23:06',
    );
    const numbers = fc.option(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 24, maxLength: 24 }));
    const any = fc.record({
      start: anyInstant,
      zone: anyZone,
      other: fc.option(anyZone),
      hours,
      numbers,
      bucketMinutes: fc.constantFrom(...BUCKET_MINUTES),
      booked: fc.nat(3),
    });
    fc.assert(
      fc.property(any, ({ start, zone, other, numbers: byHour, booked, ...rest }) => {
        const perHour = Object.fromEntries((byHour ?? []).map((count, hour) => [hourName(hour), count]));
        const found = plan({
          bucketMinutes: rest.bucketMinutes,
          hours: { _timezone: zone, _bh_regular1: rest.hours, _bh_regular2: 'Mon-Sun 03:40-04:20' },
          ...(byHour !== null && { capacity: capacity(other ?? zone, perHour) }),
        });
        const bookedIn = (bucket: Period): number => (bucket.start / (5 * MINUTE) + booked) % 3;
        const end = start + 2 * DAY;
        const buckets = new Map<number, { start: number; total: number; free: number }>();
        for (let at = start - 3 * HOUR; at <= end + 3 * HOUR; at += MINUTE) {
          if (found.hours === undefined || !isOpenAt(found.hours, at)) continue;
          const bucket = bucketAt(found, at);
          const takes = typeof found.capacity === 'number' ? found.capacity : capacityAt(found.capacity, at);
          const known = buckets.get(bucket.start) ?? { start: at, total: 0, free: 0 };
          if (known.total === 0 && takes > 0) known.start = at;
          known.total = Math.max(known.total, takes);
          known.free = Math.max(0, known.total - bookedIn(bucket));
          buckets.set(bucket.start, known);
        }
        const expected = [...buckets.values()].filter((slot) => slot.start >= start && slot.start <= end);
        expect([...slotsBetween(found, start, end, bookedIn)]).toEqual(expected);
        for (let at = start; at <= end; at += 7 * MINUTE) {
          const isOpen = found.hours !== undefined && isOpenAt(found.hours, at);
          const takes = typeof found.capacity === 'number' ? found.capacity : capacityAt(found.capacity, at);
          const slot = buckets.get(bucketAt(found, at).start);
          expect(roomAt(found, at, bookedIn)).toBe(isOpen ? (takes === 0 ? 0 : slot?.free) : undefined);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the nearest free slots', () => {
  const full = ({ start }: Period): number => (start < START || start > START + 5 * MINUTE ? 0 : 2);
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

  it('pass over a year in which nobody is there without a look at each bucket', () => {
    const reading = readCapacity({ _capacity_add: '[{"2027-03-02":{"0900":1}}]' });
    if (!reading.ok) throw new Error('The capacity cannot be read.');
    let looks = 0;
    const count = (): number => (looks += 1) * 0;
    const found = nearestFreeSlots(
      plan({ capacity: reading.value }),
      { from: START, to: START + 400 * DAY, count: 1 },
      count,
    );
    expect(found).toEqual([{ start: Date.UTC(2027, 2, 2, 9), total: 1, free: 1 }]);
    expect(looks).toBe(1);
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
        const taken = ({ start }: Period): number => (Math.floor(start / 900_000) % 3 === 0 ? 2 : 0);
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

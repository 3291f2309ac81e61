import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailableSlot, SlotKnowledge } from '../../src/domain/availability.js';
import { readOfficeHours } from '../../src/domain/office-hours.js';
import type { Options } from '../../src/domain/service.js';
import { offersAnyTime, slotDays } from '../../src/domain/slot-days.js';
import type { SlotContext } from '../../src/domain/slot-times.js';
import { BUCKET_MINUTES, slotsBetween } from '../../src/domain/slots.js';
import type { SlotPlan } from '../../src/domain/slots.js';
import { dayOf } from '../../src/domain/time-range.js';
import { monthDays, rangeOfDay, rangeOfMonth } from '../../src/domain/zone-days.js';
import { anyInstant, anyZone, DAY, HOUR, MINUTE } from './clocks.js';

const PARIS = 'Europe/Paris';
const at = (text: string): number => Date.parse(text);

function context(more: Partial<SlotContext> = {}): SlotContext {
  return { zone: PARIS, now: at('2026-06-10T07:02Z'), latest: Infinity, ...more };
}

/** What is known of June 2026 in Paris, or of another range. */
function knowing(slots: readonly AvailableSlot[], more: Partial<SlotKnowledge> = {}): SlotKnowledge {
  const range = rangeOfMonth('2026-06', PARIS) ?? { start: 0, end: 0 };
  return { serviceName: 'support', range, loading: false, answer: { slotMinutes: 30, slots }, ...more };
}

/** Slots of half an hour one after the other. */
function slots(from: string, to: string, more: Partial<AvailableSlot> = {}): readonly AvailableSlot[] {
  const count = (at(to) - at(from)) / (30 * MINUTE);
  return Array.from({ length: count }, (_, index) => ({
    start: at(from) + index * 30 * MINUTE,
    free: 2,
    total: 2,
    ...more,
  }));
}

function planOf(bucketMinutes: number, options: Options | undefined): SlotPlan {
  const hours = options && readOfficeHours(options);
  if (hours?.ok === false) throw new Error('The hours cannot be read.');
  return { bucketMinutes, capacity: 2, ...(hours && { hours: hours.value }) };
}

describe('what is free on a day', () => {
  const found = (
    day: string,
    knowledge: SlotKnowledge | undefined,
    seen: SlotContext = context(),
  ): readonly unknown[] => {
    const [only] = slotDays([day], knowledge, seen);
    return [only?.status, only?.free, only?.openSlots];
  };

  it('is counted by the clock of the zone, in places and in slots', () => {
    const knowledge = knowing([
      ...slots('2026-06-11T20:00Z', '2026-06-12T00:00Z'),
      { start: at('2026-06-12T00:00Z'), free: 0, total: 2 },
    ]);
    expect(found('2026-06-11', knowledge)).toEqual(['open', 8, 4]);
    expect(found('2026-06-12', knowledge)).toEqual(['open', 8, 4]);
    expect(found('2026-06-11', knowledge, context({ zone: 'UTC' }))).toEqual(['open', 16, 8]);
  });

  it('is nothing on a busy day and on a closed one, and these are told apart', () => {
    const knowledge = knowing(slots('2026-06-11T08:00Z', '2026-06-11T10:00Z', { free: 0 }));
    expect(found('2026-06-11', knowledge)).toEqual(['busy', 0, 0]);
    expect(found('2026-06-12', knowledge)).toEqual(['closed', 0, 0]);
  });

  it('is nothing where every slot takes nobody: the day is closed', () => {
    const knowledge = knowing([
      ...slots('2026-06-11T08:00Z', '2026-06-11T10:00Z', { free: 0, total: 0 }),
      ...slots('2026-06-12T08:00Z', '2026-06-12T10:00Z'),
    ]);
    expect(found('2026-06-11', knowledge)).toEqual(['closed', 0, 0]);
  });

  it('is taken where the server does not tell whether a day is busy or closed', () => {
    const [first] = slots('2026-06-11T08:00Z', '2026-06-11T08:30Z');
    const free = { start: first?.start ?? 0, free: 1 };
    expect(found('2026-06-12', knowing([free]))).toEqual(['taken', 0, 0]);
    expect(found('2026-06-12', knowing([], { answer: { slots: [] } }))).toEqual(['taken', 0, 0]);
  });

  it('is closed where an answer that tells full slots has none', () => {
    expect(found('2026-06-12', knowing([]))).toEqual(['closed', 0, 0]);
  });

  it('is what begins after now: a slot that has begun is past', () => {
    const knowledge = knowing(slots('2026-06-10T06:00Z', '2026-06-10T09:00Z'));
    expect(found('2026-06-10', knowledge, context({ now: at('2026-06-10T07:00Z') }))).toEqual(['open', 6, 3]);
    expect(found('2026-06-10', knowledge, context({ now: at('2026-06-10T08:30Z') }))).toEqual(['closed', 0, 0]);
  });

  it('is past or beyond by the whole day', () => {
    const latest = at('2026-06-12T12:00Z');
    const knowledge = knowing(slots('2026-06-12T11:00Z', '2026-06-12T13:00Z'));
    const statuses = slotDays(['2026-06-09', '2026-06-10', '2026-06-12', '2026-06-13'], knowledge, context({ latest }));
    expect(statuses.map(({ status, openSlots }) => [status, openSlots])).toEqual([
      ['past', 0],
      ['closed', 0],
      ['open', 3],
      ['beyond', 0],
    ]);
  });

  it('is unknown where nothing was asked, nothing answered, or something else asked', () => {
    const { answer: _, ...unanswered } = knowing([]);
    expect(found('2026-06-11', undefined)).toEqual(['unknown', 0, 0]);
    expect(found('2026-06-11', unanswered)).toEqual(['unknown', 0, 0]);
    expect(found('2026-07-01', knowing([]))).toEqual(['unknown', 0, 0]);
    expect(found('2026-06-30', knowing([]), context({ zone: 'America/New_York' }))).toEqual(['unknown', 0, 0]);
    expect(found('2026-06-01', knowing([]), context({ zone: 'Asia/Kathmandu', now: 0 }))).toEqual(['unknown', 0, 0]);
  });

  it('needs to be known of what is left of the day only', () => {
    const range = { start: at('2026-06-10T07:00Z'), end: at('2026-06-12T12:00Z') };
    const seen = context({ latest: at('2026-06-12T12:00Z') });
    expect(found('2026-06-10', knowing([], { range }), seen)).toEqual(['closed', 0, 0]);
    expect(found('2026-06-12', knowing([], { range }), seen)).toEqual(['closed', 0, 0]);
  });

  it('is nothing on a day that the zone left out', () => {
    expect(found('2011-12-30', undefined, context({ zone: 'Pacific/Apia', now: 0 }))).toEqual(['closed', 0, 0]);
  });

  it('is found for every day that is asked for, in that order', () => {
    const days = monthDays('2026-06', 1);
    expect(slotDays(days, knowing([]), context()).map(({ day }) => day)).toEqual(days);
  });

  it('is every slot once, in any zone', () => {
    const month = knowing(slots('2026-06-01T00:00Z', '2026-07-01T00:00Z'));
    for (const zone of ['Asia/Kathmandu', 'Pacific/Kiritimati', 'America/St_Johns']) {
      const days = slotDays(monthDays('2026-06', 7), month, context({ zone, now: 0 }));
      expect(days.reduce((sum, { openSlots }) => sum + openSlots, 0)).toBe(month.answer?.slots.length);
    }
  });
});

describe('a day on which any time can be wished for', () => {
  const DAY_OF_CHANGE = '2026-10-25';
  const range = rangeOfMonth('2026-10', PARIS) ?? { start: 0, end: 0 };
  const whole = slots('2026-09-30T22:00Z', '2026-10-31T23:00Z');
  const october = knowing(whole, { range });
  const early = context({ now: at('2026-10-01T00:00Z') });

  it('is one that the slots cover without a hole, also where the clocks change', () => {
    expect(offersAnyTime(DAY_OF_CHANGE, october, early)).toBe(true);
    expect(offersAnyTime('2026-10-31', october, early)).toBe(true);
  });

  it('is covered though some slots are full', () => {
    const full = whole.map((slot, index) => (index % 3 === 0 ? { ...slot, free: 0 } : slot));
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(full, { range }), early)).toBe(true);
  });

  it('is none where there is a hole on another day: the service keeps hours', () => {
    const rest = whole.filter(({ start }) => start !== at('2026-10-20T12:00Z'));
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(rest, { range }), early)).toBe(false);
  });

  it('is the rest of today, though the slot that has begun is not told', () => {
    const now = at('2026-10-25T10:17Z');
    const rest = whole.filter(({ start }) => start > now);
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(rest, { range }), context({ now }))).toBe(true);
  });

  it('is none where no slot begins in what is left of it, however little that is', () => {
    const now = at('2026-10-25T22:40Z');
    const rest = whole.filter(({ start }) => start > now);
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(rest, { range }), context({ now }))).toBe(false);
  });

  it('is the part of a day up to the latest time that the service takes', () => {
    const latest = at('2026-10-25T10:17Z');
    const part = whole.filter(({ start }) => start <= latest);
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(part, { range }), { ...early, latest })).toBe(true);
  });

  it.each([
    ['one slot is missing', '2026-10-25T12:00Z'],
    ['the first slot is missing', '2026-10-24T22:00Z'],
    ['the last slot is missing', '2026-10-25T22:30Z'],
  ])('is none where %s', (_, hole) => {
    const rest = whole.filter(({ start }) => start !== at(hole));
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(rest, { range }), early)).toBe(false);
  });

  it('is none where a slot takes nobody', () => {
    const closed = whole.map((slot) =>
      slot.start === at('2026-10-25T12:00Z') ? { ...slot, free: 0, total: 0 } : slot,
    );
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(closed, { range }), early)).toBe(false);
  });

  it('is none where the server tells neither how long slots are nor which are full', () => {
    const unmeasured = knowing([], { range, answer: { slots: whole } });
    const untold = knowing(
      whole.map(({ start, free }) => ({ start, free })),
      { range },
    );
    expect(offersAnyTime(DAY_OF_CHANGE, unmeasured, early)).toBe(false);
    expect(offersAnyTime(DAY_OF_CHANGE, untold, early)).toBe(false);
  });

  it('is every day of a service that is always there, and none of one that keeps hours, whatever the zones', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.tuple(anyZone, anyZone),
        fc.constantFrom(...BUCKET_MINUTES),
        (now, zones, bucketMinutes) => {
          const [zone, hoursZone] = zones;
          const days = [1, 2, 3].map((count) => dayOf(now + count * DAY, zone));
          const offered = (hours: Options | undefined): readonly boolean[] => {
            const range = { start: now, end: now + 5 * DAY };
            const plan = planOf(bucketMinutes, hours && { ...hours, _timezone: hoursZone });
            const told = [...slotsBetween(plan, range.start, range.end, () => 0)];
            const knowledge = knowing(told, { range, answer: { slotMinutes: bucketMinutes, slots: told } });
            return days.map((day) => offersAnyTime(day, knowledge, { zone, now, latest: Infinity }));
          };
          expect(offered(undefined)).toEqual([true, true, true]);
          expect(offered({ _bh_regular: 'Mon-Sun 00:00-24:00' })).toEqual([true, true, true]);
          expect(offered({ _bh_regular: 'Mon-Sun 08:00-20:00' })).toEqual([false, false, false]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is none of the past, and none that is not known whole', () => {
    expect(offersAnyTime('2026-10-01', october, context({ now: at('2026-10-02T00:00Z') }))).toBe(false);
    const day = rangeOfDay(DAY_OF_CHANGE, PARIS) ?? { start: 0, end: 0 };
    const half = { ...day, end: day.end - HOUR };
    expect(offersAnyTime(DAY_OF_CHANGE, knowing(whole, { range: half }), early)).toBe(false);
    expect(offersAnyTime(DAY_OF_CHANGE, undefined, early)).toBe(false);
  });
});

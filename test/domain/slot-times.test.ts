import { describe, expect, it } from 'vitest';
import type { AvailableSlot, SlotKnowledge } from '../../src/domain/availability.js';
import { nextFreeSlot, slotAt, slotHours } from '../../src/domain/slot-times.js';
import type { SlotContext } from '../../src/domain/slot-times.js';
import { MINUTE } from './clocks.js';

const at = (text: string): number => Date.parse(text);

function knowing(slots: readonly AvailableSlot[], slotMinutes?: number): SlotKnowledge {
  const answer = { slots, ...(slotMinutes !== undefined && { slotMinutes }) };
  return { serviceName: 'support', range: { start: 0, end: 0 }, loading: false, answer };
}

/** Slots one after the other, each with a place. */
function slots(from: string, to: string, minutes: number): readonly AvailableSlot[] {
  const count = (at(to) - at(from)) / (minutes * MINUTE);
  return Array.from({ length: count }, (_, index) => ({
    start: at(from) + index * minutes * MINUTE,
    free: 1,
    total: 2,
  }));
}

function context(zone: string, more: Partial<SlotContext> = {}): SlotContext {
  return { zone, now: 0, latest: Infinity, ...more };
}

/** Hours as a line each: `14: 14:00 14:30`. */
function lines(day: string, knowledge: SlotKnowledge | undefined, seen: SlotContext): readonly string[] {
  return slotHours(day, knowledge, seen).map(({ hour, offset = '', slots: inside }) => {
    const times = inside.map((slot) => `${slot.time}${slot.offset === undefined ? '' : `(${slot.offset})`}`);
    return `${hour}${offset}: ${times.join(' ')}`;
  });
}

describe('the slots of a day', () => {
  it('stand by the hour of the clock on the wall', () => {
    const knowledge = knowing(slots('2026-06-10T06:30Z', '2026-06-10T08:30Z', 30));
    expect(lines('2026-06-10', knowledge, context('Europe/Paris'))).toEqual([
      '08: 08:30',
      '09: 09:00 09:30',
      '10: 10:00',
    ]);
    expect(lines('2026-06-10', knowledge, context('Asia/Kathmandu'))).toEqual(['12: 12:15 12:45', '13: 13:15 13:45']);
  });

  it('keep their places, and the instant that is wished for', () => {
    const start = at('2026-06-10T08:00Z');
    const [hour] = slotHours('2026-06-10', knowing([{ start, free: 0, total: 3 }]), context('Europe/Paris'));
    expect(hour?.slots).toEqual([{ start, free: 0, total: 3, time: '10:00' }]);
  });

  it('leave out what the clocks skip', () => {
    const knowledge = knowing(slots('2026-03-28T23:00Z', '2026-03-29T02:00Z', 30));
    expect(lines('2026-03-29', knowledge, context('Europe/Paris'))).toEqual([
      '00: 00:00 00:30',
      '01: 01:00 01:30',
      '03: 03:00 03:30',
    ]);
  });

  it('are two hours where the clocks show one twice, each with its offset', () => {
    const knowledge = knowing(slots('2026-11-01T05:00Z', '2026-11-01T07:30Z', 30));
    expect(lines('2026-11-01', knowledge, context('America/New_York'))).toEqual([
      '01GMT-4: 01:00(GMT-4) 01:30(GMT-4)',
      '01GMT-5: 01:00(GMT-5) 01:30(GMT-5)',
      '02: 02:00',
    ]);
  });

  it('say which of the two they are also when the first has passed', () => {
    const knowledge = knowing(slots('2026-11-01T05:00Z', '2026-11-01T07:00Z', 30));
    const seen = context('America/New_York', { now: at('2026-11-01T06:10Z') });
    expect(lines('2026-11-01', knowledge, seen)).toEqual(['01GMT-5: 01:30(GMT-5)']);
  });

  it('name the offset only of times that exist twice, where half an hour does', () => {
    const knowledge = knowing(slots('2026-04-04T14:00Z', '2026-04-04T16:00Z', 30));
    expect(lines('2026-04-05', knowledge, context('Australia/Lord_Howe'))).toEqual([
      '01GMT+11: 01:00 01:30(GMT+11)',
      '01GMT+10:30: 01:30(GMT+10:30)',
      '02: 02:00',
    ]);
  });

  it('have keys that differ', () => {
    const knowledge = knowing(slots('2026-11-01T04:00Z', '2026-11-02T05:00Z', 30));
    const keys = slotHours('2026-11-01', knowledge, context('America/New_York')).map(({ key }) => key);
    expect(keys).toHaveLength(25);
    expect(new Set(keys).size).toBe(25);
  });

  it('are those ahead of now and no later than the service takes, and none that takes nobody', () => {
    const knowledge = knowing([
      ...slots('2026-06-10T06:00Z', '2026-06-10T10:00Z', 60),
      { start: at('2026-06-10T10:00Z'), free: 0, total: 0 },
    ]);
    const now = at('2026-06-10T06:00Z');
    const later = at('2026-06-10T08:00Z');
    expect(lines('2026-06-10', knowledge, context('UTC', { now, latest: later }))).toEqual(['07: 07:00', '08: 08:00']);
    expect(lines('2026-06-10', knowledge, context('UTC', { now: later }))).toEqual(['09: 09:00']);
  });

  it.each(['', '2026-06-31', '2026-06-11'])('are none on %j', (day) => {
    expect(slotHours(day, knowing(slots('2026-06-10T06:00Z', '2026-06-10T07:00Z', 30)), context('UTC'))).toEqual([]);
  });
});

describe('the next free slot', () => {
  const knowledge = knowing([
    { start: 100, free: 1 },
    { start: 200, free: 0 },
    { start: 300, free: 2 },
    { start: 400, free: 1 },
  ]);

  it.each([
    ['of all', 0, { now: 0, latest: Infinity }, 100],
    ['passes over full ones', 101, { now: 0, latest: Infinity }, 300],
    ['may begin at the very instant', 300, { now: 0, latest: Infinity }, 300],
    ['has not begun', 0, { now: 300, latest: Infinity }, 400],
    ['is none beyond what the service takes', 301, { now: 0, latest: 399 }, undefined],
    ['is none after the last', 401, { now: 0, latest: Infinity }, undefined],
  ])('%s', (_, from, seen, start) => {
    expect(nextFreeSlot(knowledge, from, seen)?.start).toBe(start);
  });

  it('is none where nothing is known', () => {
    expect(nextFreeSlot(undefined, 0, { now: 0, latest: Infinity })).toBeUndefined();
  });
});

describe('the slot of an instant', () => {
  const knowledge = knowing(
    [
      { start: 10 * MINUTE, free: 1 },
      { start: 25 * MINUTE, free: 0 },
    ],
    15,
  );

  it.each([
    [10 * MINUTE - 1, undefined],
    [10 * MINUTE, 10 * MINUTE],
    [25 * MINUTE - 1, 10 * MINUTE],
    [25 * MINUTE, 25 * MINUTE],
    [40 * MINUTE - 1, 25 * MINUTE],
    [40 * MINUTE, undefined],
  ])('%i is that which begins at %s', (instant, start) => {
    expect(slotAt(knowledge, instant)?.start).toBe(start);
  });

  it('is the one that begins then where the server does not tell how long slots are', () => {
    const unmeasured = knowing(knowledge.answer?.slots ?? []);
    expect(slotAt(unmeasured, 10 * MINUTE)?.start).toBe(10 * MINUTE);
    expect(slotAt(unmeasured, 11 * MINUTE)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { apply, hashOf } from '../../mock-server/engine/engine.js';
import { slotPlanOf } from '../../mock-server/engine/slots/plans.js';
import { Timetable } from '../../mock-server/engine/time/timetable.js';
import { isOpenAt } from '../../src/domain/office-hours.js';
import type { Options } from '../../src/domain/service.js';
import { BUCKET_MINUTES, bucketAt, capacityOf } from '../../src/domain/slots.js';
import { Bench, DAY, HOUR, MINUTE, NOW } from './bench.js';
import { checkedBench, proposed, slots, wish } from './slot-bench.js';

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
];

/** Services of every kind, around a night on which the clocks change. */
const anyService = fc.record({
  zone: fc.constantFrom(...ZONES),
  hours: fc.constantFrom(
    'Mon-Sun 00:00-06:00',
    'Mon-Fri 08:10-17:55',
    'Sat-Sun 00:00-24:00',
    'Mon-Sun 01:47-09:31',
    undefined,
  ),
  minutes: fc.constantFrom(...BUCKET_MINUTES),
  places: fc.integer({ min: 1, max: 2 }),
  /** Zone of the capacity service. */
  hourly: fc.option(fc.constantFrom(...ZONES)),
  limit: fc.constantFrom('2d', '7d', '1M'),
  now: fc.constantFrom('2026-03-28T20:03:11Z', '2026-10-24T22:59:59Z', '2026-03-08T05:00:00Z', '2026-10-03T12:34:56Z'),
});

type AnyService = typeof anyService extends fc.Arbitrary<infer T> ? T : never;

function benchOf({ zone, hours, minutes, places, hourly, limit, now }: AnyService): Bench {
  const options = {
    _request_time_bucket: String(minutes),
    _max_request_by_time_bucket: String(places),
    _reject_future_desired_time: limit,
  };
  const numbers = [places, 1, 0, 3, 0, 2, places, places, 0, 1, 0, 0, 0, 0, 2];
  const day = Object.fromEntries(numbers.map((count, hour) => [`${String(hour).padStart(2, '0')}00`, count]));
  const week = [1, 2, 3, 4, 5, 6, 7].map((number): [string, string] => [
    `_capacity_${number}`,
    JSON.stringify({ [number]: day }),
  ]);
  const bench = checkedBench(
    options,
    hours === undefined ? undefined : { _timezone: zone, _bh_regular1: hours },
    hourly === null ? undefined : { _timezone: hourly, ...Object.fromEntries(week) },
  );
  bench.do({ type: 'advance', to: Date.parse(now) });
  return bench;
}

describe('what is offered', () => {
  const offered = (bench: Bench): ReadonlyMap<number, number> =>
    new Map(slots(bench, { end: bench.state.now + 10 * DAY }).map(({ start, free }) => [start, free]));

  it('is taken when it is wished for, until it is full', () => {
    fc.assert(
      fc.property(anyService, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (service, picks) => {
        const bench = benchOf(service);
        for (const pick of picks) {
          const list = [...offered(bench)];
          if (list.length === 0) return;
          const [start, free] = list[pick % list.length] ?? [0, 0];
          for (let place = 0; place < free; place += 1) bench.create({ desiredTime: start });
          expect(bench.refuse(wish(start)).code).toBe('bucket-full');
          expect(offered(bench).has(start)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is everything that is taken: any other time is refused, its refusal changes nothing and proposes what is offered', () => {
    const anyTimes = fc.array(fc.integer({ min: 1, max: 10 * DAY - 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyService, anyTimes, fc.boolean(), (service, distances, isExact) => {
        const bench = benchOf(service);
        const plan = slotPlanOf(bench.state.settings, 'S');
        if (!plan.ok) throw new Error('There is no plan.');
        for (const distance of distances) {
          const { now } = bench.state;
          const list = [...offered(bench).keys()];
          const aim = list[distance % Math.max(1, list.length)];
          const time = isExact && aim !== undefined ? aim + (distance % 240) * MINUTE : now + distance;
          const bucket = bucketAt(plan.value, time);
          if (time >= now + 10 * DAY || bucket.start < now) continue;
          const isOffered = list.some((start) => start >= bucket.start && start < bucket.end);
          const before = hashOf(bench.state);
          const result = apply(bench.state, wish(time));
          if (result.ok) {
            expect(isOffered).toBe(true);
            bench.state = result.state;
            continue;
          }
          expect(hashOf(bench.state)).toBe(before);
          const { code } = result.refusal;
          const isClosed = plan.value.hours !== undefined && !isOpenAt(plan.value.hours, time);
          expect(code === 'outside-office-hours').toBe(isClosed && code !== 'future-limit');
          if (isOffered && code === 'bucket-full') expect(capacityOf(plan.value, time)).toBe(0);
          for (const proposal of proposed(result.refusal)) expect(apply(bench.state, wish(proposal)).ok).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('hours that do not lie on the hours of UTC', () => {
  const LATER = Date.parse('2026-03-10T00:00:00Z');

  /** What is offered on a Tuesday, by the local clock. */
  function offeredIn(zone: string, minutes: string, hours: Options): readonly string[] {
    const bench = checkedBench({ _request_time_bucket: minutes }, { _timezone: zone, ...hours });
    return slots(bench, { start: LATER, end: LATER + DAY - 1 }).map(({ start }) => {
      bench.create({ desiredTime: start });
      return DateTime.fromMillis(start, { zone }).toFormat('HH:mm');
    });
  }

  it.each([
    ['Europe/Paris', '120', 'Mon-Fri 09:00-15:00', ['09:00', '10:00', '12:00', '14:00']],
    ['Asia/Kolkata', '60', 'Mon-Fri 09:00-12:00', ['09:00', '10:00', '11:00']],
    ['Asia/Kathmandu', '60', 'Mon-Fri 09:00-11:30', ['09:00', '10:00', '11:00']],
    ['UTC', '60', 'Mon-Fri 08:30-10:01', ['08:30', '09:00', '10:00']],
    ['UTC', '120', 'Mon-Fri 08:40-08:50', ['08:40']],
  ])('are offered and taken in %s: %s minutes, %s', (zone, minutes, hours, expected) => {
    expect(offeredIn(zone, minutes, { _bh_regular1: hours })).toEqual(expected);
  });

  it('are not offered any more once the first open time of the bucket has passed, but taken', () => {
    const bench = checkedBench({ _request_time_bucket: '60' }, { _bh_regular1: 'Mon-Fri 08:30-10:00' });
    const day = Date.UTC(2026, 2, 3);
    const starts = (): readonly number[] => slots(bench, { end: day + DAY }).map(({ start }) => start - day);
    bench.do({ type: 'advance', to: day + 8.25 * HOUR });
    expect(starts()).toEqual([8.5 * HOUR, 9 * HOUR]);
    bench.do({ type: 'advance', to: day + 8.5 * HOUR });
    expect(starts()).toEqual([8.5 * HOUR, 9 * HOUR]);
    bench.do({ type: 'advance', to: day + 8.5 * HOUR + 1 });
    expect(starts()).toEqual([9 * HOUR]);
    bench.create({ desiredTime: day + 8.75 * HOUR });
  });

  it('count what was booked before the zone of the capacity changed', () => {
    const day = (places: number): Options => ({
      _capacity_2: JSON.stringify({ 2: { '0900': places, '1000': places, '1400': places, '1500': places } }),
    });
    const bench = checkedBench({ _request_time_bucket: '60' }, undefined, { _timezone: 'UTC', ...day(2) });
    for (const minutes of [540, 559, 600, 615]) bench.create({ desiredTime: LATER + minutes * MINUTE });
    const totals = (): readonly unknown[] =>
      slots(bench, { start: LATER, end: LATER + DAY, reportBusy: true })
        .filter(({ total }) => total > 0)
        .map(({ start, free }) => [(start - LATER) / MINUTE, free]);
    expect(totals().slice(0, 2)).toEqual([
      [540, 0],
      [600, 0],
    ]);
    const options = { _service: 'capacity', _timezone: 'Asia/Kolkata', ...day(3) };
    bench.do({ type: 'set-service', name: 'capacity', options });
    // 14:00 and 15:00 in India.
    expect(totals().slice(2)).toEqual([
      [510, 1],
      [570, 1],
    ]);
  });
});

it('the count of bookings that is carried along is the one that is made afresh', () => {
  const anyStep = fc.record({
    kind: fc.constantFrom('create', 'move', 'cancel', 'advance'),
    at: fc.nat(600),
    who: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      const bench = new Bench({ _max_request_by_time_bucket: '3' });
      const ids: string[] = [];
      for (const { kind, at, who } of steps) {
        const id = ids[who % Math.max(1, ids.length)] ?? '';
        const desiredTime = bench.state.now + at * MINUTE;
        const command = {
          create: wish(desiredTime),
          move: { type: 'update', serviceName: 'S', id, desiredTime, properties: {} } as const,
          cancel: { type: 'cancel', serviceName: 'S', id, discardOrsFailure: false } as const,
          advance: { type: 'advance', to: desiredTime } as const,
        }[kind];
        const result = apply(bench.state, command);
        if (!result.ok) continue;
        bench.state = result.state;
        if (command.type === 'create') ids.push((result.value as { readonly id: string }).id);
      }
      const fresh = new Timetable(bench.state).bookings;
      for (const slot of slots(bench, { end: NOW + 2 * DAY, reportBusy: true })) {
        const bucket = { start: slot.start, end: slot.start + 5 * MINUTE };
        expect(slot.free).toBe(Math.max(0, 3 - fresh.in('S', bucket)));
      }
    }),
    { numRuns: 100 },
  );
});

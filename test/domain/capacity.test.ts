import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityAt, capacityPeriods, readCapacity } from '../../src/domain/capacity.js';
import type { Capacity } from '../../src/domain/capacity.js';
import type { Options } from '../../src/domain/service.js';
import { anyInstant, anyZone, DAY, MINUTE } from './clocks.js';

function capacity(options: Options): Capacity {
  const reading = readCapacity(options);
  if (!reading.ok) throw new Error(`The capacity cannot be read: ${JSON.stringify(reading.problems)}`);
  return reading.value;
}

const at = (options: Options, text: string): number => capacityAt(capacity(options), Date.parse(text));

describe('a capacity', () => {
  it('is that of the hour and the weekday in its zone', () => {
    const options = {
      _timezone: 'Asia/Kolkata',
      _capacity_1: '{"1":{"0900":10,"1000":"7"}}',
      _capacity_2: '{"2":{"0900":3}}',
    };
    // Monday, 2 March 2026; India is five and a half hours ahead.
    expect(at(options, '2026-03-02T03:29:59Z')).toBe(0);
    expect(at(options, '2026-03-02T03:30:00Z')).toBe(10);
    expect(at(options, '2026-03-02T04:30:00Z')).toBe(7);
    expect(at(options, '2026-03-03T03:30:00Z')).toBe(3);
    expect(at(options, '2026-03-04T03:30:00Z')).toBe(0);
  });

  it('follows the clocks', () => {
    const options = { _timezone: 'Europe/Paris', _capacity_7: '{"7":{"0100":1,"0200":2,"0300":3}}' };
    expect(['00:00', '01:00'].map((time) => at(options, `2026-03-29T${time}:00Z`))).toEqual([1, 3]);
    expect(['00:00', '01:00', '02:00'].map((time) => at(options, `2026-10-25T${time}:00Z`))).toEqual([2, 2, 3]);
  });

  it('differs on single days, in the hours that are named', () => {
    const options = {
      _capacity_4: '{"4":{"0900":5,"1000":5}}',
      _capacity_add: '[{"12-24":{"0900":1}},{"2026-12-24":{"0900":2}},{"2026-12-31":{"1000":0,"1100":4}}]',
    };
    expect(at(options, '2026-12-24T09:00:00Z')).toBe(2);
    expect(at(options, '2026-12-24T10:00:00Z')).toBe(5);
    expect(at({ ...options, _capacity_5: options._capacity_4.replace('4', '5') }, '2027-12-24T09:00:00Z')).toBe(1);
    expect(['09', '10', '11'].map((hour) => at(options, `2026-12-31T${hour}:00:00Z`))).toEqual([5, 0, 4]);
  });

  it('is told in periods', () => {
    const found = capacity({ _capacity_1: '{"1":{"0900":5,"1000":5,"1100":2}}' });
    const start = Date.parse('2026-03-02T08:30:00Z');
    const periods = [...capacityPeriods(found, start, start + 4 * 60 * MINUTE)];
    const shown = (instant: number): string => new Date(instant).toISOString().slice(11, 16);
    expect(periods.map((period) => [shown(period.start), shown(period.end), period.capacity])).toEqual([
      ['08:30', '09:00', 0],
      ['09:00', '11:00', 5],
      ['11:00', '12:00', 2],
      ['12:00', '12:30', 0],
    ]);
  });

  it('of any instant is that of its period, and periods leave no hole', () => {
    const week = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((day) => [
        `_capacity_${day}`,
        JSON.stringify({ [day]: { '0100': day, '0200': 9, '2300': 4 } }),
      ]),
    );
    fc.assert(
      fc.property(anyInstant, anyZone, fc.integer({ min: 0, max: 2 * 24 * 60 }), (start, zone, minutes) => {
        const found = capacity({ _timezone: zone, ...week });
        const periods = [...capacityPeriods(found, start, start + 2 * DAY + MINUTE)];
        expect([periods[0]?.start, periods.at(-1)?.end]).toEqual([start, start + 2 * DAY + MINUTE]);
        for (const [index, { end }] of periods.entries()) expect(periods[index + 1]?.start ?? end).toBe(end);
        const instant = start + minutes * MINUTE;
        const period = periods.find((one) => instant >= one.start && instant < one.end);
        expect(capacityAt(found, instant)).toBe(period?.capacity);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a capacity that cannot be read', () => {
  it.each([
    ['_timezone', 'CET'],
    ['_capacity_1', '{"1":'],
    ['_capacity_1', '{"2":{"0900":1}}'],
    ['_capacity_1', '{"1":{"0900":1},"2":{"0900":1}}'],
    ['_capacity_1', '{"1":{"0930":1}}'],
    ['_capacity_1', '{"1":{"2400":1}}'],
    ['_capacity_1', '{"1":{"0900":-1}}'],
    ['_capacity_1', '{"1":{"0900":1.5}}'],
    ['_capacity_1', '{"1":{"0900":null}}'],
    ['_capacity_1', '{"1":{"0900":[5]}}'],
    ['_capacity_1', '{"1":[5]}'],
    ['_capacity_1', '[5]'],
    ['_capacity_add', '{}'],
    ['_capacity_add', '[5]'],
    ['_capacity_add', '[{"2026-02-30":{"0900":1}}]'],
    ['_capacity_add', '[{"2026-02-28":{"9":1}}]'],
  ])('is a problem of %s: %s', (path, text) => {
    expect(readCapacity({ [path]: text })).toEqual({ ok: false, problems: [{ path, code: 'rejected' }] });
  });

  it('is none when it is empty', () => {
    expect(readCapacity({ _capacity_add: '[]', _capacity_1: '', _capacity: '[Mon, Tue]' }).ok).toBe(true);
  });
});

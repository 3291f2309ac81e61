import { DateTime } from 'luxon';
import type { Options } from '../../../src/domain/service.js';
import type { Chance } from './chance.js';

/** Office hours and capacities of simulated worlds, and a reading of them that shares nothing with the engine's. */

const ZONES = ['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'] as const;

export function officeHours(chance: Chance): Options {
  return {
    _type: 'builtin',
    _service: 'office-hours',
    _timezone: chance.pick(ZONES),
    _bh_regular1: chance.pick(['Mon-Fri 08:00-20:00', 'Mon-Sun 00:00-24:00', 'Mon-Thu 01:30-03:15']),
    _bh_regular2: chance.pick(['Sat-Sun 10:00-16:00', 'Sun 01:00-05:00', 'Fri 22:00-24:00']),
    ...(chance.is(0.5) && {
      _bh_add1: chance.pick(['03-08 02:00-04:00', '2026-03-29 00:30-03:30', '10-25 00:00-24:00']),
    }),
    ...(chance.is(0.5) && { _holiday1: chance.pick(['2026-03-02', '11-01', '2026-12-31']) }),
  };
}

export function capacityService(chance: Chance): Options {
  const days = Array.from({ length: 7 }, (_, index) => {
    const hours = Array.from({ length: 24 }, (_none, hour) => [
      `${String(hour).padStart(2, '0')}00`,
      chance.pick([0, 1, 2, 8]),
    ]);
    return [`_capacity_${index + 1}`, JSON.stringify({ [index + 1]: Object.fromEntries(hours) as object })];
  });
  return {
    _type: 'builtin',
    _service: 'capacity',
    _timezone: chance.pick(ZONES),
    ...(Object.fromEntries(days) as Options),
  };
}

/** Whether the clock on the office's wall shows an open time. */
export function isOpen(options: Options, instant: number): boolean {
  const wall = wallOf(options, instant);
  const minute = wall.hour * 60 + wall.minute;
  const dates = [wall.toFormat('yyyy-MM-dd'), wall.toFormat('MM-dd')];
  const day = wall.setLocale('en').toFormat('ccc');
  const isHoliday = dates.includes(options._holiday1 ?? '');
  return Object.entries(options).some(([key, entry]) => {
    const [when = '', hours = ''] = entry.split(' ');
    if (key.startsWith('_bh_add')) return dates.includes(when) && isWithin(hours, minute);
    return key.startsWith('_bh_regular') && !isHoliday && hasDay(when, day) && isWithin(hours, minute);
  });
}

/** How many callbacks a bucket takes that begins at an instant. */
export function capacityAt(options: Options, instant: number): number {
  const { weekday, hour } = wallOf(options, instant);
  const written = JSON.parse(options[`_capacity_${weekday}`] ?? '{}') as Record<string, Record<string, number>>;
  return written[weekday]?.[`${String(hour).padStart(2, '0')}00`] ?? 0;
}

function wallOf(options: Options, instant: number): DateTime {
  return DateTime.fromMillis(instant, { zone: options._timezone ?? 'UTC' });
}

function hasDay(range: string, day: string): boolean {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const [first = '', last = first] = range.split('-');
  return days.indexOf(day) >= days.indexOf(first) && days.indexOf(day) <= days.indexOf(last);
}

function isWithin(hours: string, minute: number): boolean {
  const [from = 0, to = 0] = hours.split('-').map((time) => {
    const [hour = 0, rest = 0] = time.split(':').map(Number);
    return hour * 60 + rest;
  });
  return minute >= from && minute < to;
}

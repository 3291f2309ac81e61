import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { isOpenAt, openPeriods, readOfficeHours } from '../../src/domain/office-hours.js';
import type { OfficeHours } from '../../src/domain/office-hours.js';
import type { Options } from '../../src/domain/service.js';
import { anyInstant, anyZone, DAY, MINUTE } from './clocks.js';

function hours(options: Options): OfficeHours {
  const reading = readOfficeHours(options);
  if (!reading.ok) throw new Error(`The hours cannot be read: ${JSON.stringify(reading.problems)}`);
  return reading.value;
}

/** Open periods of some days of UTC, as texts. */
function open(options: Options, from: string, days = 1): readonly string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return [...openPeriods(hours(options), start, start + days * DAY)].map(
    (period) => `${shown(period.start)}/${shown(period.end)}`,
  );
}

function shown(instant: number): string {
  return new Date(instant).toISOString().slice(5, 16);
}

describe('office hours', () => {
  it('are regular hours of weekdays in their zone', () => {
    const options = { _timezone: 'Europe/Paris', _bh_regular1: 'Mon-Fri 08:00-20:00', _bh_regular2: 'Sat 9:00-13:00' };
    // Friday to Monday, in winter.
    expect(open(options, '2026-03-06', 4)).toEqual([
      '03-06T07:00/03-06T19:00',
      '03-07T08:00/03-07T12:00',
      '03-09T07:00/03-09T19:00',
    ]);
  });

  it('without a zone are those of UTC', () => {
    expect(open({ _bh_regular1: 'Mon-Sun 08:00-10:00' }, '2026-03-06')).toEqual(['03-06T08:00/03-06T10:00']);
  });

  it('may be all the time, without a seam at midnight or where the clocks change', () => {
    const options = { _timezone: 'Europe/Paris', _bh_regular1: 'Mon-Sun 00:00-24:00' };
    expect(open(options, '2026-03-28', 3)).toEqual(['03-28T00:00/03-31T00:00']);
  });

  it('may run over the end of the week', () => {
    expect(open({ _bh_regular1: 'Sat-Mon 10:00-11:00' }, '2026-03-06', 5)).toEqual([
      '03-07T10:00/03-07T11:00',
      '03-08T10:00/03-08T11:00',
      '03-09T10:00/03-09T11:00',
    ]);
  });

  it('that touch or overlap are one period', () => {
    const options = {
      _bh_regular1: 'Fri 08:00-12:00',
      _bh_regular2: 'Fri 12:00-14:00',
      _bh_regular3: 'Fri 10:00-13:00',
    };
    expect(open(options, '2026-03-06')).toEqual(['03-06T08:00/03-06T14:00']);
  });

  it('are none without an entry', () => {
    expect(open({ _timezone: 'Europe/Paris' }, '2026-03-06', 30)).toEqual([]);
  });

  it('are closed on a holiday, of one year or of every year', () => {
    const options = { _bh_regular1: 'Mon-Sun 08:00-10:00', _holiday1: '2026-03-06', _holiday2: '03-08' };
    expect(open(options, '2026-03-06', 3)).toEqual(['03-07T08:00/03-07T10:00']);
    expect(open(options, '2027-03-06', 3)).toEqual(['03-06T08:00/03-06T10:00', '03-07T08:00/03-07T10:00']);
  });

  it('have additional times, which hold on a holiday too', () => {
    const options = {
      _bh_regular1: 'Mon-Sun 08:00-10:00',
      _bh_add1: '03-06 09:30-12:00',
      _bh_add2: '2026-03-07 15:00-16:00',
      _holiday1: '03-07',
    };
    expect(open(options, '2026-03-06', 2)).toEqual(['03-06T08:00/03-06T12:00', '03-07T15:00/03-07T16:00']);
    expect(open(options, '2027-03-06', 2)).toEqual(['03-06T08:00/03-06T12:00']);
    const strict = { ...hours(options), holidaysCloseAll: true };
    expect([...openPeriods(strict, Date.UTC(2026, 2, 7), Date.UTC(2026, 2, 8))]).toEqual([]);
  });
});

describe('where the clocks change', () => {
  interface Night {
    readonly what: string;
    readonly zone: string;
    readonly times: string;
    readonly day: string;
    readonly periods: readonly string[];
  }

  const [paris, newYork, lordHowe] = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe'] as const;

  const NIGHTS: readonly Night[] = [
    {
      what: 'a gap makes hours shorter',
      zone: paris,
      times: '01:00-04:00',
      day: '2026-03-29',
      periods: ['00:00/02:00'],
    },
    {
      what: 'a gap leaves nothing of hours inside it',
      zone: paris,
      times: '02:00-03:00',
      day: '2026-03-29',
      periods: [],
    },
    {
      what: 'hours that begin in a gap begin after it',
      zone: paris,
      times: '02:30-04:00',
      day: '2026-03-29',
      periods: ['01:00/02:00'],
    },
    {
      what: 'an overlap makes hours longer',
      zone: paris,
      times: '01:00-04:00',
      day: '2026-10-25',
      periods: ['23:00/03:00'],
    },
    {
      what: 'hours inside an overlap are there twice',
      zone: newYork,
      times: '01:00-01:30',
      day: '2026-11-01',
      periods: ['05:00/05:30', '06:00/06:30'],
    },
    {
      what: 'half an hour is shown twice',
      zone: lordHowe,
      times: '01:30-02:00',
      day: '2026-04-04',
      periods: ['14:30/15:30'],
    },
  ];

  it.each(NIGHTS)('$what', ({ zone, times, day, periods }) => {
    const start = Date.parse(`${day}T00:00:00Z`) - 2 * 60 * MINUTE;
    const found = hours({ _timezone: zone, _bh_regular1: `Mon-Sun ${times}` });
    const shownPeriods = [...openPeriods(found, start, start + 22 * 60 * MINUTE)].map(
      (period) => `${shown(period.start).slice(6)}/${shown(period.end).slice(6)}`,
    );
    expect(shownPeriods).toEqual(periods);
  });

  it('a day that a zone leaves out has no hours', () => {
    const options = { _timezone: 'Pacific/Apia', _bh_add1: '2011-12-30 08:00-20:00' };
    expect(open(options, '2011-12-28', 4)).toEqual([]);
  });
});

describe('an entry that cannot be read', () => {
  it.each([
    ['_timezone', 'EST', 'rejected'],
    ['_timezone', 'Europe/Nowhere', 'rejected'],
    ['_bh_regular1', 'Mon-Fri', 'rejected'],
    ['_bh_regular1', 'Mo-Fr 08:00-20:00', 'rejected'],
    ['_bh_regular1', 'Mon-Fun 08:00-20:00', 'invalid-date'],
    ['_bh_regular1', 'Mon-Fri 08:00-25:00', 'invalid-time'],
    ['_bh_regular1', 'Mon-Fri 08:60-20:00', 'invalid-time'],
    ['_bh_regular1', 'Mon-Fri 24:00-24:30', 'invalid-time'],
    ['_bh_regular1', 'Mon-Fri 22:00-06:00', 'range-order'],
    ['_bh_regular1', 'Mon-Fri 08:00-08:00', 'range-order'],
    ['_bh_add1', '02-30 08:00-12:00', 'invalid-date'],
    ['_bh_add1', 'Mon 08:00-12:00', 'invalid-date'],
    ['_bh_add1', '07-14', 'rejected'],
    ['_holiday1', '2026-02-29', 'invalid-date'],
    ['_holiday1', '14 July', 'invalid-date'],
  ])('is a problem of %s: %s', (path, text, code) => {
    expect(readOfficeHours({ [path]: text })).toEqual({ ok: false, problems: [{ path, code }] });
  });

  it('does not hide the others', () => {
    const reading = readOfficeHours({
      _timezone: 'EST',
      _bh_regular1: 'x',
      _holiday7: 'y',
      _bh_regular2: 'Mon 08:00-09:00',
    });
    expect(!reading.ok && reading.problems.map(({ path }) => path)).toEqual(['_timezone', '_bh_regular1', '_holiday7']);
  });

  it('is none when it is empty, or a day that only some years have', () => {
    expect(readOfficeHours({ _bh_regular1: '', _holiday1: ' ', _holiday2: '02-29', _ttl: '30' }).ok).toBe(true);
  });
});

describe('any hours', () => {
  const time = fc.integer({ min: 0, max: 96 }).map((quarters) => quarters * 15);
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const times = fc.tuple(time, time).filter(([from, to]) => from < to);
  const days = fc.constantFrom('Mon-Fri', 'Sun', 'Sat-Tue', 'Mon-Sun');

  it('are open at exactly the instants at which the clock on the wall says so', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, days, times, (start, zone, weekdays, [from, to]) => {
        const found = hours({ _timezone: zone, _bh_regular1: `${weekdays} ${clock(from)}-${clock(to)}` });
        const periods = [...openPeriods(found, start, start + 2 * DAY)];
        for (let instant = start; instant < start + 2 * DAY; instant += 15 * MINUTE) {
          const local = DateTime.fromMillis(instant, { zone });
          const isOpen = isNamed(weekdays, local.weekday) && isBetween(local.hour * 60 + local.minute, from, to);
          expect(isOpenAt(found, instant)).toBe(isOpen);
          expect(periods.some((period) => instant >= period.start && instant < period.end)).toBe(isOpen);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are periods in order that do not touch, all within what was asked for', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, days, times, (start, zone, weekdays, [from, to]) => {
        const found = hours({ _timezone: zone, _bh_regular1: `${weekdays} ${clock(from)}-${clock(to)}` });
        let last = start - 1;
        for (const period of openPeriods(found, start, start + 9 * DAY)) {
          expect(period.start).toBeGreaterThan(last);
          expect(period.end).toBeGreaterThan(period.start);
          last = period.end;
        }
        expect(last).toBeLessThanOrEqual(start + 9 * DAY);
      }),
      { numRuns: 150 },
    );
  });
});

function isBetween(minutes: number, from: number, to: number): boolean {
  return minutes >= from && minutes < to;
}

/** @param weekday 1 is Monday, 7 is Sunday */
function isNamed(weekdays: string, weekday: number): boolean {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const [first = '', last = first] = weekdays.split('-');
  const [begin, end] = [names.indexOf(first), names.indexOf(last)];
  return begin <= end ? weekday - 1 >= begin && weekday - 1 <= end : weekday - 1 >= begin || weekday - 1 <= end;
}

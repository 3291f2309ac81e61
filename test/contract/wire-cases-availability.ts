import {
  CAPACITY,
  DAY,
  HOUR,
  HOURS,
  MINUTE,
  namesParameters,
  V1,
  v1,
  V2,
  v2,
  wish,
  withHours,
} from './slot-service.js';
import { START } from './wire-bed.js';
import type { WireCase } from './wire-bed.js';

/** Free times of a service, in both versions of the question. */

const versionOne: readonly WireCase[] = [
  {
    name: 'case 101: availability without parameters offers at least one slot of an open service',
    async run(bed) {
      bed.assert.deepEqual(await v1(bed), { [bed.at(0)]: 100 });
      await bed.advance(7);
      bed.assert.deepEqual(await v1(bed), { [bed.at(5 * MINUTE)]: 100 });
    },
  },
  {
    name: 'case 101: availability is an object of time and places, full and closed slots left out',
    async run(bed) {
      await withHours(bed);
      for (const minute of [0, 1, 2, 15]) await bed.good(wish(bed, HOUR + minute * MINUTE));
      const query = `?start=${bed.at(0.75 * HOUR)}&end=${bed.at(3 * HOUR)}`;
      bed.assert.deepEqual(Object.entries(await v1(bed, query)), [
        [bed.at(0.75 * HOUR), 3],
        [bed.at(1.25 * HOUR), 2],
        [bed.at(1.5 * HOUR), 3],
        [bed.at(1.75 * HOUR), 3],
      ]);
    },
  },
  {
    name: 'availability ends after so many days or slots, and begins now where nothing is said',
    async run(bed) {
      await withHours(bed);
      const keys = async (query: string): Promise<readonly string[]> => Object.keys(await v1(bed, query));
      bed.assert.strictEqual((await keys('?number-of-days=1')).length, 8);
      bed.assert.strictEqual((await keys('?number-of-days=3')).length, 16);
      bed.assert.deepEqual(await keys('?number-of-days=3&max-time-slots=1'), [bed.at(0)]);
      bed.assert.deepEqual(await keys(`?start=${bed.at(DAY)}&number-of-days=2&max-time-slots=1`), [bed.at(2 * DAY)]);
      bed.assert.deepEqual(await keys(`?start=${bed.at(-DAY)}&end=${bed.at(0)}`), [bed.at(0)]);
      bed.assert.deepEqual(await keys(`?start=${bed.at(DAY)}`), []);
    },
  },
  {
    name: 'availability around a timestamp is that of the ten hours around it',
    async run(bed) {
      const keys = Object.keys(await v1(bed, `?timestamp=${bed.at(DAY)}`));
      bed.assert.deepEqual([keys[0], keys.at(-1)], [bed.at(DAY - 5 * HOUR), bed.at(DAY + 5 * HOUR)]);
    },
  },
  {
    name: 'case 98: availability ends where requests are refused',
    async run(bed) {
      await bed.service('P', { _reject_future_desired_time: '2d', _request_time_bucket: '120' });
      const keys = Object.keys(await v1(bed, '?number-of-days=30'));
      bed.assert.deepEqual([keys[0], keys.at(-1)], [bed.at(HOUR), bed.at(2 * DAY - HOUR)]);
      await bed.good(wish(bed, 2 * DAY));
      bed.assert.strictEqual((await wish(bed, 2 * DAY + 1)).status, 400);
    },
  },
  {
    name: 'what availability offers is taken, place by place',
    async run(bed) {
      await withHours(bed);
      for (const [start, places] of Object.entries(await v1(bed, '?number-of-days=4&max-time-slots=6'))) {
        const seconds = (Date.parse(start) - START) / 1000;
        for (let place = 0; place < places; place += 1) await bed.good(wish(bed, seconds));
        bed.assert.strictEqual((await wish(bed, seconds)).status, 400);
      }
    },
  },
  {
    name: 'slots lie on the hours of the local clock, begin with the first open time, and are taken',
    async run(bed) {
      const cases = [
        ['Europe/Paris', '120', '09:00-15:00', ['08:00', '09:00', '11:00', '13:00']],
        ['Asia/Kolkata', '60', '08:30-11:00', ['03:00', '03:30', '04:30']],
        ['Asia/Kathmandu', '30', '09:10-10:00', ['03:25', '03:45']],
      ] as const;
      for (const [zone, length, hours, expected] of cases) {
        const office = { ...HOURS, _timezone: zone, _bh_regular1: `Mon-Fri ${hours}`, _holiday1: '' };
        await bed.control('PUT', '/mock/services/hours', office);
        await bed.service('P', { _business_hours_service: 'hours', _request_time_bucket: length });
        const starts = Object.keys(await v1(bed, `?start=2026-03-03T00:00:00.000Z&number-of-days=1`));
        bed.assert.deepEqual(
          starts.map((start) => start.slice(11, 16)),
          [...expected],
          zone,
        );
        for (const start of starts) await bed.good(wish(bed, (Date.parse(start) - START) / 1000));
      }
    },
  },
  {
    name: 'of two hours in one bucket, the one that takes nobody is not offered and the other is not shut by it',
    async run(bed) {
      const capacity = { ...CAPACITY, _timezone: 'UTC', _capacity_1: '{"1":{"1000":0,"1100":2,"1200":1,"1300":0}}' };
      await bed.control('PUT', '/mock/services/places', capacity);
      await bed.service('P', { _capacity_service: 'places', _request_time_bucket: '120' });
      bed.assert.deepEqual(await v1(bed, '?number-of-days=1'), { [bed.at(2 * HOUR)]: 2, [bed.at(3 * HOUR)]: 1 });
      for (const hours of [1, 4]) bed.assert.strictEqual((await wish(bed, hours * HOUR)).status, 400);
      for (const hours of [2, 2.5, 3]) await bed.good(wish(bed, hours * HOUR));
      bed.assert.deepEqual(await v1(bed, '?number-of-days=1'), {});
    },
  },
  {
    name: 'availability of an unknown service is 404, in both versions',
    async run(bed) {
      for (const version of [1, 2]) {
        const response = await bed.get(`/genesys/${version}/service/callback/nowhere/availability`);
        bed.assert.strictEqual(response.status, 404);
      }
    },
  },
  {
    name: 'questions that contradict themselves or cannot be read are refused with the names of the parameters',
    async run(bed) {
      const [now, later] = [bed.at(0), bed.at(HOUR)];
      await namesParameters(bed, `${V1}?end=${later}&number-of-days=1`, 'end', 'number-of-days');
      await namesParameters(bed, `${V1}?timestamp=${later}&start=${now}`, 'timestamp', 'start');
      await namesParameters(bed, `${V1}?start=${later}&end=${now}`, 'end');
      await namesParameters(bed, `${V1}?start=2026-03-02T09:00:00`, 'start');
      await namesParameters(bed, `${V1}?number-of-days=-1`, 'number-of-days');
      await namesParameters(bed, `${V1}?number-of-days=367`, 'number-of-days');
      await namesParameters(bed, `${V1}?max-time-slots=0`, 'max-time-slots');
      await namesParameters(bed, `${V1}?max-time-slots=some`, 'max-time-slots');
      await namesParameters(bed, `${V2}?start=${now}&start-ms=${START}`, 'start', 'start-ms');
      await namesParameters(bed, `${V2}?end=${later}&end-ms=${START}`, 'end', 'end-ms');
      await namesParameters(bed, `${V2}?end-ms=${START}&number-of-days=1`, 'end-ms', 'number-of-days');
      await namesParameters(bed, `${V2}?end-ms=0`, 'end-ms');
      await namesParameters(bed, `${V2}?timezone=EST`, 'timezone');
      await namesParameters(bed, `${V2}?report-busy=perhaps`, 'report-busy');
      await namesParameters(bed, `${V2}?timezone=Europe/Paris&start=2026-03-29T02:30:00`, 'start');
    },
  },
];

const versionTwo: readonly WireCase[] = [
  {
    name: 'an older server has no second version, and may tell places as text',
    async run(bed) {
      await bed.control('PUT', '/mock/application', {
        mock: { 'availability-v2': 'false', 'availability-as-text': 'true' },
      });
      bed.assert.strictEqual((await bed.get(V2)).status, 404);
      bed.assert.deepEqual(await v1(bed), { [bed.at(0)]: '100' });
    },
  },
  {
    name: 'case 102: availability in the second version tells local times without a zone',
    async run(bed) {
      await withHours(bed);
      await bed.good(wish(bed, HOUR));
      const query = `?start=${bed.at(HOUR)}&end=${bed.at(1.25 * HOUR)}&timezone=Asia/Kolkata`;
      bed.assert.deepEqual(await v2(bed, query), {
        durationMin: 15,
        timezone: 'Asia/Kolkata',
        slots: [
          { utcTime: bed.at(HOUR), localTime: '2026-03-02T15:30:00.000', capacity: 2, total: 3 },
          { utcTime: bed.at(1.25 * HOUR), localTime: '2026-03-02T15:45:00.000', capacity: 3, total: 3 },
        ],
      });
    },
  },
  {
    name: 'availability in the second version without a zone has no local times',
    async run(bed) {
      const body = await v2(bed);
      bed.assert.deepEqual(body, { durationMin: 5, slots: [{ utcTime: bed.at(0), capacity: 100, total: 100 }] });
    },
  },
  {
    name: 'a time without Z is one of the zone; milliseconds and days say the same range',
    async run(bed) {
      await withHours(bed);
      const paris = '&timezone=Europe/Paris';
      const expected = [bed.at(HOUR), bed.at(1.25 * HOUR), bed.at(1.5 * HOUR), bed.at(1.75 * HOUR)];
      for (const query of [
        `?start=2026-03-02T11:00:00&end=2026-03-02T23:00:00.000${paris}`,
        `?start=2026-03-02T10:00:00&end=${bed.at(9 * HOUR)}`,
        `?start-ms=${START + HOUR * 1000}&end-ms=${START + DAY * 1000}`,
        `?start-ms=${START + HOUR * 1000}&number-of-days=1`,
      ]) {
        const { slots } = await v2(bed, query);
        bed.assert.deepEqual(
          slots.map(({ utcTime }) => utcTime),
          expected,
          query,
        );
      }
    },
  },
  {
    name: 'full slots are reported where they are asked for, and do not count against the maximum',
    async run(bed) {
      await withHours(bed, { _max_request_by_time_bucket: '1' });
      await bed.good(wish(bed, 0));
      const query = `?end=${bed.at(DAY)}&max-time-slots=1`;
      const free = { utcTime: bed.at(15 * MINUTE), capacity: 1, total: 1 };
      bed.assert.deepEqual((await v2(bed, query)).slots, [free]);
      const busy = { utcTime: bed.at(0), capacity: 0, total: 1 };
      bed.assert.deepEqual((await v2(bed, `${query}&report-busy=true`)).slots, [busy, free]);
    },
  },
  {
    name: 'slots follow the clocks: an hour that is skipped is not offered, one that is shown twice is offered twice',
    async run(bed) {
      await bed.control('PUT', '/mock/services/hours', {
        ...HOURS,
        _timezone: 'America/New_York',
        _bh_regular1: 'Mon-Sun 01:00-03:00',
      });
      await bed.service('P', {
        _business_hours_service: 'hours',
        _request_time_bucket: '30',
        _reject_future_desired_time: '1y',
      });
      const local = async (start: string, zone = 'America/New_York'): Promise<readonly unknown[]> => {
        const body = await v2(bed, `?start=${start}&number-of-days=1&timezone=${zone}`);
        return body.slots.map(({ localTime }) => String(localTime).slice(11, 16));
      };
      bed.assert.deepEqual(await local('2026-03-08T00:00:00'), ['01:00', '01:30']);
      const twice = ['01:00', '01:30', '01:00', '01:30', '02:00', '02:30'];
      bed.assert.deepEqual(await local('2026-11-01T00:00:00'), twice);
      await bed.control('PUT', '/mock/services/hours', {
        ...HOURS,
        _timezone: 'Australia/Lord_Howe',
        _bh_regular1: 'Sun 01:00-02:30',
      });
      // Where clocks go back by half an hour only.
      const half = ['01:00', '01:30', '01:30', '02:00'];
      bed.assert.deepEqual(await local('2026-04-05T00:00:00', 'Australia/Lord_Howe'), half);
    },
  },
];

export const availabilityCases: readonly WireCase[] = [...versionOne, ...versionTwo];

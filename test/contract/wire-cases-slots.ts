import {
  CAPACITY,
  DAY,
  HOUR,
  HOURS,
  isRefused,
  MINUTE,
  namesParameters,
  V1,
  v1,
  wish,
  withHours,
} from './slot-service.js';
import type { WireCase } from './wire-bed.js';

/** Closed times and full ones, and the calendars behind them. */

const refusals: readonly WireCase[] = [
  {
    name: 'case 14: a change to a time outside the office hours is refused and proposes others',
    async run(bed) {
      await withHours(bed);
      const id = await bed.create('P', { _desired_time: bed.at(HOUR) });
      const path = `/genesys/1/service/callback/P/${id}`;
      // Tuesday is a holiday.
      const slots = Object.fromEntries(
        [1.25 * HOUR, 1.5 * HOUR, 1.75 * HOUR, 2 * DAY, 2 * DAY + 0.25 * HOUR, 2 * DAY + 0.5 * HOUR].map((seconds) => [
          bed.at(seconds),
          3,
        ]),
      );
      await isRefused(bed, () => bed.send('PUT', path, { _new_desired_time: bed.at(2 * HOUR) }), slots);
      bed.assert.strictEqual((await bed.record(id))._desired_time, bed.at(HOUR));
      await bed.good(bed.send('PUT', path, { _new_desired_time: bed.at(2 * DAY) }));
      bed.assert.strictEqual((await bed.record(id))._desired_time, bed.at(2 * DAY));
    },
  },
  {
    name: 'a callback for a closed time is refused and proposes others',
    async run(bed) {
      await withHours(bed);
      const slots = [2 * DAY, 2 * DAY + 0.25 * HOUR, 2 * DAY + 0.5 * HOUR].map((seconds) => [bed.at(seconds), 3]);
      const before = [1.25 * HOUR, 1.5 * HOUR, 1.75 * HOUR].map((seconds) => [bed.at(seconds), 3]);
      await isRefused(bed, () => wish(bed, DAY), Object.fromEntries([...before, ...slots]));
      await bed.good(wish(bed, 2 * HOUR - 1));
    },
  },
  {
    name: 'a callback for now is taken at a closed time, unless the service rejects it',
    async run(bed) {
      await withHours(bed);
      await bed.advance(3 * HOUR);
      await bed.create('P');
      await withHours(bed, { _enable_reject_out_of_office_hours: 'true' });
      const response = await bed.send('POST', '/genesys/1/service/callback/P', { _customer_number: '5115' });
      bed.assert.strictEqual(response.status, 400);
      await bed.advance(2 * DAY - 3 * HOUR);
      await bed.create('P');
    },
  },
  {
    name: 'a full bucket refuses the next callback and proposes its neighbours',
    async run(bed) {
      await withHours(bed);
      for (const minute of [0, 7, 14]) await bed.good(wish(bed, HOUR + minute * MINUTE));
      const around = [-0.75, -0.5, -0.25, 0.25, 0.5, 0.75].map((hours) => [bed.at((1 + hours) * HOUR), 3]);
      await isRefused(bed, () => wish(bed, HOUR + MINUTE), Object.fromEntries(around));
      await bed.good(wish(bed, HOUR + 15 * MINUTE));
    },
  },
  {
    name: 'a callback that is cancelled leaves its place in the bucket, one that moves within it keeps it',
    async run(bed) {
      await withHours(bed, { _max_request_by_time_bucket: '1' });
      const id = await bed.create('P', { _desired_time: bed.at(HOUR) });
      await bed.good(bed.send('PUT', `/genesys/1/service/callback/P/${id}`, { _new_desired_time: bed.at(HOUR + 60) }));
      bed.assert.strictEqual((await wish(bed, HOUR)).status, 400);
      await bed.good(bed.remove('P', id));
      await bed.good(wish(bed, HOUR));
    },
  },
  {
    name: 'a closed time proposes others as far ahead as the service takes requests',
    async run(bed) {
      await bed.control('PUT', '/mock/services/hours', {
        ...HOURS,
        _bh_regular1: '',
        _bh_add1: '2026-03-31 10:00-10:05',
      });
      await bed.service('P', { _business_hours_service: 'hours' });
      await isRefused(bed, () => wish(bed, HOUR), { '2026-03-31T08:00:00.000Z': 100 });
      await bed.service('P', { _business_hours_service: 'hours', _reject_future_desired_time: '4w' });
      await isRefused(bed, () => wish(bed, HOUR), {});
    },
  },
  {
    name: 'callbacks for now take places in the bucket of the moment, unless the switch says otherwise',
    async run(bed) {
      for (const [value, places] of [
        ['true', {}],
        ['false', { [bed.at(0)]: 1 }],
      ] as const) {
        await bed.control('PUT', '/mock/application', { mock: { 'immediate-take-slots': value } });
        await bed.service('P', { _max_request_by_time_bucket: '1' });
        await bed.create('P');
        bed.assert.deepEqual(await v1(bed), places);
      }
    },
  },
  {
    name: 'a bucket takes what its hour takes in the capacity service',
    async run(bed) {
      await bed.control('PUT', '/mock/services/places', CAPACITY);
      await bed.service('P', { _capacity_service: 'places', _request_time_bucket: '60' });
      for (const seconds of [0.5 * HOUR, 0.75 * HOUR]) await bed.good(wish(bed, seconds));
      await isRefused(bed, () => wish(bed, 0.75 * HOUR), {
        [bed.at(HOUR)]: 1,
        [bed.at(7 * DAY)]: 2,
        [bed.at(7 * DAY + HOUR)]: 1,
      });
      bed.assert.deepEqual(await v1(bed, '?number-of-days=1'), { [bed.at(HOUR)]: 1 });
    },
  },
  {
    name: 'office hours that do not exist refuse every scheduled callback with the name of the option',
    async run(bed) {
      await bed.service('P', { _business_hours_service: 'hours' });
      const response = await wish(bed, HOUR);
      bed.assert.strictEqual(response.status, 400);
      bed.assert.include(await response.text(), '_business_hours_service');
      bed.assert.strictEqual((await bed.get(V1)).status, 400);
      await bed.create('P');
    },
  },
];

const calendars: readonly WireCase[] = [
  {
    name: 'the calendar tells when an office-hours service is open; without parameters, whether it is open now',
    async run(bed) {
      await withHours(bed);
      const path = '/genesys/1/service/hours';
      const calendar = (query = ''): Promise<unknown> => bed.good(bed.get(`${path}${query}`));
      const now = { start: bed.at(0), end: bed.at(0) };
      bed.assert.deepEqual(await calendar(), { error: null, open: [now] });
      bed.assert.deepEqual(await calendar('?number-of-days=3'), {
        error: null,
        open: [
          { start: bed.at(0), end: bed.at(2 * HOUR) },
          { start: bed.at(2 * DAY), end: bed.at(2 * DAY + 2 * HOUR) },
        ],
      });
      // Both precisions.
      const range = `?start=2026-03-02T10:00:00Z&end=2026-03-02T10:30:00.000Z`;
      bed.assert.deepEqual(await calendar(range), {
        error: null,
        open: [{ start: bed.at(HOUR), end: bed.at(1.5 * HOUR) }],
      });
      await bed.advance(3 * HOUR);
      bed.assert.deepEqual(await calendar(), { error: null, open: [] });
      await namesParameters(bed, `${path}?end=${bed.at(DAY)}&number-of-days=1`, 'end', 'number-of-days');
      await namesParameters(bed, `${path}?end=${bed.at(400 * DAY)}`, 'end');
    },
  },
  {
    name: 'a capacity service tells its capacity in periods',
    async run(bed) {
      await bed.control('PUT', '/mock/services/places', CAPACITY);
      const query = `?start=${bed.at(0)}&end=${bed.at(2.5 * HOUR)}`;
      bed.assert.deepEqual(await bed.good(bed.get(`/genesys/1/service/places${query}`)), {
        error: null,
        periods: [
          { start: bed.at(0), end: bed.at(HOUR), capacity: 2 },
          { start: bed.at(HOUR), end: bed.at(2 * HOUR), capacity: 1 },
          { start: bed.at(2 * HOUR), end: bed.at(2.5 * HOUR), capacity: 0 },
        ],
      });
    },
  },
];

export const slotCases: readonly WireCase[] = [...refusals, ...calendars];

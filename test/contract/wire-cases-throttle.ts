import type { WireBed, WireCase } from './wire-bed.js';

/** How often a service is asked: two windows of time, and one day for each value of a parameter. */

type Fields = Readonly<Record<string, unknown>>;

const CREATE = '/genesys/1/service/callback';
const UNAVAILABLE = 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionServiceUnavailable';

let last = 0;

/** A number that nobody asked for before. */
function freshNumber(): string {
  last += 1;
  return String(600_000 + last);
}

async function takes(bed: WireBed, service: string, times: number, fields: Fields = {}): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    await bed.create(service, { _customer_number: freshNumber(), ...fields });
  }
}

/** Many at once: one after the other they would take a browser too long. */
async function takesAtOnce(bed: WireBed, service: string, times: number): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => takes(bed, service, 1)));
}

async function refuses(bed: WireBed, service: string, message: string, fields: Fields = {}): Promise<void> {
  const before = await bed.hash();
  const body = { _customer_number: freshNumber(), ...fields };
  const response = await bed.send('POST', `${CREATE}/${service}`, body);
  bed.assert.deepEqual(await response.json(), {
    message,
    exception: UNAVAILABLE,
    code: 503,
    phrase: 'SERVICE_UNAVAILABLE',
  });
  bed.assert.strictEqual(response.status, 503);
  bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
}

const windowIsFull = (service: string, seconds: number): string =>
  `Limit of queued callbacks for ${service} is reached for interval ${seconds}s.`;

const dayIsFull = (value: string, limit: number): string =>
  `Callback for _customer_number=${value} rejected because previous callbacks for this parameter were requested for more than ${limit} times today.`;

function application(bed: WireBed, options: Readonly<Record<string, string>>): Promise<unknown> {
  return bed.control('PUT', '/mock/application', { callback: options });
}

const WINDOW_1 = { _throttle_callbacks_per_service_1: '2', _throttle_ttl_1: '14' };
const WINDOW_2 = { _throttle_callbacks_per_service_2: '2', _throttle_ttl_2: '14' };

const windowCases: readonly WireCase[] = [
  ...[WINDOW_1, WINDOW_2].map((options, index) => ({
    name: `case 47: window ${index + 1} of two in 14 seconds refuses the third callback`,
    async run(bed: WireBed) {
      await bed.service('S', options);
      await takes(bed, 'S', 2);
      await refuses(bed, 'S', windowIsFull('S', 14));
    },
  })),
  {
    name: 'case 48: after its 14 seconds the window takes two more',
    async run(bed) {
      await bed.service('S', WINDOW_1);
      await takes(bed, 'S', 2);
      await bed.advance(13);
      await refuses(bed, 'S', windowIsFull('S', 14));
      await bed.advance(1);
      await takes(bed, 'S', 2);
      await refuses(bed, 'S', windowIsFull('S', 14));
    },
  },
  {
    name: '4.8: the value of a window is that of the service, then of the application; a negative one is the built-in',
    async run(bed) {
      await application(bed, { _throttle_callbacks_per_service_1: '1', _throttle_ttl_1: '20' });
      await takes(bed, 'S', 1);
      await refuses(bed, 'S', windowIsFull('S', 20));
      await bed.service('S', { _throttle_callbacks_per_service_1: '2', _throttle_ttl_1: '-1' });
      await takes(bed, 'S', 1);
      await refuses(bed, 'S', windowIsFull('S', 300));
      await bed.service('S', { _throttle_callbacks_per_service_1: '-1' });
      await takes(bed, 'S', 2);
    },
  },
  {
    name: 'case 50: empty values are the built-in 500 in 300 seconds and 1000 in 3600',
    async run(bed) {
      const empty = {
        _throttle_callbacks_per_service_1: '',
        _throttle_ttl_1: '',
        _throttle_callbacks_per_service_2: '',
        _throttle_ttl_2: '',
      };
      await application(bed, empty);
      await bed.service('S', empty);
      await takesAtOnce(bed, 'S', 500);
      await refuses(bed, 'S', windowIsFull('S', 300));
      await bed.service('S', { ...empty, _throttle_callbacks_per_service_1: '2000' });
      await takesAtOnce(bed, 'S', 500);
      await refuses(bed, 'S', windowIsFull('S', 3600));
    },
  },
  {
    name: 'case 52: a window of 0 refuses every immediate callback, one of 0 seconds none',
    async run(bed) {
      await bed.service('S', { _throttle_callbacks_per_service_1: '0' });
      await refuses(bed, 'S', windowIsFull('S', 300));
      await bed.service('S', { _throttle_callbacks_per_service_2: '0' });
      await refuses(bed, 'S', windowIsFull('S', 3600));
      await bed.service('S', { _throttle_callbacks_per_service_2: '0', _throttle_ttl_2: '0' });
      await takes(bed, 'S', 1);
    },
  },
  {
    name: 'case 55: callbacks for later than the execution buffer are neither counted nor refused',
    async run(bed) {
      await bed.service('P', { ...WINDOW_1, _throttle_request_parameters_limit: '100' });
      await takes(bed, 'P', 5, { _desired_time: bed.at(300) });
      await takes(bed, 'P', 1, { _desired_time: bed.at(30) });
      await takes(bed, 'P', 1);
      await refuses(bed, 'P', windowIsFull('P', 14), { _desired_time: bed.at(30) });
      await takes(bed, 'P', 1, { _desired_time: bed.at(300) });
    },
  },
];

const dailyCases: readonly WireCase[] = [
  {
    name: 'case 57: a daily limit of 2 refuses the third callback of a number',
    async run(bed) {
      await bed.service('S', { _throttle_request_parameters_limit: '2' });
      const fields = { _customer_number: '5115' };
      await takes(bed, 'S', 2, fields);
      await refuses(bed, 'S', dayIsFull('5115', 2), fields);
      await takes(bed, 'S', 1, { _customer_number: '5116' });
    },
  },
  {
    name: 'case 58: each service counts a number for itself',
    async run(bed) {
      const fields = { _customer_number: '5115' };
      for (const service of ['S', 'P']) await bed.service(service, { _throttle_request_parameters_limit: '2' });
      await takes(bed, 'S', 2, fields);
      await takes(bed, 'P', 2, fields);
      await refuses(bed, 'P', dayIsFull('5115', 2), fields);
    },
  },
  {
    name: 'case 60: a daily limit that is empty everywhere is 6; so is a negative one',
    async run(bed) {
      for (const limit of ['', '-1']) {
        await application(bed, { _throttle_request_parameters_limit: limit === '' ? '' : '3' });
        await bed.service(`S${limit}`, { _throttle_request_parameters_limit: limit });
        const fields = { _customer_number: '5115' };
        await takes(bed, `S${limit}`, 6, fields);
        await refuses(bed, `S${limit}`, dayIsFull('5115', 6), fields);
      }
    },
  },
  {
    name: 'case 62: a daily limit of 0 refuses the first callback',
    async run(bed) {
      await application(bed, { _throttle_request_parameters_limit: '0' });
      await refuses(bed, 'S', dayIsFull('5115', 0), { _customer_number: '5115' });
    },
  },
  {
    name: 'case 64: callbacks for later than the execution buffer are not counted by the day',
    async run(bed) {
      await bed.service('P', { _throttle_request_parameters_limit: '2' });
      await takes(bed, 'P', 8, { _customer_number: '5115', _desired_time: bed.at(600) });
      await takes(bed, 'P', 2, { _customer_number: '5115' });
      await refuses(bed, 'P', dayIsFull('5115', 2), { _customer_number: '5115' });
    },
  },
  {
    name: '4.8: a new day begins at midnight',
    async run(bed) {
      await bed.service('S', { _throttle_request_parameters_limit: '1' });
      const fields = { _customer_number: '5115' };
      await takes(bed, 'S', 1, fields);
      await bed.control('POST', '/mock/clock', { now: '2026-03-02T23:59:59.999Z' });
      await refuses(bed, 'S', dayIsFull('5115', 1), fields);
      await bed.control('POST', '/mock/clock', { now: '2026-03-03T00:00:00.000Z' });
      await takes(bed, 'S', 1, fields);
    },
  },
  {
    name: '4.8: a header of the name of the parameter goes before the body, in any spelling',
    async run(bed) {
      await bed.service('S', {
        _throttle_request_parameters: 'X-Device',
        _throttle_request_parameters_limit: '1',
      });
      const send = (header: string, value: string): Promise<Response> =>
        bed.context.fetch(`${CREATE}/S`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [header]: value },
          body: JSON.stringify({ _customer_number: freshNumber(), 'X-Device': 'body' }),
        });
      await bed.good(send('x-device', 'one'));
      await bed.good(send('X-Device', 'two'));
      const response = await send('X-DEVICE', 'one');
      bed.assert.strictEqual(response.status, 503);
      bed.assert.include(await response.text(), 'Callback for X-Device=one rejected');
      await application(bed, { _enable_throttle_header_parameters: 'false' });
      await bed.good(send('X-Device', 'one'));
      bed.assert.strictEqual((await send('X-Device', 'three')).status, 503);
    },
  },
];

export const throttleCases: readonly WireCase[] = [...windowCases, ...dailyCases];

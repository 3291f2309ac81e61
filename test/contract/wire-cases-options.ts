import { presetOptions, SERVICE_PRESETS } from '../../src/options.js';
import type { WireBed, WireCase } from './wire-bed.js';

/** Configures something that must be refused: 400 with words, and nothing changes. */
async function refuse(bed: WireBed, path: string, body: unknown, ...words: readonly string[]): Promise<void> {
  const before = await bed.hash();
  const response = await bed.send('PUT', path, body);
  bed.assert.strictEqual(response.status, 400);
  const { message } = (await response.json()) as { readonly message: string };
  for (const part of words) bed.assert.include(message, part);
  bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
}

/** Seconds between desired time and expiration of a new callback. */
async function timeToLive(bed: WireBed, service: string): Promise<number> {
  const { _desired_time = '', _expiration_time = '' } = await bed.record(await bed.create(service));
  return (Date.parse(_expiration_time) - Date.parse(_desired_time)) / 1000;
}

/** Options of services and of the application, as far as they are checked when they are set. */
export const optionCases: readonly WireCase[] = [
  {
    name: 'case 95: a service from the preset User Terminated Delayed is listed, and keeps callbacks for a day',
    async run(bed) {
      const preset = SERVICE_PRESETS.find(({ name }) => name === 'User Terminated Delayed');
      bed.assert.ok(preset);
      await bed.service('New', preset && presetOptions(preset));
      bed.assert.deepEqual(Object.keys(await bed.queues()).sort(), ['New', 'P', 'S']);
      bed.assert.strictEqual(await timeToLive(bed, 'New'), 86_400);
    },
  },
  {
    name: 'an option is told what it accepts, and the service keeps the options it has',
    async run(bed) {
      const words = 'Option _ttl of service S is "abc". It accepts a whole number of seconds from 1';
      await refuse(bed, '/mock/services/S', { _ttl: 'abc' }, words);
      await refuse(bed, '/mock/services/S', { _ttl: 60, _call_direction: 'UP' }, 'USERTERMINATED or USERORIGINATED');
      bed.assert.strictEqual(await timeToLive(bed, 'S'), 86_400);
    },
  },
  {
    name: 'an option of a service that is not made yet is checked too',
    async run(bed) {
      const hours = { _type: 'builtin', _service: 'office-hours', _bh_regular1: 'always' };
      await refuse(bed, '/mock/services/hours', hours, 'Option _bh_regular1 of service hours is "always".');
      bed.assert.deepEqual(Object.keys(await bed.queues()).sort(), ['P', 'S']);
    },
  },
  {
    name: 'an option of the application is told what it accepts, and none of its neighbours is set',
    async run(bed) {
      const sections = { callback: { 'returned-keys': '_LOB', 'queue-polling-rate': 'often' } };
      await refuse(bed, '/mock/application', sections, 'queue-polling-rate of section callback is "often"');
    },
  },
  {
    name: 'an empty text sets an option back, and is never refused',
    async run(bed) {
      await bed.service('S', { _ttl: '60' });
      bed.assert.strictEqual(await timeToLive(bed, 'S'), 60);
      await bed.service('S', { _ttl: '' });
      bed.assert.strictEqual(await timeToLive(bed, 'S'), 86_400);
    },
  },
  {
    name: 'an option that nobody knows is kept as it is',
    async run(bed) {
      await bed.service('S', { _my_own: 'anything', another: '{}' });
      bed.assert.strictEqual(await timeToLive(bed, 'S'), 86_400);
    },
  },
  {
    name: 'a switch of the mock that does not exist is refused with those that do',
    async run(bed) {
      await refuse(bed, '/mock/application', { mock: { 'eror-body': '8.5.1' } }, 'no option eror-body', 'error-body');
      await refuse(bed, '/mock/application', { mock: { 'error-body': '9' } }, 'It accepts 8.5.2, 8.5.1 or oldest');
    },
  },
  {
    name: 'a value that is long is not repeated whole',
    async run(bed) {
      const response = await bed.send('PUT', '/mock/services/S', { _ttl: 'x'.repeat(10_000) });
      bed.assert.strictEqual(response.status, 400);
      bed.assert.ok((await response.text()).length < 500);
    },
  },
  {
    name: 'an option comes with the request, by its name or by a placeholder, and is checked when it comes',
    async run(bed) {
      await bed.service('S', { _overwritable_options: '_ttl', _request_execution_time_buffer: '$ahead$' });
      const create = (fields: Readonly<Record<string, string>>): Promise<Response> =>
        bed.send('POST', '/genesys/1/service/callback/S', { _customer_number: '5115', ...fields });
      const id = await bed.create('S', { _ttl: '60', ahead: '7200', _desired_time: bed.at(3600) });
      const record = await bed.record(id);
      bed.assert.deepEqual([record._callback_state, record._expiration_time], ['QUEUED', bed.at(3660)]);
      const before = await bed.hash();
      for (const [fields, words] of [
        [{ _ttl: 'soon', ahead: '60' }, 'Option _ttl of service S is "soon". It accepts a whole number'],
        [{}, 'Option _request_execution_time_buffer of service S is "$ahead$".'],
      ] as const) {
        const response = await create(fields);
        bed.assert.strictEqual(response.status, 400);
        bed.assert.include(((await response.json()) as { readonly message: string }).message, words);
      }
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
    },
  },
  {
    name: 'a number that the service sets goes before the one that is sent',
    async run(bed) {
      await bed.service('S', { _customer_number: '800' });
      const record = await bed.record(await bed.create('S', { _customer_number: '5115' }));
      bed.assert.strictEqual(record._customer_number, '800');
    },
  },
  {
    name: 'a number that a callback is to have later goes through the checks too',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(3600) });
      await bed.service('P', { _disallow_impossible_phone_numbers: 'true' });
      const response = await bed.send('PUT', `/genesys/1/service/callback/P/${id}`, { _customer_number: '111' });
      bed.assert.strictEqual(response.status, 400);
      bed.assert.strictEqual((await bed.record(id))._customer_number, '5115');
    },
  },
];

import type { WireBed, WireCase } from './wire-bed.js';

/** What a service takes and refuses: numbers, the length of its queue, customers who are in it already. */

type Fields = Readonly<Record<string, unknown>>;
type Options = Readonly<Record<string, string>>;

const UNAVAILABLE = 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionServiceUnavailable';
const NUMBER = 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionNumber';

const QUEUE_IS_FULL = {
  message: 'Limit of queued callbacks for S is reached.',
  exception: UNAVAILABLE,
  code: 503,
  phrase: 'SERVICE_UNAVAILABLE',
};

function start(bed: WireBed, service: string, fields: Fields = {}): Promise<Response> {
  return bed.send('POST', `/genesys/1/service/callback/${service}`, { _customer_number: '5115', ...fields });
}

/** Asserts that a request is refused with a status and a whole body, and changes nothing. */
async function isRefused(
  bed: WireBed,
  send: () => Promise<Response>,
  body: Fields & { readonly code: number },
): Promise<void> {
  const before = await bed.hash();
  const response = await send();
  bed.assert.deepEqual(await response.json(), body);
  bed.assert.strictEqual(response.status, body.code);
  bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
}

function numberRefusal(message: string): Fields & { readonly code: number } {
  return { message, exception: NUMBER, code: 400, phrase: 'BAD_PARAMETER' };
}

function application(bed: WireBed, options: Options): Promise<unknown> {
  return bed.control('PUT', '/mock/application', { callback: options });
}

const PREMIUM = { _disallow_premium_phone_numbers: 'true' };
const IMPOSSIBLE = { _disallow_premium_phone_numbers: 'false', _disallow_impossible_phone_numbers: 'true' };

export const admissionCases: readonly WireCase[] = [
  {
    name: 'case 42: a queue limit of 0 in the application refuses every immediate callback',
    async run(bed) {
      await application(bed, { max_queued_callbacks_per_service: '0' });
      await isRefused(bed, () => start(bed, 'S'), QUEUE_IS_FULL);
    },
  },
  ...['CUSTOMER', 'AGENT'].map((party) => ({
    name: `case 43: a queue limit of 1 in the application refuses the second callback, ${party} first`,
    async run(bed: WireBed) {
      await bed.service('S', { _userterminated_first_connect_party: party });
      await application(bed, { max_queued_callbacks_per_service: '1' });
      const id = await bed.create('S');
      await bed.advance(10);
      await isRefused(bed, () => start(bed, 'S', { _customer_number: '5116' }), QUEUE_IS_FULL);
      await bed.good(bed.remove('S', id));
      await bed.advance(10);
      await bed.create('S', { _customer_number: '5116' });
    },
  })),
  {
    name: 'case 44: a queue limit of the service goes before that of the application',
    async run(bed) {
      await application(bed, { max_queued_callbacks_per_service: '0' });
      await bed.service('S', { _max_queued_callbacks_per_service: '1' });
      await bed.create('S');
      await bed.advance(10);
      await isRefused(bed, () => start(bed, 'S'), QUEUE_IS_FULL);
      await application(bed, { max_queued_callbacks_per_service: '50' });
      await bed.service('S', { _max_queued_callbacks_per_service: '0' });
      await isRefused(bed, () => start(bed, 'S'), QUEUE_IS_FULL);
    },
  },
  {
    name: 'case 46: a queue limit never refuses a scheduled callback',
    async run(bed) {
      await bed.service('P', { _max_queued_callbacks_per_service: '1' });
      for (const number of ['5115', '5116']) {
        const id = await bed.create('P', { _customer_number: number, _desired_time: bed.at(180) });
        bed.assert.strictEqual(await bed.state(id), 'SCHEDULED');
        await bed.advance(10);
      }
    },
  },
  {
    name: '4.7: the queue limit is enforced when the counter has caught up',
    async run(bed) {
      await bed.service('S', { _max_queued_callbacks_per_service: '1' });
      await bed.create('S');
      await bed.create('S', { _customer_number: '5116' });
      await bed.advance(10);
      bed.assert.strictEqual((await start(bed, 'S')).status, 503);
    },
  },
  {
    name: 'case 65: a premium number is refused where the service disallows it',
    async run(bed) {
      await bed.service('S', { ...PREMIUM, _default_country: 'US' });
      const message =
        "Customer Number [+19005551234] is disallowed, because it's a premium number. Check option _disallow_premium_phone_numbers";
      await isRefused(bed, () => start(bed, 'S', { _customer_number: '+19005551234' }), numberRefusal(message));
      await bed.create('S', { _customer_number: '+14155550101' });
    },
  },
  {
    name: 'case 66: a premium number is taken where the service allows it',
    async run(bed) {
      await bed.service('S', { _disallow_premium_phone_numbers: 'false', _default_country: 'US' });
      await bed.create('S', { _customer_number: '+19005551234' });
    },
  },
  {
    name: 'case 68: an impossible number is refused where the service disallows it',
    async run(bed) {
      await bed.service('S', { ...IMPOSSIBLE, _default_country: 'US' });
      const message =
        'Customer Number [111] is disallowed, because it is invalid. Check option _disallow_impossible_phone_numbers';
      await isRefused(bed, () => start(bed, 'S', { _customer_number: '111' }), numberRefusal(message));
    },
  },
  {
    name: 'case 69: an impossible number is taken where the service allows it',
    async run(bed) {
      await bed.service('S', { _disallow_impossible_phone_numbers: 'false', _default_country: 'US' });
      await bed.create('S', { _customer_number: '111' });
    },
  },
  ...[PREMIUM, IMPOSSIBLE].map((options) => {
    const option = options === PREMIUM ? '_disallow_premium_phone_numbers' : '_disallow_impossible_phone_numbers';
    return {
      name: `4.6: without a country ${option} refuses every number`,
      async run(bed: WireBed) {
        await bed.service('S', { ...options, _default_country: '' });
        const message = `Service option S / _default_country is not configured. But option ${option} is set. We cannot validate phone numbers without knowing the country.`;
        await isRefused(bed, () => start(bed, 'S', { _customer_number: '+14155550101' }), numberRefusal(message));
      },
    };
  }),
  {
    name: 'case 97: in-queue checking refuses the third callback of a number, strict the second, false none',
    async run(bed) {
      for (const [option, limit] of [
        ['true', 2],
        ['strict', 1],
      ] as const) {
        const service = `Q-${option}`;
        await bed.service(service, { _enable_in_queue_checking: option });
        for (let index = 0; index < limit; index += 1) await bed.create(service);
        for (const fields of [{}, { _desired_time: bed.at(3600) }]) {
          const response = await start(bed, service, fields);
          bed.assert.strictEqual(response.status, 400);
          const body = (await response.json()) as Readonly<Record<string, string>>;
          bed.assert.strictEqual(body.phrase, 'BAD_PARAMETER');
        }
        await bed.create(service, { _customer_number: '5116' });
      }
      await bed.service('S', { _enable_in_queue_checking: 'false' });
      for (let index = 0; index < 3; index += 1) await bed.create('S');
    },
  },
  {
    name: '4.5: in-queue checking is a matter of the application where the service leaves it open',
    async run(bed) {
      await bed.service('S', { _enable_in_queue_checking: '' });
      await application(bed, { _enable_in_queue_checking: 'strict' });
      const id = await bed.create('S');
      bed.assert.strictEqual((await start(bed, 'S')).status, 400);
      await bed.good(bed.remove('S', id));
      await bed.create('S');
      await application(bed, { _enable_in_queue_checking: '' });
      await bed.create('S');
      bed.assert.strictEqual((await start(bed, 'S')).status, 400);
    },
  },
  {
    name: 'case 100: a key that the service makes mandatory is named when it is missing',
    async run(bed) {
      await bed.service('S', {
        _customer_lookup_keys: '_customer_number,_email_address',
        _mandatory_customer_lookup_keys: '_email_address',
      });
      const response = await start(bed, 'S');
      bed.assert.strictEqual(response.status, 400);
      const body = (await response.json()) as Readonly<Record<string, string>>;
      bed.assert.strictEqual(body.phrase, 'BAD_PARAMETER');
      bed.assert.include(body.message ?? '', 'Invalid option');
      bed.assert.include(body.message ?? '', '_email_address');
      await bed.create('S', { _email_address: 'ada@example.com' });
    },
  },
  {
    name: '4.11: a number is checked before the windows, unless the mock is told otherwise',
    async run(bed) {
      await bed.service('S', { ...IMPOSSIBLE, _throttle_callbacks_per_service_1: '0' });
      bed.assert.strictEqual((await start(bed, 'S')).status, 400);
      await bed.control('PUT', '/mock/application', { mock: { 'validation-order': 'rate-window-1' } });
      bed.assert.strictEqual((await start(bed, 'S')).status, 503);
    },
  },
];

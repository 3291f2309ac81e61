import type { WireBed, WireCase } from './wire-bed.js';

/** Requests that cannot be accepted: the documented status and body, nothing of the inside, and nothing changed. */

interface BadRequest {
  readonly name: string;
  readonly status: number;
  readonly phrase?: string;
  readonly isLoud?: true;
  readonly send: (bed: WireBed) => Promise<Response>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

const BAD_REQUESTS: readonly BadRequest[] = [
  {
    name: '24: a callback for an unknown service',
    status: 404,
    send: (bed) => bed.send('POST', '/genesys/1/service/callback/nowhere', { _customer_number: '5115' }),
  },
  {
    name: '100: a callback without a number',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.send('POST', '/genesys/1/service/callback/S', {}),
  },
  {
    name: 'a callback whose number is blank',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.send('POST', '/genesys/1/service/callback/S', { _customer_number: '   ' }),
  },
  {
    name: '98: a time further ahead than the service allows',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _desired_time: bed.at(40 * 86_400) }),
  },
  {
    name: 'a time in the past',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _desired_time: bed.at(-3600) }),
  },
  {
    name: 'a date that is none',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _desired_time: '2026-02-30T09:00:00.000Z' }),
  },
  {
    name: 'a time in words',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _desired_time: 'tomorrow' }),
  },
  {
    name: 'a property under a reserved key',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _callback_reason: 'CANCELLED' }),
  },
  {
    name: 'a property under the first spelling of a field',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _customerNumber: '5116' }),
  },
  {
    name: 'an object where the number belongs',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => create(bed, { _customer_number: { toString: 1 } }),
  },
  {
    name: 'text that is not JSON',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) =>
      bed.context.fetch('/genesys/1/service/callback/S', { method: 'POST', headers: JSON_TYPE, body: '{"_customer_' }),
  },
  {
    name: 'JSON that is not an object',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.send('POST', '/genesys/1/service/callback/S', ['5115']),
  },
  {
    name: 'a change of an unknown callback',
    status: 404,
    send: (bed) => bed.send('PUT', '/genesys/1/service/callback/S/unknown', { _LOB: 'x' }),
  },
  {
    name: 'a cancel of an unknown callback',
    status: 404,
    send: (bed) => bed.remove('S', 'unknown'),
  },
  {
    name: 'the position of an unknown callback',
    status: 404,
    send: (bed) => bed.get('/genesys/1/service/unknown/check-queue-position'),
  },
  {
    name: 'a list from a date that is none',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.get('/genesys/1/admin/callback/queues?start_time=2026-13-01T00:00:00Z'),
  },
  {
    name: 'a list of so many that is no number',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.get('/genesys/1/admin/callback/queues?max=many'),
  },
  {
    name: 'a list of an unknown service',
    status: 404,
    send: (bed) => bed.get('/genesys/1/admin/callback/queues?target=nowhere'),
  },
  {
    name: 'a bulk cancel without ids',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.send('POST', '/genesys/1/admin/callback/cancel', { reason: 'CANCELLED_BY_ADMIN' }),
  },
  {
    name: 'an export without properties',
    status: 400,
    phrase: 'BAD_PARAMETER',
    send: (bed) => bed.send('POST', '/genesys/1/admin/callback/reportcancelled', { callback_reason: 'CANCELLED' }),
  },
  {
    name: 'an address that nothing answers',
    status: 404,
    isLoud: true,
    send: (bed) => bed.get('/genesys/1/nothing/here'),
  },
  {
    name: 'a method that the address does not have',
    status: 405,
    send: (bed) => bed.send('PUT', '/genesys/1/service/callback/S', {}),
  },
];

function create(bed: WireBed, fields: Readonly<Record<string, unknown>>): Promise<Response> {
  return bed.send('POST', '/genesys/1/service/callback/S', { _customer_number: '5115', ...fields });
}

async function isRefused(bed: WireBed, { send, status, phrase }: BadRequest): Promise<void> {
  await bed.create('S');
  const before = await bed.hash();
  const response = await send(bed);
  const text = await response.text();
  bed.assert.strictEqual(response.status, status, text);
  const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
  bed.assert.ok(typeof body.message === 'string' && body.message !== '', 'a message');
  bed.assert.ok(typeof body.exception === 'string', 'an exception');
  bed.assert.ok(Number.isInteger(body.code), 'a code');
  if (phrase !== undefined) bed.assert.strictEqual(body.phrase, phrase);
  bed.assert.ok(!/\bat .*:\d+:\d+|node_modules|\.ts\b|\.js\b/.test(text), 'no stack trace');
  bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
}

export const refusalCases: readonly WireCase[] = [
  ...BAD_REQUESTS.map((request) => ({
    name: `${request.name}: refused with ${request.status}, and nothing changes`,
    run: (bed: WireBed) => isRefused(bed, request),
    ...(request.isLoud && { isLoud: request.isLoud }),
  })),
  {
    name: 'a completed callback is neither moved nor changed nor cancelled again',
    async run(bed) {
      const id = await bed.create('S');
      await bed.good(bed.remove('S', id));
      const before = await bed.hash();
      const path = `/genesys/1/service/callback/S/${id}`;
      for (const body of [{ _new_desired_time: bed.at(3600) }, { _LOB: 'x' }]) {
        bed.assert.strictEqual((await bed.send('PUT', path, body)).status, 409);
      }
      bed.assert.strictEqual((await bed.remove('S', id)).status, 409);
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      await bed.isCompleted(id, 'CANCELLED');
    },
  },
  {
    name: 'a queued callback is not moved',
    async run(bed) {
      const id = await bed.create('S');
      const path = `/genesys/1/service/callback/S/${id}`;
      bed.assert.strictEqual((await bed.send('PUT', path, { _new_desired_time: bed.at(3600) })).status, 409);
      bed.assert.strictEqual((await bed.record(id))._desired_time, bed.at(0));
    },
  },
  {
    name: 'error bodies of the older generation have neither code nor phrase',
    async run(bed) {
      await bed.control('PUT', '/mock/application', { mock: { 'error-body': '8.5.1' } });
      const response = await bed.send('POST', '/genesys/1/service/callback/S', {});
      bed.assert.strictEqual(response.status, 400);
      bed.assert.deepEqual(Object.keys((await response.json()) as object).sort(), ['exception', 'message']);
    },
  },
];

import type { WireBed, WireCase } from './wire-bed.js';

/** One callback: started, changed, cancelled, kept and forgotten. */

const DIALOG = {
  _dialog_id: '0',
  _action: 'ConfirmationDialog',
  _text: 'You will receive the call shortly',
  _ok_title: 'Ok',
};

async function startsWith(bed: WireBed, init: RequestInit): Promise<string> {
  const body = await bed.good(bed.context.fetch('/genesys/1/service/callback/S', { method: 'POST', ...init }));
  const { _id, ...dialog } = body as Readonly<Record<string, string>>;
  bed.assert.ok(_id, 'an id');
  bed.assert.deepEqual(dialog, DIALOG);
  return _id ?? '';
}

function multipart(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return form;
}

export const callbackCases: readonly WireCase[] = [
  {
    name: '1: starts an immediate callback sent as JSON',
    async run(bed) {
      const body = JSON.stringify({ _customer_number: '5115' });
      await startsWith(bed, { headers: { 'content-type': 'application/json' }, body });
    },
  },
  {
    name: '2: starts one sent as an encoded form',
    async run(bed) {
      const id = await startsWith(bed, { body: new URLSearchParams({ _customer_number: '5115', _LOB: 'A & B' }) });
      bed.assert.strictEqual((await bed.record(id))._LOB, 'A & B');
    },
  },
  {
    name: '3: starts one sent as a multipart form',
    async run(bed) {
      const id = await startsWith(bed, { body: multipart({ _customer_number: '5115', _LOB: 'Überweisung' }) });
      bed.assert.strictEqual((await bed.record(id))._LOB, 'Überweisung');
    },
  },
  {
    name: "1.1: stores any other key, also one that only looks like a record's field",
    async run(bed) {
      const fields = { id: '7', serviceName: 'x', callbackState: 'y', orsSessionId: 'z', LOB: 'Primary' };
      const record = await bed.record(await bed.create('S', fields));
      for (const [key, value] of Object.entries(fields)) bed.assert.strictEqual(record[key], value, key);
      bed.assert.strictEqual(record._service_name, 'S');
    },
  },
  {
    name: '4: finds an immediate callback by id, queued',
    async run(bed) {
      const record = await bed.record(await bed.create('S'));
      bed.assert.strictEqual(record._callback_state, 'QUEUED');
      bed.assert.strictEqual(record._service_name, 'S');
      bed.assert.strictEqual(record._customer_number, '5115');
      bed.assert.strictEqual(record._desired_time, bed.at(0));
      bed.assert.strictEqual(record._expiration_time, bed.at(86_400));
      bed.assert.ok(record._ors_session_id, 'a session');
      bed.assert.strictEqual(record._url, `/genesys/1/service/callback/S/${record._id ?? ''}`);
    },
  },
  {
    name: '5: schedules a callback that is wished for later',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(180) });
      bed.assert.strictEqual(await bed.state(id), 'SCHEDULED');
    },
  },
  {
    name: '6: queues at once what is wished for within the execution buffer',
    async run(bed) {
      await bed.service('P', { _request_execution_time_buffer: '15' });
      bed.assert.strictEqual(await bed.state(await bed.create('P', { _desired_time: bed.at(15) })), 'QUEUED');
    },
  },
  {
    name: '8: queues a scheduled callback when its buffer begins, at the next poll',
    async run(bed) {
      await bed.service('P', { _request_execution_time_buffer: '15' });
      const id = await bed.create('P', { _desired_time: bed.at(30) });
      bed.assert.strictEqual(await bed.state(id), 'SCHEDULED');
      await bed.advance(14);
      bed.assert.strictEqual(await bed.state(id), 'SCHEDULED');
      await bed.advance(61);
      bed.assert.strictEqual(await bed.state(id), 'QUEUED');
    },
  },
  {
    name: '9: queues a scheduled callback within 80 seconds of its buffer',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(180) });
      await bed.advance(59);
      bed.assert.strictEqual(await bed.state(id), 'SCHEDULED');
      await bed.advance(81);
      bed.assert.strictEqual(await bed.state(id), 'QUEUED');
    },
  },
  {
    name: '10, 11: returns and replaces a property; an empty text removes it',
    async run(bed) {
      await bed.service('S', { _customer_lookup_keys: '_customer_number,CB_SUBSCRIPTION_ID' });
      const id = await bed.create('S', { CB_SUBSCRIPTION_ID: 'SUB-1' });
      bed.assert.strictEqual((await bed.record(id)).CB_SUBSCRIPTION_ID, 'SUB-1');
      const path = `/genesys/1/service/callback/S/${id}`;
      await bed.good(bed.send('PUT', path, { _desired_time: bed.at(0), CB_SUBSCRIPTION_ID: 'SUB-2' }));
      bed.assert.strictEqual((await bed.record(id)).CB_SUBSCRIPTION_ID, 'SUB-2');
      await bed.good(bed.send('PUT', path, { CB_SUBSCRIPTION_ID: '' }));
      bed.assert.ok(!('CB_SUBSCRIPTION_ID' in (await bed.record(id))), 'the key is gone');
    },
  },
  {
    name: '13: moves a scheduled callback',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(3600) });
      await bed.good(bed.send('PUT', `/genesys/1/service/callback/P/${id}`, { _new_desired_time: bed.at(7200) }));
      const record = await bed.record(id);
      bed.assert.strictEqual(record._desired_time, bed.at(7200));
      bed.assert.strictEqual(record._expiration_time, bed.at(7200 + 86_400));
      bed.assert.strictEqual(record._callback_state, 'SCHEDULED');
    },
  },
  {
    name: '15: cancels a scheduled callback',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(3600) });
      bed.assert.strictEqual((await bed.remove('P', id)).status, 200);
      await bed.isCompleted(id, 'CANCELLED');
    },
  },
  {
    name: '16: cancels a queued callback',
    async run(bed) {
      const id = await bed.create('S');
      bed.assert.strictEqual((await bed.remove('S', id)).status, 200);
      await bed.isCompleted(id, 'CANCELLED');
    },
  },
  {
    name: '17: does not cancel a queued callback whose session is gone, unless told to',
    async run(bed) {
      const id = await bed.create('S');
      await bed.control('PATCH', `/mock/callbacks/${id}`, { orsSession: 'dead' });
      bed.assert.strictEqual((await bed.remove('S', id)).status, 400);
      bed.assert.strictEqual(await bed.state(id), 'QUEUED');
      bed.assert.strictEqual((await bed.remove('S', id, '?discard_ors_failure=true')).status, 200);
      await bed.isCompleted(id, 'CANCELLED');
    },
  },
  {
    name: '73, 76: pauses a queued callback, lets it go on, and cancels it then',
    async run(bed) {
      const pause = (value: string): Promise<unknown> =>
        bed.control('PUT', '/mock/transaction-lists/GMS_Paused_Services', { services: { S: value } });
      const id = await bed.create('S');
      await pause('true');
      await bed.advance(80);
      bed.assert.strictEqual(await bed.state(id), 'PAUSED');
      await pause('false');
      await bed.advance(80);
      bed.assert.strictEqual(await bed.state(id), 'QUEUED');
      bed.assert.strictEqual((await bed.remove('S', id)).status, 200);
      await bed.isCompleted(id, 'CANCELLED');
    },
  },
  {
    name: '74: pauses a queued callback by the id that its service has in the list',
    async run(bed) {
      const pause = (value: string): Promise<unknown> =>
        bed.control('PUT', '/mock/transaction-lists/GMS_Paused_Services', { services: { 'team-7': value } });
      await bed.service('S', { _paused_services_id: 'team-7' });
      const ids = [await bed.create('S'), await bed.create('P')];
      await pause('true');
      await bed.advance(80);
      bed.assert.deepEqual(await Promise.all(ids.map((id) => bed.state(id))), ['PAUSED', 'QUEUED']);
      await pause('false');
      await bed.advance(80);
      bed.assert.deepEqual(await Promise.all(ids.map((id) => bed.state(id))), ['QUEUED', 'QUEUED']);
    },
  },
  {
    name: '93: tells the estimated wait of a queued callback as a number',
    async run(bed) {
      const id = await bed.create('S');
      const position = await bed.good(bed.get(`/genesys/1/service/${id}/check-queue-position`));
      const { ewt } = position as Readonly<Record<string, unknown>>;
      bed.assert.ok(ewt !== '' && Number.isFinite(Number(ewt)), `ewt is ${String(ewt)}`);
    },
  },
  {
    name: '92: has no position for a callback whose session is gone',
    async run(bed) {
      const id = await bed.create('S');
      await bed.control('PATCH', `/mock/callbacks/${id}`, { orsSession: 'dead' });
      const response = await bed.get(`/genesys/1/service/${id}/check-queue-position`);
      bed.assert.strictEqual(response.status, 500);
      bed.assert.include(await response.text(), '404 Not Found');
    },
  },
  {
    name: '1.8: has no position for a callback with an agent or on hold, and says why',
    async run(bed) {
      for (const state of ['ROUTING', 'PROCESSING', 'PAUSED']) {
        const id = await bed.create('S');
        await bed.control('PATCH', `/mock/callbacks/${id}`, { state });
        const response = await bed.get(`/genesys/1/service/${id}/check-queue-position`);
        const text = await response.text();
        bed.assert.strictEqual(response.status, 500, state);
        bed.assert.include(text, state);
        bed.assert.ok(!text.includes('404 Not Found'), `${state} has its session`);
      }
    },
  },
  {
    name: '1.3: a callback that cannot move any more takes the other changes of a request that repeats its time',
    async run(bed) {
      const id = await bed.create('S', { _LOB: 'A' });
      const path = `/genesys/1/service/callback/S/${id}`;
      const { _desired_time: time } = await bed.record(id);
      await bed.good(bed.send('PUT', path, { _desired_time: bed.at(60), _LOB: 'B' }));
      const { _desired_time, _LOB } = await bed.record(id);
      bed.assert.deepEqual([_desired_time, _LOB], [time, 'B']);
      const log = (await bed.control('GET', '/mock/log')) as readonly { readonly ignored?: unknown }[];
      bed.assert.deepEqual(
        log.flatMap(({ ignored }) => ignored ?? []),
        ['_desired_time'],
      );
      const before = await bed.hash();
      for (const fields of [{}, { _desired_time: time }]) {
        const moved = await bed.send('PUT', path, { ...fields, _new_desired_time: bed.at(60), _LOB: 'C' });
        bed.assert.strictEqual(moved.status, 409);
      }
      await bed.control('PATCH', `/mock/callbacks/${id}`, { state: 'COMPLETED', reason: 'AGENT_CONNECTED' });
      const completed = await bed.send('PUT', path, { _desired_time: bed.at(60), _LOB: 'C' });
      bed.assert.strictEqual(completed.status, 409);
      bed.assert.ok((await bed.hash()) !== before, 'only the state was forced');
      bed.assert.strictEqual((await bed.record(id))._LOB, 'B');
    },
  },
  {
    name: '1.3: a scheduled callback moves to the time under either key',
    async run(bed) {
      const id = await bed.create('S', { _desired_time: bed.at(3600) });
      await bed.good(bed.send('PUT', `/genesys/1/service/callback/S/${id}`, { _desired_time: bed.at(7200) }));
      bed.assert.strictEqual((await bed.record(id))._desired_time, bed.at(7200));
    },
  },
  {
    name: '1.1: a state that is none is named as it was sent, with those that are',
    async run(bed) {
      const id = await bed.create('S');
      for (const [method, path] of [
        ['POST', '/genesys/1/service/callback/S'],
        ['PUT', `/genesys/1/service/callback/S/${id}`],
      ] as const) {
        const response = await bed.send(method, path, { _customer_number: '5115', _callback_state: 'DONE' });
        bed.assert.strictEqual(response.status, 400);
        const { message = '' } = (await response.json()) as Readonly<Record<string, string>>;
        for (const word of ['_callback_state', 'SCHEDULED', 'COMPLETED']) bed.assert.include(message, word);
      }
    },
  },
  {
    name: '104: forgets a callback after its time to live',
    async run(bed) {
      await bed.service('S', { _ttl: '600' });
      const id = await bed.create('S');
      await bed.advance(600);
      bed.assert.ok(
        (await bed.queues()).S?.some((record) => record._id === id),
        'still listed',
      );
      await bed.advance(61);
      bed.assert.deepEqual(await bed.query(`?_id=${id}`), []);
      bed.assert.deepEqual((await bed.queues()).S, []);
    },
  },
];

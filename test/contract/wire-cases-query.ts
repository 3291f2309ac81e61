import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** Many callbacks: found, listed, counted, cancelled together and exported. */

const DAY = 86_400;

function ids(records: readonly WireRecord[] | undefined): readonly string[] {
  return (records ?? []).map((record) => record._id ?? '').sort();
}

async function cancelled(bed: WireBed, service: string): Promise<string> {
  const id = await bed.create(service);
  await bed.good(bed.remove(service, id));
  return id;
}

async function watermarks(bed: WireBed, query = ''): Promise<unknown> {
  return bed.good(bed.get(`/genesys/1/admin/callback/watermarks${query}`));
}

async function cancelMany(bed: WireBed, wanted: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const body = { reason: 'CANCELLED_BY_ADMIN', ids: wanted };
  const entries = await bed.good(bed.send('POST', '/genesys/1/admin/callback/cancel', body));
  return new Map((entries as readonly WireRecord[]).map((entry) => [entry._id ?? '', entry._ok_title ?? '']));
}

export const queryCases: readonly WireCase[] = [
  {
    name: '19: finds everything of a number that is not completed',
    async run(bed) {
      const queued = await bed.create('S');
      const scheduled = await bed.create('P', { _desired_time: bed.at(3600) });
      await cancelled(bed, 'S');
      await bed.create('S', { _customer_number: '5116' });
      const found = await bed.query('?_customer_number=5115&_callback_state=!COMPLETED');
      bed.assert.deepEqual(ids(found), [queued, scheduled].sort());
      bed.assert.ok(
        found.every((record) => record._service_name !== undefined),
        'each names its service',
      );
    },
  },
  {
    name: '20: tells the reason of everything completed',
    async run(bed) {
      const id = await cancelled(bed, 'S');
      await bed.create('S');
      const found = await bed.query('?_customer_number=5115&_callback_state=COMPLETED');
      bed.assert.deepEqual(ids(found), [id]);
      bed.assert.strictEqual(found[0]?._callback_reason, 'CANCELLED');
    },
  },
  {
    name: '21: finds a cancelled callback within its service, and nothing of another',
    async run(bed) {
      const id = await cancelled(bed, 'S');
      await bed.create('P');
      bed.assert.deepEqual(ids(await bed.query('/S?_customer_number=5115')), [id]);
    },
  },
  {
    name: '23: finds nothing under an unknown id',
    async run(bed) {
      bed.assert.deepEqual(await bed.query('?_id=bad'), []);
    },
  },
  {
    name: 'finds by one value or the other',
    async run(bed) {
      const first = await bed.create('S', { _customer_number: '1' });
      const second = await bed.create('S', { _customer_number: '2' });
      await bed.create('S', { _customer_number: '3' });
      const found = await bed.query('?_customer_number=1&_customer_number=2&operand=OR');
      bed.assert.deepEqual(ids(found), [first, second].sort());
    },
  },
  {
    name: '25: lists every service, from 15 minutes ago to 24 hours ahead',
    async run(bed) {
      await bed.service('S', { _reject_past_desired_time: '86400' });
      await bed.create('S', { _desired_time: bed.at(-16 * 60) });
      const recent = await bed.create('S', { _desired_time: bed.at(-14 * 60) });
      const near = await bed.create('S', { _desired_time: bed.at(DAY - 60) });
      await bed.create('S', { _desired_time: bed.at(DAY + 60) });
      const queues = await bed.queues();
      bed.assert.deepEqual(Object.keys(queues).sort(), ['P', 'S']);
      bed.assert.deepEqual(queues.P, []);
      bed.assert.deepEqual(ids(queues.S), [recent, near].sort());
    },
  },
  {
    name: '27: lists one service under its name',
    async run(bed) {
      const id = await bed.create('S');
      await bed.create('P');
      const queues = await bed.queues('?target=S');
      bed.assert.deepEqual(Object.keys(queues), ['S']);
      bed.assert.deepEqual(ids(queues.S), [id]);
    },
  },
  {
    name: '28: lists only the states asked for',
    async run(bed) {
      const queued = await bed.create('P');
      const scheduled = await bed.create('P', { _desired_time: bed.at(2 * DAY) });
      await cancelled(bed, 'P');
      const query = new URLSearchParams({ target: 'P', end_time: bed.at(30 * DAY), states: 'QUEUED,SCHEDULED' });
      bed.assert.deepEqual(ids((await bed.queues(`?${query.toString()}`)).P), [queued, scheduled].sort());
    },
  },
  {
    name: '29: lists a later record only when the end is late enough',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(2 * DAY) });
      bed.assert.deepEqual((await bed.queues()).P, []);
      bed.assert.deepEqual(ids((await bed.queues(`?end_time=${bed.at(3 * DAY)}`)).P), [id]);
    },
  },
  {
    name: '30: filters by and returns the keys that the application allows',
    async run(bed) {
      const keys = { 'filter-keys': '_service_type', 'returned-keys': '_service_type' };
      await bed.control('PUT', '/mock/application', { callback: keys });
      const id = await bed.create('S', { _service_type: 'x', _LOB: 'hidden' });
      await bed.create('S', { _service_type: 'y' });
      const found = (await bed.queues('?_service_type=x')).S;
      bed.assert.deepEqual(ids(found), [id]);
      bed.assert.strictEqual(found?.[0]?._service_type, 'x');
      bed.assert.strictEqual(found?.[0]?._LOB, undefined, 'a key that is not allowed stays hidden');
    },
  },
  {
    name: 'leaves aside what it does not filter by, and says so in its log',
    async run(bed) {
      const id = await bed.create('S', { _LOB: 'x' });
      bed.assert.deepEqual(ids((await bed.queues('?_LOB=y&_=1')).S), [id]);
      const log = (await bed.control('GET', '/mock/log')) as readonly { readonly ignored?: unknown }[];
      bed.assert.deepEqual(
        log.flatMap(({ ignored }) => ignored ?? []),
        ['_LOB', '_'],
      );
    },
  },
  {
    name: '33: ignores the tenant of a client, like a server with one tenant',
    async run(bed) {
      const response = await bed.context.fetch('/genesys/1/service/callback/S', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ContactCenterId: 'anything' },
        body: JSON.stringify({ _customer_number: '5115' }),
      });
      const { _id: id } = (await bed.good(Promise.resolve(response))) as WireRecord;
      bed.assert.deepEqual(ids((await bed.queues()).S), [id]);
      const withTenant = await bed.good(bed.get('/genesys/1/admin/callback/queues', { ContactCenterId: 'other' }));
      bed.assert.deepEqual(ids((withTenant as Readonly<Record<string, readonly WireRecord[]>>).S), [id]);
    },
  },
  {
    name: 'lists at most as many records per service as asked for, the oldest first',
    async run(bed) {
      for (const hours of [3, 1, 2]) await bed.create('P', { _desired_time: bed.at(hours * 3600) });
      const found = (await bed.queues('?max=2')).P ?? [];
      bed.assert.deepEqual(
        found.map((record) => record._desired_time),
        [bed.at(3600), bed.at(7200)],
      );
    },
  },
  {
    name: '35, 37: counts what was handed to the queue',
    async run(bed) {
      bed.assert.deepEqual(await watermarks(bed), { services: { P: 0, S: 0 }, total: 0 });
      await bed.create('S');
      await bed.create('P', { _desired_time: bed.at(3600) });
      await bed.advance(10);
      bed.assert.deepEqual(await watermarks(bed), { services: { P: 0, S: 1 }, total: 1 });
    },
  },
  {
    name: '38: counts only the services asked for',
    async run(bed) {
      await bed.create('S');
      await bed.create('P');
      await bed.advance(10);
      bed.assert.deepEqual(await watermarks(bed, '?service_name=S'), { services: { S: 1 }, total: 1 });
      const both = await watermarks(bed, '?service_name=S&service_name=P');
      bed.assert.deepEqual(both, { services: { P: 1, S: 1 }, total: 2 });
    },
  },
  {
    name: '40: counts a callback that an agent is handling, and none that is completed',
    async run(bed) {
      const id = await bed.create('S');
      await cancelled(bed, 'S');
      await bed.control('PUT', '/mock/agents', { loggedIn: 1 });
      await bed.control('PATCH', `/mock/callbacks/${id}`, { state: 'PROCESSING' });
      await bed.advance(10);
      bed.assert.deepEqual(await watermarks(bed, '?service_name=S'), { services: { S: 1 }, total: 1 });
    },
  },
  {
    name: '77: cancels several callbacks for an administrator',
    async run(bed) {
      const queued = await bed.create('S');
      const scheduled = await bed.create('P', { _desired_time: bed.at(3600) });
      const titles = await cancelMany(bed, [queued, scheduled]);
      bed.assert.deepEqual([titles.get(queued), titles.get(scheduled)], ['Ok', 'Ok']);
      await bed.isCompleted(queued, 'CANCELLED_BY_ADMIN');
      await bed.isCompleted(scheduled, 'CANCELLED_BY_ADMIN');
    },
  },
  {
    name: '78: leaves alone what can no longer be cancelled, and says so',
    async run(bed) {
      const busy = await bed.create('S');
      await bed.control('PUT', '/mock/agents', { loggedIn: 1 });
      await bed.control('PATCH', `/mock/callbacks/${busy}`, { state: 'PROCESSING' });
      const done = await cancelled(bed, 'S');
      const titles = await cancelMany(bed, [busy, done, 'unknown']);
      bed.assert.deepEqual([...titles.values()], ['FAILURE_MISSING', 'FAILURE_MISSING', 'FAILURE_MISSING']);
      bed.assert.strictEqual(await bed.state(busy), 'PROCESSING');
      await bed.isCompleted(done, 'CANCELLED');
    },
  },
  {
    name: '81: exports what administrators cancelled as CSV',
    async run(bed) {
      const first = await bed.create('S', { _LOB: 'a, "b"' });
      const second = await bed.create('P', { _desired_time: bed.at(3600) });
      await cancelled(bed, 'S');
      await cancelMany(bed, [first, second]);
      const body = { callback_reason: 'CANCELLED_BY_ADMIN', exported_properties: ['_service_id', '_LOB'] };
      const response = await bed.send('POST', '/genesys/1/admin/callback/reportcancelled', body);
      bed.assert.strictEqual(response.status, 200);
      bed.assert.include(response.headers.get('content-type') ?? '', 'text/csv');
      const lines = (await response.text()).trimEnd().split('\r\n');
      bed.assert.deepEqual(lines, ['_service_id,_LOB', `${first},"a, ""b"""`, `${second},`]);
    },
  },
];

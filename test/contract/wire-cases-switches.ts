import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** What the reference leaves open and a switch of the mock decides. Each case sees both ways. */

function set(bed: WireBed, name: string, value: string): Promise<unknown> {
  return bed.control('PUT', '/mock/application', { mock: { [name]: value } });
}

export const switchCases: readonly WireCase[] = [
  {
    name: 'switch url-key: the address of a record stands under the documented key, or under the one clients read',
    async run(bed) {
      const id = await bed.create('S');
      const address = `/genesys/1/service/callback/S/${id}`;
      bed.assert.strictEqual((await bed.record(id))._url, address);
      await set(bed, 'url-key', 'url');
      const record = await bed.record(id);
      bed.assert.strictEqual(record.url, address);
      bed.assert.strictEqual(record._url, undefined);
      bed.assert.strictEqual((await bed.queues('?target=S')).S?.[0]?.url, address);
    },
  },
  {
    name: 'switch bulk-cancel-reply: a list, or an object by id',
    async run(bed) {
      const id = await bed.create('S');
      const cancel = (): Promise<unknown> =>
        bed.good(
          bed.send('POST', '/genesys/1/admin/callback/cancel', { reason: 'CANCELLED_BY_ADMIN', ids: [id, 'nobody'] }),
        );
      const list = (await cancel()) as readonly WireRecord[];
      bed.assert.deepEqual(
        list.map(({ _id, _ok_title }) => [_id, _ok_title]),
        [
          [id, 'Ok'],
          ['nobody', 'FAILURE_MISSING'],
        ],
      );
      await set(bed, 'bulk-cancel-reply', 'map');
      const map = (await cancel()) as Readonly<Record<string, WireRecord>>;
      bed.assert.deepEqual(Object.keys(map).sort(), [id, 'nobody'].sort());
      bed.assert.strictEqual(map[id]?._ok_title, 'FAILURE_MISSING');
    },
  },
  {
    name: 'switch queue-details: everything, or the estimated wait alone',
    async run(bed) {
      const path = `/genesys/1/service/${await bed.create('S')}/check-queue-position`;
      bed.assert.ok(Object.keys((await bed.good(bed.get(path))) as object).length > 5);
      await set(bed, 'queue-details', 'ewt');
      bed.assert.deepEqual(Object.keys((await bed.good(bed.get(path))) as object), ['ewt']);
    },
  },
  {
    name: 'switch queues-maximum: how many are listed when nobody says so',
    async run(bed) {
      for (let count = 0; count < 3; count += 1) await bed.create('S');
      bed.assert.strictEqual((await bed.queues()).S?.length, 3);
      await set(bed, 'queues-maximum', '2');
      bed.assert.strictEqual((await bed.queues()).S?.length, 2);
      bed.assert.strictEqual((await bed.queues('?max=3')).S?.length, 3);
    },
  },
  {
    name: 'switch range-ends: both ends belong to a range, or only its start',
    async run(bed) {
      await bed.create('P', { _desired_time: bed.at(3600) });
      const found = async (from: number, to: number): Promise<number | undefined> =>
        (await bed.queues(`?start_time=${bed.at(from)}&end_time=${bed.at(to)}`)).P?.length;
      bed.assert.deepEqual([await found(0, 3600), await found(3600, 7200)], [1, 1]);
      await set(bed, 'range-ends', 'start');
      bed.assert.deepEqual([await found(0, 3600), await found(3600, 7200)], [0, 1]);
    },
  },
  {
    name: 'switch exact-times: times without milliseconds are read, or refused',
    async run(bed) {
      const short = bed.at(3600).replace('.000Z', 'Z');
      const path = '/genesys/1/service/callback/P';
      const wish = { _customer_number: '5115', _desired_time: short };
      const id = await bed.create('P', wish);
      await set(bed, 'exact-times', 'true');
      const asked = [
        bed.send('POST', path, wish),
        bed.send('PUT', `${path}/${id}`, { _new_desired_time: short }),
        bed.get(`/genesys/1/admin/callback/queues?start_time=${short}`),
        bed.get(`${path}/availability?start=${short}`),
        bed.get(`/genesys/2/service/callback/P/availability?start=${short}`),
      ];
      for (const { status } of await Promise.all(asked)) bed.assert.strictEqual(status, 400);
      await bed.create('P', { _desired_time: bed.at(3600) });
    },
  },
  {
    name: 'switch completed-update: a new time for a completed callback is refused, or makes a new callback',
    async run(bed) {
      const id = await bed.create('P', { _desired_time: bed.at(3600), _LOB: 'Sales', note: 'a' });
      await bed.remove('P', id);
      const path = `/genesys/1/service/callback/P/${id}`;
      const move = (): Promise<Response> =>
        bed.send('PUT', path, { _new_desired_time: bed.at(7200), note: 'b', _LOB: '' });
      bed.assert.strictEqual((await move()).status, 409);
      await set(bed, 'completed-update', 'create');
      const before = await bed.record(id);
      const { _id: made = '' } = (await bed.good(move())) as WireRecord;
      const record = await bed.record(made);
      bed.assert.deepEqual(
        [record._callback_state, record._desired_time, record._customer_number, record.note, record._LOB],
        ['SCHEDULED', bed.at(7200), '5115', 'b', undefined],
      );
      bed.assert.deepEqual(await bed.record(id), before);
      bed.assert.strictEqual((await bed.send('PUT', path, { note: 'c' })).status, 409);
    },
  },
  {
    name: 'switch watermark-states: the states that watermarks count',
    async run(bed) {
      await set(bed, 'watermark-delay', '0');
      const total = async (): Promise<unknown> =>
        ((await bed.good(bed.get('/genesys/1/admin/callback/watermarks'))) as { readonly total: unknown }).total;
      const id = await bed.create('S');
      await bed.control('PATCH', `/mock/callbacks/${id}`, { state: 'ROUTING' });
      bed.assert.strictEqual(String(await total()), '1');
      await set(bed, 'watermark-states', 'QUEUED,PAUSED');
      bed.assert.strictEqual(String(await total()), '0');
      await bed.create('S');
      bed.assert.strictEqual(String(await total()), '1');
    },
  },
  {
    name: 'switch timestamp-hours: how much is told around a timestamp',
    async run(bed) {
      const slots = async (): Promise<number> => {
        const path = `/genesys/1/service/callback/P/availability?timestamp=${bed.at(86_400)}`;
        return Object.keys((await bed.good(bed.get(path))) as object).length;
      };
      bed.assert.strictEqual(await slots(), 10 * 12 + 1);
      await set(bed, 'timestamp-hours', '1');
      bed.assert.strictEqual(await slots(), 2 * 12 + 1);
    },
  },
  {
    name: 'a queued callback is snoozed and woken',
    async run(bed) {
      const id = await bed.create('S');
      const path = `/genesys/1/service/${id}/check-queue-position`;
      const isSnoozed = async (): Promise<unknown> =>
        Object.entries((await bed.good(bed.get(path))) as object).find(([key]) => key.includes('snooze'))?.[1];
      for (const snoozed of [true, false]) {
        await bed.control('PATCH', `/mock/callbacks/${id}`, { snoozed });
        bed.assert.strictEqual(String(await isSnoozed()), String(snoozed));
      }
      const later = await bed.create('P', { _desired_time: bed.at(3600) });
      bed.assert.strictEqual((await bed.send('PATCH', `/mock/callbacks/${later}`, { snoozed: true })).status, 400);
    },
  },
];

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
];

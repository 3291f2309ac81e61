import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** What comes of several callbacks at once: the export, and the switch that takes it away. */

const BULK = '/genesys/1/admin/callback/cancel';
const REPORT = '/genesys/1/admin/callback/reportcancelled';
const REASON = 'CANCELLED_BY_ADMIN';

async function cancelAndExport(bed: WireBed, id: string, columns: readonly string[]): Promise<readonly string[]> {
  await bed.good(bed.send('POST', BULK, { reason: REASON, ids: [id] }));
  const response = await bed.send('POST', REPORT, { callback_reason: REASON, exported_properties: columns });
  bed.assert.strictEqual(response.status, 200);
  const [, line = ''] = (await response.text()).split('\r\n');
  return line.split(',');
}

export const reportCases: readonly WireCase[] = [
  {
    name: 'section 6: a column that no callback has is empty, whatever objects inherit',
    async run(bed) {
      const columns = ['_service_id', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'none'];
      const id = await bed.create('S', { hasOwnProperty: 'mine' });
      bed.assert.deepEqual(await cancelAndExport(bed, id, columns), [id, '', '', '', 'mine', '']);
    },
  },
  {
    name: 'section 6: the address of a callback in the export is the one in the lists',
    async run(bed) {
      const id = await bed.create('S');
      const { _url = '' } = await bed.record(id);
      bed.assert.ok(_url, 'an address');
      bed.assert.deepEqual(await cancelAndExport(bed, id, ['_url', 'url']), [_url, _url]);
    },
  },
  {
    name: 'section 8: bulk cancel and export can be switched off for everybody',
    async run(bed) {
      const id = await bed.create('S');
      const features = (value: string): Promise<unknown> =>
        bed.control('PUT', '/mock/application', { features: { 'disable-bulk-cancel-and-export-callback': value } });
      await features('true');
      const before = await bed.hash();
      for (const [path, body] of [
        [BULK, { reason: REASON, ids: [id] }],
        [REPORT, { callback_reason: REASON, exported_properties: ['_service_id'] }],
      ] as const) {
        const response = await bed.send('POST', path, body);
        bed.assert.strictEqual(response.status, 403, path);
        bed.assert.include(((await response.json()) as WireRecord).message ?? '', 'disable-bulk-cancel');
      }
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      await features('false');
      bed.assert.deepEqual(await cancelAndExport(bed, id, ['_service_id']), [id]);
    },
  },
];

import { expect } from '@open-wc/testing';
import type { CallbackTableElement, ColumnDefinition } from '../../../src/components/callback-table/callback-table.js';
import { readCsv } from '../../support/csv.js';
import { makeRecord, makeRecords, NOW } from '../../support/records.js';
import { openTable, RECORDS } from './open-table.js';

type Options = Parameters<CallbackTableElement['toCsv']>[0];

/** The rows of the file, the header being the first. */
async function rowsOf(table: CallbackTableElement, options: Options = {}): Promise<readonly (readonly string[])[]> {
  const file = await table.toCsv({ bom: false, ...options });
  return readCsv(await file.text(), options.delimiter ?? ',');
}

/** What stands in one column, without its title. */
async function columnOf(table: CallbackTableElement, title: string): Promise<readonly (string | undefined)[]> {
  const [header, ...rows] = await rowsOf(table, { profile: 'data' });
  return rows.map((row) => row[header?.indexOf(title) ?? -1]);
}

const columns: readonly ColumnDefinition[] = [
  { id: 'customerNumber', kind: 'phone', title: 'To call' },
  { id: 'state', kind: 'state', hidden: true },
  { id: 'desiredTime', kind: 'time', title: 'When' },
  { id: 'id', kind: 'service-id' },
  { id: 'line', kind: 'property', keys: [{ key: 'LOB', alias: 'Line of business' }] },
  {
    id: 'customFields',
    kind: 'custom-fields',
    keys: [
      { key: '_first', alias: 'First' },
      { key: '_second', alias: 'Zweites \u05E9' },
    ],
  },
];

describe('callback-table: CSV', () => {
  it('writes the columns under their titles, the time with its zone and as an instant', async () => {
    const table = await openTable();
    expect((await rowsOf(table)).slice(0, 4)).to.deep.equal([
      [
        'State',
        'Desired Callback Time (Asia/Kolkata)',
        'Desired Callback Time (ISO 8601)',
        'Phone Number',
        'Service Name',
      ],
      ['SCHEDULED', '3/9/2026 15:00:00', '2026-03-09T09:30:00.000Z', '+33639980105', 'callback-sales'],
      ['QUEUED', '3/9/2026 15:00:00', '2026-03-09T09:30:00.000Z', '5510', 'Épargne'],
      ['COMPLETED (CANCELLED_BY_ADMIN)', '1/1/1970 05:30:00', '1970-01-01T00:00:00.000Z', '5520', 'callback-sales'],
    ]);
  });

  it('writes no hidden column, one column of each of several fields, and nothing where there is nothing', async () => {
    const records = [
      makeRecord({ id: 'x', properties: { _LOB: 'Primary', _second: '2' } }),
      makeRecord({ id: 'y', customerNumber: '' }),
    ];
    const table = await openTable({ records, columns, timeZone: 'UTC' });
    expect(await rowsOf(table)).to.deep.equal([
      ['To call', 'When (UTC)', 'When (ISO 8601)', 'Service ID', 'Line of business', 'First', 'Zweites \u05E9'],
      ['+33639980105', '3/9/2026 09:30:00', '2026-03-09T09:30:00.000Z', 'x', 'Primary', '', '2'],
      ['', '3/9/2026 09:30:00', '2026-03-09T09:30:00.000Z', 'y', '', '', ''],
    ]);
  });

  it('writes what matches the search, on all pages, in the order of the sort', async () => {
    const table = await openTable({
      columns: [{ id: 'id', kind: 'service-id' }],
      pageSize: 1,
      search: { field: 'customerNumber', text: '55' },
      sort: [{ field: 'id', direction: 'descending' }],
    });
    expect(await columnOf(table, 'Service ID')).to.deep.equal(['e', 'c', 'b']);
  });

  it('writes instants to the millisecond, and nothing for what is no instant', async () => {
    const times = [NOW + 7, NOW + 999, -1, 8.64e15, Number.NaN, 8.64e15 + 1];
    const records = times.map((desiredTime, at) => makeRecord({ id: String(at), desiredTime }));
    const table = await openTable({ records, columns: [{ id: 't', kind: 'time', title: 'T' }] });
    expect(await columnOf(table, 'T (ISO 8601)')).to.deep.equal([
      '2026-03-09T09:00:00.007Z',
      '2026-03-09T09:00:00.999Z',
      '1969-12-31T23:59:59.999Z',
      '+275760-09-13T00:00:00.000Z',
      '',
      '',
    ]);
    expect((await columnOf(table, 'T (Asia/Kolkata)')).slice(4)).to.deep.equal(['', '']);
  });

  it('speaks the language of the table', async () => {
    await import('../../../src/translations/de.js');
    const table = await openTable({ lang: 'de', records: [makeRecord()], columns: [{ id: 't', kind: 'time' }] });
    expect(await rowsOf(table)).to.deep.equal([
      ['Gewünschte Rückrufzeit (Asia/Kolkata)', 'Gewünschte Rückrufzeit (ISO 8601)'],
      ['09.03.26, 15:00:00', '2026-03-09T09:30:00.000Z'],
    ]);
  });

  it('writes the list of the moment, whatever happens to it meanwhile', async () => {
    const table = await openTable({ records: makeRecords(30_000), columns: [{ id: 'id', kind: 'service-id' }] });
    const rows = rowsOf(table);
    table.applyChanges({ upserts: [makeRecord({ id: 'new' })], removals: ['417-0030000'] });
    table.search = { field: 'customerNumber', text: '55' };
    table.records = RECORDS;
    await table.updateComplete;
    expect((await rows).length).to.equal(30_001);
    expect((await rows).at(-1)).to.deep.equal(['417-0030000']);
  });

  it('keeps cells from running as formulas, in titles too; as data it keeps every character', async () => {
    const records = [makeRecord({ serviceName: '=1+1' })];
    const table = await openTable({ records, columns: [{ id: 's', kind: 'service', title: '@Service' }] });
    expect(await rowsOf(table)).to.deep.equal([["'@Service"], ["'=1+1"]]);
    expect(await rowsOf(table, { profile: 'data' })).to.deep.equal([['@Service'], ['=1+1']]);
  });

  it('is a CSV file in UTF-8 with the delimiter asked for', async () => {
    const table = await openTable({ records: [makeRecord({ serviceName: 'Épargne' })] });
    const file = await table.toCsv({ delimiter: ';' });
    expect(file.type).to.equal('text/csv;charset=utf-8');
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 4)]).to.deep.equal([0xef, 0xbb, 0xbf, 0x22]);
    expect((await rowsOf(table, { delimiter: ';' }))[1]?.at(-1)).to.equal('Épargne');
  });

  it('lets other tasks run in between', async () => {
    const table = await openTable({ records: makeRecords(50_000) });
    const file = table.toCsv();
    let turns = 0;
    const { port1: other, port2: next } = new MessageChannel();
    other.onmessage = () => {
      turns += 1;
      next.postMessage(null);
    };
    next.postMessage(null);
    const { size } = await file;
    other.close();
    expect(turns).to.be.greaterThan(1);
    expect(size).to.be.greaterThan(50_000 * 50);
  });

  it('ends with the reason of the signal, before and in the middle of the work', async () => {
    const table = await openTable({ records: makeRecords(50_000) });
    const before = new Error('before');
    const middle = new Error('middle');
    expect(await table.toCsv({ signal: AbortSignal.abort(before) }).catch((error: unknown) => error)).to.equal(before);
    const control = new AbortController();
    const file = table.toCsv({ signal: control.signal });
    control.abort(middle);
    expect(await file.catch((error: unknown) => error)).to.equal(middle);
  });
});

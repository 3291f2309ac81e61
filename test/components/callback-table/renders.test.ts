import { expect } from '@open-wc/testing';
import { takeConsole } from '../../support/console.js';
import { makeRecord, makeRecords } from '../../support/records.js';
import { all, cells, named, one, openTable, row, text } from './open-table.js';

const LOB = { key: '_LOB', alias: 'Line Of Business' };
const TYPE = { key: 'service_type', alias: 'Service Type' };

describe('callback-table: renders', () => {
  it('counts what was found', async () => {
    const table = await openTable({ records: makeRecords(1234) });
    expect(text(one(table, 'h2'))).to.equal('1,234 Callback(s) Found');
  });

  it('shows the seed columns under their titles, the time with the offset of the zone', async () => {
    const table = await openTable();
    expect(all(table, 'thead th').slice(1, -1).map(text)).to.deep.equal([
      'State',
      'Desired Callback Time (GMT+5:30)',
      'Phone Number',
      'Service Name',
    ]);
  });

  it('shows a callback in its cells, the time as the seed writes it', async () => {
    const table = await openTable();
    expect(cells(table, 'a')).to.deep.equal(['SCHEDULED', '3/9/2026 15:00:00', '+33639980105', 'callback-sales']);
  });

  it('shows the reason after the state', async () => {
    const table = await openTable();
    expect(cells(table, 'c')[0]).to.equal('COMPLETED (CANCELLED_BY_ADMIN)');
  });

  it('keeps and shows a state it does not know, and offers nothing for it', async () => {
    const table = await openTable();
    expect(cells(table, 'e')[0]).to.equal('HIBERNATING');
    expect(row(table, 'e').querySelector('[data-action=edit], [data-action=reschedule]')).to.equal(null);
  });

  it('groups a phone number for the eye and leaves its text alone', async () => {
    const table = await openTable();
    const phone = row(table, 'a').querySelector('.phone')!;
    expect(phone.children.length).to.be.greaterThan(2);
    expect(phone.textContent).to.equal('+33639980105');
  });

  it('says in words that a number is missing', async () => {
    const table = await openTable({ records: [makeRecord({ id: 'a', customerNumber: '' })] });
    expect(cells(table, 'a')[2]).to.equal('Not Specified');
  });

  it('offers the pencil for what can be edited and the repeat sign for what is completed', async () => {
    const table = await openTable();
    expect(row(table, 'a').querySelector('.row-action')!.getAttribute('aria-label')).to.match(
      /^Edit callback for \+336/,
    );
    expect(row(table, 'c').querySelector('.row-action')!.getAttribute('aria-label')).to.match(/^Reschedule callback/);
  });

  it('shows one property in a column of its own, and says when it is missing', async () => {
    const columns = [
      { id: 'p', kind: 'phone' },
      { id: 'lob', kind: 'property', keys: [LOB] },
    ] as const;
    const table = await openTable({ columns });
    expect(text(all(table, 'thead th')[2]!)).to.equal('Line Of Business');
    expect(cells(table, 'd')[1]).to.equal('Primary');
    expect(cells(table, 'a')[1]).to.equal('Not Specified');
  });

  it('shows several properties line by line in one column, and nothing for a callback that has none', async () => {
    const table = await openTable({
      columns: [{ id: 'c', kind: 'custom-fields', keys: [LOB, TYPE] }],
      records: [
        makeRecord({ id: 'a', properties: { _LOB: 'Primary', _service_type: 'Service 2' } }),
        makeRecord({ id: 'b' }),
      ],
    });
    expect(text(all(table, 'thead th')[1]!)).to.equal('Custom Fields');
    expect(cells(table, 'a')).to.deep.equal(['Line Of Business : Primary Service Type : Service 2']);
    expect(cells(table, 'b')).to.deep.equal(['']);
  });

  it('leaves hidden columns out and shows the Service ID on demand', async () => {
    const table = await openTable({
      columns: [
        { id: 'i', kind: 'service-id' },
        { id: 's', kind: 'state', hidden: true },
      ],
    });
    expect(all(table, 'thead th').slice(1, -1).map(text)).to.deep.equal(['Service ID']);
    expect(cells(table, 'a')).to.deep.equal(['a']);
  });

  it('offers to search by each field, phone number first chosen', async () => {
    const table = await openTable({
      columns: [
        { id: 's', kind: 'state' },
        { id: 'p', kind: 'phone' },
        { id: 'c', kind: 'custom-fields', keys: [LOB, TYPE] },
      ],
    });
    const select = named<HTMLSelectElement>(table, 'Search in');
    expect([...select.options].map(text)).to.deep.equal(['State', 'Phone Number', 'Line Of Business', 'Service Type']);
    expect(text(select.selectedOptions[0]!)).to.equal('Phone Number');
  });

  it('shows times in the language and zone it is given', async () => {
    const table = await openTable({ lang: 'de', timeZone: 'America/New_York' });
    expect(cells(table, 'a')[1]).to.match(/^09\.03\.(20)?26, 05:30:00$/);
  });

  it('tells the offset that the zone has at the time it is given, and not at this device’s', async () => {
    const title = (): string => text(all(table, 'thead th')[2]!);
    const table = await openTable({ timeZone: 'Europe/Berlin', now: Date.UTC(2026, 2, 29, 0, 59) });
    expect(title()).to.equal('Desired Callback Time (GMT+1)');
    table.now = Date.UTC(2026, 2, 29, 1, 0);
    await table.updateComplete;
    expect(title()).to.equal('Desired Callback Time (GMT+2)');
    table.now = Date.UTC(2026, 2, 29, 1, 14);
    expect(table.isUpdatePending).to.equal(false);
  });

  it('shows times in the browser zone, and says so once, when it is given one that does not exist', async () => {
    const table = await openTable({ timeZone: 'Mars/Olympus_Mons' });
    expect(takeConsole().join()).to.contain('Failed to use the time zone "Mars/Olympus_Mons"');
    expect(cells(table, 'a')[1]).to.equal('3/9/2026 15:00:00');
  });
});

import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CallbackTableElement, defaultColumns } from '../../../src/components/callback-table/callback-table.js';
import { makeRecord, makeRecords } from '../../support/records.js';
import { all, named, one, openTable, RECORDS, shownIds, text } from './open-table.js';

describe('callback-table: lifecycle', () => {
  it('takes properties that were set before it was upgraded', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const early = document.createElement('early-table');
    Object.assign(early, { records: RECORDS, selectedIds: new Set(['a']) });
    place.append(early);
    CallbackTableElement.define('early-table');
    const table = place.querySelector<CallbackTableElement>('early-table')!;
    await table.updateComplete;
    expect(shownIds(table)).to.have.length(5);
    expect([...table.selectedIds]).to.deep.equal(['a']);
  });

  it('takes its simple properties from attributes', async () => {
    const table = await fixture<CallbackTableElement>(
      html`<callback-table
        page-size="50"
        page="2"
        time-zone="UTC"
        density="compact"
        interaction="table"
        total="9"
        loading
        readonly
      ></callback-table>`,
    );
    const { pageSize, page, timeZone, density, interaction, total, loading, readonly } = table;
    expect({ pageSize, page, timeZone, density, interaction, total, loading, readonly }).to.deep.equal({
      pageSize: 50,
      page: 2,
      timeZone: 'UTC',
      density: 'compact',
      interaction: 'table',
      total: 9,
      loading: true,
      readonly: true,
    });
  });

  it('keeps everything when it is moved', async () => {
    const table = await openTable({ selectedIds: new Set(['a']), page: 2, pageSize: 2 });
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(table);
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['c', 'd']);
    expect([...table.selectedIds]).to.deep.equal(['a']);
  });

  it('is harmless when it is in no page', () => {
    const table = document.createElement('callback-table');
    table.records = makeRecords(300);
    table.focusRow(table.visibleIds[0]!);
    table.scrollToTop();
    table.selectAll('matching');
    expect(table.selectedIds.size).to.equal(300);
    expect(table.matchingCount).to.equal(300);
  });

  it('knows its rows before it has drawn them', async () => {
    const table = await openTable();
    table.search = { field: 'customerNumber', text: '5520' };
    expect(table.matchingCount).to.equal(1);
    expect(table.visibleIds).to.deep.equal(['c']);
  });

  it('announces what it found, once, after it has settled', async () => {
    const table = await openTable();
    const status = one(table, '[role=status]');
    expect(text(status)).to.equal('');
    table.search = { field: 'customerNumber', text: '55' };
    table.sort = [{ field: 'state', direction: 'descending' }];
    await waitUntil(() => text(status) !== '', 'the result is announced', { timeout: 3000 });
    expect(text(status)).to.equal('3 Callback(s) Found, sorted by State, descending');
  });
});

describe('callback-table: hostile data', () => {
  const nasty = '<img src=x onerror="document.title=\'owned\'">"\u202e\'';

  it('shows every text as text', async () => {
    const table = await openTable({
      records: [
        makeRecord({
          id: nasty,
          serviceName: nasty,
          customerNumber: nasty,
          reason: nasty,
          state: nasty,
          properties: { _LOB: nasty },
        }),
      ],
      columns: [...defaultColumns, { id: 'l', kind: 'property', title: nasty, keys: [{ key: '_LOB', alias: nasty }] }],
    });
    expect(all(table, 'img')).to.have.length(0);
    expect(all(table, 'tbody td')[4]?.textContent.trim()).to.equal(nasty);
  });

  it('tells callbacks with strange ids apart', async () => {
    const ids = ['__proto__', 'constructor', '', ' ', 'a b', 'x"y', '\ud800'];
    const table = await openTable({ records: ids.map((id) => makeRecord({ id, state: 'QUEUED' })) });
    expect(shownIds(table)).to.deep.equal(ids);
    for (const box of all(table, '.row input')) box.click();
    expect([...table.selectedIds]).to.deep.equal(ids);
    for (const button of all(table, '[aria-expanded]')) button.click();
    await table.updateComplete;
    const controlled = all(table, '[aria-controls]').map((button) => button.getAttribute('aria-controls')!);
    expect(new Set(controlled).size).to.equal(ids.length);
    expect(all(table, '[role=region]').map(({ id }) => id)).to.deep.equal(controlled);
  });

  it('shows an id that came twice once', async () => {
    const table = await openTable({ records: [makeRecord(), makeRecord({ state: 'QUEUED' })] });
    expect(shownIds(table)).to.have.length(1);
    expect(text(one(table, 'h2'))).to.equal('1 Callback(s) Found');
  });

  it('survives a time that is none, and properties without a prototype', async () => {
    const properties = Object.assign(Object.create(null) as Record<string, string>, { _LOB: 'Primary' });
    const table = await openTable({
      records: [makeRecord({ id: 'n', desiredTime: Number.NaN, properties }), ...RECORDS],
      columns: [
        { id: 't', kind: 'time' },
        { id: 'l', kind: 'property', keys: [{ key: 'LOB', alias: 'Line Of Business' }] },
        { id: 'p', kind: 'property', keys: [{ key: 'constructor', alias: 'Trap' }] },
      ],
    });
    const cells = [...all<HTMLTableRowElement>(table, '.row')[0]!.cells].map((cell) => cell.textContent.trim());
    expect(cells.slice(1, 4)).to.deep.equal(['', 'Primary', 'Not Specified']);
  });

  it('tells a property from a field of the same name', async () => {
    const table = await openTable({
      records: [makeRecord({ id: '1', properties: { state: 'Texas' } }), makeRecord({ id: '2', state: 'PAUSED' })],
      columns: [
        { id: 's', kind: 'state' },
        { id: 'o', kind: 'property', keys: [{ key: 'state', alias: 'Home' }] },
      ],
    });
    const select = named<HTMLSelectElement>(table, 'Search in');
    select.value = [...select.options].find((option) => text(option) === 'Home')!.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    table.search = { ...table.search, text: 'texas' };
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['1']);
  });
});

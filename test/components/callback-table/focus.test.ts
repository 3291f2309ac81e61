import { expect, waitUntil } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { makeRecord, makeRecords } from '../../support/records.js';
import { drawn, scrollToPart } from './in-sight.js';
import { all, focused, focusedCell, one, openTable, RECORDS, row, text } from './open-table.js';

async function focusCell(table: CallbackTableElement, id: string, cell: number): Promise<void> {
  const target = row(table, id).cells[cell]!;
  (target.querySelector<HTMLElement>('input, button') ?? target).focus();
  await table.updateComplete;
}

describe('callback-table: focus through changes', () => {
  it('stays with its callback when the rows are sorted anew', async () => {
    const table = await openTable();
    await focusCell(table, 'b', 2);
    table.sort = [{ field: 'desiredTime', direction: 'descending' }];
    await table.updateComplete;
    expect(focusedCell(table)).to.deep.equal(['b', 2]);
  });

  it('stays when every record is replaced', async () => {
    const table = await openTable();
    await focusCell(table, 'c', 3);
    table.records = RECORDS.map((record) => ({ ...record }));
    await table.updateComplete;
    expect(focusedCell(table)).to.deep.equal(['c', 3]);
  });

  it('goes to the same column of the next row when its row disappears, and says so', async () => {
    const table = await openTable();
    await focusCell(table, 'b', 2);
    table.applyChanges({ removals: ['b', 'c'] });
    await table.updateComplete;
    expect(focusedCell(table)).to.deep.equal(['d', 2]);
    const status = one(table, '[role=status]');
    await waitUntil(() => text(status).includes('+447700900123'), 'the move is announced', { timeout: 3000 });
  });

  it('goes to the next row out of sight too, and nothing is scrolled for it', async () => {
    const table = await openTable({ records: makeRecords(5000), pageSize: 0 });
    const ids = table.visibleIds;
    table.focusRow(ids[5]!);
    await table.updateComplete;
    await drawn();
    await scrollToPart(0.5);
    expect(row(table, ids[5]!).nextElementSibling!.className).to.equal('gap');
    const { scrollY } = window;
    table.applyChanges({ removals: [ids[5]!] });
    await table.updateComplete;
    expect(focusedCell(table)[0]).to.equal(ids[6]);
    expect(window.scrollY).to.equal(scrollY);
    window.scrollTo(0, 0);
  });

  it('goes to the row before when there is none after', async () => {
    const table = await openTable();
    await focusCell(table, 'e', 2);
    table.applyChanges({ removals: ['e'] });
    await table.updateComplete;
    expect(focusedCell(table)).to.deep.equal(['d', 2]);
  });

  it('goes to a title when no row is left', async () => {
    const table = await openTable();
    await focusCell(table, 'a', 1);
    table.records = [];
    await table.updateComplete;
    expect(focusedCell(table)).to.deep.equal(['head', 1]);
  });

  it('goes to the cell when its control disappears', async () => {
    const table = await openTable();
    await focusCell(table, 'a', 5);
    table.busyIds = new Set(['a']);
    await table.updateComplete;
    expect(focusedCell(table)).to.deep.equal(['a', 5]);
    expect(focused(table)?.localName).to.equal('td');
  });

  it('begins at the first row, whichever that is, until somebody has been in the grid', async () => {
    const table = await openTable();
    table.sort = [{ field: 'desiredTime', direction: 'ascending' }];
    await table.updateComplete;
    expect(one(table, 'table [tabindex="0"]').closest('tr')!.dataset.id).to.equal('c');
  });

  it('is never taken from elsewhere', async () => {
    const table = await openTable();
    one(table, '#search').focus();
    table.applyChanges({ removals: ['a'], upserts: [makeRecord({ id: 'z' })] });
    await table.updateComplete;
    expect(focused(table)).to.equal(one(table, '#search'));
  });

  it('leaves one tab stop behind, whatever happens', async () => {
    const table = await openTable();
    await focusCell(table, 'b', 1);
    const steps: readonly (() => void)[] = [
      () => (table.expandedIds = new Set(['b'])),
      () => (table.columns = [{ id: 's', kind: 'state' }]),
      () => (table.search = { field: 'customerNumber', text: '5520' }),
      () => (table.readonly = true),
      () => (table.records = []),
      () => (table.records = RECORDS),
      () => (table.search = { field: 'customerNumber', text: '' }),
    ];
    for (const step of steps) {
      step();
      await table.updateComplete;
      expect(all(table, 'table [tabindex="0"]'), String(step)).to.have.length(1);
    }
  });
});

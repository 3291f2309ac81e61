import { expect } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { makeRecords } from '../../support/records.js';
import { all, named, one, openTable, RECORDS, recordEvents, row, text } from './open-table.js';

const box = (table: CallbackTableElement, id: string): HTMLInputElement => row(table, id).querySelector('input')!;
const pageBox = (table: CallbackTableElement): HTMLInputElement => named(table, 'Select all callbacks on this page');

describe('callback-table: selection', () => {
  it('selects by a check box named after its callback', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    named(table, 'Select callback for +33639980105, 3/9/2026 15:00:00').click();
    await table.updateComplete;
    expect(events).to.deep.equal([['callback-selection-change', { selectedIds: new Set(['a']) }]]);
    expect(row(table, 'a').getAttribute('aria-selected')).to.equal('true');
    expect([...row(table, 'a').cells].every((cell) => cell.getAttribute('aria-selected') === 'true')).to.equal(true);
  });

  it('fires nothing when the selection is set, by property or by method', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    table.selectedIds = new Set(['b']);
    table.selectAll('page');
    table.clearSelection();
    table.selectAll('matching');
    await table.updateComplete;
    expect(events).to.deep.equal([]);
    expect(box(table, 'e').checked).to.equal(true);
  });

  it('shows in the title how much of the page is selected', async () => {
    const table = await openTable({ selectedIds: new Set(['a']) });
    expect([pageBox(table).checked, pageBox(table).indeterminate]).to.deep.equal([false, true]);
    table.selectAll('page');
    await table.updateComplete;
    expect([pageBox(table).checked, pageBox(table).indeterminate]).to.deep.equal([true, false]);
    table.clearSelection();
    await table.updateComplete;
    expect([pageBox(table).checked, pageBox(table).indeterminate]).to.deep.equal([false, false]);
  });

  it('selects and lets go the page only, from any state of the title', async () => {
    const table = await openTable({ pageSize: 2, selectedIds: new Set(['b', 'e']) });
    pageBox(table).click();
    await table.updateComplete;
    expect([...table.selectedIds].sort()).to.deep.equal(['a', 'b', 'e']);
    pageBox(table).click();
    await table.updateComplete;
    expect([...table.selectedIds]).to.deep.equal(['e']);
  });

  it('offers every match once the page is selected, and counts', async () => {
    const table = await openTable({ records: makeRecords(1240), selectedIds: new Set() });
    pageBox(table).click();
    await table.updateComplete;
    expect(text(one(table, '[part=selection]'))).to.contain('250 selected');
    named(table, 'Select all 1,240 matching').click();
    await table.updateComplete;
    expect(table.selectedIds.size).to.equal(1240);
    expect(text(one(table, '[part=selection]'))).to.equal('1,240 selected Clear selection');
  });

  it('takes only what matches the search', async () => {
    const table = await openTable({ pageSize: 1, search: { field: 'customerNumber', text: '55' } });
    table.selectAll('matching');
    expect([...table.selectedIds]).to.deep.equal(['b', 'c', 'e']);
  });

  it('selects a range with Shift', async () => {
    const table = await openTable();
    box(table, 'b').click();
    await table.updateComplete;
    box(table, 'd').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    await table.updateComplete;
    expect([...table.selectedIds]).to.deep.equal(['b', 'c', 'd']);
    expect(['b', 'c', 'd'].map((id) => box(table, id).checked)).to.deep.equal([true, true, true]);
  });

  it('keeps a row that was selected before selected when a range ends on it', async () => {
    const table = await openTable({ selectedIds: new Set(['d']) });
    box(table, 'b').click();
    await table.updateComplete;
    box(table, 'd').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    await table.updateComplete;
    expect(box(table, 'd').checked).to.equal(true);
  });

  it('survives page, search and refresh', async () => {
    const table = await openTable({ pageSize: 2 });
    box(table, 'a').click();
    table.page = 2;
    await table.updateComplete;
    table.search = { field: 'customerNumber', text: '5510' };
    table.records = RECORDS.map((record) => ({ ...record }));
    await table.updateComplete;
    expect([...table.selectedIds]).to.deep.equal(['a']);
    expect(text(one(table, '[part=selection]'))).to.contain('1 selected');
  });

  it('drops what left the records, without an event', async () => {
    const table = await openTable({ selectedIds: new Set(['a', 'b']) });
    const events = recordEvents(table);
    table.records = RECORDS.slice(1);
    await table.updateComplete;
    expect([...table.selectedIds]).to.deep.equal(['b']);
    expect(events).to.deep.equal([]);
  });

  it('may be set before the records are there', async () => {
    const table = await openTable({ records: [], selectedIds: new Set(['a', 'b']) });
    table.records = RECORDS;
    await table.updateComplete;
    expect(all<HTMLInputElement>(table, '.row input').filter(({ checked }) => checked)).to.have.length(2);
  });

  it('is cleared by its own button', async () => {
    const table = await openTable({ selectedIds: new Set(['a']) });
    const events = recordEvents(table);
    named(table, 'Clear selection').click();
    expect(events).to.deep.equal([['callback-selection-change', { selectedIds: new Set() }]]);
  });

  it('brings nothing back with a range that has left since the range began', async () => {
    const table = await openTable();
    const range = (id: string, shiftKey: boolean): void => {
      box(table, id).dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, shiftKey }),
      );
    };
    range('a', false);
    range('b', false);
    table.applyChanges({ removals: ['a'] });
    await table.updateComplete;
    range('d', true);
    expect([...table.selectedIds]).to.deep.equal(['b', 'c', 'd']);
    table.clearSelection();
    range('e', true);
    expect([...table.selectedIds]).to.deep.equal(['e']);
  });
});

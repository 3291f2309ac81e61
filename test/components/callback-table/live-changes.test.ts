import { expect, waitUntil } from '@open-wc/testing';
import { makeRecord } from '../../support/records.js';
import { all, cells, one, openTable, RECORDS, recordEvents, row, shownIds, text } from './open-table.js';

const [A, B] = RECORDS as [(typeof RECORDS)[number], (typeof RECORDS)[number]];

describe('callback-table: live changes', () => {
  it('change a row in its place and leave the nodes of the others alone', async () => {
    const table = await openTable();
    const before = ['a', 'b', 'c'].map((id) => row(table, id));
    table.applyChanges({ upserts: [{ ...A, state: 'QUEUED' }] });
    await table.updateComplete;
    expect(cells(table, 'a')[0]).to.equal('QUEUED');
    expect(['a', 'b', 'c'].map((id) => row(table, id))).to.deep.equal(before);
  });

  it('add and remove, and the records say so', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    table.applyChanges({ upserts: [makeRecord({ id: 'n' })], removals: ['b'] });
    expect(table.records.map(({ id }) => id)).to.deep.equal(['a', 'c', 'd', 'e', 'n']);
    expect(table.matchingCount).to.equal(5);
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['a', 'c', 'd', 'e', 'n']);
    expect(text(one(table, 'h2'))).to.equal('5 Callback(s) Found');
    expect(events).to.deep.equal([]);
  });

  it('follow search and sort', async () => {
    const table = await openTable({
      search: { field: 'customerNumber', text: '55' },
      sort: [{ field: 'state', direction: 'ascending' }],
    });
    table.applyChanges({
      upserts: [
        { ...B, state: 'ALMOST' },
        { ...A, customerNumber: '5599' },
      ],
    });
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['a', 'c', 'b', 'e']);
  });

  it('keep the selection and drop what is gone from it', async () => {
    const table = await openTable({ selectedIds: new Set(['a', 'b']), expandedIds: new Set(['b']) });
    table.applyChanges({ upserts: [{ ...A }], removals: ['b'] });
    expect([...table.selectedIds]).to.deep.equal(['a']);
    expect([...table.expandedIds]).to.deep.equal([]);
  });

  it('let no press that began on one callback end on another', async () => {
    const table = await openTable({ sort: [{ field: 'customerNumber', direction: 'ascending' }] });
    const pressed = one<HTMLInputElement>(table, 'tbody input');
    const before = shownIds(table)[0];
    pressed.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    table.applyChanges({ removals: [before!] });
    await table.updateComplete;
    expect(pressed.closest('tr')!.dataset.id).to.not.equal(before);
    pressed.click();
    expect(table.selectedCount).to.equal(0);
    expect(pressed.checked).to.equal(false);
    pressed.click();
    expect(table.selectedCount).to.equal(1);
  });

  it('glow once', async () => {
    const table = await openTable();
    table.applyChanges({ upserts: [{ ...A, reason: 'X' }] });
    await table.updateComplete;
    expect(all(table, '.row.changed').map(({ dataset }) => dataset.id)).to.deep.equal(['a']);
    await waitUntil(() => all(table, '.row.changed').length === 0, 'the glow ends');
  });

  it('do not glow when all records are set, nor later on another page', async () => {
    const table = await openTable({ pageSize: 2 });
    table.applyChanges({ upserts: [{ ...RECORDS[4]!, reason: 'X' }] });
    table.page = 3;
    await table.updateComplete;
    expect(all(table, '.row.changed')).to.have.length(0);
    table.records = RECORDS.map((record) => ({ ...record }));
    await table.updateComplete;
    expect(all(table, '.row.changed')).to.have.length(0);
  });

  it('work before the element is in a page', () => {
    const table = document.createElement('callback-table');
    table.records = RECORDS;
    table.applyChanges({ removals: ['a'] });
    expect(table.visibleIds).to.deep.equal(['b', 'c', 'd', 'e']);
  });
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { makeRecords } from '../../support/records.js';
import { all, focused, focusedCell, named, one, openTable, press, recordEvents, row, text } from './open-table.js';

/** A table with the focus on the first cell of its first row. */
async function enterTable(...properties: Parameters<typeof openTable>): Promise<CallbackTableElement> {
  const table = await openTable(...properties);
  one(table, '.page-size select').focus();
  row(table, table.visibleIds[0]!).querySelector('input')!.focus();
  return table;
}

describe('callback-table: keyboard, moving', () => {
  it('has exactly one tab stop in the grid', async () => {
    const table = await openTable();
    expect(all(table, 'table [tabindex="0"]')).to.have.length(1);
    expect(all(table, 'table :is(button, input):not([tabindex])')).to.have.length(0);
  });

  it('comes in by Tab, goes out by Tab, and comes back to the same cell', async () => {
    const table = await enterTable();
    await press(table, 'ArrowDown', 'ArrowRight', 'Tab');
    expect(focused(table)?.closest('table')).to.equal(null);
    await press(table, 'Shift+Tab');
    expect(focusedCell(table)).to.deep.equal(['b', 1]);
  });

  it('moves by cells and stops at the edges', async () => {
    const table = await enterTable();
    await press(table, 'ArrowLeft');
    expect(focusedCell(table)).to.deep.equal(['a', 0]);
    await press(table, 'ArrowRight', 'ArrowDown', 'ArrowDown');
    expect(focusedCell(table)).to.deep.equal(['c', 1]);
    await press(table, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(focusedCell(table)).to.deep.equal(['head', 1]);
  });

  it('moves up by a screenful to the first row, and from there to the titles', async () => {
    const table = await openTable({ records: makeRecords(2000), pageSize: 0 });
    const ids = table.visibleIds;
    table.focusRow(ids[5]!);
    await table.updateComplete;
    window.scrollTo(0, 5 * 36);
    await press(table, 'PageUp');
    expect(focusedCell(table)[0]).to.equal(ids[0]);
    await press(table, 'PageUp');
    expect(focusedCell(table)[0]).to.equal('head');
  });

  it('gives the focus to the only control of a cell, else to the cell', async () => {
    const table = await enterTable();
    await press(table, 'ArrowRight');
    expect(focused(table)?.localName).to.equal('td');
    await press(table, 'ArrowDown');
    expect(focused(table)?.getAttribute('aria-expanded')).to.equal('false');
  });

  it('goes to the ends of a row and of the grid', async () => {
    const table = await enterTable();
    await press(table, 'End');
    expect(focusedCell(table)).to.deep.equal(['a', 5]);
    await press(table, 'Home');
    expect(focusedCell(table)).to.deep.equal(['a', 0]);
    await press(table, 'Control+End');
    expect(focusedCell(table)).to.deep.equal(['e', 5]);
    await press(table, 'Control+Home');
    expect(focusedCell(table)).to.deep.equal(['head', 0]);
  });

  it('mirrors left and right where text runs from the right', async () => {
    const table = await enterTable({ dir: 'rtl' });
    await press(table, 'ArrowLeft', 'ArrowLeft');
    expect(focusedCell(table)).to.deep.equal(['a', 2]);
    await press(table, 'ArrowRight');
    expect(focusedCell(table)).to.deep.equal(['a', 1]);
  });

  it('moves by a screenful', async () => {
    // Of one height: a screenful down is then a screenful up.
    const records = makeRecords(200).map(({ reason, ...record }) => ({ ...record, state: 'SCHEDULED' }));
    const table = await enterTable({ records });
    await press(table, 'PageDown');
    const [id] = focusedCell(table);
    const place = table.visibleIds.indexOf(id ?? '');
    expect(place).to.be.greaterThan(5);
    await press(table, 'PageUp');
    expect(focusedCell(table)).to.deep.equal([table.visibleIds[0], 0]);
  });

  it('turns pages with Alt and goes to their first row', async () => {
    const table = await enterTable({ pageSize: 2 });
    const events = recordEvents(table);
    await press(table, 'ArrowDown', 'Alt+PageDown');
    expect(focusedCell(table)).to.deep.equal(['c', 0]);
    await press(table, 'Alt+PageUp', 'Alt+PageUp');
    expect(focusedCell(table)).to.deep.equal(['a', 0]);
    expect(events.map(([, detail]) => detail)).to.deep.equal([
      { page: 2, pageSize: 2 },
      { page: 1, pageSize: 2 },
    ]);
  });

  it('keeps a focused row clear of the titles and the pager', async () => {
    const table = await enterTable({ records: makeRecords(200) });
    const settled = async (): Promise<void> => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    };
    await press(table, 'PageDown', 'PageDown', 'PageUp');
    await settled();
    const { top } = focused(table)!.getBoundingClientRect();
    expect(top).to.be.at.least(one(table, 'thead').getBoundingClientRect().bottom);
    await press(table, 'PageDown');
    await settled();
    const { bottom } = focused(table)!.getBoundingClientRect();
    expect(bottom).to.be.at.most(one(table, '.foot').getBoundingClientRect().top);
  });
});

describe('callback-table: keyboard, doing', () => {
  it('selects the row with Space on a text cell and on its check box', async () => {
    const table = await enterTable();
    const events = recordEvents(table);
    await press(table, 'Space', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Space');
    expect([...table.selectedIds]).to.deep.equal(['a', 'b']);
    expect(events.map(([name]) => name)).to.deep.equal(['callback-selection-change', 'callback-selection-change']);
  });

  it('selects the row with Shift and Space wherever the focus is in it', async () => {
    const table = await enterTable();
    await press(table, 'End', 'Shift+Space');
    expect([...table.selectedIds]).to.deep.equal(['a']);
  });

  it('extends the selection with Shift and arrows, and takes it back', async () => {
    const table = await enterTable();
    await press(table, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect([...table.selectedIds]).to.deep.equal(['b', 'c', 'd']);
    expect(focusedCell(table)).to.deep.equal(['d', 0]);
    await press(table, 'Shift+ArrowUp');
    expect([...table.selectedIds]).to.deep.equal(['b', 'c']);
  });

  it('selects the page with Ctrl and A, and then offers the rest instead of taking it', async () => {
    const table = await enterTable({ pageSize: 2 });
    await press(table, 'Control+a');
    expect([...table.selectedIds]).to.deep.equal(['a', 'b']);
    await press(table, 'Control+a');
    expect(text(focused(table)!)).to.equal('Select all 5 matching');
    await press(table, 'Enter');
    expect(table.selectedIds.size).to.equal(5);
  });

  it('opens a queued row with Enter and closes it with Escape', async () => {
    const table = await enterTable();
    await press(table, 'ArrowDown', 'ArrowRight', 'Enter');
    expect([...table.expandedIds]).to.deep.equal(['b']);
    await press(table, 'Escape');
    expect([...table.expandedIds]).to.deep.equal([]);
    expect(focusedCell(table)).to.deep.equal(['b', 1]);
  });

  it('uses the control inside the details with Enter or F2 and leaves it with Escape', async () => {
    const table = await enterTable({ expandedIds: new Set(['b']) });
    await press(table, 'ArrowDown', 'ArrowRight', 'ArrowDown');
    expect(focused(table)?.closest('tr')?.className).to.equal('detail');
    await press(table, 'F2');
    expect(focused(table)).to.equal(named(table, 'Refresh queue details'));
    await press(table, 'Escape');
    expect(focused(table)?.localName).to.equal('td');
    await press(table, 'ArrowDown');
    expect(focusedCell(table), 'the column is kept in mind').to.deep.equal(['c', 1]);
  });

  it('never clears a selection with Escape', async () => {
    const table = await enterTable({ selectedIds: new Set(['a']) });
    await press(table, 'Escape');
    expect([...table.selectedIds]).to.deep.equal(['a']);
  });

  it('sorts from a title, further keys with Shift', async () => {
    const table = await enterTable();
    await press(table, 'ArrowUp', 'ArrowRight', 'Enter', 'ArrowRight', 'Shift+Enter');
    expect(table.sort.map(({ field }) => field)).to.deep.equal(['state', 'desiredTime']);
    await press(table, 'Space');
    expect(table.sort).to.deep.equal([{ field: 'desiredTime', direction: 'descending' }]);
  });

  it('edits with e and reschedules with r, each only where it can be done', async () => {
    const table = await enterTable();
    const events = recordEvents(table);
    await press(table, 'r', 'e', 'ArrowDown', 'ArrowDown', 'e', 'r');
    expect(events).to.deep.equal([
      ['callback-edit-request', { stage: 'open', id: 'a' }],
      ['callback-edit-request', { stage: 'open', id: 'c' }],
    ]);
  });

  it('edits nothing that is busy, and nothing at all when it is readonly', async () => {
    const table = await enterTable({ busyIds: new Set(['a']) });
    const events = recordEvents(table);
    await press(table, 'e');
    table.busyIds = new Set();
    table.readonly = true;
    await table.updateComplete;
    await press(table, 'e');
    expect(events).to.deep.equal([]);
  });

  it('goes to the search with a slash, where letters are letters', async () => {
    const table = await enterTable();
    await press(table, '/');
    await sendKeys({ type: 'e/r' });
    expect(named<HTMLInputElement>(table, 'Search').value).to.equal('e/r');
  });
});

describe('callback-table: keyboard, as a plain table', () => {
  it('has native roles, and every control is a tab stop', async () => {
    const table = await openTable({ interaction: 'table' });
    expect(one(table, 'table').getAttribute('role')).to.equal('table');
    expect(all(table, 'table [tabindex]')).to.have.length(0);
    named(table, 'Select all callbacks on this page').focus();
    await press(table, 'Tab');
    expect(focused(table)).to.equal(named(table, 'State'));
  });

  it('leaves the arrow keys to the page', async () => {
    const table = await openTable({ interaction: 'table' });
    const box = row(table, 'a').querySelector('input')!;
    box.focus();
    await press(table, 'ArrowDown');
    expect(focused(table)).to.equal(box);
  });

  it('becomes a grid and a plain table again', async () => {
    const table = await openTable();
    table.interaction = 'table';
    await table.updateComplete;
    expect(all(table, 'table [tabindex]')).to.have.length(0);
    table.interaction = 'grid';
    await table.updateComplete;
    expect(all(table, 'table [tabindex="0"]')).to.have.length(1);
  });
});

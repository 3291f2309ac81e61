import { expect, oneEvent } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { all, focused, focusedCell, named, one, openTable, press, text } from './open-table.js';

async function openSheet(): Promise<CallbackTableElement> {
  const table = await openTable();
  one(table, '.row .time-cell').focus();
  await press(table, '?');
  return table;
}

describe('callback-table: keyboard shortcuts', () => {
  it('are listed by ? inside the grid', async () => {
    const table = await openSheet();
    expect(one<HTMLDialogElement>(table, 'dialog').open).to.equal(true);
    expect(text(one(table, 'dialog h2'))).to.equal('Keyboard Shortcuts');
    const keys = all(table, 'dialog dt').map((keys) => [text(keys), text(keys.nextElementSibling!)]);
    expect(keys).to.deep.include(['Alt+Page Up Alt+Page Down', 'Previous or next page']);
    expect(keys).to.deep.include(['/', 'Search']);
    expect(keys).to.have.length(15);
  });

  it('are listed wherever the sign needs Shift, too', async () => {
    const table = await openTable();
    one(table, '.row .time-cell').focus();
    await press(table, 'Shift+?');
    expect(all(table, 'dialog')).to.have.length(1);
  });

  it('close by Escape; the focus returns to its cell', async () => {
    const table = await openSheet();
    const closed = oneEvent(one(table, 'dialog'), 'close');
    await press(table, 'Escape');
    await closed;
    await table.updateComplete;
    expect(all(table, 'dialog')).to.have.length(0);
    expect(focusedCell(table)).to.deep.equal(['a', 2]);
  });

  it('close by their button and open again', async () => {
    const table = await openSheet();
    const closed = oneEvent(one(table, 'dialog'), 'close');
    named(table, 'Close').click();
    await closed;
    await table.updateComplete;
    await press(table, '?');
    expect(one<HTMLDialogElement>(table, 'dialog').open).to.equal(true);
  });

  it('leave the sign to the search box', async () => {
    const table = await openTable();
    const search = one<HTMLInputElement>(table, '#search');
    search.focus();
    await press(table, '?');
    expect(all(table, 'dialog')).to.have.length(0);
    expect(search.value).to.equal('?');
    expect(focused(table)).to.equal(search);
  });

  it('are accessible', async () => {
    const table = await openSheet();
    await expect(table).to.be.accessible();
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import { makeRecords } from '../../support/records.js';
import { all, focused, named, one, openTable, recordEvents, row, text } from './open-table.js';

const records = makeRecords(620);

describe('callback-table: pages', () => {
  it('shows 250 callbacks at first, and which they are', async () => {
    const table = await openTable({ records });
    expect(table.visibleIds).to.have.length(250);
    expect(text(one(table, '.range'))).to.equal('1–250 of 620');
    expect(table.visibleIds).to.deep.equal(records.slice(0, 250).map(({ id }) => id));
  });

  it('turns the page, says so, and keeps the focus on the pager', async () => {
    const table = await openTable({ records });
    const events = recordEvents(table);
    named(table, 'Next page').focus();
    named(table, 'Next page').click();
    await table.updateComplete;
    expect(text(one(table, '.range'))).to.equal('251–500 of 620');
    expect(events).to.deep.equal([['callback-page-change', { page: 2, pageSize: 250 }]]);
    expect(focused(table)).to.equal(named(table, 'Next page'));
  });

  it('shows a new page from its beginning, the pager still in sight', async () => {
    const table = await openTable({ records });
    window.scrollTo(0, document.documentElement.scrollHeight);
    named(table, 'Next page').click();
    await table.updateComplete;
    await waitUntil(() => Math.abs(table.getBoundingClientRect().top) < 1, 'the table begins at the top');
    expect(named(table, 'Next page').getBoundingClientRect().bottom).to.be.at.most(window.innerHeight);
  });

  it('goes to the last page and the first', async () => {
    const table = await openTable({ records });
    named(table, 'Last page').click();
    await table.updateComplete;
    expect(text(one(table, '.range'))).to.equal('501–620 of 620');
    named(table, 'First page').click();
    await table.updateComplete;
    expect(text(one(table, '.range'))).to.equal('1–250 of 620');
  });

  it('says why there is no way on', async () => {
    const table = await openTable({ records, page: 3 });
    const events = recordEvents(table);
    const next = named(table, 'Next page');
    expect(next.getAttribute('aria-disabled')).to.equal('true');
    expect(text(one(table, `#${next.getAttribute('aria-describedby')!}`))).to.equal('This is the last page.');
    next.click();
    expect(events).to.deep.equal([]);
  });

  it('changes the page size around the first row shown', async () => {
    const table = await openTable({ records, page: 2 });
    const events = recordEvents(table);
    const size = all<HTMLSelectElement>(table, 'select').at(-1)!;
    size.value = '100';
    size.dispatchEvent(new Event('change', { bubbles: true }));
    await table.updateComplete;
    expect(text(one(table, '.range'))).to.equal('201–300 of 620');
    expect(events).to.deep.equal([['callback-page-change', { page: 3, pageSize: 100 }]]);
  });

  it('fires nothing when page or size is set, and shows the last page for one beyond it', async () => {
    const table = await openTable({ records });
    const events = recordEvents(table);
    table.page = 99;
    await table.updateComplete;
    expect(text(one(table, '.range'))).to.equal('501–620 of 620');
    expect(table.page).to.equal(99);
    expect(events).to.deep.equal([]);
  });

  it('numbers its rows through all pages', async () => {
    const table = await openTable({ records, page: 3 });
    expect(one(table, 'table').getAttribute('aria-rowcount')).to.equal('621');
    expect(row(table, records[500]!.id).getAttribute('aria-rowindex')).to.equal('502');
  });

  it('turns to the page of a callback and focuses its row', async () => {
    const table = await openTable({ records });
    const events = recordEvents(table);
    table.focusRow(records[400]!.id);
    await table.updateComplete;
    expect(focused(table)?.closest('tr')?.dataset.id).to.equal(records[400]!.id);
    expect(events).to.deep.equal([]);
  });

  it('focuses a row of a plain table by its check box', async () => {
    const table = await openTable({ records, interaction: 'table' });
    table.focusRow(records[300]!.id);
    await table.updateComplete;
    expect(focused(table)).to.equal(row(table, records[300]!.id).querySelector('input'));
    expect(all(table, 'table [tabindex]')).to.have.length(0);
  });

  it('leaves everything as it is for a callback that the search hides', async () => {
    const table = await openTable({ records, search: { field: 'id', text: '0000001' } });
    table.focusRow(records[400]!.id);
    await table.updateComplete;
    expect(table.page).to.equal(1);
    expect(focused(table)).to.equal(null);
  });

  it('goes back to the top with the focus on the heading', async () => {
    const table = await openTable({ records });
    window.scrollTo(0, document.documentElement.scrollHeight);
    named(table, 'Back to top').click();
    expect(table.getBoundingClientRect().top).to.be.at.least(0);
    expect(focused(table)).to.equal(one(table, 'h2'));
  });
});

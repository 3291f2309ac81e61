import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { makeRecord, makeRecords } from '../../support/records.js';
import { all, named, one, openTable, recordEvents, shownIds, text } from './open-table.js';

describe('callback-table: search', () => {
  it('filters while a person types and says so', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    named(table, 'Search').focus();
    await sendKeys({ type: '55' });
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['b', 'c', 'e']);
    expect(events).to.deep.equal([
      ['callback-search-change', { search: { field: 'customerNumber', text: '5' } }],
      ['callback-search-change', { search: { field: 'customerNumber', text: '55' } }],
    ]);
  });

  it('searches the text on the screen without case and accents', async () => {
    const table = await openTable({ search: { field: 'serviceName', text: 'epar' } });
    expect(shownIds(table)).to.deep.equal(['b']);
    table.search = { field: 'state', text: '(cancelled' };
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['c']);
    table.search = { field: 'desiredTime', text: '1/1/1970 05:30' };
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['c']);
  });

  it('finds a number typed in groups, as it is seen', async () => {
    const records = [
      makeRecord({ id: 'x', customerNumber: '80808080' }),
      makeRecord({ id: 'y', customerNumber: '+1 555 0100' }),
    ];
    const table = await openTable({ records, search: { field: 'customerNumber', text: '8080 80' } });
    expect(shownIds(table)).to.deep.equal(['x']);
    table.search = { field: 'customerNumber', text: '15550' };
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['y']);
  });

  it('searches a property by its alias', async () => {
    const keys = [{ key: '_LOB', alias: 'Line Of Business' }];
    const table = await openTable({ columns: [{ id: 'c', kind: 'property', keys }] });
    const select = named<HTMLSelectElement>(table, 'Search in');
    select.value = '_LOB';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    named(table, 'Search').focus();
    await sendKeys({ type: 'not spec' });
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['a', 'b', 'c', 'e']);
  });

  it('fires nothing when the search is set', async () => {
    const table = await openTable({ page: 2, pageSize: 2 });
    const events = recordEvents(table);
    table.search = { field: 'customerNumber', text: '55' };
    await table.updateComplete;
    expect(events).to.deep.equal([]);
    expect(named<HTMLInputElement>(table, 'Search').value).to.equal('55');
  });

  it('goes back to the first page, and says that too', async () => {
    const table = await openTable({ records: makeRecords(600), page: 2 });
    const events = recordEvents(table);
    named(table, 'Search').focus();
    await sendKeys({ type: '5' });
    expect(table.page).to.equal(1);
    expect(events.map(([name]) => name)).to.deep.equal(['callback-search-change', 'callback-page-change']);
  });

  it('offers a field that was set from outside, so that the box does not lie', async () => {
    const table = await openTable({ search: { field: 'all', text: '' } });
    expect(text(named<HTMLSelectElement>(table, 'Search in').selectedOptions[0]!)).to.equal('All Columns');
  });

  it('says when nothing matches and offers the way out', async () => {
    const table = await openTable({ search: { field: 'customerNumber', text: 'nobody' } });
    expect(text(one(table, '[part=empty]'))).to.contain('No callback matches this search.');
    named(table, 'Clear search').click();
    await table.updateComplete;
    expect(shownIds(table)).to.have.length(5);
  });
});

describe('callback-table: sort', () => {
  const press = async (
    table: Awaited<ReturnType<typeof openTable>>,
    title: string,
    shiftKey = false,
  ): Promise<void> => {
    named(table, title).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
    await table.updateComplete;
  };

  it('sorts by a press on a title, the other way round by a second', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    await press(table, 'Service Name');
    expect(shownIds(table)).to.deep.equal(['a', 'c', 'd', 'e', 'b']);
    await press(table, 'Service Name');
    expect(shownIds(table)).to.deep.equal(['b', 'a', 'c', 'd', 'e']);
    expect(events).to.deep.equal([
      ['callback-sort-change', { sort: [{ field: 'serviceName', direction: 'ascending' }] }],
      ['callback-sort-change', { sort: [{ field: 'serviceName', direction: 'descending' }] }],
    ]);
  });

  it('adds a key with Shift', async () => {
    const table = await openTable();
    await press(table, 'State');
    await press(table, 'Phone Number', true);
    expect(table.sort).to.deep.equal([
      { field: 'state', direction: 'ascending' },
      { field: 'customerNumber', direction: 'ascending' },
    ]);
  });

  it('tells assistive technology of the sorted title only', async () => {
    const table = await openTable({ sort: [{ field: 'desiredTime', direction: 'descending' }] });
    expect(all(table, '[aria-sort]').map((cell) => cell.getAttribute('aria-sort'))).to.deep.equal(['descending']);
    expect(shownIds(table)).to.deep.equal(['a', 'b', 'd', 'e', 'c']);
  });

  it('fires nothing when the sort is set', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    table.sort = [{ field: 'state', direction: 'ascending' }];
    await table.updateComplete;
    expect(events).to.deep.equal([]);
  });
});

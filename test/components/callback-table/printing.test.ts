import { expect } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { drawn, plainRecords, rowsInSight, scrollToPart } from './in-sight.js';
import { all, openTable } from './open-table.js';

/** Says what a browser says around printing; the rows are there when the event is over. */
async function tell(table: CallbackTableElement, type: 'beforeprint' | 'afterprint'): Promise<void> {
  window.dispatchEvent(new Event(type));
  await table.updateComplete;
}

describe('callback-table: printing', () => {
  afterEach(() => {
    window.scrollTo(0, 0);
  });

  it('has the whole page on paper, and afterwards the screen as it was', async () => {
    const table = await openTable({ records: plainRecords(600) });
    await scrollToPart(0.5);
    const before = rowsInSight(table);
    await tell(table, 'beforeprint');
    expect(all(table, '.row').map(({ dataset }) => dataset.id)).to.deep.equal(
      Array.from({ length: 250 }, (_, at) => String(at)),
    );
    expect(all(table, '.gap')).to.have.length(0);
    await tell(table, 'afterprint');
    await drawn();
    expect(all(table, '.row').length).to.be.lessThan(60);
    expect(rowsInSight(table)).to.deep.equal(before);
  });

  it('stops after five thousand rows of one list', async () => {
    const table = await openTable({ records: plainRecords(5100), pageSize: 0 });
    await tell(table, 'beforeprint');
    expect(all(table, '.row')).to.have.length(5000);
    expect(all(table, '.gap')).to.have.length(0);
    await tell(table, 'afterprint');
  });

  it('is none of the business of a table that has left the page', async () => {
    const table = await openTable({ records: plainRecords(600) });
    table.remove();
    await tell(table, 'beforeprint');
    expect(all(table, '.row').length).to.be.lessThan(60);
    await tell(table, 'afterprint');
  });
});

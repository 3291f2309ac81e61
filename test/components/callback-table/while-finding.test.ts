import { expect } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { makeRecords } from '../../support/records.js';
import { one, openTable, row, text } from './open-table.js';

const COUNT = 120_000;

/** Records whose names are all different: to put them in order takes more than one piece of work. */
const many = (): readonly CallbackRecord[] =>
  makeRecords(COUNT).map((record, at) => ({ ...record, serviceName: `n${String((at * 7_919) % COUNT)}` }));

const BY_NAME = [{ field: 'serviceName', direction: 'ascending' }] as const;

/** Lets the table take its properties in, and no more than the first piece of what follows. */
async function begin(table: CallbackTableElement): Promise<void> {
  while (table.isUpdatePending) await Promise.resolve();
}

describe('callback-table: while rows are being found', () => {
  it('says that it is on its way, and not that there is nothing', async () => {
    const table = await openTable({ records: [], sort: BY_NAME });
    table.records = many();
    await begin(table);
    expect(text(one(table, 'h2'))).to.equal('Loading callbacks');
    expect(one(table, 'table').getAttribute('aria-busy')).to.equal('true');
    expect(table.renderRoot.querySelector('[part=empty]')).to.equal(null);
    await table.updateComplete;
    expect(text(one(table, 'h2'))).to.equal('120,000 Callback(s) Found');
    expect(one(table, 'table').getAttribute('aria-busy')).to.equal('false');
  });

  it('keeps the rows before, and answers only the latest question', async () => {
    const table = await openTable({ records: many(), sort: [] });
    const before = row(table, table.visibleIds[0]!);
    table.sort = BY_NAME;
    await begin(table);
    expect(before.isConnected).to.equal(true);
    table.search = { field: 'serviceName', text: 'n11999' };
    await table.updateComplete;
    expect(text(one(table, 'h2'))).to.equal('11 Callback(s) Found');
  });

  it('selects nothing that is gone already', async () => {
    const table = await openTable({ records: many(), sort: BY_NAME, pageSize: 0 });
    const gone = table.records.slice(0, 60_000).map(({ id }) => id);
    table.applyChanges({ removals: gone });
    table.requestUpdate();
    await begin(table);
    one<HTMLInputElement>(table, 'thead input').click();
    await table.updateComplete;
    expect(table.selectedCount).to.equal(COUNT - gone.length);
    expect(table.selectedIds.has(gone[0]!)).to.equal(false);
  });

  it('drops what is removed from newer records before they are shown', async () => {
    const table = await openTable({ records: many().slice(0, 100), sort: BY_NAME });
    const [first, second] = table.records.map(({ id }) => id);
    table.selectedIds = new Set([first!, second!]);
    table.records = many();
    await begin(table);
    table.applyChanges({ removals: [first!] });
    await table.updateComplete;
    expect([...table.selectedIds]).to.deep.equal([second]);
    expect(table.selectedCount).to.equal(1);
  });
});

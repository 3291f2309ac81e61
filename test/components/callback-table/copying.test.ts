import { expect } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { drawn, plainRecords } from './in-sight.js';
import { all, openTable, row } from './open-table.js';

/** Selects text from the number of one row to the number of another. */
async function selectText(table: CallbackTableElement, from: string, to: string): Promise<void> {
  document.getSelection()!.setBaseAndExtent(row(table, from).cells[3]!, 0, row(table, to).cells[3]!, 1);
  await drawn();
}

const renderedIds = (table: CallbackTableElement): readonly (string | undefined)[] =>
  all(table, '.row').map(({ dataset }) => dataset.id);

describe('callback-table: selecting text over several screens', () => {
  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
  });

  it('keeps every row between its ends, and its ends, while the page is scrolled on', async () => {
    const table = await openTable({ records: plainRecords(2000), pageSize: 0 });
    await selectText(table, '2', '8');
    const selected = document.getSelection()!.toString();
    window.scrollTo(0, 6000);
    await drawn();
    expect(renderedIds(table).slice(0, 100)).to.deep.equal(Array.from({ length: 100 }, (_, at) => String(at + 2)));
    expect(document.getSelection()!.toString()).to.equal(selected);
    const seen = row(table, '165');
    document.getSelection()!.extend(seen.cells[3]!, 1);
    await drawn();
    expect(document.getSelection()!.toString().match(/\+33/g)?.length ?? 0).to.be.at.least(160);
  });

  it('lets rows go once there are more than five hundred, or nothing is selected any more', async () => {
    const table = await openTable({ records: plainRecords(2000), pageSize: 0 });
    await selectText(table, '2', '8');
    window.scrollTo(0, 36_000);
    await drawn();
    expect(all(table, '.row').length).to.be.lessThan(60);
    await selectText(table, renderedIds(table)[10]!, renderedIds(table)[12]!);
    window.scrollBy(0, 3000);
    await drawn();
    expect(all(table, '.row').length).to.be.greaterThan(80);
    document.getSelection()!.removeAllRanges();
    await drawn();
    window.scrollBy(0, 100);
    await drawn();
    expect(all(table, '.row').length).to.be.lessThan(60);
  });
});

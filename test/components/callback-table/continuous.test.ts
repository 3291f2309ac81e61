import { expect, waitUntil } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { makeRecord, makeRecords } from '../../support/records.js';
import { all, focusedCell, one, openTable, press, row } from './open-table.js';

const records = makeRecords(20_000);

/** A continuous list with the focus on its first row. */
async function openList(): Promise<CallbackTableElement> {
  const table = await openTable({ records, pageSize: 0 });
  row(table, records[0]!.id).querySelector('input')!.focus();
  return table;
}

function isInSight(table: CallbackTableElement, id: string): boolean {
  const found = all(table, '.row').find(({ dataset }) => dataset.id === id);
  if (found === undefined) return false;
  const { top, bottom } = found.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

describe('callback-table: one continuous list', () => {
  afterEach(() => {
    window.scrollTo(0, 0);
  });

  it('renders a part of the rows and has room for all', async () => {
    const table = await openList();
    expect(all(table, '.row').length).to.be.lessThan(300);
    expect(one(table, 'tbody').getBoundingClientRect().height).to.be.greaterThan(20_000 * 36);
    expect(one(table, 'table').getAttribute('aria-rowcount')).to.equal('20001');
  });

  it('shows the rows that are scrolled to, wherever the scroll bar is dragged', async () => {
    const table = await openList();
    for (const part of [0.5, 0.9, 0.1]) {
      window.scrollTo(0, document.documentElement.scrollHeight * part);
      const rough = Math.floor(20_000 * part);
      await waitUntil(
        () =>
          all(table, '.row').some(
            (shown) =>
              isInSight(table, shown.dataset.id!) &&
              Math.abs(Number(shown.getAttribute('aria-rowindex')) - rough) < 200,
          ),
        `rows around ${rough} are in sight`,
      );
    }
  });

  it('reaches its last row', async () => {
    const table = await openList();
    await waitUntil(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return isInSight(table, records.at(-1)!.id);
    }, 'the last row is in sight');
    expect(row(table, records.at(-1)!.id).getAttribute('aria-rowindex')).to.equal('20001');
  });

  it('goes to the last row and back by keys', async () => {
    const table = await openList();
    await press(table, 'Control+End');
    expect(focusedCell(table)).to.deep.equal([records.at(-1)!.id, 5]);
    await press(table, 'ArrowUp');
    expect(focusedCell(table)).to.deep.equal([records.at(-2)!.id, 5]);
    await press(table, 'Control+Home', 'ArrowDown');
    expect(focusedCell(table)).to.deep.equal([records[0]!.id, 0]);
  });

  it('goes on row by row beyond what was rendered at first', async () => {
    const table = await openList();
    await press(table, ...Array.from({ length: 12 }, () => 'PageDown'));
    const [id] = focusedCell(table);
    expect(records.findIndex((record) => record.id === id)).to.be.greaterThan(100);
  });

  it('keeps the focused row while it is scrolled away, and goes on from there', async () => {
    const table = await openList();
    await press(table, 'ArrowDown');
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    await waitUntil(
      () =>
        !isInSight(table, records[1]!.id) && all(table, '.row').some(({ dataset }) => isInSight(table, dataset.id!)),
    );
    expect(focusedCell(table)[0]).to.equal(records[1]!.id);
    await press(table, 'ArrowDown');
    expect(focusedCell(table)[0]).to.equal(records[2]!.id);
    expect(isInSight(table, records[2]!.id)).to.equal(true);
  });

  it('focuses a callback anywhere', async () => {
    const table = await openList();
    table.focusRow(records[15_000]!.id);
    await table.updateComplete;
    expect(focusedCell(table)[0]).to.equal(records[15_000]!.id);
    expect(isInSight(table, records[15_000]!.id)).to.equal(true);
  });

  it('stays where it is when something changes', async () => {
    const table = await openList();
    table.focusRow(records[10_000]!.id);
    await table.updateComplete;
    const before = row(table, records[10_000]!.id).getBoundingClientRect().top;
    table.applyChanges({ upserts: [makeRecord({ ...records[10_001]!, state: 'QUEUED' })] });
    await table.updateComplete;
    expect(row(table, records[10_000]!.id).getBoundingClientRect().top).to.equal(before);
    expect(focusedCell(table)[0]).to.equal(records[10_000]!.id);
  });
});

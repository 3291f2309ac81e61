import { expect } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { makeRecord, makeRecords } from '../../support/records.js';
import { EVERY_FACT } from '../../support/diagnostics.js';
import { drawn, holes, plainRecords, rowsInSight, scrollBy, scrollToPart, shownRow } from './in-sight.js';
import { all, one, openTable } from './open-table.js';

const FACTS = { ...EVERY_FACT, other: { note: 'kept' } };

/** Queued callbacks, of which every fourth is open with all its facts. */
async function openTall(count = 10_000): Promise<CallbackTableElement> {
  const records = plainRecords(count).map((record): CallbackRecord => ({ ...record, state: 'QUEUED' }));
  const open = records.filter((_, at) => at % 4 === 1).map(({ id }) => id);
  const table = await openTable({
    ...{ records, pageSize: 0, expandedIds: new Set(open) },
    diagnostics: new Map(open.map((id) => [id, FACTS] as const)),
  });
  await drawn();
  return table;
}

/** How far the rows in sight move by something that is none of their business. */
async function movement(table: CallbackTableElement, act: () => unknown): Promise<number> {
  const row = rowsInSight(table).at(0);
  act();
  await table.updateComplete;
  await drawn();
  return (shownRow(table, row?.id ?? '')?.top ?? Number.NaN) - (row?.top ?? 0);
}

describe('callback-table: rows of any height', () => {
  afterEach(() => {
    window.scrollTo(0, 0);
    document.body.style.inlineSize = '';
  });

  it('fill the screen in every frame, and move with the page', async () => {
    const table = await openTall();
    for (const start of [0, 0.5]) {
      await scrollToPart(start);
      for (const pixels of Array.from({ length: 40 }, (_, at) => (at % 3 === 2 ? -90 : 140))) {
        expect(await scrollBy(table, pixels)).to.be.closeTo(pixels, 1);
        expect(holes(table)).to.equal('');
      }
    }
  });

  it('move with the page upwards too, where none of them has been seen before', async () => {
    const table = await openTall();
    await scrollToPart(0.5);
    for (let step = 0; step < 40; step += 1) {
      expect(await scrollBy(table, -140)).to.be.closeTo(-140, 1);
      expect(holes(table)).to.equal('');
    }
  });

  it('lead to the first and to the last row', async () => {
    const table = await openTall(2000);
    await scrollToPart(0.3);
    while (window.scrollY > 0) await scrollBy(table, -1000);
    expect(shownRow(table, '0')?.top).to.be.closeTo(one(table, 'tbody').getBoundingClientRect().top, 1);
    await scrollToPart(1);
    await scrollToPart(1);
    expect(rowsInSight(table).at(-1)?.id).to.equal('1999');
    expect(holes(table)).to.equal('');
  });

  it('stay in place when details above them arrive', async () => {
    const records = plainRecords(1000).map((record): CallbackRecord => ({ ...record, state: 'QUEUED' }));
    const table = await openTable({ records, pageSize: 0, expandedIds: new Set(['0', '101']) });
    for (const id of ['0', '101']) {
      table.focusRow(String(Number(id) + 1));
      await drawn();
      window.scrollBy(
        0,
        shownRow(table, String(Number(id) + 1))!.top - one(table, 'thead').getBoundingClientRect().bottom,
      );
      await drawn();
      expect(all(table, '.detail').length, 'the open row is rendered above the screen').to.equal(1);
      expect(await movement(table, () => (table.diagnostics = new Map([[id, FACTS]])))).to.be.closeTo(0, 1);
    }
    while (window.scrollY > 0) await scrollBy(table, -300);
    expect(shownRow(table, '0')?.top).to.be.closeTo(one(table, 'tbody').getBoundingClientRect().top, 1);
  });

  it('stay in place when open rows above them are closed', async () => {
    const table = await openTall(400);
    await scrollToPart(0.5);
    expect(await movement(table, () => (table.expandedIds = new Set()))).to.be.closeTo(0, 1);
    // How many rows fit into the room is known only now that they are seen to be low.
    await drawn();
    expect(holes(table)).to.equal('');
  });

  it('stay in place when callbacks above them come and go', async () => {
    const table = await openTable({ records: plainRecords(5000), pageSize: 0 });
    await scrollToPart(0.5);
    expect(await movement(table, () => table.applyChanges({ removals: ['3', '70', '2000'] }))).to.be.closeTo(0, 1);
    const added = Array.from({ length: 40 }, (_, at) => makeRecord({ id: `new ${String(at)}` }));
    expect(await movement(table, () => (table.records = [...added, ...table.records]))).to.be.closeTo(0, 1);
    expect(holes(table)).to.equal('');
  });

  it('stay in place when the density changes, and the scroll bar follows', async () => {
    const table = await openTable({ records: plainRecords(5000), pageSize: 0 });
    await scrollToPart(0.5);
    const [row] = rowsInSight(table);
    for (const density of ['roomy', 'compact', 'normal'] as const) {
      expect(await movement(table, () => (table.density = density))).to.be.closeTo(0, 12);
      expect(holes(table)).to.equal('');
    }
    const share = window.scrollY / (document.documentElement.scrollHeight - window.innerHeight);
    expect(share).to.be.closeTo(Number(row?.id) / 5000, 0.01);
  });

  it('stay in sight when the layout becomes narrow and wide again', async () => {
    const table = await openTable({ records: makeRecords(5000), pageSize: 0 });
    await scrollToPart(0.5);
    for (const width of ['420px', '']) {
      const row = rowsInSight(table)[1];
      document.body.style.inlineSize = width;
      await drawn();
      await drawn();
      expect(rowsInSight(table).map(({ id }) => id)).to.include(row?.id);
      expect(holes(table)).to.equal('');
      const share = window.scrollY / (document.documentElement.scrollHeight - window.innerHeight);
      expect(share).to.be.closeTo(0.5, 0.02);
    }
  });

  it('of two lines are foreseen as such, so that the scroll bar tells where they are', async () => {
    document.body.style.inlineSize = '420px';
    const records = makeRecords(5000);
    const table = await openTable({ records, pageSize: 0 });
    await drawn();
    await drawn();
    for (const part of [0.25, 0.75]) {
      await scrollToPart(part);
      const place = records.findIndex(({ id }) => id === rowsInSight(table)[0]?.id);
      expect(place / 5000).to.be.closeTo(part, 0.04);
    }
    expect(all(table, '.row').length).to.be.lessThan(60);
  });
});

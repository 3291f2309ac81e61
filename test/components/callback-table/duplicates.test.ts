import { expect, waitUntil } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { defaultColumns } from '../../../src/components/callback-table/callback-table.js';
import { makeRecord } from '../../support/records.js';
import { plainRecords } from './in-sight.js';
import { cells, openTable, row } from './open-table.js';

const TWICE = [
  makeRecord({ id: 'a', customerNumber: '+33639980105' }),
  makeRecord({ id: 'b', customerNumber: '+33 639 980 105', state: 'QUEUED' }),
  makeRecord({ id: 'c', customerNumber: '+33639980105', state: 'COMPLETED' }),
  makeRecord({ id: 'd', customerNumber: '5510' }),
];

function phoneCell(table: CallbackTableElement, id: string): HTMLElement {
  return row(table, id).querySelector('.phone-cell')!;
}

/** What is drawn beside a number; undefined when nothing is. */
function markOf(table: CallbackTableElement, id: string): string | undefined {
  const mark = phoneCell(table, id).querySelector('.several');
  return mark === null ? undefined : getComputedStyle(mark, '::after').content.replaceAll('"', '').replace(/\s/g, '');
}

function marksOf(table: CallbackTableElement): readonly (string | undefined)[] {
  return ['a', 'b', 'c', 'd'].map((id) => markOf(table, id));
}

describe('callback-table: a customer with several active callbacks', () => {
  it('is marked in each active row with how many they are', async () => {
    const table = await openTable({ records: TWICE });
    expect(marksOf(table)).to.deep.equal(['×2', '×2', undefined, undefined]);
  });

  it('is told in words by the mark and as a description of the cell, whose text and name stay the number', async () => {
    const table = await openTable({ records: TWICE });
    const cell = phoneCell(table, 'a');
    expect(cell.getAttribute('aria-description')).to.equal('This number has 2 active callbacks.');
    expect(cell.querySelector<HTMLElement>('.several')!.title).to.equal('This number has 2 active callbacks.');
    expect(cell.querySelector('.several')!.ariaHidden).to.equal('true');
    expect(cells(table, 'a')[2]).to.equal('+33639980105');
    await expect(table).to.be.accessible();
  });

  it('is marked although the search hides the other callback', async () => {
    const table = await openTable({ records: TWICE, search: { field: 'state', text: 'scheduled' } });
    expect(markOf(table, 'a')).to.equal('×2');
  });

  it('is marked no more once one of two is completed, and anew once there is another', async () => {
    const table = await openTable({ records: TWICE });
    table.applyChanges({ upserts: [{ ...TWICE[1]!, state: 'COMPLETED' }] });
    await table.updateComplete;
    expect(marksOf(table)).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(phoneCell(table, 'a').hasAttribute('aria-description')).to.equal(false);
    table.applyChanges({ upserts: [makeRecord({ id: 'e', customerNumber: '5510' })] });
    await table.updateComplete;
    expect([markOf(table, 'd'), markOf(table, 'e')]).to.deep.equal(['×2', '×2']);
  });

  it('is marked in the reader’s language', async () => {
    await import('../../../src/translations/de.js');
    const table = await openTable({ records: TWICE, lang: 'de' });
    expect(phoneCell(table, 'b').getAttribute('aria-description')).to.equal('Diese Nummer hat 2 aktive Rückrufe.');
  });

  it('leaves no mark in a row that shows another callback next', async () => {
    const table = await openTable({ records: TWICE, pageSize: 2 });
    expect([markOf(table, 'a'), markOf(table, 'b')]).to.deep.equal(['×2', '×2']);
    table.page = 2;
    await table.updateComplete;
    expect([markOf(table, 'c'), markOf(table, 'd')]).to.deep.equal([undefined, undefined]);
  });

  it('does not change what is copied, exported or found', async () => {
    const table = await openTable({ records: TWICE, columns: defaultColumns.slice(2, 3) });
    expect(await (await table.toCsv({ bom: false })).text()).to.not.include('×');
    table.search = { field: 'all', text: '×' };
    await table.updateComplete;
    expect(table.matchingCount).to.equal(0);
  });

  it('does not make its row higher in a table of the usual width', async () => {
    const table = await openTable({ records: TWICE });
    table.style.inlineSize = '1200px';
    await table.updateComplete;
    expect(row(table, 'a').offsetHeight).to.equal(row(table, 'c').offsetHeight);
  });
});

describe('callback-table: in a long list, a customer with several active callbacks', () => {
  const LONG = plainRecords(6000).map((record) => ({ ...record, customerNumber: `+33${record.id.padStart(9, '0')}` }));
  const long = [...LONG, makeRecord({ id: 'again', customerNumber: LONG[0]!.customerNumber })];

  it('is marked once the page was idle', async () => {
    const table = await openTable({ records: long });
    await waitUntil(() => markOf(table, '0') === '×2', 'the mark is drawn');
    expect(markOf(table, '1')).to.equal(undefined);
  });

  it('stays marked when newer records come', async () => {
    const table = await openTable({ records: long });
    await waitUntil(() => markOf(table, '0') === '×2', 'the mark is drawn');
    const seen: (string | undefined)[] = [];
    table.records = long.map((record) => ({ ...record }));
    await table.updateComplete;
    seen.push(markOf(table, '0'));
    expect(seen).to.deep.equal(['×2']);
  });
});

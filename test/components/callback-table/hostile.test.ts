import { expect, nextFrame } from '@open-wc/testing';
import type { ColumnDefinition } from '../../../src/components/callback-table/callback-table.js';
import { areApart, isClipped, isInside, MANY_WORDS, STACKED, TURNED, UNBROKEN } from '../../support/hostile.js';
import { makeRecord } from '../../support/records.js';
import { all, one, openTable, row, text } from './open-table.js';

const columns = (alias: string): readonly ColumnDefinition[] => [
  { id: 'state', kind: 'state' },
  { id: 'desiredTime', kind: 'time' },
  { id: 'customerNumber', kind: 'phone' },
  { id: 'serviceName', kind: 'service' },
  {
    id: 'customFields',
    kind: 'custom-fields',
    keys: [
      { key: 'long', alias },
      { key: 'next', alias: 'Next' },
    ],
  },
];

const WIDTHS = ['1200px', '376px'];

async function openFields(alias: string, value: string, inlineSize: string, dir = 'ltr') {
  const record = makeRecord({ properties: { long: value, next: 'beneath' } });
  const table = await openTable({ records: [record], columns: columns(alias), dir });
  table.style.inlineSize = inlineSize;
  return table;
}

describe('callback-table: custom fields with texts of any length', () => {
  for (const inlineSize of WIDTHS) {
    it(`shows the value under an alias that does not end (${inlineSize})`, async () => {
      for (const alias of [UNBROKEN, MANY_WORDS]) {
        const table = await openFields(alias, 'visible', inlineSize);
        const [first, second] = all(table, '.pair');
        const [name, value] = all(table, '.pair:first-child > span');
        expect(value!.textContent).to.equal('visible');
        expect(isInside(value!, one(table, '.row .custom-fields-cell'))).to.equal(true);
        expect(isInside(value!, first!)).to.equal(true);
        expect(areApart(name!.firstElementChild!, value!)).to.equal(true);
        expect(areApart(first!, second!)).to.equal(true);
      }
    });

    it(`paints stacked marks over no other line (${inlineSize})`, async () => {
      const table = await openFields('Alias that takes most of its line', STACKED, inlineSize);
      const texts = all(table, '.pair > span').map((each) => each.querySelector('.clip') ?? each);
      expect(texts).to.have.lengthOf(4);
      expect(texts.map(isClipped)).to.deep.equal([true, true, false, false]);
      for (const [index, each] of texts.entries()) {
        for (const other of texts.slice(index + 1)) expect(areApart(each, other)).to.equal(true);
      }
    });
  }

  it('keeps name and value in one line where both fit', async () => {
    const table = await openFields('Line', 'Primary', '1200px');
    const [alias, value] = all(table, '.pair > span');
    expect(alias!.getBoundingClientRect().top).to.be.closeTo(value!.getBoundingClientRect().top, 1);
    expect(text(one(table, '.pair'))).to.equal('Line : Primary');
  });

  it('gives the whole of what it cuts off as a tooltip', async () => {
    const table = await openFields(MANY_WORDS, UNBROKEN, '1200px');
    expect(all(table, '.pair > span').map(({ title }) => title)).to.deep.equal([MANY_WORDS, UNBROKEN, '', '']);
  });

  it('keeps the direction of a value to itself', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const table = await openFields(TURNED, TURNED, '1200px', dir);
      const [alias, value] = all(table, '.pair:first-child .clip').map((each) => each.getBoundingClientRect());
      expect(dir === 'ltr' ? alias!.left < value!.left : alias!.left > value!.left).to.equal(true);
    }
  });
});

describe('callback-table: a record that is hostile all over', () => {
  for (const inlineSize of WIDTHS) {
    it(`stays in its width and near its height (${inlineSize})`, async () => {
      for (const long of [UNBROKEN, MANY_WORDS]) {
        const record = makeRecord({ state: long, reason: long, customerNumber: long, serviceName: long });
        const table = await openTable({ records: [record], columns: columns('Alias') });
        table.style.inlineSize = inlineSize;
        // A row has its own height only once the browser has found that it is in view.
        await nextFrame();
        await nextFrame();
        const found = row(table, record.id);
        expect(found.scrollWidth).to.be.at.most(found.clientWidth);
        expect(found.getBoundingClientRect().height).to.be.below(400);
        const cells = [...found.cells].filter((cell) => cell.childElementCount > 0);
        for (const [index, cell] of cells.entries()) {
          for (const other of cells.slice(index + 1)) expect(areApart(cell, other)).to.equal(true);
        }
      }
    });
  }
});

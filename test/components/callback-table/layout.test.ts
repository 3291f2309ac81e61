import { expect } from '@open-wc/testing';
import { defaultColumns } from '../../../src/components/callback-table/callback-table.js';
import { makeRecord } from '../../support/records.js';
import { one, openTable, row } from './open-table.js';

const LONG = 'A service whose name is far longer than its column is wide, so that it takes a second line';

/** Where the words of an element begin and end on the screen, line by line. */
function lines(element: Element): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  // A line that is cut off has a second box for what stands before the dots: the first one counts.
  const tops = new Map([...range.getClientRects()].reverse().map((box) => [Math.round(box.top), box] as const));
  return [...tops.values()];
}

describe('callback-table: layout', () => {
  it('shows a state with its reason in one line on a phone', async () => {
    const record = makeRecord({ state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN' });
    const table = await openTable({ records: [record] });
    table.style.inlineSize = '400px';
    const state = one(table, '.row .state-cell span').getBoundingClientRect();
    const reason = one(table, '.reason').getBoundingClientRect();
    expect(reason.bottom - state.top).to.be.below(reason.height * 2);
    expect(row(table, record.id).scrollWidth).to.be.at.most(row(table, record.id).clientWidth);
  });

  it('cuts no part of a time off, in either direction', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const table = await openTable({ dir, columns: [...defaultColumns, { id: 'id', kind: 'service-id' }] });
      table.style.inlineSize = '900px';
      const cell = one(table, 'td.time-cell').getBoundingClientRect();
      const words = one(table, 'td.time-cell time').getBoundingClientRect();
      expect(words.left).to.be.at.least(cell.left);
      expect(words.right).to.be.at.most(cell.right);
    }
  });

  it('begins every line of a service name at the start, whichever side that is', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const table = await openTable({ dir, records: [makeRecord({ serviceName: LONG })] });
      table.style.inlineSize = '800px';
      const cell = one(table, 'td.service-cell');
      const starts = lines(one(table, '.row .service-cell .clip')).map(({ left, right }) =>
        dir === 'ltr' ? left : right,
      );
      expect(starts.length).to.be.above(1);
      const { left, right } = cell.getBoundingClientRect();
      const padding = Number.parseFloat(getComputedStyle(cell).paddingInlineStart);
      const start = dir === 'ltr' ? left + padding : right - padding;
      for (const each of starts) expect(each).to.be.closeTo(start, 6);
    }
  });
});

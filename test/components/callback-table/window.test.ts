import { expect, fixture, html } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { drawn, holes, plainRecords, rowsInSight, scrollBy, scrollToPart, shownRow } from './in-sight.js';
import { all, focusedCell, one, openTable } from './open-table.js';

const MILLION = plainRecords(1_000_000);
const ids = (table: CallbackTableElement): readonly number[] => rowsInSight(table).map(({ id }) => Number(id));

/** A table of a size, drawn, shown as pages of 250 or as one list. */
async function openRows(count: number, pageSize = 0): Promise<CallbackTableElement> {
  const table = await openTable({ records: MILLION.slice(0, count), pageSize });
  await drawn();
  return table;
}

describe('callback-table: which rows are rendered', () => {
  afterEach(() => {
    window.scrollTo(0, 0);
  });

  it('are those in sight and a few more, and there is room for all others', async () => {
    const table = await openRows(250, 250);
    expect(all(table, '.row').length - rowsInSight(table).length).to.be.within(1, 10);
    expect(one(table, 'tbody').getBoundingClientRect().height).to.equal(250 * 36);
  });

  it('say where they stand among all', async () => {
    const table = await openRows(250, 250);
    await scrollToPart(0.5);
    for (const row of all(table, '.row')) {
      expect(row.getAttribute('aria-rowindex')).to.equal(String(Number(row.dataset.id) + 2));
    }
  });

  it('stand in their order, the one with the tab stop too', async () => {
    const table = await openRows(10_000);
    table.focusRow('5000');
    await table.updateComplete;
    for (const part of [0.2, 0.8]) {
      await scrollToPart(part);
      const indexes = all(table, '.row').map((row) => Number(row.getAttribute('aria-rowindex')));
      expect(indexes).to.include(5002);
      expect(indexes).to.deep.equal([...indexes].sort((a, b) => a - b));
    }
  });

  for (const [count, pageSize] of [
    [250, 250],
    [10_000, 0],
    [1_000_000, 0],
  ] as const) {
    it(`fill the screen in every frame while ${count.toLocaleString('en')} are scrolled through`, async () => {
      const table = await openRows(count, pageSize);
      for (let step = 0; step <= 40; step += 1) {
        await scrollToPart(step / 40);
        expect(holes(table), `at ${String(step)} of 40`).to.equal('');
      }
      expect(ids(table).at(-1)).to.equal(count - 1);
    });
  }

  it('are all of the page in a plain table, and of a very long list those in sight', async () => {
    const table = await openRows(2000);
    table.interaction = 'table';
    await table.updateComplete;
    expect(all(table, '.row')).to.have.length(2000);
    table.records = MILLION.slice(0, 10_000);
    await table.updateComplete;
    await drawn();
    expect(all(table, '.row').length).to.be.lessThan(100);
  });

  it('are those that are left when the search finds little', async () => {
    const table = await openRows(10_000);
    await scrollToPart(1);
    table.records = MILLION.slice(0, 3);
    await table.updateComplete;
    await drawn();
    expect(ids(table)).to.deep.equal([0, 1, 2]);
    expect(all(table, '.gap')).to.have.length(0);
  });

  it('stay where they are when the page puts something above the table', async () => {
    const table = await openRows(10_000);
    await scrollToPart(0.5);
    const [, row] = rowsInSight(table);
    const banner = document.createElement('div');
    banner.style.height = '200px';
    table.before(banner);
    await drawn();
    expect(shownRow(table, row!.id)?.top).to.be.closeTo(row!.top, 1);
    expect(holes(table)).to.equal('');
  });
});

describe('callback-table: a list longer than an element can be high', () => {
  afterEach(() => {
    window.scrollTo(0, 0);
  });

  it('is drawn no higher than every browser can', async () => {
    const table = await openRows(1_000_000);
    expect(one(table, 'tbody').getBoundingClientRect().height).to.be.within(10_000_000, 14_000_000);
  });

  it('ends with its last row and begins with its first', async () => {
    const table = await openRows(1_000_000);
    await scrollToPart(1);
    const last = shownRow(table, '999999');
    expect(last?.bottom).to.be.closeTo(one(table, 'tbody').getBoundingClientRect().bottom, 1);
    await scrollToPart(0);
    expect(shownRow(table, '0')?.top).to.be.closeTo(one(table, 'tbody').getBoundingClientRect().top, 1);
  });

  it('is half way through in the middle of the scroll bar', async () => {
    const table = await openRows(1_000_000);
    await scrollToPart(0.5);
    expect(ids(table)[0]).to.be.closeTo(500_000, 100);
  });

  for (const part of [0, 0.0005, 0.5, 0.9995, 1]) {
    it(`moves pixel by pixel at ${String(part * 100)} % of it`, async () => {
      const table = await openRows(1_000_000);
      await scrollToPart(part);
      for (const pixels of part < 0.5 ? [100, 37, 250, -120] : [-100, -37, -250, 120]) {
        expect(await scrollBy(table, pixels)).to.be.closeTo(pixels, 1);
        expect(holes(table)).to.equal('');
      }
    });
  }

  it('leads by small steps to its first row, with rows all the way', async () => {
    const table = await openRows(1_000_000);
    window.scrollTo(0, 110_000);
    await drawn();
    while (window.scrollY > 0) {
      window.scrollBy(0, -1500);
      await drawn();
      expect(holes(table)).to.equal('');
    }
    expect(ids(table)[0]).to.equal(0);
  });

  it('brings any row into sight, and it stays there', async () => {
    const table = await openRows(1_000_000);
    for (const id of ['999999', '0', '700000', '2800', '997300', '699999']) {
      table.focusRow(id);
      await table.updateComplete;
      const shown = shownRow(table, id);
      await drawn();
      await drawn();
      expect(rowsInSight(table).map((row) => row.id)).to.include(id);
      expect(shownRow(table, id)?.top).to.be.closeTo(shown!.top, 1);
      expect(focusedCell(table)[0]).to.equal(id);
    }
  });

  it('comes back to the tab stop when the focus does', async () => {
    const table = await openRows(1_000_000);
    table.focusRow('300000');
    await table.updateComplete;
    await drawn();
    const focused = table.shadowRoot?.activeElement as HTMLElement;
    await scrollToPart(0.6);
    expect(ids(table)[0]).to.be.greaterThan(500_000);
    focused.blur();
    focused.focus();
    await drawn();
    await drawn();
    expect(ids(table)).to.include(300_000);
    expect(holes(table)).to.equal('');
  });
});

/** Puts what it holds into a box that scrolls, in a shadow root of its own. */
class ScrollingFrame extends HTMLElement {
  readonly box = document.createElement('div');

  connectedCallback(): void {
    this.box.style.cssText = 'block-size: 300px; margin-block-start: 40px; overflow: auto';
    this.box.append(document.createElement('slot'));
    this.attachShadow({ mode: 'open' }).append(this.box);
  }
}
customElements.define('scrolling-frame', ScrollingFrame);

describe('callback-table: in a box that scrolls', () => {
  it('renders what the box lets see, through slots and shadow roots', async () => {
    const frame = await fixture<ScrollingFrame>(
      html`<scrolling-frame><callback-table .records=${MILLION} .pageSize=${0}></callback-table></scrolling-frame>`,
    );
    const table = frame.querySelector('callback-table') as CallbackTableElement;
    await table.updateComplete;
    for (const part of [0.1, 0.5, 0.50001, 1]) {
      frame.box.scrollTop = frame.box.scrollHeight * part;
      await drawn();
      expect(holes(table, frame.box)).to.equal('');
      expect(all(table, '.row').length).to.be.lessThan(30);
    }
    expect(rowsInSight(table, frame.box).at(-1)?.id).to.equal('999999');
  });
});

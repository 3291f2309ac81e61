import { expect } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { makeRecord, makeRecords, NOW } from '../../support/records.js';
import { all, named, one, openTable, recordEvents, row, shownIds, text } from './open-table.js';

const FULL = new Map([['b', { position: 3, estimatedWaitTime: 46.5, other: {} }] as const]);
const LOB = { key: '_LOB', alias: 'Line Of Business' };

/** Every state a person can see. */
const STATES: Readonly<Record<string, Partial<CallbackTableElement>>> = {
  rows: {},
  'several pages': { records: makeRecords(60), pageSize: 50 },
  selected: { selectedIds: new Set(['a', 'b']) },
  sorted: {
    sort: [
      { field: 'state', direction: 'ascending' },
      { field: 'desiredTime', direction: 'descending' },
    ],
  },
  'custom fields': {
    columns: [
      { id: 'i', kind: 'service-id' },
      { id: 'p', kind: 'phone' },
      { id: 'c', kind: 'custom-fields', keys: [LOB] },
      { id: 'o', kind: 'property', keys: [LOB] },
    ],
  },
  'open row': { expandedIds: new Set(['b']), diagnostics: FULL },
  'open row without details': { expandedIds: new Set(['b']) },
  'open row with a problem': { expandedIds: new Set(['b']), diagnostics: new Map([['b', { code: 'timeout' }]]) },
  busy: { busyIds: new Set(['a']) },
  empty: { records: [] },
  'nothing matches': { search: { field: 'customerNumber', text: 'x' } },
  loading: { records: [], loading: true },
  'loading with rows': { loading: true },
  'loading a long list': { loading: true, progress: { records: 12_400, share: 0.25 } },
  'loading a long first list': { records: [], loading: true, progress: { records: 12_400 } },
  problem: { records: [], problem: { code: 'offline' } },
  'problem with old rows': { problem: { code: 'bad-response', since: NOW, detail: 'Bad Gateway' } },
  partial: { total: 2314 },
  readonly: { readonly: true },
  'plain table': { interaction: 'table', expandedIds: new Set(['b']), diagnostics: FULL },
};

describe('callback-table: accessibility', () => {
  for (const [name, properties] of Object.entries(STATES)) {
    for (const scheme of ['light', 'dark']) {
      it(`has nothing that axe objects to: ${name}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        document.documentElement.style.background = 'Canvas';
        const table = await openTable(properties);
        await expect(table).to.be.accessible();
      });
    }
  }

  after(() => {
    document.documentElement.removeAttribute('style');
  });

  it('has the roles of a grid on native markup', async () => {
    const table = await openTable();
    expect(one(table, 'table').getAttribute('role')).to.equal('grid');
    expect(one(table, 'table').getAttribute('aria-multiselectable')).to.equal('true');
    expect(one(table, `#${one(table, 'table').getAttribute('aria-labelledby')!}`).localName).to.equal('h2');
    expect([...row(table, 'a').cells].map((cell) => cell.getAttribute('role'))).to.deep.equal([
      'gridcell',
      'gridcell',
      'gridcell',
      'rowheader',
      'gridcell',
      'gridcell',
    ]);
  });
});

describe('callback-table: states', () => {
  it('is an honest empty table before anything is set', async () => {
    const table = await openTable({ records: [] });
    expect(text(one(table, 'h2'))).to.equal('0 Callback(s) Found');
    expect(text(one(table, '[part=empty]'))).to.equal('No callbacks found.');
  });

  it('does not count what is not there yet', async () => {
    const table = await openTable({ records: [], loading: true });
    expect(text(one(table, 'h2'))).to.equal('Loading callbacks');
    expect(one(table, 'table').getAttribute('aria-busy')).to.equal('true');
    expect(all(table, '[part=loading]')).to.have.length(1);
  });

  it('hides the waiting rows for the first moment', async () => {
    const table = await openTable({ records: [], loading: true });
    const { animationDelay, animationFillMode } = getComputedStyle(one(table, '[part=loading]'));
    expect([animationDelay, animationFillMode]).to.deep.equal(['0.2s', 'both']);
  });

  it('says how far it is with a long list, after half a second, and nothing moves for it', async () => {
    const table = await openTable({ loading: true });
    const { height } = table.getBoundingClientRect();
    table.progress = { records: 12_400, share: 0.25 };
    await table.updateComplete;
    const bar = one<HTMLProgressElement>(table, '[part=progress] progress');
    const { animationDelay, animationFillMode } = getComputedStyle(one(table, '[part=progress]'));
    expect(text(one(table, `#${bar.getAttribute('aria-labelledby')!}`))).to.equal('Loading callbacks: 12,400 so far');
    expect([bar.value, bar.max]).to.deep.equal([0.25, 1]);
    expect([animationDelay, animationFillMode]).to.deep.equal(['0.5s', 'both']);
    expect(table.getBoundingClientRect().height).to.equal(height);
  });

  it('claims no share of a list whose length nobody knows, and no progress once it is there', async () => {
    const table = await openTable({ loading: true, progress: { records: 7 } });
    expect(one<HTMLProgressElement>(table, 'progress').position).to.equal(-1);
    table.loading = false;
    await table.updateComplete;
    expect(all(table, 'progress')).to.have.length(0);
  });

  it('keeps its rows while newer ones are on their way', async () => {
    const table = await openTable({ loading: true });
    expect(shownIds(table)).to.have.length(5);
    expect(all(table, '[part=loading]')).to.have.length(0);
  });

  it('says what went wrong and how to go on, instead of counting nothing', async () => {
    const table = await openTable({ records: [], problem: { code: 'timeout' } });
    const events = recordEvents(table);
    expect(text(one(table, 'h2'))).to.equal('Callbacks');
    expect(text(one(table, '[role=alert]'))).to.contain('The server did not answer in time.');
    named(table, 'Try again').click();
    expect(events).to.deep.equal([['callback-refresh-request', {}]]);
  });

  it('keeps old rows under a problem and says how old they are', async () => {
    const table = await openTable({ problem: { code: 'offline', since: NOW } });
    expect(shownIds(table)).to.have.length(5);
    expect(text(one(table, '[role=alert]'))).to.contain('The rows below are as of 3/9/2026 14:30:00.');
  });

  it('says that the server has more', async () => {
    const table = await openTable({ total: 2314 });
    expect(text(one(table, '.partial'))).to.equal('5 of 2,314 shown');
    expect(one(table, 'table').getAttribute('aria-rowcount')).to.equal('2315');
  });

  it('offers no action when it is readonly, and finds and selects as before', async () => {
    const table = await openTable({ readonly: true });
    expect(all(table, '.row-action')).to.have.length(0);
    row(table, 'a').querySelector('input')!.click();
    expect([...table.selectedIds]).to.deep.equal(['a']);
  });

  it('says of a busy callback that something is being done, and offers nothing', async () => {
    const table = await openTable({ busyIds: new Set(['a']) });
    expect(row(table, 'a').querySelector('.row-action')).to.equal(null);
    expect(text(row(table, 'a').cells[5]!)).to.equal('Working');
  });

  it('asks to edit by the pencil', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    row(table, 'd').querySelector<HTMLElement>('.row-action')!.click();
    expect(events).to.deep.equal([['callback-edit-request', { stage: 'open', id: 'd' }]]);
  });

  it('has rows of 28, 36 or 44 pixels', async () => {
    const table = await openTable({ records: [makeRecord()] });
    const heights: number[] = [];
    for (const density of ['compact', 'normal', 'roomy'] as const) {
      table.density = density;
      await table.updateComplete;
      heights.push(Number.parseFloat(getComputedStyle(one(table, '.row')).minBlockSize));
    }
    expect(heights).to.deep.equal([28, 36, 44]);
  });

  it('scrolls nothing sideways, however narrow it is', async () => {
    const table = await openTable({ expandedIds: new Set(['b']), diagnostics: FULL, selectedIds: new Set(['a']) });
    for (const width of ['320px', '400px', '620px', '900px']) {
      table.style.width = width;
      await new Promise(requestAnimationFrame);
      expect(one(table, '.frame').scrollWidth, width).to.be.at.most(table.clientWidth);
    }
  });
});

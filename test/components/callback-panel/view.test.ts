import { expect, fixture, html } from '@open-wc/testing';
import type {
  CallbackPanelElement,
  CallbackViewChangeEvent,
  PanelView,
} from '../../../src/components/callback-panel/define.js';
import { DEFAULT_VIEW, readView } from '../../../src/components/callback-panel/callback-panel.view.js';
import { presetRange } from '../../../src/domain/time-range.js';
import { button, fill, input, listen, press, select } from '../../support/find.js';
import { NOW } from '../../support/records.js';
import { answerList, openListed, openPanel, partWords, settle, table } from './open-panel.js';

const BERLIN = 'Europe/Berlin';
const KEY = 'test-view';

async function choose(panel: CallbackPanelElement, name: string): Promise<void> {
  const list = select(panel, 'Date range');
  list.value = name;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(panel);
}

describe('callback-panel range', () => {
  it('asks for the exact bounds of the preset by the clock of the server', async () => {
    const { server } = await openPanel();
    expect(server.question.range).to.deep.equal(presetRange('today', NOW, BERLIN));
  });

  it('is chosen by a person: asks anew and fires the whole view', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackViewChangeEvent>(panel, 'callback-view-change');
    await choose(panel, 'next-7-days');
    expect(events.map(({ detail }) => detail.view)).to.deep.equal([panel.view]);
    expect(panel.view.range).to.deep.equal({ preset: 'next-7-days' });
    expect(server.question.range.end).to.equal(presetRange('next-7-days', NOW, BERLIN).end);
    expect(table(panel)?.loading).to.equal(true);
  });

  it('is set by the page: asks anew and fires nothing', async () => {
    const { panel, server } = await openListed();
    const events = listen(panel, 'callback-view-change');
    panel.range = 'last-7-days';
    await settle(panel);
    expect(select(panel, 'Date range').value).to.equal('last-7-days');
    expect(server.lists.calls).to.have.lengthOf(2);
    expect(events).to.have.lengthOf(0);
  });

  it('is an attribute of the page', async () => {
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel range="next-30-days"></callback-panel>`);
    expect(panel.view.range).to.deep.equal({ preset: 'next-30-days' });
  });

  it('of an unknown name says what is listed in its place', async () => {
    const { panel, server } = await openPanel({ range: 'next-weekk' });
    const list = select(panel, 'Date range');
    expect(list.selectedOptions[0]?.text).to.equal('Unknown range');
    expect(partWords(panel, 'notes')).to.equal('There is no range named “next-weekk”, so today is listed.');
    expect(server.question.range).to.deep.equal(presetRange('today', NOW, BERLIN));
    await choose(panel, 'today');
    expect(select(panel, 'Date range').selectedOptions[0]?.text).to.equal('Today');
    expect(panel.range).to.equal('today');
    expect(partWords(panel, 'notes')).to.equal('');
  });

  it('of a name that becomes known later is that one', async () => {
    const { panel } = await openPanel({ range: 'fortnight' });
    panel.configuration = {
      savedRanges: [{ id: 'fortnight', name: 'Next fortnight', startOffset: 0, endOffset: 13 }],
    };
    await settle(panel);
    expect(select(panel, 'Date range').selectedOptions[0]?.text).to.equal('Next fortnight');
  });

  it('of a saved name counts its days from today', async () => {
    const savedRanges = [{ id: 'fortnight', name: 'Next fortnight', startOffset: 0, endOffset: 13 }];
    const { panel, server } = await openListed({ configuration: { savedRanges } });
    await choose(panel, 'fortnight');
    expect(panel.view.range).to.deep.equal({ saved: 'fortnight' });
    expect(server.question.range.end).to.equal(Date.UTC(2026, 2, 22, 23) - 1);
  });
});

describe('callback-panel view and attributes', () => {
  const view: Partial<PanelView> = { range: { preset: 'next-7-days' }, page: 2 };
  const orders: Readonly<Record<string, readonly ((panel: CallbackPanelElement) => void)[]>> = {
    'view first': [(panel) => (panel.view = view as PanelView), (panel) => panel.setAttribute('range', 'last-7-days')],
    'range first': [(panel) => panel.setAttribute('range', 'last-7-days'), (panel) => (panel.view = view as PanelView)],
  };
  for (const [name, steps] of Object.entries(orders)) {
    it(`come to the same before the first update, ${name}`, async () => {
      const panel = document.createElement('callback-panel');
      panel.setAttribute('page-size', '10');
      for (const step of steps) step(panel);
      document.body.append(panel);
      await panel.updateComplete;
      expect(panel.view).to.deep.equal({ ...DEFAULT_VIEW, ...view, pageSize: 10 });
      panel.remove();
    });
  }

  it('leave the range of the attribute to a view that has none', async () => {
    const { panel } = await openPanel({ range: 'last-7-days' });
    panel.view = { search: { field: 'customerNumber', text: '55' } };
    expect(panel.range).to.equal('last-7-days');
  });

  it('follow the attribute that is set later', async () => {
    const { panel } = await openPanel({ view: view as PanelView });
    panel.setAttribute('range', 'last-7-days');
    expect(panel.view.range).to.deep.equal({ preset: 'last-7-days' });
  });
});

describe('callback-panel custom range', () => {
  it('begins with the days of the preset and waits for Submit', async () => {
    const { panel, server } = await openListed({ range: 'next-7-days' });
    await choose(panel, 'custom');
    expect([input(panel, 'Start date').value, input(panel, 'End date').value]).to.deep.equal([
      '2026-03-09',
      '2026-03-16',
    ]);
    expect(panel.view.range).to.deep.equal({ preset: 'next-7-days' });
    expect(server.lists.calls).to.have.lengthOf(1);
  });

  it('is asked for when it is submitted', async () => {
    const { panel, server } = await openListed();
    const events = listen(panel, 'callback-view-change');
    await choose(panel, 'custom');
    await fill(panel, 'End date', '2026-03-11');
    await press(panel, 'Submit');
    await settle(panel);
    expect(panel.view.range).to.deep.equal({ from: '2026-03-09', to: '2026-03-11' });
    expect(server.question.range).to.deep.equal({
      start: Date.UTC(2026, 2, 8, 23),
      end: Date.UTC(2026, 2, 11, 23) - 1,
    });
    expect(select(panel, 'Date range').value).to.equal('custom');
    expect(events).to.have.lengthOf(1);
  });

  for (const [end, problem] of [
    ['2026-03-08', 'Start date is not before the end date!'],
    ['2026-04-30', 'Maximum range is one month!'],
    ['', 'Give a date, for example 2026-03-09.'],
  ] as const) {
    it(`refuses an end on "${end}" beside the fields`, async () => {
      const { panel, server } = await openListed();
      await choose(panel, 'custom');
      await fill(panel, 'End date', end);
      await press(panel, 'Submit');
      expect(panel.shadowRoot?.querySelector('#range-problem')?.textContent.trim()).to.equal(problem);
      expect(input(panel, 'End date').getAttribute('aria-invalid')).to.equal('true');
      expect(server.lists.calls).to.have.lengthOf(1);
    });
  }

  it('takes one day as a range', async () => {
    const { panel } = await openListed();
    await choose(panel, 'custom');
    await press(panel, 'Submit');
    expect(panel.view.range).to.deep.equal({ from: '2026-03-09', to: '2026-03-09' });
  });

  it('closes, and forgets its problem, when another preset is chosen', async () => {
    const { panel } = await openListed();
    await choose(panel, 'custom');
    await fill(panel, 'End date', '2026-03-08');
    await press(panel, 'Submit');
    await choose(panel, 'last-7-days');
    expect(panel.shadowRoot?.querySelector('[part="custom-range"]')).to.equal(null);
    await choose(panel, 'custom');
    expect(panel.shadowRoot?.querySelector('#range-problem')?.textContent.trim()).to.equal('');
  });
});

describe('callback-panel view', () => {
  it('comes back as it was set', async () => {
    const { panel } = await openPanel();
    const view: PanelView = {
      range: { from: '2026-03-01', to: '2026-03-02' },
      options: { states: ['QUEUED'], services: ['callback-sales'], maximumPerService: 10, serviceIdColumn: true },
      search: { field: 'serviceName', text: 'sales' },
      sort: [{ field: 'desiredTime', direction: 'descending' }],
      page: 2,
      pageSize: 50,
    };
    panel.view = view;
    expect(JSON.parse(JSON.stringify(panel.view))).to.deep.equal(view);
    await settle(panel);
    expect(table(panel)).to.deep.include({ search: view.search, sort: view.sort, pageSize: 50 });
  });

  it('asks the server nothing when only the look at the rows changes', async () => {
    const { panel, server } = await openListed();
    panel.view = { ...panel.view, search: { field: 'customerNumber', text: '55' } };
    await settle(panel);
    expect(server.lists.calls).to.have.lengthOf(1);
    expect(table(panel)?.matchingCount).to.equal(1);
  });

  it('follows the search of a person', async () => {
    const { panel } = await openListed();
    const events = listen<CallbackViewChangeEvent>(panel, 'callback-view-change');
    const box = table(panel)?.shadowRoot?.querySelector<HTMLInputElement>('input[type="search"]');
    if (!box) throw new Error('The table has no search box.');
    box.value = '5510';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settle(panel);
    expect(panel.view.search).to.deep.equal({ field: 'customerNumber', text: '5510' });
    expect(events.at(-1)?.detail.view.search.text).to.equal('5510');
  });

  it('keeps range, options and page size in the browser, and not what was searched', async () => {
    localStorage.removeItem(KEY);
    const first = await openListed({ storageKey: KEY });
    await choose(first.panel, 'next-7-days');
    const panel = await fixture<CallbackPanelElement>(
      html`<callback-panel storage-key=${KEY} range="today"></callback-panel>`,
    );
    expect(panel.view.range).to.deep.equal({ preset: 'next-7-days' });
    expect(localStorage.getItem(KEY)).not.to.contain('search');
    localStorage.removeItem(KEY);
  });

  it('says so when what the browser kept cannot be read', async () => {
    localStorage.setItem(KEY, '{"version":1,');
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel storage-key=${KEY}></callback-panel>`);
    expect(panel.shadowRoot?.querySelector('[part="notes"]')?.textContent).to.contain('could not be read');
    expect(panel.view).to.deep.equal(DEFAULT_VIEW);
    localStorage.removeItem(KEY);
  });
});

describe('readView', () => {
  const nonsense: readonly unknown[] = [
    undefined,
    null,
    'today',
    {},
    { range: { preset: 'yesterday' }, options: 7, search: 'x', sort: {}, page: 0, pageSize: -1 },
    { range: { from: '2026-3-1', to: 'x' }, options: { states: ['HUNGRY'], maximumPerService: 1e9 }, page: 1.5 },
    { sort: [{ field: 'state', direction: 'sideways' }], search: { field: 1, text: 2 } },
  ];
  for (const value of nonsense) {
    it(`takes ${JSON.stringify(value)} for an untouched page`, () => {
      expect(readView(value)).to.deep.equal(DEFAULT_VIEW);
    });
  }
});

describe('callback-panel loads again', () => {
  it('by Refresh, and a page can prevent it', async () => {
    const { panel, server } = await openListed();
    await press(panel, 'Refresh');
    await settle(panel);
    expect(server.lists.calls).to.have.lengthOf(2);
    await answerList(panel, server);
    panel.addEventListener('callback-refresh-request', (event) => event.preventDefault(), { once: true });
    await press(panel, 'Refresh');
    await settle(panel);
    expect(server.lists.calls).to.have.lengthOf(2);
    expect(button(panel, 'Refresh').getAttribute('aria-disabled')).to.equal(null);
  });
});

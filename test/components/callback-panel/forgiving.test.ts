import { expect, fixture, html } from '@open-wc/testing';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { DEFAULT_VIEW } from '../../../src/components/callback-panel/callback-panel.view.js';
import { ownZone } from '../../../src/internal/zone.js';
import { press, select } from '../../support/find.js';
import { openListed, partWords, settle, table } from './open-panel.js';

const CHANGED = {
  timeZone: 'Europe/Berlin',
  configuration: { role: 'CallbackReadOnly' },
  refreshInterval: 30,
  storageKey: 'forgiving',
  readonly: true,
  density: 'compact',
  interaction: 'table',
  pageSize: 10,
  range: 'next-7-days',
  baseUrl: '/genesys',
} as const;

const DEFAULTS = {
  timeZone: ownZone(),
  configuration: {},
  refreshInterval: 0,
  storageKey: undefined,
  readonly: false,
  density: 'normal',
  interaction: 'grid',
  pageSize: 250,
  range: 'today',
  baseUrl: undefined,
} as const;

const NOTHING = [undefined, null] as const;

describe('callback-panel forgives', () => {
  for (const nothing of NOTHING) {
    it(`${String(nothing)} for any property: it means the default`, async () => {
      const { panel } = await openListed();
      for (const [name, value] of Object.entries(CHANGED)) {
        Object.assign(panel, { [name]: value });
        await settle(panel);
        Object.assign(panel, { [name]: nothing });
        await settle(panel);
        expect(panel[name as keyof typeof DEFAULTS], name).to.deep.equal(DEFAULTS[name as keyof typeof DEFAULTS]);
      }
      expect(table(panel)?.records).to.have.lengthOf(3);
    });

    it(`${String(nothing)} for the view: it is that of an untouched page`, async () => {
      const { panel } = await openListed();
      panel.view = { ...panel.view, pageSize: 10, range: { preset: 'next-7-days' } };
      panel.view = nothing;
      expect(panel.view).to.deep.equal(DEFAULT_VIEW);
      await settle(panel);
    });

    it(`${String(nothing)} for the transport: the page is idle`, async () => {
      const { panel } = await openListed();
      Object.assign(panel, { transport: nothing });
      await settle(panel);
      expect(partWords(panel, 'idle')).not.to.equal('');
    });

    it(`${String(nothing)} for a member of the configuration`, async () => {
      const members = ['features', 'columnAliases', 'lookupKeys', 'role', 'permittedServices', 'knownProperties'];
      const configuration = Object.fromEntries([...members, 'savedRanges'].map((member) => [member, nothing]));
      const { panel } = await openListed({ configuration });
      expect(table(panel)?.records).to.have.lengthOf(3);
    });
  }

  it('attributes that are taken away', async () => {
    const panel = await fixture<CallbackPanelElement>(
      html`<callback-panel
        time-zone="Europe/Berlin"
        range="next-7-days"
        page-size="10"
        refresh-interval="5"
        density="compact"
      ></callback-panel>`,
    );
    for (const name of ['time-zone', 'range', 'page-size', 'refresh-interval', 'density']) panel.removeAttribute(name);
    await panel.updateComplete;
    expect(panel).to.include({
      timeZone: ownZone(),
      range: 'today',
      pageSize: 250,
      refreshInterval: 0,
      density: 'normal',
    });
  });

  it('an empty storage-key: nothing is kept', async () => {
    const { panel } = await openListed({ storageKey: '' });
    const list = select(panel, 'Date range');
    list.value = 'next-7-days';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(panel);
    expect(localStorage.getItem('')).to.equal(null);
  });

  it('an empty base-url: no server is connected, and nobody is warned', async () => {
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel base-url=""></callback-panel>`);
    expect(partWords(panel, 'idle')).not.to.equal('');
    await press(panel, 'Refresh');
  });
});

describe('callback-panel: the seconds of Undo as an attribute', () => {
  for (const [text, seconds] of [
    ['3', 3],
    ['0', 0],
    ['', 8],
    ['soon', 8],
  ] as const) {
    it(`"${text}" is ${seconds}`, async () => {
      const { panel } = await openListed();
      panel.setAttribute('undo-delay', text);
      expect(panel.undoDelay).to.equal(seconds);
      panel.removeAttribute('undo-delay');
      expect(panel.undoDelay).to.equal(8);
    });
  }
});

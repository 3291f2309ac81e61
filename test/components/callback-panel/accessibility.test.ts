import { expect, fixture, html } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { button, fill, focused, hasButton, press, select } from '../../support/find.js';
import { answerList, openListed, openPanel, RECORDS, settle } from './open-panel.js';
import { submitEdit } from './person.js';

async function failed(): Promise<CallbackPanelElement> {
  const { panel, server } = await openListed();
  void panel.refresh();
  await settle(panel);
  server.lists.call(1).reject(new CallbackError('unavailable', 'Failed to list callbacks: 503. Ask again.'));
  await settle(panel);
  return panel;
}

async function customRange(): Promise<CallbackPanelElement> {
  const { panel } = await openListed();
  select(panel, 'Date range').value = 'custom';
  select(panel, 'Date range').dispatchEvent(new Event('change'));
  await settle(panel);
  await fill(panel, 'End date', '2026-03-01');
  await press(panel, 'Submit');
  return panel;
}

async function noted(): Promise<CallbackPanelElement> {
  const { panel, server } = await openPanel();
  await answerList(panel, server, RECORDS, { unreadable: [{ issues: ['no id'] }] });
  return panel;
}

async function troubled(): Promise<CallbackPanelElement> {
  const { panel, server } = await openListed();
  void panel.editCallback('elsewhere');
  server.gets.call(0).reject(new CallbackError('not-found', 'Failed to read a callback: there is none. Refresh.'));
  await settle(panel);
  expect(hasButton(panel, 'Close')).to.equal(true);
  return panel;
}

async function pending(): Promise<CallbackPanelElement> {
  const { panel } = await openListed({ undoDelay: 3600 });
  await submitEdit(panel, 'scheduled', 'Cancel Callback');
  await settle(panel);
  expect(hasButton(panel, 'Undo')).to.equal(true);
  return panel;
}

async function narrow(): Promise<CallbackPanelElement> {
  const { panel } = await openListed();
  const place = document.createElement('div');
  place.style.inlineSize = '380px';
  panel.replaceWith(place);
  place.append(panel);
  await eventually(() => hasButton(panel, 'More actions'));
  await settle(panel);
  return panel;
}

async function openMenu(): Promise<CallbackPanelElement> {
  const panel = await narrow();
  await press(panel, 'More actions');
  return panel;
}

const idle = (): Promise<CallbackPanelElement> =>
  fixture<CallbackPanelElement>(html`<callback-panel></callback-panel>`);

for (const scheme of ['light', 'dark']) {
  describe(`callback-panel: accessible, ${scheme}`, () => {
    before(() => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = 'Canvas';
    });
    after(() => document.documentElement.removeAttribute('style'));

    const states: Readonly<Record<string, () => Promise<CallbackPanelElement>>> = {
      idle,
      loading: async () => (await openPanel()).panel,
      rows: async () => (await openListed()).panel,
      'for reading': async () => (await openListed({ readonly: true })).panel,
      'old rows after a failure': failed,
      'a custom range that is none': customRange,
      'a note': noted,
      'a failure to be dismissed': troubled,
      'a change that waits': pending,
      'an unknown range': async () => (await openListed({ range: 'next-weekk' })).panel,
      narrow,
      'the menu of a narrow page': openMenu,
    };
    for (const [name, open] of Object.entries(states)) {
      it(name, async () => {
        await expect(await open()).to.be.accessible();
      });
    }
  });
}

describe('callback-panel keyboard', () => {
  it('goes through the page in reading order, one stop for each control', async () => {
    const { panel } = await openListed();
    select(panel, 'Date range').focus();
    const names: string[] = [focused(panel)];
    for (let step = 0; step < 5; step += 1) {
      await sendKeys({ press: 'Tab' });
      names.push(focused(panel));
    }
    expect(names).to.deep.equal([
      'Date range',
      'Refresh',
      'Create Callback',
      'Advanced Options',
      'Cancel Callbacks',
      'Download Reports',
    ]);
  });

  it('says why a button is off when it has the focus, and does nothing on Enter', async () => {
    const { panel } = await openListed();
    button(panel, 'Cancel Callbacks').focus();
    await sendKeys({ press: 'Enter' });
    await settle(panel);
    expect(panel.shadowRoot?.querySelector('callback-cancel-dialog')?.open).to.equal(false);
  });

  it('submits a custom range with Enter', async () => {
    const panel = await customRange();
    await fill(panel, 'End date', '2026-03-10');
    panel.shadowRoot?.querySelector<HTMLElement>('#to')?.focus();
    await sendKeys({ press: 'Enter' });
    await settle(panel);
    expect(panel.view.range).to.deep.equal({ from: '2026-03-09', to: '2026-03-10' });
  });

  it('closes the menu with Escape and gives the focus back', async () => {
    const panel = await openMenu();
    button(panel, 'Advanced Options').focus();
    await sendKeys({ press: 'Escape' });
    await settle(panel);
    expect(button(panel, 'More actions').getAttribute('aria-expanded')).to.equal('false');
    expect(focused(panel)).to.equal('More actions');
  });

  it('folds the menu when an action is taken, and a dialog gives the focus back to its button', async () => {
    const panel = await openMenu();
    await press(panel, 'Advanced Options');
    await settle(panel);
    expect(button(panel, 'More actions').getAttribute('aria-expanded')).to.equal('false');
    expect(panel.shadowRoot?.querySelector('advanced-options')?.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await eventually(() => focused(panel) === 'More actions');
  });

  it('folds the menu when something else is pressed, and not when an action is off', async () => {
    const panel = await openMenu();
    await press(panel, 'Cancel Callbacks');
    expect(button(panel, 'More actions').getAttribute('aria-expanded')).to.equal('true');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await settle(panel);
    expect(button(panel, 'More actions').getAttribute('aria-expanded')).to.equal('false');
  });

  it('gives the focus back to the button that opened a dialog', async () => {
    const { panel } = await openListed();
    button(panel, 'Create Callback').focus();
    await sendKeys({ press: 'Enter' });
    await settle(panel);
    await eventually(() => panel.shadowRoot?.querySelector('callback-editor')?.open === true);
    await sendKeys({ press: 'Escape' });
    await settle(panel);
    await eventually(() => focused(panel) === 'Create Callback');
  });
});

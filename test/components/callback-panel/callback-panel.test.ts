import { expect, fixture, html } from '@open-wc/testing';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { makeRecord, NOW } from '../../support/records.js';
import { button, description, hasButton, select, words } from '../../support/find.js';
import {
  answerList,
  COMPLETED,
  HandServer,
  openListed,
  openPanel,
  part,
  partWords,
  QUEUED,
  RECORDS,
  settle,
  table,
} from './open-panel.js';

const off = (panel: CallbackPanelElement, name: string): string | undefined => {
  const found = button(panel, name);
  return found.getAttribute('aria-disabled') === 'true' ? description(panel, found) : undefined;
};

describe('callback-panel renders', () => {
  it('an idle page with one sentence while no server is connected', async () => {
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel></callback-panel>`);
    expect(partWords(panel, 'idle')).to.equal('No server is connected yet, so there is nothing to show.');
    expect(table(panel)).to.equal(undefined);
    expect(off(panel, 'Create Callback')).to.equal('No server is connected.');
    expect(off(panel, 'Refresh')).to.equal('No server is connected.');
  });

  it('the ranges in the order of the old page, with saved ones at the bottom', async () => {
    const configuration = { savedRanges: [{ id: 'fortnight', name: 'Next fortnight', startOffset: 0, endOffset: 13 }] };
    const { panel } = await openPanel({ configuration });
    const options = [...select(panel, 'Date range').options].map(({ text }) => text);
    expect(options).to.deep.equal([
      'Last 24 Hours',
      'Last 7 Days',
      'Last 30 Days',
      'Today',
      'Next 24 Hours',
      'Next 7 Days',
      'Next 30 Days',
      'Custom Date Range',
      'Next fortnight',
    ]);
    expect(select(panel, 'Date range').value).to.equal('today');
  });

  it('the bounds of the range with the name of the zone', async () => {
    const { panel } = await openPanel();
    expect(words(panel.shadowRoot?.querySelector('.bounds'))).to.equal('Mar 9, 00:00 – Mar 9, 23:59, Europe/Berlin');
  });

  it('the five actions by the names of the old page', async () => {
    const { panel } = await openListed();
    for (const name of ['Create Callback', 'Advanced Options', 'Refresh', 'Cancel Callbacks', 'Download Reports']) {
      expect(hasButton(panel, name), name).to.equal(true);
    }
  });

  it('the records of the list in its table', async () => {
    const { panel } = await openListed();
    expect(table(panel)?.records).to.deep.equal(RECORDS);
    expect(partWords(panel, 'freshness')).to.equal('updated just now');
  });

  it('one column for one alias, and Custom Fields for several', async () => {
    const aliases = { _LOB: 'Line Of Business', _service_type: 'Service Type' };
    const one = await openPanel({ configuration: { columnAliases: { _LOB: 'Line Of Business' } } });
    expect(table(one.panel)?.columns.at(-1)).to.deep.include({ kind: 'property', title: 'Line Of Business' });
    const several = await openPanel({}, new HandServer({ columnAliases: aliases }));
    expect(table(several.panel)?.columns.at(-1)).to.deep.include({ kind: 'custom-fields' });
    const switchedOff = await openPanel({
      configuration: { columnAliases: aliases, features: { additionalColumns: false } },
    });
    expect(table(switchedOff.panel)?.columns).to.have.lengthOf(4);
  });

  it('Service ID as the first column when it is wished for', async () => {
    const { panel } = await openPanel();
    panel.view = { ...panel.view, options: { ...panel.view.options, serviceIdColumn: true } };
    await settle(panel);
    expect(table(panel)?.columns[0]?.kind).to.equal('service-id');
  });

  it('callbacks of permitted services and virtual groups only', async () => {
    const { panel, server } = await openListed({ configuration: { permittedServices: ['care'] } });
    expect(server.question.services).to.deep.equal(['callback-support']);
    expect(table(panel)?.records).to.deep.equal([QUEUED]);
    expect(part(panel, 'callback-editor').services.map(({ name }) => name)).to.deep.equal(['callback-support']);
  });
});

describe('callback-panel, when the server tells what the person may see,', () => {
  const permissions = { roles: ['Supervisor'], services: ['care'] };

  it('lists and offers that only', async () => {
    const { panel, server } = await openListed({}, new HandServer({ permissions }));
    expect(server.question.services).to.deep.equal(['callback-support']);
    expect(table(panel)?.records).to.deep.equal([QUEUED]);
    expect(part(panel, 'callback-editor').services.map(({ name }) => name)).to.deep.equal(['callback-support']);
  });

  it('takes an empty list for everything, and the word of the host page before it', async () => {
    const all = await openListed({}, new HandServer({ permissions: { ...permissions, services: [] } }));
    expect(table(all.panel)?.records).to.have.lengthOf(3);
    const configuration = { permittedServices: ['sales'] };
    const { server } = await openListed({ configuration }, new HandServer({ permissions }));
    expect(server.question.services).to.deep.equal(['callback-sales']);
  });
});

describe('callback-panel tells', () => {
  it('how many records could not be read', async () => {
    const { panel, server } = await openPanel();
    await answerList(panel, server, RECORDS, { unreadable: [{ issues: ['no id'] }] });
    expect(partWords(panel, 'notes')).to.contain('1 record could not be read and is not shown.');
  });

  it('that a service has reached its maximum', async () => {
    const { panel, server } = await openPanel();
    panel.view = { ...panel.view, options: { ...panel.view.options, maximumPerService: 2 } };
    await settle(panel);
    await answerList(panel, server);
    expect(partWords(panel, 'notes')).to.contain('callback-sales has reached the maximum of 2 callbacks per service');
  });

  it('that a failed load left the old rows, and of when they are by the clock of the server', async () => {
    const { panel, server } = await openListed();
    void panel.refresh();
    await settle(panel);
    server.lists
      .call(1)
      .reject(new CallbackError('bad-response', 'Failed to list callbacks: HTML. Check the address.'));
    await settle(panel);
    expect(table(panel)?.records).to.deep.equal(RECORDS);
    expect(table(panel)?.problem).to.include({ code: 'bad-response', since: NOW });
    expect(partWords(panel, 'freshness')).to.equal('stale since 10:00');
  });

  it('that the server did not describe itself, and lists all the same', async () => {
    const server = new HandServer();
    Object.assign(server, {
      describe: () => Promise.reject(new CallbackError('server-error', 'Failed to describe: 500. Ask again.')),
    });
    const { panel } = await openListed({}, server);
    expect(partWords(panel, 'notes')).to.contain('The server did not say what it allows');
    expect(table(panel)?.records).to.have.lengthOf(3);
  });

  it('what Advanced Options leave out', async () => {
    const { panel } = await openPanel();
    panel.view = { ...panel.view, options: { ...panel.view.options, states: ['QUEUED'] } };
    await settle(panel);
    expect(words(panel.shadowRoot?.querySelector('.bounds'))).to.contain('only QUEUED');
  });
});

describe('callback-panel switches off', () => {
  it('cancelling while nothing is selected', async () => {
    const { panel } = await openListed();
    expect(off(panel, 'Cancel Callbacks')).to.equal('Select callbacks in the table first.');
    expect(off(panel, 'Create Callback')).to.equal(undefined);
  });

  it('every change on a page for reading', async () => {
    const { panel } = await openListed({ readonly: true });
    expect(off(panel, 'Create Callback')).to.equal('This page shows callbacks and changes none.');
    expect(off(panel, 'Cancel Callbacks')).to.equal('This page shows callbacks and changes none.');
    expect(table(panel)?.readonly).to.equal(true);
    panel.createCallback();
    panel.cancelCallbacks(['scheduled']);
    await panel.editCallback('scheduled');
    await settle(panel);
    expect(part(panel, 'callback-editor').open || part(panel, 'callback-cancel-dialog').open).to.equal(false);
  });

  it('every change for a role that may only read', async () => {
    const { panel } = await openListed({ configuration: { role: 'CallbackReadOnly' } });
    expect(off(panel, 'Create Callback')).to.match(/^Your role may see callbacks/);
  });

  it('what the transport does not offer, and what the server says it does not', async () => {
    const list = () => Promise.resolve({ records: RECORDS, services: [], unreadable: [], serverTime: NOW });
    const bare = await openPanel({ transport: { list } });
    expect(off(bare.panel, 'Create Callback')).to.equal('The connected server does not offer this.');
    expect(table(bare.panel)?.readonly).to.equal(true);
    const { panel } = await openListed({}, new HandServer({ unavailable: { create: 'Creating is closed tonight.' } }));
    expect(off(panel, 'Create Callback')).to.equal('Creating is closed tonight.');
  });

  it('cancelling several, and reports altogether, where the bulk feature is off', async () => {
    const { panel } = await openListed({ configuration: { features: { bulkCancelAndExport: false } } });
    expect(off(panel, 'Cancel Callbacks')).to.match(/switched off on this server/);
    expect(hasButton(panel, 'Download Reports')).to.equal(false);
  });
});

describe('callback-panel opens', () => {
  it('the editor for a listed callback, and the form for a completed one', async () => {
    const { panel } = await openListed();
    await panel.editCallback('scheduled');
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, mode: 'edit' });
    await panel.editCallback(COMPLETED.id);
    await settle(panel);
    expect(part(panel, 'callback-editor')).to.include({ open: true, mode: 'reschedule-completed' });
  });

  it('the editor for a callback that is not listed, once it was read', async () => {
    const { panel, server } = await openListed();
    const opening = panel.editCallback('elsewhere');
    server.gets.call(0).resolve(makeRecord({ id: 'elsewhere' }));
    await opening;
    await settle(panel);
    expect(part(panel, 'callback-editor').record?.id).to.equal('elsewhere');
  });

  it('nothing for a callback that is gone, and says so', async () => {
    const { panel, server } = await openListed();
    const opening = panel.editCallback('gone');
    server.gets.call(0).reject(new CallbackError('not-found', 'Failed to read a callback: there is none. Refresh.'));
    await opening;
    await settle(panel);
    expect(partWords(panel, 'notes')).to.equal('This callback no longer exists. Refresh the list.');
    expect(part(panel, 'callback-editor').open).to.equal(false);
  });
});

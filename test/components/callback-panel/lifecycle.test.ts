import { expect, fixture, html } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import type { CallbackFailureEvent, CallbackLoadedEvent } from '../../../src/components/callback-panel/define.js';
import { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { presetRange } from '../../../src/domain/time-range.js';
import { turn } from '../../controllers/support.js';
import { takeConsole } from '../../support/console.js';
import { listen } from '../../support/find.js';
import { NOW } from '../../support/records.js';
import { answerList, HandServer, openListed, openPanel, partWords, RECORDS, settle, table } from './open-panel.js';

describe('callback-panel asks', () => {
  it('what the server is, and then for the list', async () => {
    const server = new HandServer();
    let describe: (value: Awaited<ReturnType<HandServer['describe']>>) => void = () => undefined;
    const description = await server.describe();
    Object.assign(server, { describe: () => new Promise((resolve) => (describe = resolve)) });
    const { panel } = await openPanel({}, server);
    expect(server.lists.calls).to.have.lengthOf(0);
    describe(description);
    await settle(panel);
    expect(server.lists.calls).to.have.lengthOf(1);
  });

  it('once, in whatever order its properties are set', async () => {
    const server = new HandServer();
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel></callback-panel>`);
    panel.range = 'next-7-days';
    panel.transport = server;
    panel.timeZone = 'Europe/Berlin';
    panel.configuration = { permittedServices: ['sales'] };
    await settle(panel);
    await settle(panel);
    expect(server.lists.calls).to.have.lengthOf(1);
    expect(server.question.services).to.deep.equal(['callback-sales']);
  });

  it('another server when the transport is another, and drops what the old one still says', async () => {
    const { panel, server } = await openListed();
    void panel.refresh();
    await settle(panel);
    const other = new HandServer();
    panel.transport = other;
    await settle(panel);
    expect(table(panel)?.records).to.have.lengthOf(0);
    server.lists.call(1).resolve({ records: RECORDS, services: [], unreadable: [] });
    await settle(panel);
    expect(table(panel)?.records).to.have.lengthOf(0);
    await answerList(panel, other, RECORDS.slice(0, 1));
    expect(table(panel)?.records).to.have.lengthOf(1);
  });

  it('the newest question only: an older answer that comes late changes nothing', async () => {
    const { panel, server } = await openPanel();
    panel.range = 'next-7-days';
    await settle(panel);
    expect(server.lists.call(0).signal?.aborted).to.equal(true);
    await answerList(panel, server, RECORDS.slice(0, 1));
    server.lists.call(0).resolve({ records: RECORDS, services: [], unreadable: [] });
    await settle(panel);
    expect(table(panel)?.records).to.have.lengthOf(1);
  });

  it('again when the first list tells that the server lives at another time', async () => {
    const server = new HandServer();
    Object.assign(server, { describe: undefined });
    const { panel } = await openPanel({}, server);
    await answerList(panel, server);
    expect(server.lists.calls).to.have.lengthOf(2);
    expect(server.question.range).to.deep.equal(presetRange('today', NOW, 'Europe/Berlin'));
    await answerList(panel, server);
    expect(server.lists.calls).to.have.lengthOf(2);
  });

  it('again by itself after the interval', async () => {
    const { panel, server } = await openListed({ refreshInterval: 0.02 });
    await eventually(() => server.lists.calls.length > 1);
    await answerList(panel, server);
    await eventually(() => server.lists.calls.length > 2);
    panel.refreshInterval = 0;
  });
});

describe('callback-panel fires', () => {
  it('callback-loaded for every list', async () => {
    const { panel, server } = await openPanel();
    const events = listen<CallbackLoadedEvent>(panel, 'callback-loaded');
    await answerList(panel, server);
    expect(events.map(({ detail, composed }) => [detail, composed])).to.deep.equal([[{ count: 3 }, true]]);
  });

  it('callback-failure when the list cannot be loaded', async () => {
    const { panel, server } = await openPanel();
    const events = listen<CallbackFailureEvent>(panel, 'callback-failure');
    server.lists.call(0).reject(new CallbackError('offline', 'Failed to list callbacks: no connection. Check it.'));
    await settle(panel);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ code: 'offline', action: 'list' }]);
  });
});

describe('callback-panel lives', () => {
  it('with properties that were set before it was defined', async () => {
    const early: unknown = document.createElement('early-panel');
    const panel = early as CallbackPanelElement;
    const server = new HandServer();
    Object.assign(panel, { transport: server, range: 'next-7-days', configuration: { role: 'CallbackReadOnly' } });
    document.body.append(panel);
    CallbackPanelElement.define('early-panel');
    await settle(panel);
    await settle(panel);
    expect(panel.view.range).to.deep.equal({ preset: 'next-7-days' });
    expect(server.lists.calls).to.have.lengthOf(1);
    panel.remove();
  });

  it('on when it is moved: nothing is asked anew and nothing aborted', async () => {
    const { panel, server } = await openPanel();
    const place = document.createElement('div');
    document.body.append(place);
    place.append(panel);
    await turn();
    expect(server.lists.calls).to.have.lengthOf(1);
    expect(server.lists.call(0).signal?.aborted).to.equal(false);
    await answerList(panel, server);
    expect(table(panel)?.records).to.have.lengthOf(3);
    place.remove();
  });

  it('off when it is removed while loading, and asks again when it comes back', async () => {
    const { panel, server } = await openPanel();
    const place = panel.parentElement;
    panel.remove();
    await turn();
    expect(server.lists.call(0).signal?.aborted).to.equal(true);
    place?.append(panel);
    await settle(panel);
    await answerList(panel, server);
    expect(table(panel)?.records).to.have.lengthOf(3);
  });

  it('idle with a base-url that is none, and tells the developer once', async () => {
    const panel = await fixture<CallbackPanelElement>(
      html`<callback-panel base-url="ftp://example.invalid"></callback-panel>`,
    );
    expect(partWords(panel, 'idle')).not.to.equal('');
    expect(takeConsole().join()).to.contain('Failed to');
  });

  it('in the zone of the browser when it is given none that exists', async () => {
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel time-zone="GMT+2"></callback-panel>`);
    expect(panel.shadowRoot?.querySelector('.bounds')?.textContent).to.contain('Asia/');
    expect(takeConsole().join()).to.contain('this browser does not know it');
  });
});

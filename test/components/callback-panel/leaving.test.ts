import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import { press } from '../../support/find.js';
import { answerList, HandServer, openListed, part, partWords, QUEUED, SCHEDULED, settle, table } from './open-panel.js';
import { submitEdit } from './person.js';
import { cancelledOne, lines, LONG, sent } from './waiting.js';

describe('callback-panel that goes', () => {
  it('from a page that lives on sends at once, and once', async () => {
    const { panel, server } = await cancelledOne();
    panel.remove();
    await eventually(() => server.cancels.calls.length > 0);
    expect(sent(server)).to.deep.equal(['scheduled']);
  });

  it('to another server sends at once, to the old one', async () => {
    const { panel, server } = await cancelledOne();
    const other = new HandServer();
    panel.transport = other;
    await panel.updateComplete;
    await eventually(() => server.cancels.calls.length > 0);
    expect([sent(server), sent(other)]).to.deep.equal([['scheduled'], []]);
  });

  it('to another server before the change waits sends at once, to the old one, where nobody can undo it', async () => {
    const { panel, server } = await openListed({ undoDelay: LONG });
    await panel.editCallback('scheduled');
    await settle(panel);
    await press(part(panel, 'callback-editor'), 'Cancel Callback');
    server.listed = [];
    await press(part(panel, 'callback-editor'), 'Continue');
    await settle(panel);
    const other = new HandServer();
    panel.transport = other;
    await settle(panel);
    for (const call of [0, 1]) {
      server.gets.call(call).resolve(SCHEDULED);
      await settle(panel);
      expect(lines(panel)).to.deep.equal([]);
    }
    expect([sent(server), sent(other)]).to.deep.equal([['scheduled'], []]);
    expect(table(panel)?.busyIds.size).to.equal(0);
  });

  it('from its page and comes back tells that it was done, and nothing else', async () => {
    const { panel, server } = await cancelledOne();
    const place = panel.parentNode;
    panel.remove();
    await eventually(() => server.cancels.calls.length > 0);
    server.cancels.call(0).resolve(undefined);
    await settle(panel);
    place?.append(panel);
    await settle(panel);
    await answerList(panel, server, [{ ...SCHEDULED, state: 'COMPLETED', reason: 'CANCELLED' }, QUEUED]);
    expect(partWords(panel, 'status')).to.equal('Callback cancelled.');
  });

  it('from its page while the list is loaded for what was done, and comes back, does not miss it there', async () => {
    const { panel, server } = await openListed();
    await submitEdit(panel, 'scheduled', 'Cancel Callback');
    server.cancels.call(0).resolve(undefined);
    await settle(panel);
    expect(table(panel)?.loading).to.equal(true);
    const place = panel.parentNode;
    panel.remove();
    await settle(panel);
    place?.append(panel);
    await settle(panel);
    await answerList(panel, server, [{ ...SCHEDULED, state: 'COMPLETED', reason: 'CANCELLED' }, QUEUED]);
    expect(partWords(panel, 'status')).to.equal('Callback cancelled.');
  });

  it('with its page, after the browser has asked, sends nothing', async () => {
    const { panel, server } = await cancelledOne();
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(false);
    window.dispatchEvent(new Event('pagehide'));
    await settle(panel);
    expect(sent(server)).to.deep.equal([]);
    expect(table(panel)?.busyIds.size).to.equal(0);
    expect(partWords(panel, 'status')).to.equal('Undone: nothing was sent.');
  });
});

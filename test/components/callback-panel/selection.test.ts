import { expect } from '@open-wc/testing';
import type { CallbackCancelRequestEvent } from '../../../src/internal/request-events.js';
import { button, listen, press } from '../../support/find.js';
import { answerList, HandServer, openListed, QUEUED, RECORDS, settle, table } from './open-panel.js';
import { selectRows } from './person.js';

describe('callback-panel selection', () => {
  it('forgets a callback that left the list, also when it comes back', async () => {
    const { panel, server } = await openListed();
    await selectRows(panel, 'scheduled');
    void panel.refresh();
    await settle(panel);
    await answerList(panel, server, [QUEUED]);
    void panel.refresh();
    await settle(panel);
    await answerList(panel, server, RECORDS);
    expect(table(panel)?.selectedIds.size).to.equal(0);
    expect(button(panel, 'Cancel Callbacks').getAttribute('aria-disabled')).to.equal('true');
  });

  it('wishes to cancel only what the table shows as selected', async () => {
    const { panel, server } = await openListed();
    const events = listen<CallbackCancelRequestEvent>(panel, 'callback-cancel-request');
    await selectRows(panel, 'scheduled', 'queued');
    void panel.refresh();
    await settle(panel);
    await answerList(panel, server, [QUEUED]);
    void panel.refresh();
    await settle(panel);
    await answerList(panel, server, RECORDS);
    await press(panel, 'Cancel Callbacks');
    expect(events[0]?.detail.ids).to.deep.equal(['queued']);
    expect([...(table(panel)?.selectedIds ?? [])]).to.deep.equal(['queued']);
  });

  it('stays over a refresh that changes nothing of it', async () => {
    const { panel, server } = await openListed();
    await selectRows(panel, 'scheduled');
    void panel.refresh();
    await settle(panel);
    await answerList(panel, server, [...RECORDS]);
    expect([...(table(panel)?.selectedIds ?? [])]).to.deep.equal(['scheduled']);
  });

  it('is empty at another server', async () => {
    const { panel } = await openListed();
    await selectRows(panel, 'scheduled');
    const other = new HandServer();
    panel.transport = other;
    await settle(panel);
    await answerList(panel, other, RECORDS);
    expect(table(panel)?.selectedIds.size).to.equal(0);
  });
});

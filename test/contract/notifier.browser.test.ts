import { assert, waitUntil } from '@open-wc/testing';
import { startMock } from '../../mock-server/browser.js';

describe('a mock in a page', () => {
  it('notifies whoever its services name', async () => {
    const mock = await startMock({
      scenario: 'empty',
      rate: 0,
      storage: null,
      serviceWorkerUrl: '/mockServiceWorker.js',
    });
    try {
      mock.engine.setService('S', {
        _service: 'callback',
        _enable_status_notification: 'notify',
        _status_notification_type: 'httpcb',
        // The mock itself is there to listen: it answers, and its log tells both ends.
        _status_notification_target: `${location.origin}/genesys/1/service/hello`,
        _disallow_impossible_phone_numbers: 'false',
      });
      const body = JSON.stringify({ _customer_number: '5115' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      assert.equal((await fetch('/genesys/1/service/callback/S', init)).status, 200);
      const told = (): readonly string[] =>
        mock.engine.log().flatMap((entry) => (entry.type === 'notification' ? [entry.outcome] : []));
      await waitUntil(() => told().length === 4);
      assert.deepEqual(told(), ['delivered', 'delivered', 'delivered', 'delivered']);
      const heard = mock.engine.log().filter((entry) => entry.type === 'request' && entry.path.endsWith('/hello'));
      assert.lengthOf(heard, 4);
    } finally {
      await mock.stop();
    }
  });
});

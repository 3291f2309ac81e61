import { assert } from '@open-wc/testing';
import { startMock } from '../../mock-server/browser.js';
import { playScript, SCRIPT_HASH } from './hash-script.js';

describe('the same seed and the same commands', () => {
  it('give the hash that Node gives', async () => {
    const mock = await startMock({ scenario: 'empty', storage: null, serviceWorkerUrl: '/mockServiceWorker.js' });
    try {
      assert.strictEqual(await playScript((path, init) => fetch(path, init)), SCRIPT_HASH);
    } finally {
      await mock.stop();
    }
  });
});

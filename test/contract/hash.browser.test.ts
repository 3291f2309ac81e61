import { assert } from '@open-wc/testing';
import { startMock } from '../../mock-server/browser.js';
import { playScript, SCRIPT_HASH } from './hash-script.js';
import { playScenarios, SCENARIO_HASHES } from './scenario-hashes.js';

describe('the same seed and the same commands', () => {
  it('give the hash that Node gives', async () => {
    const mock = await startMock({ scenario: 'empty', storage: null, serviceWorkerUrl: '/mockServiceWorker.js' });
    try {
      assert.strictEqual(await playScript((path, init) => fetch(path, init)), SCRIPT_HASH);
    } finally {
      await mock.stop();
    }
  });

  it('let every scenario live as in Node', async () => {
    const mock = await startMock({ scenario: 'empty', storage: null, serviceWorkerUrl: '/mockServiceWorker.js' });
    try {
      assert.deepEqual(await playScenarios((path, init) => fetch(path, init)), SCENARIO_HASHES);
    } finally {
      await mock.stop();
    }
  }).timeout(30_000);
});

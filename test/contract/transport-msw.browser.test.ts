import { assert } from '@open-wc/testing';
import { startMock } from '../../mock-server/browser.js';
import type { MockHandle } from '../../mock-server/browser.js';
import { transportContract, whySkipped } from '../../src/transport/contract.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';
import { contractControl } from './transport-bed.js';

describe('transport contract: GMS transport through the service worker', () => {
  const transport = new GmsTransport({ baseUrl: '/genesys' });
  let mock: MockHandle;

  before(async () => {
    mock = await startMock({ serviceWorkerUrl: '/mockServiceWorker.js', scenario: 'empty', storage: null });
  });
  after(() => mock.stop());

  for (const contractCase of transportContract) {
    it(contractCase.name, async () => {
      const control = contractControl(mock.engine);
      assert.strictEqual(whySkipped(contractCase, transport, control), undefined);
      await contractCase.run({ transport, control, assert });
    });
  }
});

import { assert } from '@open-wc/testing';
import { startMock } from '../../mock-server/browser.js';
import type { MockHandle } from '../../mock-server/browser.js';
import { takeConsole } from '../support/console.js';
import { WireBed } from './wire-bed.js';
import { wireCases } from './wire-cases.js';
import { controlBy } from './wire-control.js';

describe('the wire through the service worker', () => {
  let mock: MockHandle;

  before(async () => {
    mock = await startMock({ scenario: 'empty', rate: 0, storage: null, serviceWorkerUrl: '/mockServiceWorker.js' });
  });

  after(() => mock.stop());

  const send = (path: string, init?: RequestInit): Promise<Response> => fetch(path, init);

  for (const { name, run, isLoud = false } of wireCases) {
    it(name, async () => {
      await run(await WireBed.prepare({ fetch: send, control: controlBy(send), assert }));
      if (isLoud) assert.include(takeConsole().join(), 'Nothing answers');
    });
  }
});

import { assert } from '@open-wc/testing';
import { startMock } from '../../mock-server/browser.js';
import type { MockHandle, StartMockOptions } from '../../mock-server/browser.js';
import { indexedDbStorage, memoryStorage } from '../../mock-server/ports/storage.js';
import { isCallbackError } from '../../src/domain/errors.js';
import { takeConsole } from '../support/console.js';

const handles: MockHandle[] = [];

const STANDARD: StartMockOptions = {
  scenario: 'empty',
  rate: 0,
  storage: null,
  serviceWorkerUrl: '/mockServiceWorker.js',
};

async function start(options: StartMockOptions = {}): Promise<MockHandle> {
  const handle = await startMock({ ...STANDARD, ...options });
  handles.push(handle);
  return handle;
}

async function isAnswered(): Promise<boolean> {
  return (await fetch('/genesys/1/admin/callback/queues')).ok;
}

/** What browsers do to a worker that was idle: it forgets whose requests it answers. */
async function loseInterception(): Promise<void> {
  navigator.serviceWorker.controller?.postMessage('CLIENT_CLOSED');
  while (await isAnswered());
}

describe('a mock in a page', () => {
  afterEach(async () => {
    for (const handle of handles.splice(0)) await handle.stop();
  });

  it('answers the requests of the page until it is stopped', async () => {
    const handle = await start();
    assert.isTrue(await isAnswered());
    await handle.stop();
    assert.isFalse(await isAnswered());
  });

  it('is one, however often it is started', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    assert.strictEqual(first.engine, second.engine);
    await first.stop();
    await first.stop();
    assert.isTrue(await isAnswered(), 'the second still uses it');
    await second.stop();
    assert.isFalse(await isAnswered());
  });

  it('refuses a second start that wants another one, in words', async () => {
    await start();
    try {
      await startMock({ seed: 7 });
      assert.fail('It was not refused.');
    } catch (error) {
      assert.isTrue(isCallbackError(error) && error.code === 'misuse');
      assert.include(String(error), 'another seed');
    }
  });

  it('is the same for a second start that names what the first left to its default', async () => {
    const { scenario: _scenario, rate: _rate, ...open } = STANDARD;
    const first = await startMock(open);
    handles.push(first);
    const second = await startMock({ ...open, seed: 42, scenario: 'contact-centre', rate: 1, basePath: '/genesys' });
    handles.push(second);
    assert.strictEqual(second.engine, first.engine);
    let refusal: unknown;
    await startMock({ rate: 2 }).catch((error: unknown) => (refusal = error));
    assert.include(String(refusal), 'another rate');
  });

  it('may be started otherwise after it was stopped', async () => {
    await (await start()).stop();
    const { engine } = await start({ seed: 7 });
    assert.strictEqual(engine.state().seed, 7);
    assert.isTrue(await isAnswered());
  });

  it('complains aloud about requests that nothing answers', async () => {
    await start();
    assert.strictEqual((await fetch('/genesys/1/nothing')).status, 404);
    assert.include(takeConsole().join(), 'Nothing answers GET /genesys/1/nothing');
  });

  it('notices when requests no longer reach it, and takes hold of them again', async () => {
    const heard: string[] = [];
    const mock = await start({ onInterceptionChange: (state) => heard.push(state) });
    await loseInterception();
    assert.isTrue(await mock.checkInterception());
    assert.deepEqual(heard, ['lost', 'restored']);
    assert.isTrue(await isAnswered());
    assert.include(takeConsole().join(), 'no longer reach it');
  });

  it('looks by itself when the page comes back into view', async () => {
    const restored = new Promise<void>((resolve) => {
      void start({ onInterceptionChange: (state) => state === 'restored' && resolve() }).then(async () => {
        await loseInterception();
        document.dispatchEvent(new Event('visibilitychange'));
      });
    });
    await restored;
    assert.isTrue(await isAnswered());
    takeConsole();
  });
});

describe('a mock that is kept', () => {
  for (const [name, storage] of [
    ['in memory', memoryStorage()],
    ['in the database of the browser', indexedDbStorage({ database: 'mock-page-test' })],
  ] as const) {
    it(`goes on after a reload, until it is reset: ${name}`, async () => {
      const first = await start({ storage });
      first.reset();
      first.engine.setService('S', { _service: 'callback' });
      const { hash } = first.engine.state();
      await first.stop();

      const second = await start({ storage });
      assert.strictEqual(second.engine.state().hash, hash);
      const fresh = second.reset().hash;
      assert.notStrictEqual(fresh, hash);
      await second.stop();

      const third = await start({ storage });
      assert.strictEqual(third.engine.state().hash, fresh);
      await third.stop();
    });
  }

  it('starts afresh when it is started otherwise', async () => {
    const storage = memoryStorage();
    const first = await start({ storage });
    first.engine.setService('S', { _service: 'callback' });
    await first.stop();
    const { engine } = await start({ storage, seed: 7 });
    assert.deepEqual([...engine.current.settings.services.keys()], []);
    await handles.at(-1)?.stop();
  });
});

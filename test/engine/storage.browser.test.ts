import { expect } from '@open-wc/testing';
import { apply, createState, hashOf, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import { indexedDbStorage } from '../../mock-server/ports/storage.js';
import type { StoragePort } from '../../mock-server/ports/storage.js';

describe('the storage in the browser', () => {
  let storage: StoragePort;

  beforeEach(async () => {
    storage = indexedDbStorage({ database: 'callback-elements-storage-test' });
    await storage.clear();
  });

  it('has nothing at first and nothing after it was cleared', async () => {
    expect(await storage.load()).to.equal(undefined);
    await storage.save({ a: 1 });
    await storage.clear();
    expect(await storage.load()).to.equal(undefined);
  });

  it('keeps a snapshot that goes on as the state did', async () => {
    const generated = apply(createState({ seed: 1, now: 0 }), { type: 'set-service', name: 'S', options: {} });
    if (!generated.ok) throw new Error('The engine refused a service.');
    const full = apply(generated.state, { type: 'generate', count: 500 });
    if (!full.ok) throw new Error('The engine refused to generate.');
    await storage.save(snapshotOf(full.state));
    const restored = restoreSnapshot(await indexedDbStorage({ database: 'callback-elements-storage-test' }).load());
    expect(restored === undefined ? '' : hashOf(restored)).to.equal(hashOf(full.state));
  });

  it('keeps values of different places apart', async () => {
    const other = indexedDbStorage({ database: 'callback-elements-storage-test', key: 'other' });
    await storage.save(1);
    await other.save(2);
    expect(await storage.load()).to.equal(1);
    await other.clear();
    expect(await storage.load()).to.equal(1);
  });
});

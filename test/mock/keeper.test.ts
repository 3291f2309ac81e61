import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { memoryStorage } from '../../mock-server/ports/storage.js';
import { Keeper } from '../../mock-server/shell/keeper.js';

const NOW = Date.UTC(2026, 2, 2, 9);

const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function bed() {
  const storage = memoryStorage();
  const wall = createSimulatedClock(NOW);
  const failures: unknown[] = [];
  const open = (options: { readonly key?: string; readonly rate?: number } = {}) => {
    const engine = new MockEngine({ scenario: 'empty', clock: wall, rate: options.rate ?? 1 });
    const onFailure = (error: unknown): void => void failures.push(error);
    return { engine, keeper: new Keeper(engine, { storage, key: options.key ?? 'k', wall, onFailure }) };
  };
  return { storage, wall, failures, open };
}

describe('a mock that is kept', () => {
  it('is saved a little after a change and restored at the next start', async () => {
    const { open, storage } = bed();
    const first = open();
    first.keeper.start();
    first.engine.setService('S', { _service: 'callback' });
    expect(await storage.load()).toBeUndefined();
    await vi.runAllTimersAsync();
    const second = open();
    expect(await second.keeper.restore()).toBe(true);
    expect(second.engine.state().hash).toBe(first.engine.state().hash);
  });

  it('is saved once for many changes', async () => {
    const { open, storage } = bed();
    const save = vi.spyOn(storage, 'save');
    const { engine, keeper } = open();
    keeper.start();
    for (let turn = 0; turn < 10; turn += 1) engine.setOrs({ reachable: turn % 2 === 0 });
    await vi.runAllTimersAsync();
    expect(save).toHaveBeenCalledOnce();
  });

  it('is forgotten by a reset', async () => {
    const { open, storage } = bed();
    const { engine, keeper } = open();
    keeper.start();
    engine.setOrs({ reachable: false });
    await keeper.flush();
    engine.reset();
    await vi.runAllTimersAsync();
    expect(await storage.load()).toBeUndefined();
  });

  it.each(['snapshot', 'scenario'] as const)('is saved when a %s takes its place', async (kind) => {
    const { open } = bed();
    const source = open().engine;
    source.setOrs({ reachable: false });
    const { engine, keeper } = open();
    keeper.start();
    if (kind === 'snapshot') engine.openSnapshot(source.snapshot());
    else engine.openScenario(source.saveScenario());
    await vi.runAllTimersAsync();
    const later = open();
    expect(await later.keeper.restore()).toBe(true);
    expect(later.engine.state()).toEqual(source.state());
  });

  it('lives through the time in which no page was open, at real speed', async () => {
    const { open, wall } = bed();
    await open().keeper.flush();
    wall.advance(2 * HOUR);
    const { engine, keeper } = open();
    await keeper.restore();
    expect(engine.now).toBe(wall.now());
  });

  it('sleeps meanwhile when its clock runs faster', async () => {
    const { open, wall } = bed();
    const first = open({ rate: 60 });
    await first.keeper.flush();
    const { now } = first.engine;
    wall.advance(2 * HOUR);
    const { engine, keeper } = open({ rate: 60 });
    await keeper.restore();
    expect(engine.now).toBe(now);
  });

  it.each([
    ['another start', { key: 'other' }, 0],
    ['a day later', {}, 25 * HOUR],
    ['a wall clock that was set back', {}, -HOUR],
  ])('starts afresh after %s', async (_, options, passed) => {
    const { open, wall } = bed();
    const first = open();
    first.engine.setOrs({ reachable: false });
    await first.keeper.flush();
    wall.advance(passed);
    const { engine, keeper } = open(options);
    expect(await keeper.restore()).toBe(false);
    expect(engine.current.settings.orsReachable).toBe(true);
  });

  it('goes on without a storage that fails, and says so', async () => {
    const { failures, open, storage } = bed();
    vi.spyOn(storage, 'save').mockRejectedValue(new Error('The disk is full.'));
    vi.spyOn(storage, 'load').mockRejectedValue(new Error('The disk is gone.'));
    const { keeper } = open();
    expect(await keeper.restore()).toBe(false);
    await keeper.stop();
    expect(failures.map(String)).toEqual(['Error: The disk is gone.', 'Error: The disk is full.']);
  });

  it('starts afresh from what is no snapshot', async () => {
    const { open, storage, wall } = bed();
    await storage.save({ key: 'k', savedAt: wall.now(), snapshot: { version: 99 } });
    expect(await open().keeper.restore()).toBe(false);
    await storage.save('text');
    expect(await open().keeper.restore()).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { findById, nextDueAt } from '../../mock-server/engine/engine.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { MockChange } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { isCallbackError } from '../../src/domain/errors.js';

const NOW = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

/** A mock with one service and as many callbacks as are asked for, each due five minutes after the one before. */
function bed({ callbacks = 0, rate = 0 }: { readonly callbacks?: number; readonly rate?: number } = {}) {
  const wall = createSimulatedClock(NOW);
  const engine = new MockEngine({ scenario: 'empty', clock: wall, rate });
  engine.setService('S', { _service: 'callback', _disallow_impossible_phone_numbers: 'false' });
  engine.setAgents({ loggedIn: 1, handleSeconds: 60, answerRate: 1 });
  const ids = Array.from({ length: callbacks }, (_, index) => create(engine, NOW + (index + 1) * 5 * MINUTE));
  return { wall, engine, ids };
}

function create(engine: MockEngine, desiredTime: number): string {
  const result = engine.execute({
    type: 'create',
    serviceName: 'S',
    customerNumber: '5115',
    desiredTime,
    properties: {},
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}

function stateOf(engine: MockEngine, id: string | undefined): string | undefined {
  return findById(engine.current, id ?? '')?.state;
}

function misuseOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isCallbackError(error) && error.code === 'misuse') return error.message;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('pause and play', () => {
  it('go on at the rate before the pause', () => {
    const { engine, wall } = bed({ rate: 60 });
    expect(engine.clock({ pause: true }).rate).toBe(0);
    wall.advance(MINUTE);
    expect(engine.now).toBe(NOW);
    expect(engine.clock({ play: true }).rate).toBe(60);
    wall.advance(MINUTE);
    expect(engine.now).toBe(NOW + 60 * MINUTE);
  });

  it('remember a rate through a second pause, a rate of 0, and a snapshot', () => {
    const { engine } = bed({ rate: 600 });
    engine.clock({ pause: true });
    engine.clock({ pause: true });
    engine.clock({ rate: 0 });
    const other = bed().engine;
    other.openSnapshot(JSON.parse(JSON.stringify(engine.snapshot())));
    expect(other.clock({ play: true }).rate).toBe(600);
  });

  it('play at real speed what was stopped from the beginning', () => {
    const { engine } = bed({ rate: 0 });
    expect(engine.clock({ play: true }).rate).toBe(1);
  });
});

describe('a step', () => {
  it('goes to the next instant at which something happens, and tells what', () => {
    const { engine, ids } = bed({ callbacks: 2 });
    const { now, events } = engine.clock({ step: 1 });
    expect(now).toBe(new Date(engine.now).toISOString());
    expect(events).not.toHaveLength(0);
    for (const event of events ?? []) expect(event).toMatchObject({ type: 'event', at: now, id: ids[0] });
    expect(stateOf(engine, ids[0])).toBe('QUEUED');
    expect(stateOf(engine, ids[1])).toBe('SCHEDULED');
  });

  it('leaves nothing out: as many steps as it takes end where one jump ends', () => {
    const stepped = bed({ callbacks: 3 }).engine;
    const jumped = bed({ callbacks: 3 }).engine;
    while ((stepped.clock({ step: 1 }).events ?? []).length > 0) continue;
    jumped.clock({ now: stepped.now });
    expect(jumped.state()).toEqual(stepped.state());
    expect(stepped.current.records.size).toBe(0);
  });

  it('may be several at once', () => {
    const one = bed({ callbacks: 3 }).engine;
    const many = bed({ callbacks: 3 }).engine;
    const heard = [1, 2, 3, 4].flatMap(() => one.clock({ step: 1 }).events ?? []);
    const { events } = many.clock({ step: 4 });
    expect(events?.map(({ seq: _seq, ...event }) => event)).toEqual(heard.map(({ seq: _seq, ...event }) => event));
    expect(many.now).toBe(one.now);
  });

  it('stays where it is when nothing will ever happen', () => {
    const { engine } = bed();
    expect(nextDueAt(engine.current)).toBeUndefined();
    expect(engine.clock({ step: 5 })).toEqual({ now: new Date(NOW).toISOString(), rate: 0, events: [] });
  });

  it.each([0, -1, 1.5, Number.NaN, 10_001])('cannot be %d', (step) => {
    const { engine } = bed({ callbacks: 1 });
    expect(misuseOf(() => engine.clock({ step }))).toContain('a whole number from 1 to 10000');
    expect(engine.now).toBe(NOW);
  });

  it('is asked of the engine without wearing it out', () => {
    const { engine } = bed({ callbacks: 1 });
    const state = engine.current;
    expect(nextDueAt(state)).toBe(nextDueAt(state));
  });
});

describe('flying at 10,000 times real speed', () => {
  it('lets everything happen at its own instant', () => {
    const { engine, wall } = bed({ callbacks: 3, rate: 10_000 });
    const slow = bed({ callbacks: 3 }).engine;
    wall.advance(1000);
    const flown = engine.log().filter(({ type }) => type === 'event');
    slow.clock({ now: engine.now });
    const walked = slow.log().filter(({ type }) => type === 'event');
    expect(engine.now).toBe(NOW + 10_000_000);
    expect(flown).toEqual(walked);
    expect(engine.state().hash).toBe(slow.state().hash);
  });
});

describe('a fork', () => {
  it('goes on by itself, with the same chance', () => {
    const { engine } = bed({ callbacks: 2 });
    const other = engine.fork();
    expect(other.state()).toEqual(engine.state());
    const kept = engine.state();
    const made = create(other, NOW + MINUTE);
    other.clock({ advance: 3600 });
    expect(engine.state()).toEqual(kept);
    expect(create(engine, NOW + MINUTE)).toBe(made);
    engine.clock({ advance: 3600 });
    expect(engine.state()).toEqual(other.state());
  });

  it('has the same past, pace and faults, and starts over from the same beginning', () => {
    const { engine } = bed({ callbacks: 1, rate: 60 });
    engine.setFaults([{ id: 'slow', kind: 'latency', milliseconds: 5 }]);
    engine.clock({ pause: true });
    const other = engine.fork();
    expect(other.saveScenario()).toEqual(engine.saveScenario());
    expect(other.faults.list()).toEqual(engine.faults.list());
    engine.setOrs({ reachable: false });
    expect(other.saveScenario().commands.at(-1)).not.toMatchObject({ type: 'set-ors' });
    expect(other.clock({ play: true }).rate).toBe(60);
    expect(other.reset()).toEqual(engine.reset());
  });

  it('has no listeners, and an empty log', () => {
    const { engine } = bed({ callbacks: 1 });
    const heard: MockChange[] = [];
    engine.subscribe((change) => heard.push(change));
    const other = engine.fork();
    expect(other.log()).toEqual([]);
    other.clock({ advance: 3600 });
    expect(heard).toEqual([]);
  });
});

describe('snapshots by name', () => {
  it('bring back a moment as often as it is wanted, also after a reset', () => {
    const { engine, ids } = bed({ callbacks: 1, rate: 60 });
    engine.setFaults([{ id: 'gone', kind: 'drop' }]);
    const before = engine.state();
    expect(engine.saveSnapshot('before')).toEqual({
      name: 'before',
      now: before.now,
      seed: 42,
      scenario: 'empty',
      records: 1,
    });
    for (let turn = 0; turn < 2; turn += 1) {
      engine.clock({ advance: 3600 });
      engine.reset({ seed: 9 });
      expect(engine.restoreNamed('before')).toEqual(before);
      expect(stateOf(engine, ids[0])).toBe('SCHEDULED');
      expect(engine.faults.list()).toMatchObject([{ id: 'gone', kind: 'drop' }]);
    }
  });

  it('are listed, replaced and removed', () => {
    const { engine } = bed();
    engine.saveSnapshot('a');
    engine.saveSnapshot('b');
    engine.clock({ advance: 60 });
    engine.saveSnapshot('a');
    expect(engine.namedSnapshots().map(({ name, now }) => `${name} ${now}`)).toEqual([
      'b 2026-03-02T09:00:00.000Z',
      'a 2026-03-02T09:01:00.000Z',
    ]);
    engine.forgetSnapshot('b');
    expect(engine.namedSnapshots().map(({ name }) => name)).toEqual(['a']);
  });

  it('must exist, and need a name', () => {
    const { engine } = bed({ callbacks: 1 });
    const before = engine.state();
    expect(misuseOf(() => engine.restoreNamed('none'))).toContain('GET /mock/snapshots');
    expect(misuseOf(() => engine.forgetSnapshot('none'))).toContain('there is none with the name "none"');
    expect(misuseOf(() => engine.saveSnapshot(' '))).toContain('1 to 200 characters');
    expect(engine.state()).toEqual(before);
  });

  it('are not kept without end', () => {
    const { engine } = bed();
    for (let index = 0; index < 100; index += 1) engine.saveSnapshot(String(index));
    expect(misuseOf(() => engine.saveSnapshot('one more'))).toContain('Remove one of them');
    engine.saveSnapshot('7');
    expect(engine.namedSnapshots()).toHaveLength(100);
  });
});

describe('a snapshot as a file', () => {
  it('holds clock, seed, scenario and faults', () => {
    const { engine } = bed({ rate: 60 });
    engine.setFaults([{ id: 'half', kind: 'drop', probability: 0.5 }]);
    for (let request = 0; request < 5; request += 1) engine.faults.strike('GET', '/genesys/1/x');
    const other = new MockEngine({ scenario: 'empty', seed: 1, clock: createSimulatedClock(0) });
    const snapshot = engine.snapshot();
    expect(snapshot).toMatchObject({ seed: 42, scenario: 'empty', rate: 60, now: '2026-03-02T09:00:00.000Z' });
    expect(other.openSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(engine.state());
    expect(other.faults.list()).toEqual(engine.faults.list());
    const strikes = (mock: MockEngine): number[] =>
      Array.from({ length: 50 }, () => mock.faults.strike('GET', '/genesys/1/x').length);
    expect(strikes(other)).toEqual(strikes(engine));
  });

  it('of version 1 is brought up to date', () => {
    const { engine } = bed({ callbacks: 1 });
    const { seed, scenario, rate, state } = engine.snapshot();
    const other = bed().engine;
    expect(other.restore({ version: 1, seed, scenario, rate, state })).toBe(true);
    expect(other.state()).toEqual(engine.state());
  });

  it.each([
    [undefined, 'it is no snapshot of a mock'],
    ['text', 'it is no snapshot of a mock'],
    [[], 'it is no snapshot of a mock'],
    [{ format: 'callback-engine', version: 2, state: {} }, 'snapshot.format is not one of callback-mock'],
    [{ version: 3, madeBy: 'callback-elements 9.0.0' }, 'made by callback-elements 9.0.0'],
    [{ version: 1 }, 'snapshot.seed is missing'],
    [{ version: 1, seed: 42, scenario: 'empty', rate: 1, state: {} }, 'its state is damaged'],
    [{ version: 1, seed: 42, scenario: 'empty', rate: 1, state: {} }, 'snapshot.state.format is missing'],
  ])('%j is refused with words, and nothing changes', (snapshot, words) => {
    const { engine } = bed({ callbacks: 1 });
    const before = [engine.state(), engine.saveScenario()];
    expect(misuseOf(() => engine.openSnapshot(snapshot))).toContain(words);
    expect(engine.restore(snapshot)).toBe(false);
    expect([engine.state(), engine.saveScenario()]).toEqual(before);
  });

  it.each([
    { seed: 43 },
    { rate: -1 },
    { rate: 1e9 },
    { playRate: 0 },
    { scenario: 7 },
    { faults: { list: [{ id: 'x', kind: 'unheard of' }] } },
    { faults: { list: [], position: { random: [], counts: [] } } },
    { stranger: true },
  ])('damaged by %j is refused', (damage) => {
    const { engine } = bed({ callbacks: 1 });
    const before = engine.state();
    expect(misuseOf(() => engine.openSnapshot({ ...engine.snapshot(), ...damage }))).toMatch(/^Failed to /);
    expect(engine.state()).toEqual(before);
  });

  it('is told to subscribers, and kept for the next reload', () => {
    const { engine } = bed();
    const heard: MockChange['type'][] = [];
    engine.subscribe(({ type }) => heard.push(type));
    engine.restore(engine.snapshot());
    expect(heard).toEqual(['restored']);
  });
});

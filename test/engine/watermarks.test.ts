import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Census, isInQueue } from '../../mock-server/engine/admission/census.js';
import { Draft } from '../../mock-server/engine/draft.js';
import { apply, hashOf, restoreSnapshot, snapshotOf, watermarks } from '../../mock-server/engine/engine.js';
import type { EngineCommand, EngineState } from '../../mock-server/engine/engine.js';
import { generate } from '../../mock-server/engine/life/generate.js';
import { loadScenario, SCENARIO_NAMES } from '../../mock-server/scenarios/index.js';
import { Bench, HOUR, MINUTE, NOW, SECOND } from './bench.js';
import { anyScript } from './commands.js';

/** The bench begins seven seconds after a full minute, so counters catch up three seconds later. */
const TO_TICK = 3 * SECOND;

const shown = (bench: Bench): number => watermarks(bench.state).total;

const cancel = (id: string) => ({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false }) as const;

describe('the counter of a service', () => {
  it('follows what was queued at the next tick, and what left the queue at the one after', () => {
    const bench = new Bench();
    const id = bench.create();
    expect(shown(bench)).toBe(0);
    bench.advance(TO_TICK - 1);
    expect(shown(bench)).toBe(0);
    bench.advance(1);
    expect(shown(bench)).toBe(1);
    bench.do(cancel(id));
    expect(shown(bench)).toBe(1);
    bench.advance(10 * SECOND);
    expect(shown(bench)).toBe(0);
  });

  it('lags for ten seconds at most, whenever something changes', () => {
    for (const wait of [0, 1, TO_TICK - 1, TO_TICK, TO_TICK + 1, 9 * SECOND]) {
      const bench = new Bench();
      bench.advance(wait);
      bench.create();
      bench.advance(10 * SECOND);
      expect(shown(bench)).toBe(1);
    }
  });

  it('shows what was before the first of several changes', () => {
    const bench = new Bench();
    bench.create();
    bench.advance(MINUTE);
    const ids = [bench.create(), bench.create()];
    bench.do(cancel(ids[0] ?? ''));
    expect(shown(bench)).toBe(1);
    bench.advance(TO_TICK);
    expect(shown(bench)).toBe(2);
  });

  it('follows at once where it is told not to lag, and otherwise at the ticks of its delay', () => {
    const delayed = (seconds: string): Bench => {
      const bench = new Bench();
      bench.do({ type: 'set-application', sections: { mock: { 'watermark-delay': seconds } } });
      bench.create();
      return bench;
    };
    expect(shown(delayed('0'))).toBe(1);
    const slow = delayed('60');
    slow.advance(53 * SECOND - 1);
    expect(shown(slow)).toBe(0);
    slow.advance(1);
    expect(shown(slow)).toBe(1);
  });

  it('does not notice a scheduled callback before it is submitted', () => {
    const bench = new Bench();
    bench.create({ desiredTime: NOW + 10 * MINUTE });
    bench.advance(MINUTE);
    expect(shown(bench)).toBe(0);
    bench.advance(9 * MINUTE);
    expect(shown(bench)).toBe(1);
  });

  it('forgets what expired', () => {
    const bench = new Bench({ _ttl: '600', _urs_queued_ttl: '14400' });
    bench.create();
    bench.advance(HOUR);
    expect(bench.state.records.size).toBe(0);
    expect(shown(bench)).toBe(0);
  });

  it('is that of one service, and only of those asked for', () => {
    const bench = new Bench();
    bench.do({ type: 'set-service', name: 'T', options: {} });
    bench.create();
    bench.advance(TO_TICK);
    bench.create({ serviceName: 'T' });
    expect(watermarks(bench.state)).toEqual({ services: { S: 1, T: 0 }, total: 1 });
    expect(watermarks(bench.state, ['T'])).toEqual({ services: { T: 0 }, total: 0 });
  });

  it('has counted generated callbacks before: they are meant to have been there', () => {
    const bench = new Bench();
    bench.create();
    bench.do({ type: 'generate', count: 9, service: 'S', states: ['QUEUED'] });
    expect(shown(bench)).toBe(9);
    bench.advance(TO_TICK);
    expect(shown(bench)).toBe(10);
  });

  it('survives a snapshot', () => {
    const bench = new Bench();
    bench.create();
    const restored = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(bench.state))));
    if (restored === undefined) throw new Error('The snapshot cannot be read.');
    expect(watermarks(restored)).toEqual(watermarks(bench.state));
    expect(hashOf(restored)).toBe(hashOf(bench.state));
  });
});

describe('a scenario', () => {
  it.each(SCENARIO_NAMES)('%s begins with counters that have caught up, unless something has just happened', (name) => {
    const state = loadScenario(name, { seed: 42, now: NOW });
    if (state === undefined) throw new Error(`There is no scenario ${name}.`);
    const inQueue = [...state.records.values()].filter(({ state: at }) => at !== 'SCHEDULED' && at !== 'COMPLETED');
    expect(watermarks(state).total).toBe(inQueue.length);
  });
});

describe('whatever happens', () => {
  const lastTick = (instant: number): number => Math.floor(instant / (10 * SECOND)) * 10 * SECOND;

  const applied = (state: EngineState, command: EngineCommand): EngineState => {
    const result = apply(state, command);
    return result.ok ? result.state : state;
  };

  function inQueue({ records }: Pick<Draft, 'records'>): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const record of records.values()) {
      if (isInQueue(record)) counts.set(record.serviceName, (counts.get(record.serviceName) ?? 0) + 1);
    }
    return counts;
  }

  function start(seed: number): EngineState {
    const bench = new Bench({}, seed);
    bench.do({ type: 'set-service', name: 'T', options: {} });
    bench.agents(2);
    return bench.state;
  }

  it('counters show what was in the queue just before the last tick, and what was generated since', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      let state = start(seed);
      let held = new Map(inQueue(state));
      for (const { wait, step } of script) {
        const to = state.now + wait;
        if (lastTick(to) > state.now) {
          state = applied(state, { type: 'advance', to: lastTick(to) - 1 });
          held = new Map(inQueue(state));
        }
        state = applied(state, { type: 'advance', to });
        const command = step(state);
        if (command.type === 'generate') {
          // What is generated may leave the queue within the same command, and is held back then like anything else.
          const draft = new Draft(state);
          generate(draft, command);
          const before = inQueue(state);
          for (const [service, count] of inQueue(draft)) {
            held.set(service, (held.get(service) ?? 0) + count - (before.get(service) ?? 0));
          }
        }
        state = applied(state, command);
        for (const [service, count] of Object.entries(watermarks(state).services)) {
          expect(count).toBe(held.get(service) ?? 0);
        }
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('the census that is carried along is the one that would be taken', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      let state = start(seed);
      for (const { wait, step } of script) {
        state = applied(state, { type: 'advance', to: state.now + wait });
        state = applied(state, step(state));
        const draft = new Draft(state);
        const { census } = draft.timetable;
        const taken = new Census(state.records.values());
        for (const { serviceName, customerNumber } of state.records.values()) {
          expect(census.countOf(serviceName)).toBe(taken.countOf(serviceName));
          expect(census.countFor(serviceName, customerNumber)).toBe(taken.countFor(serviceName, customerNumber));
        }
        draft.discard();
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});

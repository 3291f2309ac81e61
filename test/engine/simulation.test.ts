import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, createState, hashOf, restoreSnapshot, snapshotOf } from '../../mock-server/engine/engine.js';
import type { EngineCommand, EngineEvent, EngineState } from '../../mock-server/engine/engine.js';
import { REASONS } from '../../mock-server/engine/life/completion.js';
import { CALLBACK_STATES } from '../../src/domain/callback.js';
import { LIFECYCLE } from '../../src/domain/lifecycle.js';
import { NOW, OPEN } from './bench.js';
import { anyScript } from './commands.js';
import { historyViolations, violations } from './invariants.js';

/** Runs of a property; each one applies up to fifty commands. */
const RUNS = { numRuns: 600 };

/** Three services, two agents: something happens in every script. */
function start(seed: number): EngineState {
  const commands: readonly EngineCommand[] = [
    { type: 'set-application', sections: { callback: OPEN } },
    ...['S', 'T'].map((name) => ({ type: 'set-service', name, options: {} }) as const),
    { type: 'set-service', name: 'U', options: { _mandatory_customer_lookup_keys: 'a' } },
    { type: 'set-agents', agents: { loggedIn: 2, handleSeconds: 60, answerRate: 0.6 } },
  ];
  return commands.reduce((state, command) => applied(state, command).state, createState({ seed, now: NOW }));
}

function busyAgents({ records, wrapUps }: EngineState): readonly number[] {
  const onCalls = [...records.values()].flatMap(({ call }) => (call === undefined ? [] : [call.agent]));
  return [...onCalls, ...wrapUps.map(({ agent }) => agent)].sort((a, b) => a - b);
}

/** A refused command leaves the state as it was. */
function applied(
  state: EngineState,
  command: EngineCommand,
): { readonly state: EngineState; readonly events: readonly EngineEvent[] } {
  const result = apply(state, command);
  return result.ok ? result : { state, events: [] };
}

/** How the stretches of a script are walked. */
type Walk = (
  state: EngineState,
  to: number,
) => { readonly state: EngineState; readonly events: readonly EngineEvent[] };

const atOnce: Walk = (state, to) => applied(state, { type: 'advance', to });

function inPieces(pieces: number): Walk {
  return (state, to) => {
    let reached = state;
    const events: EngineEvent[] = [];
    for (let piece = 1; piece <= pieces; piece += 1) {
      const until = state.now + Math.floor(((to - state.now) * piece) / pieces);
      const result = applied(reached, { type: 'advance', to: until });
      reached = result.state;
      events.push(...result.events);
    }
    return { state: reached, events };
  };
}

function play(
  seed: number,
  script: Parameters<typeof forEachStep>[1],
  walk: Walk,
): { readonly hash: string; readonly events: readonly EngineEvent[] } {
  const events: EngineEvent[] = [];
  const state = forEachStep(start(seed), script, walk, (_, more) => events.push(...more));
  return { hash: hashOf(state), events };
}

function forEachStep(
  begin: EngineState,
  script: readonly { readonly wait: number; readonly step: (state: EngineState) => EngineCommand }[],
  walk: Walk,
  visit: (state: EngineState, events: readonly EngineEvent[]) => void,
): EngineState {
  let state = begin;
  for (const { wait, step } of script) {
    const walked = walk(state, state.now + wait);
    visit(walked.state, walked.events);
    const done = applied(walked.state, step(walked.state));
    visit(done.state, done.events);
    state = done.state;
  }
  return state;
}

describe('whatever is done', () => {
  it('every invariant holds after every step', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      const events: EngineEvent[] = [];
      forEachStep(start(seed), script, atOnce, (state, more) => {
        events.push(...more);
        expect(violations(state)).toEqual([]);
      });
      expect(historyViolations(events)).toEqual([]);
    });
    fc.assert(property, RUNS);
  });

  it('created callbacks are there or have expired, service by service', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      const balance = new Map<string, number>();
      const count = (name: string, by: number): void => void balance.set(name, (balance.get(name) ?? 0) + by);
      let generated = 0;
      const state = forEachStep(start(seed), script, atOnce, (_, events) => {
        for (const { type, serviceName = '', count: many = 0 } of events) {
          if (type === 'created') count(serviceName, 1);
          if (type === 'expired') count(serviceName, -1);
          if (type === 'generated') generated += many;
        }
      });
      for (const { serviceName } of state.records.values()) count(serviceName, -1);
      expect([...balance.values()].reduce((sum, value) => sum + value, generated)).toBe(0);
      if (generated === 0) expect([...balance.values()].every((value) => value === 0)).toBe(true);
    });
    fc.assert(property, RUNS);
  });

  it('generated callbacks take no agent: nobody is on a call who was not before', () => {
    const property = fc.property(fc.nat(), anyScript, fc.integer({ min: 1, max: 60 }), (seed, script, count) => {
      const before = forEachStep(start(seed), script, atOnce, () => undefined);
      const after = applied(before, { type: 'generate', count }).state;
      expect(busyAgents(after)).toEqual(busyAgents(before));
      expect(violations(after)).toEqual([]);
    });
    fc.assert(property, RUNS);
  });

  it('a refused command changes nothing, not even chance', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      let state = start(seed);
      for (const { wait, step } of script) {
        state = atOnce(state, state.now + wait).state;
        const before = hashOf(state);
        const result = apply(state, step(state));
        expect(hashOf(state)).toBe(before);
        if (result.ok) state = result.state;
      }
    });
    fc.assert(property, RUNS);
  });

  it('the same seed and commands give the same states and events', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      expect(play(seed, script, atOnce)).toEqual(play(seed, script, atOnce));
    });
    fc.assert(property, RUNS);
  });

  it('it does not matter in how many steps time is moved', () => {
    const property = fc.property(fc.nat(), anyScript, fc.integer({ min: 2, max: 60 }), (seed, script, pieces) => {
      expect(play(seed, script, inPieces(pieces))).toEqual(play(seed, script, atOnce));
    });
    fc.assert(property, RUNS);
  });

  it('a snapshot that is restored goes on as if nothing had been stopped', () => {
    const reloading: Walk = (state, to) => {
      const restored = restoreSnapshot(JSON.parse(JSON.stringify(snapshotOf(state))));
      if (restored === undefined) throw new Error('The snapshot cannot be read.');
      expect(hashOf(restored)).toBe(hashOf(state));
      return atOnce(restored, to);
    };
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      expect(play(seed, script, reloading)).toEqual(play(seed, script, atOnce));
    });
    fc.assert(property, RUNS);
  });

  it('a state given is never changed', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      const kept: (readonly [EngineState, string])[] = [];
      forEachStep(start(seed), script, atOnce, (state) => kept.push([state, JSON.stringify(snapshotOf(state))]));
      for (const [state, written] of kept) expect(JSON.stringify(snapshotOf(state))).toBe(written);
    });
    fc.assert(property, { numRuns: 40 });
  });
});

describe('the scripts', () => {
  it('reach every step of the life cycle and every ending of its own', () => {
    const steps = new Set<string>();
    const reasons = new Set<string>();
    const types = new Set<string>();
    for (const [seed, script] of fc.sample(fc.tuple(fc.nat(), anyScript), { numRuns: 900, seed: 11 })) {
      forEachStep(start(seed), script, atOnce, (_, events) => {
        for (const { type, from, to, reason } of events) {
          types.add(type);
          if (type === 'state-changed') steps.add(`${String(from)} ${String(to)}`);
          if (reason !== undefined) reasons.add(reason);
        }
      });
    }
    const every = CALLBACK_STATES.flatMap((from) =>
      Object.values(LIFECYCLE[from]).flatMap((rule) =>
        'to' in rule && rule.to !== from ? [`${from} ${rule.to}`] : [],
      ),
    );
    expect([...steps].sort()).toEqual([...new Set(every)].sort());
    expect([...reasons].sort()).toEqual([...Object.values(REASONS), 'CANCELLED_BY_ADMIN'].sort());
    expect(types.size).toBe(18);
  });
});

describe('once everything works again', () => {
  it('every callback is completed', () => {
    const heal: readonly EngineCommand[] = [
      { type: 'set-ors', reachable: true },
      { type: 'set-transaction-list', list: 'GMS_Paused_Services', sections: {} },
      ...['S', 'T', 'U'].map((name) => ({ type: 'set-service', name, options: {} }) as const),
      { type: 'set-agents', agents: { loggedIn: 3, handleSeconds: 60, answerRate: 1 } },
    ];
    const property = fc.property(fc.nat(), anyScript, (seed, script) => {
      const broken = forEachStep(start(seed), script, atOnce, () => undefined);
      const healed = heal.reduce((state, command) => applied(state, command).state, broken);
      const end = atOnce(healed, healed.now + 23 * 3_600_000).state;
      const unfinished = [...end.records.values()].filter(({ state }) => state !== 'COMPLETED');
      expect(unfinished).toEqual([]);
    });
    fc.assert(property, { numRuns: 60 });
  });
});

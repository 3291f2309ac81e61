import { describe, expect, it } from 'vitest';
import type { EngineCommand, EngineRefusal } from '../../../mock-server/engine/engine.js';
import { REASONS } from '../../../mock-server/engine/life/completion.js';
import { BROKEN_ENGINES } from './broken/engines.js';
import { HONEST } from './engine-under-test.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { replayCommand, shrink } from './shrink.js';
import { simulate } from './simulation.js';
import { worldOf } from './world.js';

const LIFECYCLES = 2000;

/** What a campaign met: without it, invariants would hold because nothing ever happened. */
const met = {
  ways: new Set<string>(),
  reasons: new Set<string>(),
  refusals: new Set<string>(),
  commands: new Set<string>(),
};

const listening: EngineUnderTest = {
  ...HONEST,
  apply: (state, command) => {
    const answer = HONEST.apply(state, command);
    met.commands.add(command.type);
    if (answer.refusal !== undefined) met.refusals.add(answer.refusal.code);
    for (const { type, from, to, reason } of answer.events) {
      if (type === 'state-changed') met.ways.add(`${String(from)} ${String(to)}`);
      if (reason !== undefined) met.reasons.add(reason);
    }
    return answer;
  },
  // No command asks for a place in the queue, so this door alone refuses whoever is not in it.
  diagnostics: (state, id) => {
    const result = HONEST.diagnostics(state, id);
    if (!result.ok) met.refusals.add(result.refusal.code);
    return result;
  },
};

/** Every type of a command: the compiler misses one that is new. */
const COMMANDS: Readonly<Record<EngineCommand['type'], true>> = {
  create: true,
  update: true,
  cancel: true,
  'cancel-many': true,
  force: true,
  generate: true,
  advance: true,
  'set-application': true,
  'set-service': true,
  'remove-service': true,
  'set-transaction-list': true,
  'set-agents': true,
  'set-person': true,
  'set-ors': true,
  provision: true,
  'request-interaction': true,
  'request-access': true,
  store: true,
  forget: true,
};

/** Every code of a refusal, the same way. The engine can give all of them. */
const REFUSALS: Readonly<Record<EngineRefusal['code'], true>> = {
  'unknown-service': true,
  'unknown-callback': true,
  'missing-key': true,
  'reserved-key': true,
  'unreadable-time': true,
  'past-time': true,
  'future-limit': true,
  'not-reschedulable': true,
  'not-editable': true,
  'not-cancellable': true,
  'ors-session-gone': true,
  'ors-unreachable': true,
  'not-queued': true,
  'invalid-value': true,
  'invalid-option': true,
  'premium-number': true,
  'impossible-number': true,
  'missing-country': true,
  'rate-limit': true,
  'daily-limit': true,
  'queue-limit': true,
  'already-queued': true,
  'outside-office-hours': true,
  'bucket-full': true,
  'missing-service': true,
  'not-found': true,
};

describe('in simulated worlds', () => {
  it(`every invariant holds for ${LIFECYCLES} lifecycles`, { timeout: 60_000 }, () => {
    let lifecycles = 0;
    for (let seed = 1; lifecycles < LIFECYCLES; seed += 1) {
      const report = simulate(seed, { engine: listening });
      lifecycles += report.lifecycles;
      expect(report.failure, replayCommand(seed)).toBeUndefined();
    }
  });

  it('callbacks go every way there is and end for every reason', () => {
    expect([...met.ways].sort()).toEqual([
      'PAUSED COMPLETED',
      'PAUSED QUEUED',
      'PROCESSING COMPLETED',
      'QUEUED COMPLETED',
      'QUEUED PAUSED',
      'QUEUED ROUTING',
      'ROUTING COMPLETED',
      'ROUTING PROCESSING',
      'ROUTING QUEUED',
      'SCHEDULED COMPLETED',
      'SCHEDULED QUEUED',
    ]);
    const { noNumber, unstated, ...reasons } = REASONS;
    expect([...met.reasons].sort()).toEqual([...Object.values(reasons), 'CANCELLED_BY_ADMIN'].sort());
  });

  it('every command there is comes, and every reason to refuse one', () => {
    expect([...met.commands].sort()).toEqual(Object.keys(COMMANDS).sort());
    expect([...met.refusals].sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  it('the same seed is the same world and comes to the same end', () => {
    expect(worldOf(5)).toEqual(worldOf(5));
    expect(simulate(5)).toEqual(simulate(5));
    expect(worldOf(6)).not.toEqual(worldOf(5));
  });
});

describe('a failing script', () => {
  const { engine } = BROKEN_ENGINES.find(({ name }) => name === 'calls nobody') ?? { engine: HONEST };
  const failing = [...Array(60).keys()].find((seed) => simulate(seed, { engine }).failure?.check === 'L1') ?? 0;
  const { failure } = simulate(failing, { engine });

  it('is cut down until no move can be spared', () => {
    if (failure === undefined) throw new Error('No world showed that nobody is called.');
    const { keep } = shrink(failing, failure, { engine });
    const options = { engine, watched: [failure.check] };
    expect(keep.length).toBeLessThan(10);
    expect(simulate(failing, { ...options, keep }).failure).toBeDefined();
    for (const move of keep) {
      const shorter = keep.filter((other) => other !== move);
      expect(simulate(failing, { ...options, keep: shorter }).failure).toBeUndefined();
    }
  });

  it('is told by the command that plays it again', () => {
    expect(replayCommand(7)).toBe('npm run campaign -- --seed 7 --runs 1');
    expect(replayCommand(7, [0, 12])).toBe('npm run campaign -- --seed 7 --runs 1 --moves 0,12');
    expect(replayCommand(7, [])).toBe('npm run campaign -- --seed 7 --runs 1 --moves none');
  });
});

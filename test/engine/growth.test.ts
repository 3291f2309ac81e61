import { describe, expect, it } from 'vitest';
import { apply, createState, listByQueues } from '../../mock-server/engine/engine.js';
import type { EngineCommand, EngineState } from '../../mock-server/engine/engine.js';
import type { Options } from '../../src/domain/service.js';
import { growth, median } from '../support/effort.js';
import { DAY, HOUR, NOW, OPEN } from './bench.js';

const LARGE = 100_000;
const SMALL = LARGE / 10;

/** Commands given one by one. */
const MANY = 20_000;
const FEW = MANY / 10;

/**
 * Ten times the records may take this many times as long; a little more where each one has to find its place among the others, and more
 * again where it does so every time something happens to it. What grows with the square takes a hundred times as long.
 */
const MOST = 13;
const MOST_IN_ORDER = 16;
const MOST_IN_TIME = 24;
const ROUNDS = 3;
const MOST_ROUNDS = 15;

/** Limits that remember every request of a day. */
const LIMITS: Options = {
  ...OPEN,
  _throttle_request_parameters: 'mail',
  _max_queued_callbacks_per_service: '1000000',
  _throttle_callbacks_per_service_1: '1000000',
  _throttle_callbacks_per_service_2: '1000000',
  _throttle_ttl_1: '86400',
};

function after(state: EngineState, command: EngineCommand): EngineState {
  const result = apply(state, command);
  if (!result.ok) throw new Error(`The engine refused ${command.type}.`);
  return result.state;
}

const centre = Array.from({ length: 20 }, (_, index) => `service-${index}`).reduce(
  (state, name) => after(state, { type: 'set-service', name, options: {} }),
  createState({ seed: 7, now: NOW }),
);
const counting = after(createState({ seed: 7, now: NOW }), { type: 'set-service', name: 'S', options: LIMITS });

const generated = (count: number): EngineState => after(centre, { type: 'generate', count });
const listed = (state: EngineState): number =>
  [...listByQueues(state, { start: 0, end: NOW + 30 * DAY }).values()].reduce((sum, { length }) => sum + length, 0);

/** Requests that begin and end alike, each at an instant of its own. */
function created(count: number): EngineState {
  let state = counting;
  for (let index = 0; index < count; index += 1) {
    const properties = { mail: `customer-${index}@example.com` };
    state = after(state, { type: 'create', serviceName: 'S', customerNumber: '5115', properties });
    state = after(state, { type: 'advance', to: state.now + 1 });
  }
  return state;
}

/** A value under the id of every record. */
function stored(state: EngineState): EngineState {
  let reached = state;
  for (const id of state.records.keys()) reached = after(reached, { type: 'store', id, values: { note: 'x' } });
  return reached;
}

/** Settings that concern no callback, and a callback after each. */
function configured(state: EngineState, count: number): EngineState {
  let reached = state;
  const wish = { customerNumber: '+14155550101', properties: {}, desiredTime: state.now + DAY };
  for (let index = 0; index < count; index += 1) {
    reached = after(reached, { type: 'set-person', name: 'p', roles: ['Supervisor'], services: [] });
    reached = after(reached, { type: 'set-ors', reachable: index % 2 === 0, returnsAt: state.now + HOUR });
    reached = after(reached, { type: 'create', serviceName: `service-${index % 20}`, ...wish });
  }
  return reached;
}

/** Ten pieces of a tenth and one of the whole are prepared once, because only the work on them is measured. */
function prepared(count: number): (index?: number) => EngineState {
  const whole = generated(count);
  const tenths = Array.from({ length: 10 }, () => generated(count / 10));
  return (index) => (index === undefined ? whole : (tenths[index] ?? whole));
}

/**
 * The middle one of all the rounds. A neighbour on the machine can spoil some, so there are more of them while it is too much; but one
 * lucky round is no proof, and half of them must be good.
 */
function usualGrowth(most: number, large: () => unknown, tenth: (index: number) => unknown): number {
  const rounds: number[] = [];
  do rounds.push(growth(1, large, tenth));
  while (rounds.length < ROUNDS || (median(rounds) > most && rounds.length < MOST_ROUNDS));
  return median(rounds);
}

describe('ten times as many records', { timeout: 240_000 }, () => {
  it('are generated in ten times the time', () => {
    const times = usualGrowth(
      MOST,
      () => generated(LARGE),
      () => generated(SMALL),
    );
    expect(times).toBeLessThanOrEqual(MOST);
  });

  it('are listed in ten times the time', () => {
    const states = prepared(LARGE);
    expect(listed(states())).toBe(LARGE);
    const times = usualGrowth(
      MOST,
      () => listed(states()),
      (index) => listed(states(index)),
    );
    expect(times).toBeLessThanOrEqual(MOST);
  });

  it('are created one by one in ten times the time, with limits that remember each of them', () => {
    const state = created(FEW);
    expect([state.ledger.today.size, [...(state.ledger.recent.get('S') ?? [])].length]).toEqual([FEW, FEW]);
    const times = usualGrowth(
      MOST_IN_ORDER,
      () => created(MANY),
      () => created(FEW),
    );
    expect(times).toBeLessThanOrEqual(MOST_IN_ORDER);
  });

  it('have values stored for them in ten times the time', () => {
    const states = prepared(MANY);
    expect(stored(states(0)).storage.size).toBe(FEW);
    const times = usualGrowth(
      MOST_IN_ORDER,
      () => stored(states()),
      (index) => stored(states(index)),
    );
    expect(times).toBeLessThanOrEqual(MOST_IN_ORDER);
  });

  it('live through a day in ten times the time', () => {
    const states = prepared(MANY);
    const lived = (state: EngineState): EngineState => after(state, { type: 'advance', to: NOW + DAY });
    expect(lived(states(0)).records).not.toBe(states(0).records);
    const times = usualGrowth(
      MOST_IN_TIME,
      () => lived(states()),
      (index) => lived(states(index)),
    );
    expect(times).toBeLessThanOrEqual(MOST_IN_TIME);
  });

  it('do not slow down settings that concern none of them', () => {
    const states = prepared(LARGE);
    const times = usualGrowth(
      MOST_IN_ORDER,
      () => configured(states(), 1000),
      (index) => configured(states(index), 100),
    );
    expect(times).toBeLessThanOrEqual(MOST_IN_ORDER);
  });
});

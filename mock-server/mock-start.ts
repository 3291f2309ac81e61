import type { EngineState } from './engine/engine.js';
import type { MockEngineOptions } from './mock-engine-types.js';
import { realClock } from './ports/clock.js';
import type { Clock, WakingClock } from './ports/clock.js';
import { loadScenario, SCENARIO_NAMES } from './scenarios/index.js';
import { fieldsOf, needed, optional, readName, readWhole } from './shell/control/reading.js';
import { INSTANT, readInstant } from './shell/instants.js';
import { isInstant, isRate, RATE } from './shell/time-travel/clock-change.js';
import { misuse } from './shell/misuse.js';
import type { Origin } from './shell/time-travel/recording.js';
import { Timeline } from './shell/time-travel/timeline.js';
import { paceOf } from './shell/time-travel/virtual-clock.js';

/** How a mock starts when nobody says otherwise. */
export const MOCK_DEFAULTS = Object.freeze({ seed: 42, scenario: 'contact-centre', rate: 1 });

/** What a mock starts with, in epoch milliseconds; without `now`, the time on the wall. */
export type MockStart = Required<Pick<MockEngineOptions, 'seed' | 'scenario' | 'rate'>> & { readonly now?: number };

/** The options with which a mock starts. */
export const START_OPTIONS = [
  'seed',
  'scenario',
  'now',
  'rate',
  'clock',
] as const satisfies readonly (keyof MockEngineOptions)[];

/**
 * Reads how a mock is to start, and on which wall clock.
 * @throws CallbackError `misuse` that names the option that is not known, or cannot be read.
 */
export function readStart(options: MockEngineOptions): { readonly start: MockStart; readonly wall: WakingClock } {
  const call = { doing: 'start the mock', wanted: `{ ${START_OPTIONS.join('?, ')}? }` };
  const from = { call, fields: fieldsOf(call, options, START_OPTIONS) };
  const start = {
    ...MOCK_DEFAULTS,
    ...optional(from, 'seed', readWhole, 'a whole number'),
    ...optional(from, 'scenario', readName, `one of ${SCENARIO_NAMES.join(', ')}`),
    ...optional(from, 'rate', readRate, RATE),
    ...optional(from, 'now', readInstant, INSTANT),
  };
  return {
    start,
    wall: needed(call, ['clock', options.clock ?? realClock], readClock, 'a clock with now() and after()'),
  };
}

/**
 * Refuses options that a start does not know, before anything is started.
 * @throws CallbackError `misuse` that names the first of them.
 */
export function refuseStrangers(options: object, known: readonly string[]): void {
  fieldsOf({ doing: 'start the mock', wanted: `{ ${known.join('?, ')}? }` }, options, known);
}

/** A timeline that begins with a scenario. */
export function beginTimeline(wall: Clock, start: MockStart): Timeline {
  const { seed, scenario, rate, now = wholeSecond(wall.now()) } = start;
  const origin: Origin = { type: 'scenario', seed, scenario, now };
  return Timeline.from(wall, { scenario, pace: paceOf(rate), state: stateOf(origin) }, origin);
}

/**
 * The state a scenario begins with.
 * @throws CallbackError `misuse` when there is none of that name, or it cannot begin so.
 */
export function stateOf({ seed, scenario, now }: Extract<Origin, { readonly type: 'scenario' }>): EngineState {
  if (!Number.isSafeInteger(seed)) throw misuse('start the mock', `${seed} is no seed. Use a whole number`);
  if (!isInstant(now)) throw misuse('start the mock', `now is no time. Use ${INSTANT}`);
  const state = loadScenario(scenario, { seed, now });
  if (state !== undefined) return state;
  throw misuse('start the mock', `there is no scenario "${scenario}". Use one of ${SCENARIO_NAMES.join(', ')}`);
}

function readRate(value: unknown): number | undefined {
  return typeof value === 'number' && isRate(value) ? value : undefined;
}

function readClock(value: unknown): WakingClock | undefined {
  const { now, after } = (value ?? {}) as Partial<Record<keyof WakingClock, unknown>>;
  return typeof now === 'function' && typeof after === 'function' ? (value as WakingClock) : undefined;
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

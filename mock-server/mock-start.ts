import type { EngineState } from './engine/engine.js';
import type { MockEngineOptions } from './mock-engine-types.js';
import type { Clock } from './ports/clock.js';
import { loadScenario, SCENARIO_NAMES } from './scenarios/index.js';
import { isInstant } from './shell/time-travel/clock-change.js';
import { misuse } from './shell/misuse.js';
import type { Origin } from './shell/time-travel/recording.js';
import { Timeline } from './shell/time-travel/timeline.js';
import { paceOf } from './shell/time-travel/virtual-clock.js';

/** How a mock starts when nobody says otherwise. */
export const MOCK_DEFAULTS = Object.freeze({ seed: 42, scenario: 'contact-centre', rate: 1 });

/** What a mock starts with; without `now`, the time on the wall. */
export type MockStart = Required<Pick<MockEngineOptions, 'seed' | 'scenario' | 'rate'>> &
  Pick<MockEngineOptions, 'now'>;

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
  if (!isInstant(now)) throw misuse('start the mock', 'now is no time. Use a time such as 2026-07-04T09:44:01.000Z');
  const state = loadScenario(scenario, { seed, now });
  if (state !== undefined) return state;
  throw misuse('start the mock', `there is no scenario "${scenario}". Use one of ${SCENARIO_NAMES.join(', ')}`);
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

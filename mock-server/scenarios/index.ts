import type { EngineState } from '../engine/engine.js';
import { blackFriday } from './black-friday.js';
import { contactCentre } from './contact-centre.js';
import { dstNight } from './dst-night.js';
import { empty } from './empty.js';
import { hostile } from './hostile.js';
import { huge } from './huge.js';
import { outage } from './outage.js';
import type { Scenario, ScenarioStart, ScenarioSummary } from './scenario.js';
import { seedPage } from './seed.js';

export type { ScenarioStart, ScenarioSummary } from './scenario.js';

/** Every scenario; the first is the default. */
export const SCENARIOS: readonly Scenario[] = [
  contactCentre,
  seedPage,
  empty,
  outage,
  blackFriday,
  dstNight,
  hostile,
  huge,
];

/** Names of the scenarios; the first is the default. */
export const SCENARIO_NAMES: readonly string[] = SCENARIOS.map(({ name }) => name);

/** What there is to choose from, the default first. */
export function describeScenarios(): readonly ScenarioSummary[] {
  return SCENARIOS.map(({ name, description }) => ({ name, description }));
}

/** The state a scenario begins with; undefined when there is none of that name. Equal starts give equal states. */
export function loadScenario(name: string, start: ScenarioStart): EngineState | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name)?.load(start);
}

import { createState } from '../engine/engine.js';
import type { EngineState } from '../engine/engine.js';
import { contactCentre } from './contact-centre.js';
import { seedPage } from './seed.js';

/** Where a scenario begins: the seed of its chance and its time in epoch milliseconds. */
export interface ScenarioStart {
  readonly seed: number;
  readonly now: number;
}

/** Names of the scenarios; the first is the default. */
export const SCENARIO_NAMES = ['contact-centre', 'seed', 'empty'] as const;

const SCENARIOS: ReadonlyMap<string, (start: ScenarioStart) => EngineState> = new Map([
  ['contact-centre', contactCentre],
  ['seed', seedPage],
  ['empty', createState],
]);

/** The state a scenario begins with; undefined when there is none of that name. Equal starts give equal states. */
export function loadScenario(name: string, start: ScenarioStart): EngineState | undefined {
  return SCENARIOS.get(name)?.(start);
}

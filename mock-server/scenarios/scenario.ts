import type { EngineState } from '../engine/engine.js';

/** Where a scenario begins: the seed of its chance and its time in epoch milliseconds. */
export interface ScenarioStart {
  readonly seed: number;
  readonly now: number;
}

/** What people read about a scenario before they choose it. */
export interface ScenarioSummary {
  readonly name: string;
  /** One paragraph that says what a tester sees: the docs, the command's help and the control call show the same. */
  readonly description: string;
}

/** A beginning that people can ask for by name. */
export interface Scenario extends ScenarioSummary {
  /** Equal starts give equal states, wherever the engine runs. */
  readonly load: (start: ScenarioStart) => EngineState;
}

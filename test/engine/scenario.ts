import type { EngineRecord, EngineState } from '../../mock-server/engine/engine.js';
import { loadScenario } from '../../mock-server/scenarios/index.js';
import { NOW } from './bench.js';

/** The state that a scenario begins with, which must be there. */
export function begin(name: string, now = NOW, seed = 42): EngineState {
  const state = loadScenario(name, { seed, now });
  if (state === undefined) throw new Error(`There is no scenario ${name}.`);
  return state;
}

export function recordsOf(state: EngineState): readonly EngineRecord[] {
  return [...state.records.values()];
}

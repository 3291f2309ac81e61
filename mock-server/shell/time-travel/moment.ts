import type { EngineState } from '../../engine/engine.js';
import type { KeptFaults } from '../../faults/kept-faults.js';
import type { Pace } from './virtual-clock.js';

/** A mock at one instant, its past left out. */
export interface Moment {
  /** Name of the scenario in which it began. */
  readonly scenario: string;
  readonly pace: Pace;
  readonly state: EngineState;
  /** Absent = none. */
  readonly faults?: KeptFaults;
}

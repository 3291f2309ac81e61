import type { CallbackState } from '../../domain/callback.js';
import { DEFAULT_MAXIMUM_PER_SERVICE } from '../../domain/query.js';

/** What a person sets in Advanced Options. */
export interface AdvancedOptions {
  /** States to list; empty = every state. */
  readonly states: readonly CallbackState[];
  /** Services to list; empty = every service. The dialog lets people choose one at most. */
  readonly services: readonly string[];
  /** At most this many callbacks per service, 1 to 100,000. */
  readonly maximumPerService: number;
  /** Whether the table shows the Service ID. */
  readonly serviceIdColumn: boolean;
}

/** What holds until somebody chooses otherwise. */
export const defaultAdvancedOptions: AdvancedOptions = Object.freeze({
  states: Object.freeze([]),
  services: Object.freeze([]),
  maximumPerService: DEFAULT_MAXIMUM_PER_SERVICE,
  serviceIdColumn: false,
});

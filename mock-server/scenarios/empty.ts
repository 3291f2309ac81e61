import { createState } from '../engine/state/state.js';
import type { Scenario } from './scenario.js';

/** Nothing: for tests that build their own world. */
export const empty: Scenario = {
  name: 'empty',
  description:
    'No service, no callback, nobody logged in. Every option has its built-in default. Build what you need with the control calls.',
  load: createState,
};

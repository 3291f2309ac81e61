import { BROKEN_COMMANDS } from './commands.js';
import { BROKEN_LIMITS } from './limits.js';
import { BROKEN_LIVES } from './lives.js';
import { BROKEN_READS } from './reads.js';
import { BROKEN_SERVICES } from './services.js';
import type { BrokenEngine } from './tampering.js';
import { BROKEN_TIMES } from './times.js';

/** Engines that are wrong on purpose: what proves that the witness sees. */
export const BROKEN_ENGINES: readonly BrokenEngine[] = [
  ...BROKEN_LIVES,
  ...BROKEN_COMMANDS,
  ...BROKEN_LIMITS,
  ...BROKEN_SERVICES,
  ...BROKEN_TIMES,
  ...BROKEN_READS,
];

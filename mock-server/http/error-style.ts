import type { ErrorGeneration } from '../../src/wire/errors.js';
import { applicationChoiceOf, applicationOptionOf } from '../engine/engine.js';
import { MOCK_SECTION } from '../engine/options/mock-switches.js';
import { readNumber } from '../engine/options/options.js';
import type { MockEngine } from '../mock-engine.js';
import type { ErrorStyle } from './reply.js';

/** Options of the mock's own section: `error-body` (8.5.2, 8.5.1, oldest) and `error-code`. */
export function errorStyle({ current }: Pick<MockEngine, 'current'>): ErrorStyle {
  const code = readNumber(applicationOptionOf(current, MOCK_SECTION, 'error-code'));
  return {
    // The switch has exactly these words, and a default.
    generation: applicationChoiceOf(current, MOCK_SECTION, 'error-body') as ErrorGeneration,
    ...(code !== undefined && { code }),
  };
}

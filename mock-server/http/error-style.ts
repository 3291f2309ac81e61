import type { ErrorGeneration } from '../../src/wire/errors.js';
import { applicationOptionOf } from '../engine/engine.js';
import type { MockEngine } from '../mock-engine.js';
import type { ErrorStyle } from './reply.js';

/** Options of the mock's own section: `error-body` (8.5.2, 8.5.1, oldest) and `error-code`. */
export function errorStyle(engine: MockEngine): ErrorStyle {
  const generation = applicationOptionOf(engine.current, 'mock', 'error-body');
  const code = Number(applicationOptionOf(engine.current, 'mock', 'error-code') ?? Number.NaN);
  return {
    generation: isGeneration(generation) ? generation : '8.5.2',
    ...(Number.isInteger(code) && { code }),
  };
}

function isGeneration(text: string | undefined): text is ErrorGeneration {
  return text === '8.5.2' || text === '8.5.1' || text === 'oldest';
}

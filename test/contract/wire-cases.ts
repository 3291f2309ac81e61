import { callbackCases } from './wire-cases-callback.js';
import { queryCases } from './wire-cases-query.js';
import { refusalCases } from './wire-cases-refusal.js';
import type { WireCase } from './wire-bed.js';

/** Behaviours of the wire that hold for every server of it, whatever carries the requests. */
export const wireCases: readonly WireCase[] = [...callbackCases, ...queryCases, ...refusalCases];

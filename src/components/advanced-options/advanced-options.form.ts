import type { CallbackState } from '../../domain/callback.js';
import type { FieldProblem } from '../../domain/problems.js';
import { MAXIMUM_RECORDS } from '../../domain/query.js';
import type { AdvancedOptions } from './advanced-options.types.js';

/** States in the order of the seed; PAUSED, which the seed's list leaves out, stands last. */
export const STATES_OFFERED: readonly CallbackState[] = [
  'SCHEDULED',
  'QUEUED',
  'ROUTING',
  'PROCESSING',
  'COMPLETED',
  'PAUSED',
];

/** What stands in the form: text as typed. */
export interface OptionsDraft {
  readonly states: readonly CallbackState[];
  /** Names of the services listed; empty = all services. Several only as they were given: a person chooses one. */
  readonly services: readonly string[];
  readonly maximum: string;
  readonly serviceIdColumn: boolean;
}

/** The form of given options. */
export function draftOf(options: AdvancedOptions): OptionsDraft {
  return {
    states: options.states,
    services: options.services,
    maximum: String(options.maximumPerService),
    serviceIdColumn: options.serviceIdColumn,
  };
}

/** The states with one of them switched, in the order offered. */
export function withState(
  states: readonly CallbackState[],
  state: CallbackState,
  on: boolean,
): readonly CallbackState[] {
  return STATES_OFFERED.filter((each) => (each === state ? on : states.includes(each)));
}

/** The options a form stands for, or what is wrong with it. Nothing is clamped. */
export function parseOptions(
  draft: OptionsDraft,
): { readonly options: AdvancedOptions } | { readonly problem: FieldProblem } {
  const text = draft.maximum.trim();
  if (text === '') return { problem: { path: 'maximumPerService', code: 'required' } };
  if (!/^[+-]?\d+$/.test(text)) return { problem: { path: 'maximumPerService', code: 'not-a-number' } };
  const maximumPerService = Number(text);
  if (maximumPerService < 1 || maximumPerService > MAXIMUM_RECORDS) {
    const parameters = { limit: MAXIMUM_RECORDS };
    return { problem: { path: 'maximumPerService', code: 'out-of-bounds', parameters } };
  }
  return {
    options: Object.freeze({
      states: Object.freeze([...draft.states]),
      services: Object.freeze([...draft.services]),
      maximumPerService,
      serviceIdColumn: draft.serviceIdColumn,
    }),
  };
}

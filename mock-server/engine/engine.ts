/**
 * The engine's door. Everything behind it is pure: state and command in, state and events out. It knows neither a clock nor a network nor
 * storage; time comes with `advance`, chance is part of the state. Whoever needs one mutable thing keeps the last state.
 */
import { LAST_INSTANT } from '../../src/domain/instants.js';
import { requestAccess, requestInteraction } from './services/basic-services.js';
import { cancel, cancelMany } from './life/cancel.js';
import type { CancelManyValue } from './life/cancel.js';
import type { EngineCommand, EngineRefusal } from './commands.js';
import {
  removeService,
  setAgents,
  setApplication,
  setOrs,
  setPerson,
  setService,
  setTransactionList,
} from './services/configure.js';
import { create } from './life/create.js';
import { Draft } from './draft.js';
import type { EngineEvent } from './events.js';
import { force } from './life/force.js';
import { generate } from './life/generate.js';
import { done, refused } from './outcome.js';
import type { Outcome } from './outcome.js';
import { provision } from './services/provision.js';
import { run } from './time/run.js';
import type { EngineState, Interaction } from './state/state.js';
import { forget, store } from './services/stored-values.js';
import { update } from './life/update.js';

export type * from './commands.js';
export type { EngineEvent, EngineEventType } from './events.js';
export type { EngineRecord } from './state/record.js';
export type { EngineSettings, EngineState, Interaction, Person } from './state/state.js';
export { createState } from './state/state.js';
export { basicServiceOf, matchInteraction, noSuchCall, noSuchId, notFound } from './services/basic-services.js';
export type { BasicService } from './services/basic-services.js';
export { destinationOf } from './services/redirect.js';
export type { Destination, Redirectable } from './services/redirect.js';
export { virtualQueueOf } from './life/queue.js';
export { ANSWERED } from './life/calls.js';
export {
  choiceForRecord,
  isOverwritable,
  numberForRecord,
  optionForRecord,
  settingsFor,
} from './options/record-options.js';
export type { Asked } from './options/record-options.js';
export type { Role } from './services/roles.js';
export { storedValues } from './services/stored-values.js';
export {
  applicationChoiceOf,
  applicationFlagOf,
  applicationNumberOf,
  applicationOptionOf,
  choiceOption,
  flagOption,
  lookupKeysOf,
  optionOf,
  personOf,
  serviceNames,
  spanOption,
} from './options/options.js';
export { cancelledWith, countsByState, findByFields, findById, listByQueues, watermarks } from './reads.js';
export type { FieldCriterion } from './reads.js';
export { availabilityOf, capacityBetween, officeHoursBetween } from './slots/availability.js';
export type { AvailabilityQuery } from './slots/availability.js';
export { diagnosticsOf } from './life/diagnostics.js';
export { countedParameters } from './admission/daily-limit.js';
export { numberPolicyOf } from './admission/numbers.js';
export { hashOf } from './state/hash.js';
export { startActionOf } from './life/start-action.js';
export type { StartAction } from './life/start-action.js';
export { nextDueAt } from './time/run.js';
export { readSnapshot, restoreSnapshot, snapshotOf } from './state/snapshot.js';

type Nothing = Readonly<Record<string, never>>;
type CommandType = EngineCommand['type'];

/** What each command answers. */
export interface EngineValues extends Record<CommandType, unknown> {
  readonly create: { readonly id: string };
  readonly update: { readonly id: string };
  readonly cancel: { readonly id: string };
  readonly 'cancel-many': CancelManyValue;
  readonly force: { readonly id: string };
  readonly generate: { readonly count: number };
  readonly advance: Nothing;
  readonly 'set-application': Nothing;
  readonly 'set-service': Nothing;
  readonly 'remove-service': Nothing;
  readonly 'set-transaction-list': Nothing;
  readonly 'set-agents': Nothing;
  readonly 'set-person': Nothing;
  readonly 'set-ors': Nothing;
  readonly provision: Nothing;
  readonly 'request-interaction': Interaction;
  readonly 'request-access': Interaction;
  readonly store: Nothing;
  readonly forget: Nothing;
}

/** The answer to a command: the state after it and what happened, or why nothing did. */
export type EngineResult<T extends CommandType = CommandType> =
  | {
      readonly ok: true;
      readonly state: EngineState;
      readonly events: readonly EngineEvent[];
      readonly value: EngineValues[T];
    }
  | { readonly ok: false; readonly refusal: EngineRefusal };

type Handler<T extends CommandType> = (
  draft: Draft,
  command: Extract<EngineCommand, { readonly type: T }>,
) => Outcome<EngineValues[T]>;

const HANDLERS: { readonly [T in CommandType]: Handler<T> } = {
  create,
  update,
  cancel,
  'cancel-many': cancelMany,
  force,
  generate,
  advance,
  'set-application': setApplication,
  'set-service': setService,
  'remove-service': removeService,
  'set-transaction-list': setTransactionList,
  'set-agents': setAgents,
  'set-person': setPerson,
  'set-ors': setOrs,
  provision,
  'request-interaction': requestInteraction,
  'request-access': requestAccess,
  store,
  forget,
};

/**
 * Applies a command to a state. The given state is left as it was. All but `advance` happen at the state's own time. A refused command
 * changes nothing, not even chance; nothing is ever thrown for what a command holds.
 */
export function apply<C extends EngineCommand>(state: EngineState, command: C): EngineResult<C['type']> {
  const draft = new Draft(state);
  const handler = HANDLERS[command.type] as (draft: Draft, command: EngineCommand) => Outcome<EngineValues[C['type']]>;
  const outcome = handler(draft, command);
  if ('refusal' in outcome) {
    draft.discard();
    return { ok: false, refusal: outcome.refusal };
  }
  run(draft, draft.now);
  return { ok: true, state: draft.finish(), events: draft.events, value: outcome.value };
}

/** Moves time on. A time that has passed already changes nothing: the engine's time never goes back. */
function advance(draft: Draft, { to }: { readonly to: number }): Outcome<Nothing> {
  if (!(Math.abs(to) <= LAST_INSTANT)) return refused({ code: 'invalid-value', details: { key: 'to' } });
  if (to > draft.now) run(draft, Math.floor(to));
  return done({});
}

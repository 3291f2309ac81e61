/**
 * The engine's door. Everything behind it is pure: state and command in, state and events out. It knows neither a clock nor a network nor
 * storage; time comes with `advance`, chance is part of the state. Whoever needs one mutable thing keeps the last state.
 */
import { cancel, cancelMany } from './cancel.js';
import type { CancelManyValue } from './cancel.js';
import type { EngineCommand, EngineRefusal } from './commands.js';
import {
  removeService,
  setAgents,
  setApplication,
  setOrs,
  setPerson,
  setService,
  setTransactionList,
} from './configure.js';
import { create } from './create.js';
import { Draft } from './draft.js';
import type { EngineEvent } from './events.js';
import { force } from './force.js';
import { generate } from './generate.js';
import { done, refused } from './outcome.js';
import type { Outcome } from './outcome.js';
import { run } from './run.js';
import type { EngineState } from './state.js';
import { update } from './update.js';

export type * from './commands.js';
export type { EngineEvent } from './events.js';
export type { EngineRecord } from './record.js';
export type { EngineState, Person } from './state.js';
export { createState } from './state.js';
export { applicationOptionOf, lookupKeysOf, optionOf, personOf, serviceNames } from './options.js';
export { cancelledWith, countsByState, findByFields, findById, listByQueues, watermarks } from './reads.js';
export type { FieldCriterion } from './reads.js';
export { diagnosticsOf } from './diagnostics.js';
export { hashOf } from './hash.js';
export { restoreSnapshot, snapshotOf } from './snapshot.js';

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

/** No calendar goes further, in epoch milliseconds. */
const LAST_INSTANT = 8.64e15;

/** Moves time on. A time that has passed already changes nothing: the engine's time never goes back. */
function advance(draft: Draft, { to }: { readonly to: number }): Outcome<Nothing> {
  if (!(Math.abs(to) <= LAST_INSTANT)) return refused({ code: 'invalid-value', details: { key: 'to' } });
  if (to > draft.now) run(draft, Math.floor(to));
  return done({});
}

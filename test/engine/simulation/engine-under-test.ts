import {
  apply,
  countsByState,
  destinationOf,
  diagnosticsOf,
  findByFields,
  hashOf,
  listByQueues,
  matchInteraction,
  restoreSnapshot,
  snapshotOf,
  storedValues,
  watermarks,
} from '../../../mock-server/engine/engine.js';
import type { EngineCommand, EngineEvent, EngineRefusal, EngineState } from '../../../mock-server/engine/engine.js';
import { callerOf, knowsId, outcomesFor } from '../../../mock-server/shell/access/rules.js';
import { cancelledReport } from '../../../mock-server/shell/cancelled-report.js';
import { findByLookupKeys } from '../../../mock-server/shell/query-rules.js';

/** What came of a command. A refused one answers with a state too, so that a check can see that it is the one of before. */
export interface Answer {
  readonly state: EngineState;
  readonly events: readonly EngineEvent[];
  readonly value?: unknown;
  readonly refusal?: EngineRefusal;
}

/** Everything a simulation asks of an engine. A broken engine is an honest one with one of these doors exchanged. */
export interface EngineUnderTest {
  readonly apply: (state: EngineState, command: EngineCommand) => Answer;
  /** A state as the text of a file, and back. */
  readonly write: (state: EngineState) => string;
  readonly read: (text: string) => EngineState | undefined;
  readonly hash: typeof hashOf;
  readonly list: typeof listByQueues;
  readonly find: typeof findByFields;
  readonly counts: typeof countsByState;
  readonly watermarks: typeof watermarks;
  readonly diagnostics: typeof diagnosticsOf;
  readonly destination: typeof destinationOf;
  readonly stored: typeof storedValues;
  readonly match: typeof matchInteraction;
  /** The rules by which every shell lets a person see and change callbacks. */
  readonly access: {
    readonly callerOf: typeof callerOf;
    readonly knowsId: typeof knowsId;
    readonly outcomesFor: typeof outcomesFor;
    readonly query: typeof findByLookupKeys;
    readonly report: typeof cancelledReport;
  };
}

/** The engine of the product as it is. */
export const HONEST: EngineUnderTest = {
  apply: (state, command) => {
    const result = apply(state, command);
    return result.ok ? result : { state, events: [], refusal: result.refusal };
  },
  write: (state) => JSON.stringify(snapshotOf(state)),
  read: (text) => restoreSnapshot(JSON.parse(text)),
  hash: hashOf,
  list: listByQueues,
  find: findByFields,
  counts: countsByState,
  watermarks,
  diagnostics: diagnosticsOf,
  destination: destinationOf,
  stored: storedValues,
  match: matchInteraction,
  access: { callerOf, knowsId, outcomesFor, query: findByLookupKeys, report: cancelledReport },
};

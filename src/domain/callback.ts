/** The six states a callback can be in, in the order of its life (GMS reference, life cycle, states). */
export const CALLBACK_STATES = ['SCHEDULED', 'QUEUED', 'ROUTING', 'PROCESSING', 'PAUSED', 'COMPLETED'] as const;

/** One of the six states. */
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** A state as a server says it: one of the six, or a word this version does not know, kept and shown as it is. */
export type ReportedState = CallbackState | (string & {});

/** A callback as the program knows it. It is never a record on the wire: the transport maps one to the other. */
export interface CallbackRecord {
  /** Opaque identifier; never parsed. */
  readonly id: string;
  /** Name of the callback service, which is also its callback-execution-name. */
  readonly serviceName: string;
  readonly state: ReportedState;
  /** Why the callback was completed; absent while it is not. Unknown reasons are kept. */
  readonly reason?: string;
  /** When the customer is to be called, in epoch milliseconds. For an immediate callback the time of its creation. */
  readonly desiredTime: number;
  /** When the record leaves the list, in epoch milliseconds: desired time plus the service's time to live. */
  readonly expirationTime?: number;
  /** The number to call, as text: `5510` and `+33604120405` are both valid. */
  readonly customerNumber: string;
  /** Address of the record on its server. */
  readonly url?: string;
  /** Session of the running strategy; absent while nothing runs. */
  readonly orsSessionId?: string;
  /** Every other key under its own name, for example `_LOB` or `foo`. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Says whether a state is one of the six. */
export function isCallbackState(state: string): state is CallbackState {
  return (CALLBACK_STATES as readonly string[]).includes(state);
}

/** How a completed callback ended, for marks and filters. */
export type Outcome = 'connected' | 'cancelled' | 'failed' | 'unknown';

const CANCELLED_REASONS: ReadonlySet<string> = new Set(['CANCELLED', 'CANCELLED_BY_ADMIN']);

/** Sorts a completion reason into an outcome. An absent or unknown reason stays `unknown`; nothing is guessed. */
export function outcomeOf(reason: string | undefined): Outcome {
  if (reason === undefined) return 'unknown';
  if (reason === 'AGENT_CONNECTED') return 'connected';
  if (CANCELLED_REASONS.has(reason)) return 'cancelled';
  if (reason.startsWith('AGENT_PREVIEW_CANCEL_AFTER_')) return 'cancelled';
  if (reason.startsWith('FAIL_') || reason === 'SUBMIT_FAILED' || reason === 'NOT_AVAILABLE') return 'failed';
  return 'unknown';
}

/** The state as people read it: `QUEUED`, or `COMPLETED (CANCELLED_BY_ADMIN)`. */
export function stateText(record: Pick<CallbackRecord, 'state' | 'reason'>): string {
  return record.reason === undefined || record.reason === '' ? record.state : `${record.state} (${record.reason})`;
}

/** Number of callbacks by state, unknown states included. */
export function countByState(records: Iterable<CallbackRecord>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(record.state, (counts.get(record.state) ?? 0) + 1);
  return counts;
}

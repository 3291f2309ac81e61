import type { CallbackRecord, CallbackState } from '../../../src/domain/callback.js';

/** A callback with everything the engine needs to carry it through its life. Times in epoch milliseconds, waits in seconds. */
export interface EngineRecord extends CallbackRecord {
  readonly state: CallbackState;
  readonly expirationTime: number;
  readonly createdAt: number;
  /** Attempts to hand it to ORS that failed since the last one that did not. */
  readonly submitAttempts: number;
  /** Whether its session still runs; absent while it has none. */
  readonly sessionAlive?: boolean;
  /** Its stay in the queue; present from submission to completion. */
  readonly queue?: QueueStay;
  /** What came of calling the customer. */
  readonly dials: DialHistory;
  /** The agent at work on it; present exactly while ROUTING or PROCESSING. */
  readonly call?: AgentCall;
  /** Desired time of which the customer was reminded. */
  readonly remindedFor?: number;
}

/** A stay in a virtual queue. */
export interface QueueStay {
  /** When it was handed to the queue; decides its place among those of equal priority. */
  readonly since: number;
  /** Decides between those of the same instant: the smaller number came first. No two are equal. */
  readonly ticket: number;
  /** From when on an agent may be reserved: the strategy needs some seconds to start. */
  readonly readyAt: number;
  /** When it has waited too long (`_urs_queued_ttl`). */
  readonly deadline: number;
  /** Its place and estimated wait on entry; absent when nobody measured them. */
  readonly offer?: QueueStanding;
  /** Since when it is paused. The deadline moves by the length of the pause. */
  readonly pausedAt?: number;
}

/** A place in a virtual queue, 1 = next, and the wait that goes with it in seconds. */
export interface QueueStanding {
  readonly position: number;
  readonly wait: number;
}

/** Calls to the customer so far. */
export interface DialHistory {
  readonly attempts: number;
  /** How the last one ended. */
  readonly result?: string;
  readonly first?: QueueStanding & { readonly at: number };
  /** When the next one may begin; until then the callback is not in the queue. */
  readonly retryAt?: number;
  /** The customer asked for the pause before the next call. */
  readonly snoozed?: true;
}

/** What an agent does for a callback: waits for the dial while ROUTING, talks while PROCESSING. */
export interface AgentCall {
  /** Number of the agent, 1 and up. */
  readonly agent: number;
  /** When the dial or the talk ends; absent while nobody is logged in who could go on. */
  readonly until?: number;
}

/** Number of dials of a callback nobody called yet. */
export const NO_DIALS: DialHistory = Object.freeze({ attempts: 0 });

/** Whether the callback holds a place in its queue. Those that wait for another dial, or lost their session, do not. */
export function isWaiting(record: EngineRecord): boolean {
  return record.state === 'QUEUED' && record.sessionAlive === true && record.dials.retryAt === undefined;
}

type OptionalKey = 'reason' | 'sessionAlive' | 'orsSessionId' | 'queue' | 'call';

/** A record without some of its optional keys. Copied key by key: deleting one would make every later access slow. */
export function without(record: EngineRecord, ...keys: readonly OptionalKey[]): EngineRecord {
  if (!keys.some((key) => key in record)) return record;
  const kept = Object.entries(record).filter(([key]) => !(keys as readonly string[]).includes(key));
  return Object.fromEntries(kept) as unknown as EngineRecord;
}

/** The text of a property; undefined when the record has none of that name, whatever objects inherit. */
export function propertyOf(record: Pick<EngineRecord, 'properties'>, name: string): string | undefined {
  return Object.hasOwn(record.properties, name) ? record.properties[name] : undefined;
}

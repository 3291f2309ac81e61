import type { CallbackState } from '../../../src/domain/callback.js';
import { ANSWERED, callEnd } from './calls.js';
import { REASONS } from './completion.js';
import type { Draft } from '../draft.js';
import { NO_DIALS } from '../state/record.js';
import type { Asked } from '../options/record-options.js';
import type { DialHistory, EngineRecord, QueueStay } from '../state/record.js';
import { queueStay } from './submission.js';

/** What a record needs to be put into a state past the rules of its life. */
export interface Placement {
  readonly state: CallbackState;
  readonly reason?: string;
  /** Takes the number of an agent for ROUTING and PROCESSING. */
  readonly agents: Iterator<number, never>;
}

/** What a record has, or has not, because of its state. */
export type StateParts = Pick<EngineRecord, 'state' | 'submitAttempts' | 'dials'> &
  Partial<Pick<EngineRecord, 'reason' | 'sessionAlive' | 'orsSessionId' | 'queue' | 'call'>>;

/** The record a state's parts are made for, as far as it is known already. */
export type Origin = Asked & Pick<EngineRecord, 'dials'> & Partial<EngineRecord>;

/** The record as it would be in a state, with everything that belongs to the state and nothing that does not. */
export function placed(draft: Draft, record: EngineRecord, placement: Placement): EngineRecord {
  const { reason, sessionAlive, orsSessionId, queue, call, ...rest } = record;
  return { ...rest, ...partsOf(draft, record, placement) };
}

/** The parts that a state brings with it. */
export function partsOf(draft: Draft, origin: Origin, { state, reason, agents }: Placement): StateParts {
  const submitAttempts = 0;
  if (state === 'SCHEDULED') return { state, submitAttempts, dials: NO_DIALS };
  const dials = readyDials(origin.dials);
  if (state === 'COMPLETED') return { state, submitAttempts, dials, reason: reason ?? REASONS.unstated };
  const stay = stayOf(draft, origin);
  const queued = {
    state,
    submitAttempts,
    dials,
    sessionAlive: true,
    orsSessionId: origin.orsSessionId ?? draft.random.sessionId(),
    queue: state === 'PAUSED' ? { ...stay, pausedAt: draft.now } : stay,
  };
  if (state !== 'ROUTING' && state !== 'PROCESSING') return queued;
  const until = callEnd(draft, state);
  const agent = agents.next().value;
  return { ...queued, dials: dialsOnCall(dials, state), call: until === undefined ? { agent } : { agent, until } };
}

/** A stay that goes on, without the time it was paused, or one that begins now. */
function stayOf(draft: Draft, origin: Origin): QueueStay {
  if (origin.queue === undefined) return queueStay(draft, origin);
  const { pausedAt = draft.now, ...queue } = origin.queue;
  return { ...queue, deadline: queue.deadline + (draft.now - pausedAt) };
}

function dialsOnCall(dials: DialHistory, state: 'ROUTING' | 'PROCESSING'): DialHistory {
  if (state === 'ROUTING') return { ...dials, attempts: dials.attempts + 1 };
  return { ...dials, attempts: Math.max(1, dials.attempts), result: ANSWERED };
}

function readyDials(dials: DialHistory): DialHistory {
  if (dials.retryAt === undefined) return dials;
  const { retryAt, snoozed, ...rest } = dials;
  return rest;
}

import type { CallbackState } from '../../../src/domain/callback.js';
import type { Options } from '../../../src/domain/service.js';
import type { Draft } from '../draft.js';
import { partsOf } from './placement.js';
import { policyFor } from '../options/policy.js';
import { NO_DIALS } from '../state/record.js';
import type { DialHistory, EngineRecord, QueueStay } from '../state/record.js';

/** A record that did not come about by living: from a scenario, or generated in bulk. Times in epoch milliseconds. */
export interface ForgeWish {
  /** Absent = one by chance. */
  readonly id?: string;
  readonly serviceName: string;
  readonly state: CallbackState;
  /** Only for COMPLETED. */
  readonly reason?: string;
  readonly desiredTime: number;
  readonly createdAt?: number;
  /** The record stays in the list until then at least, also where its service keeps it for less. */
  readonly keptUntil?: number;
  readonly customerNumber: string;
  readonly properties?: Options;
}

/** What has happened to a forged record before the scenario begins. */
export interface ForgedPast {
  readonly queue?: Partial<QueueStay>;
  readonly dials?: DialHistory;
}

const NO_PROPERTIES: Options = Object.freeze({});

/** Makes a record in a state, with everything that belongs to the state. It is not put into the draft. */
export function forge(draft: Draft, wish: ForgeWish, agents: Iterator<number, never>): EngineRecord {
  const { serviceName, state, reason, desiredTime, customerNumber, properties = NO_PROPERTIES } = wish;
  const placement = reason === undefined ? { state, agents } : { state, agents, reason };
  const asked = { serviceName, customerNumber, properties };
  const id = wish.id ?? draft.random.id();
  return {
    id,
    serviceName,
    desiredTime,
    expirationTime: Math.max(desiredTime + policyFor(draft.settings, asked).ttl, wish.keptUntil ?? desiredTime),
    customerNumber,
    properties,
    createdAt: wish.createdAt ?? Math.min(draft.now, desiredTime),
    ...partsOf(draft, { ...asked, dials: NO_DIALS }, placement),
  };
}

/** A forged record with a past of its own in the place of the one that begins now. */
export function withPast(record: EngineRecord, { queue, dials = record.dials }: ForgedPast): EngineRecord {
  return record.queue === undefined ? { ...record, dials } : { ...record, dials, queue: { ...record.queue, ...queue } };
}

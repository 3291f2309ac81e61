import { QUEUE_TIME_STATISTIC } from '../options/policy.js';
import type { Period, PollingRates, ServicePolicy } from '../options/policy.js';
import { propertyOf } from '../state/record.js';
import type { EngineRecord } from '../state/record.js';

/**
 * What can fall due for a callback, in the order in which things of the same instant happen. The poll comes first: its ticks are
 * counted from the instant reached, all others have a time of their own.
 */
export const DUE_KINDS = [
  'poll',
  'reminder',
  'dial-ends',
  'talk-ends',
  'agent-free',
  'retry',
  'ready',
  'queue-timeout',
  'expiry',
  'ors-returns',
  'number-free',
] as const;

export type DueKind = (typeof DUE_KINDS)[number];

/** Something that will happen at a time, in epoch milliseconds, unless the callback changes before. */
export interface Due {
  readonly at: number;
  readonly kind: DueKind;
}

/** What decides when a callback is due. */
export interface DueContext {
  /** Instant reached: polls of that instant are over. */
  readonly now: number;
  readonly rates: PollingRates;
  readonly policy: ServicePolicy;
}

/** The next thing that happens to a callback by itself. Every record has one: at last it leaves the list. */
export function nextDue(record: EngineRecord, context: DueContext): Due {
  let next: Due = { at: record.expirationTime + 1, kind: 'expiry' };
  if (record.state === 'COMPLETED') return next;
  const consider = (at: number | undefined, kind: DueKind): void => {
    if (at === undefined) return;
    const isEarlier = at < next.at || (at === next.at && DUE_KINDS.indexOf(kind) < DUE_KINDS.indexOf(next.kind));
    if (isEarlier) next = { at, kind };
  };
  consider(nextPoll(record, context), 'poll');
  consider(nextReminder(record, context), 'reminder');
  if (record.state === 'ROUTING') consider(record.call?.until, 'dial-ends');
  if (record.state === 'PROCESSING') consider(record.call?.until, 'talk-ends');
  if (record.state === 'QUEUED') {
    consider(record.dials.retryAt, 'retry');
    if (record.queue !== undefined) {
      if (record.queue.readyAt > context.now) consider(record.queue.readyAt, 'ready');
      consider(record.queue.deadline, 'queue-timeout');
    }
  }
  return next;
}

/**
 * Whether a scheduled callback is submitted earlier the longer its queue is: then no tick can be foretold, and every one has to look
 * (GMS reference, transitions; request of a queue-time statistic).
 */
export function followsQueue(record: EngineRecord, policy: ServicePolicy): boolean {
  return policy.followsQueue || propertyOf(record, QUEUE_TIME_STATISTIC) !== undefined;
}

/** The next tick of a polling loop that does something to the callback; undefined when none will. */
function nextPoll(record: EngineRecord, { now, rates, policy }: DueContext): number | undefined {
  const { desiredTime } = record;
  const within = (period: Period, rate: number, from = Number.NEGATIVE_INFINITY): number | undefined => {
    const tick = tickAfter(now, Math.max(desiredTime - period.to, from), rate);
    return tick <= desiredTime - period.from ? tick : undefined;
  };
  switch (record.state) {
    case 'SCHEDULED': {
      if (!policy.exists) return undefined;
      const due = desiredTime - policy.executionBuffer;
      const earliest = followsQueue(record, policy) ? Number.NEGATIVE_INFINITY : due;
      return earlier(
        within(policy.pollPeriod, rates.normal, earliest),
        within(policy.recoveryPeriod, rates.recovery, due),
      );
    }
    case 'QUEUED':
      if (policy.paused) return tickAfter(now, now, rates.normal);
      if (record.sessionAlive === true) return undefined;
      return within(record.sessionAlive === undefined ? policy.pollPeriod : policy.pingPeriod, rates.normal);
    case 'PAUSED':
      return policy.paused ? undefined : tickAfter(now, now, rates.normal);
    case 'ROUTING':
    case 'PROCESSING':
    case 'COMPLETED':
      return undefined;
  }
}

/** Once for every desired time, unless that moment had passed when the callback was asked for or moved. */
function nextReminder(record: EngineRecord, { now, policy }: DueContext): number | undefined {
  const { state, desiredTime, remindedFor } = record;
  if (policy.reminderBuffer === undefined || remindedFor === desiredTime) return undefined;
  if (state === 'ROUTING' || state === 'PROCESSING') return undefined;
  const at = desiredTime - policy.reminderBuffer;
  return at >= now ? at : undefined;
}

/** First tick after the instant reached and not before another one. The loops tick on whole multiples of their rate. */
function tickAfter(now: number, from: number, rate: number): number {
  const after = (Math.floor(now / rate) + 1) * rate;
  const notBefore = Math.ceil(from / rate) * rate;
  return Math.max(after, notBefore);
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

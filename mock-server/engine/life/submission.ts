import { complete, REASONS } from './completion.js';
import type { Draft } from '../draft.js';
import { followsQueue } from '../time/due.js';
import { policyFor } from '../options/policy.js';
import type { Asked } from '../options/record-options.js';
import type { EngineRecord, QueueStay } from '../state/record.js';

/**
 * Hands a callback to ORS, or counts an attempt that failed and gives up after the last one. A callback that already waited keeps its
 * place; one whose session was lost gets a new one.
 */
export function submit(draft: Draft, record: EngineRecord): EngineRecord {
  if (!draft.settings.orsReachable) return failToSubmit(draft, record);
  const submitted = {
    ...enterQueue(draft, record),
    submitAttempts: 0,
    sessionAlive: true,
    orsSessionId: draft.random.sessionId(),
  };
  draft.emit({ type: 'submitted', id: record.id, serviceName: record.serviceName });
  const queued = withOffer(draft, submitted);
  draft.put(queued);
  return queued;
}

/** What the poll does for a callback. */
export function poll(draft: Draft, record: EngineRecord): void {
  const { paused } = policyFor(draft.settings, record);
  if (record.state === 'PAUSED') {
    resume(draft, record);
    return;
  }
  if (record.state === 'SCHEDULED' && !isTimeToSubmit(draft, record)) {
    draft.reenter(record);
    return;
  }
  const queued = record.state === 'QUEUED' && paused ? record : submit(draft, record);
  if (queued.state === 'QUEUED' && paused) pause(draft, queued);
}

/** A stay in the queue that begins now. */
export function queueStay(draft: Draft, asked: Asked): QueueStay {
  const policy = policyFor(draft.settings, asked);
  const { now } = draft;
  return { since: now, ticket: draft.takeTicket(), readyAt: now + policy.startDelay, deadline: now + policy.queuedTtl };
}

/** A callback whose wait can be foretold is submitted so much before its time as it will wait, and never later than others. */
function isTimeToSubmit(draft: Draft, record: EngineRecord): boolean {
  const policy = policyFor(draft.settings, record);
  const ahead = record.desiredTime - draft.now;
  if (ahead <= policy.executionBuffer || !followsQueue(record, policy)) return true;
  const last = { since: draft.now, ticket: Number.POSITIVE_INFINITY, readyAt: draft.now, deadline: draft.now };
  return ahead <= draft.timetable.lines.standingOf({ ...record, queue: last }, draft.now).wait * 1000;
}

function enterQueue(draft: Draft, record: EngineRecord): EngineRecord & { readonly queue: QueueStay } {
  const readyAt = draft.now + policyFor(draft.settings, record).startDelay;
  const queue = record.queue === undefined ? queueStay(draft, record) : { ...record.queue, readyAt };
  return { ...draft.step(record, 'submit'), queue };
}

function withOffer(draft: Draft, record: EngineRecord & { readonly queue: QueueStay }): EngineRecord {
  if (record.queue.offer !== undefined) return record;
  const offer = draft.timetable.lines.standingOf(record, draft.now);
  return { ...record, queue: { ...record.queue, offer } };
}

/** One more attempt failed. An immediate callback waits QUEUED for the next one, a scheduled one SCHEDULED. */
function failToSubmit(draft: Draft, record: EngineRecord): EngineRecord {
  const submitAttempts = record.submitAttempts + 1;
  const failed: EngineRecord = { ...record, submitAttempts };
  draft.emit({ type: 'submit-failed', id: record.id, serviceName: record.serviceName, count: submitAttempts });
  if (submitAttempts >= policyFor(draft.settings, record).maxSubmitAttempts) {
    return complete(draft, failed, { reason: REASONS.submitFailed, command: 'fail-submit' });
  }
  draft.put(failed);
  return failed;
}

function pause(draft: Draft, record: EngineRecord): void {
  const queue = record.queue ?? queueStay(draft, record);
  draft.put({ ...draft.step(record, 'pause'), queue: { ...queue, pausedAt: draft.now } });
}

/** Back to its place: the pause does not count as waiting too long. */
function resume(draft: Draft, record: EngineRecord): void {
  const { pausedAt = draft.now, ...queue } = record.queue ?? queueStay(draft, record);
  draft.put({
    ...draft.step(record, 'resume'),
    queue: { ...queue, deadline: queue.deadline + (draft.now - pausedAt) },
  });
}

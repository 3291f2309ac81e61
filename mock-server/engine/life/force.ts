import { idleAgents } from './calls.js';
import type { EngineRefusal, ForceCommand } from '../commands.js';
import type { Draft } from '../draft.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { placed } from './placement.js';
import { policyFor } from '../options/policy.js';
import type { EngineRecord } from '../state/record.js';

/** Puts a record where a test wants it. What belongs to the state comes with it: session, place, agent, reason. */
export function force(draft: Draft, command: ForceCommand): Outcome<{ readonly id: string }> {
  const record = draft.records.get(command.id);
  if (record === undefined) return refused({ code: 'unknown-callback', details: { id: command.id } });
  const refusal = refusalOfForce(record, command);
  if (refusal !== undefined) return refused(refusal);
  const { id, serviceName, state: from } = record;
  const started = withSession(draft, withState(draft, record, command), command.orsSession);
  const forced = withSnooze(draft, started, command.snoozed);
  draft.put(forced);
  const { state: to, reason } = forced;
  draft.emit({ type: 'forced', id, serviceName, from, to, ...(reason === undefined ? {} : { reason }) });
  return done({ id });
}

/** Only a completed record has a reason, only one handed to ORS a session, and only one that waits can rest. */
function refusalOfForce(record: EngineRecord, command: ForceCommand): EngineRefusal | undefined {
  const state = command.state ?? record.state;
  if (command.reason !== undefined && (state !== 'COMPLETED' || command.reason.trim() === '')) {
    return {
      code: 'invalid-value',
      details: { key: 'reason', problem: `only a COMPLETED callback has one, and this one is ${state}` },
    };
  }
  if (command.orsSession !== undefined && (state === 'COMPLETED' || state === 'SCHEDULED')) {
    return {
      code: 'invalid-value',
      details: { key: 'orsSession', problem: `a callback that is ${state} has no session` },
    };
  }
  if (command.snoozed !== undefined && state !== 'QUEUED') {
    return { code: 'invalid-value', details: { key: 'snoozed', state } };
  }
  return undefined;
}

function withState(draft: Draft, record: EngineRecord, { state, reason }: ForceCommand): EngineRecord {
  const target = state ?? record.state;
  if (target !== record.state) {
    return placed(draft, record, {
      state: target,
      agents: idleAgents(draft),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return reason === undefined ? record : { ...record, reason };
}

/** A callback that ORS never took gets its session first, and with it its place. */
function withSession(draft: Draft, record: EngineRecord, session: ForceCommand['orsSession']): EngineRecord {
  if (session === undefined) return record;
  const { state } = record;
  const started =
    record.sessionAlive === undefined ? placed(draft, record, { state, agents: idleAgents(draft) }) : record;
  return { ...started, sessionAlive: session === 'alive' };
}

/** A callback that rests is out of its line until the rest is over; one that is woken is in its old place at once. */
function withSnooze(draft: Draft, record: EngineRecord, isSnoozed: ForceCommand['snoozed']): EngineRecord {
  if (isSnoozed === undefined) return record;
  const { retryAt, snoozed, ...dials } = record.dials;
  if (!isSnoozed) return { ...record, dials };
  const { snooze } = policyFor(draft.settings, record);
  return { ...record, dials: { ...dials, retryAt: draft.now + snooze, snoozed: true } };
}

import { refusalOf } from '../../../src/domain/lifecycle.js';
import type { CancelCommand, EngineRefusal } from '../commands.js';
import { complete, REASONS } from './completion.js';
import type { Draft } from '../draft.js';
import { findInService } from '../lookup.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { EngineRecord } from '../state/record.js';

/** What became of each id of a bulk cancel, in the order asked. */
export interface CancelManyValue {
  readonly outcomes: readonly { readonly id: string; readonly ok: boolean }[];
}

/** Cancels one callback for the customer. A queued one whose session cannot be told is left, unless the caller says to go on. */
export function cancel(draft: Draft, command: CancelCommand): Outcome<{ readonly id: string }> {
  const found = findInService(draft, command);
  if ('refusal' in found) return found;
  const { record } = found;
  const { id, serviceName, state } = record;
  if (refusalOf(state, 'cancel') !== undefined) return refused({ code: 'not-cancellable', details: { id, state } });
  const sessionRefusal = command.discardOrsFailure ? undefined : refusalOfSession(draft, record);
  if (sessionRefusal !== undefined) return refused(sessionRefusal);
  complete(draft, record, { reason: REASONS.cancelled, command: 'cancel' });
  draft.emit({ type: 'cancelled', id, serviceName, reason: REASONS.cancelled });
  return done({ id });
}

/** Cancels whatever of the ids can be cancelled, across services, with the reason given. An id asked twice has one outcome. */
export function cancelMany(
  draft: Draft,
  { ids, reason }: { readonly ids: readonly string[]; readonly reason: string },
): Outcome<CancelManyValue> {
  if (reason.trim() === '') return refused({ code: 'invalid-value', details: { key: 'reason' } });
  const outcomes = new Map<string, boolean>();
  for (const id of ids) {
    if (!outcomes.has(id)) outcomes.set(id, cancelAsAdministrator(draft, id, reason));
  }
  return done({ outcomes: ids.map((id) => ({ id, ok: outcomes.get(id) === true })) });
}

function cancelAsAdministrator(draft: Draft, id: string, reason: string): boolean {
  const record = draft.records.get(id);
  if (record === undefined || refusalOf(record.state, 'cancel-by-admin') !== undefined) return false;
  complete(draft, record, { reason, command: 'cancel-by-admin' });
  draft.emit({ type: 'cancelled', id, serviceName: record.serviceName, reason });
  return true;
}

/** Only a queued callback has a session that must be told and may be gone. */
function refusalOfSession(draft: Draft, record: EngineRecord): EngineRefusal | undefined {
  if (record.state !== 'QUEUED' || record.sessionAlive === undefined) return undefined;
  const details = { id: record.id, session: record.orsSessionId ?? '' };
  if (!draft.settings.orsReachable) return { code: 'ors-unreachable', details };
  return record.sessionAlive ? undefined : { code: 'ors-session-gone', details };
}

import type { LifecycleCommand } from '../../../src/domain/lifecycle.js';
import type { Draft } from '../draft.js';
import { without } from '../state/record.js';
import type { EngineRecord } from '../state/record.js';

/** Reasons the engine itself gives (GMS reference, reasons). */
export const REASONS = {
  connected: 'AGENT_CONNECTED',
  timeout: 'FAIL_TIMEOUT_TTL',
  unreached: 'FAIL_CALL_TO_CUSTOMER',
  noNumber: 'FAIL_NO_CUSTOMER_NUMBER',
  submitFailed: 'SUBMIT_FAILED',
  cancelled: 'CANCELLED',
  unstated: 'NOT_AVAILABLE',
} as const;

/** How a callback ends: why, and by which command of the life cycle. */
export interface Ending {
  readonly reason: string;
  readonly command?: LifecycleCommand;
}

/** Completes a callback: it keeps its history and gives back its session, its place and its agent. */
export function complete(draft: Draft, record: EngineRecord, { reason, command = 'complete' }: Ending): EngineRecord {
  const completed = asCompleted(draft.step(record, command, reason), reason);
  draft.put(completed);
  if (record.call !== undefined) {
    draft.emit({ type: 'agent-released', id: record.id, serviceName: record.serviceName, agent: record.call.agent });
  }
  return completed;
}

/** A record as it is once completed. */
export function asCompleted(record: EngineRecord, reason: string): EngineRecord {
  const { retryAt, snoozed, ...dials } = record.dials;
  return { ...without(record, 'sessionAlive', 'orsSessionId', 'queue', 'call'), state: 'COMPLETED', reason, dials };
}

/** Lets a callback leave the list, after completing it when nobody did. */
export function expire(draft: Draft, record: EngineRecord): void {
  const last = record.state === 'COMPLETED' ? record : complete(draft, record, { reason: REASONS.timeout });
  draft.remove(last);
  draft.emit({ type: 'expired', id: last.id, serviceName: last.serviceName });
}

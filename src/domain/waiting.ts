import type { QueueDiagnostics } from './diagnostics.js';

/** Why a queued callback is not moving, or when it will. Times in epoch milliseconds, waits in seconds. */
export type WaitingReason =
  /** The customer asked to be called later. */
  | { readonly kind: 'snoozed'; readonly until?: number }
  /** A call was not answered; the next one is made at a set time. */
  | { readonly kind: 'next-call'; readonly at: number }
  /** Nobody is logged in who could call. */
  | { readonly kind: 'no-agents' }
  /** Others are before it. */
  | { readonly kind: 'behind'; readonly ahead: number; readonly wait?: number }
  /** It is the next one. */
  | { readonly kind: 'next'; readonly wait?: number }
  | { readonly kind: 'not-in-queue' };

/** The one reason that counts most among the facts; undefined when they do not tell. Nothing is guessed. */
export function waitingReason(facts: QueueDiagnostics): WaitingReason | undefined {
  const { nextCallTime, position, estimatedWaitTime } = facts;
  if (facts.snoozed === true) return { kind: 'snoozed', ...(nextCallTime !== undefined && { until: nextCallTime }) };
  if (nextCallTime !== undefined) return { kind: 'next-call', at: nextCallTime };
  if (facts.agentsLoggedIn === 0) return { kind: 'no-agents' };
  const wait = estimatedWaitTime !== undefined && { wait: estimatedWaitTime };
  if (position === 1) return { kind: 'next', ...wait };
  if (position === null) return { kind: 'not-in-queue' };
  return position === undefined ? undefined : { kind: 'behind', ahead: position - 1, ...wait };
}

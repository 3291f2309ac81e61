import type { CallbackState } from '../../src/domain/callback.js';

/** What the engine reports. */
export type EngineEventType =
  | 'created'
  | 'generated'
  | 'state-changed'
  | 'submitted'
  | 'submit-failed'
  | 'rescheduled'
  | 'updated'
  | 'cancelled'
  | 'agent-reserved'
  | 'dialled'
  | 'woken'
  | 'agent-released'
  | 'forced'
  | 'reminded'
  | 'number-reserved'
  | 'stored'
  | 'expired'
  | 'settings-changed';

/** Something that happened, in order of time. It never carries a number to call. */
export interface EngineEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly type: EngineEventType;
  readonly id?: string;
  readonly serviceName?: string;
  readonly from?: CallbackState;
  readonly to?: CallbackState;
  /** Why a callback was completed. */
  readonly reason?: string;
  /** Result of a dial, name of a setting. */
  readonly detail?: string;
  /** How many records a bulk step concerned. */
  readonly count?: number;
  readonly agent?: number;
}

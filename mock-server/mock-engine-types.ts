import type { CallbackState } from '../src/domain/callback.js';
import type { EngineEvent } from './engine/engine.js';
import type { WakingClock } from './ports/clock.js';
import type { Instant } from './shell/control/requests.js';
import type { LogEntry } from './shell/log.js';

export type {
  ForcedRecord,
  GivenOptions,
  GivenSections,
  Instant,
  OrsWish,
  PersonWish,
  RecordsWish,
  ResetOptions,
} from './shell/control/requests.js';

/** How a mock starts. What is absent has its default everywhere: seed 42, scenario `contact-centre`, rate 1, the wall clock's now. */
export interface MockEngineOptions {
  readonly seed?: number;
  readonly scenario?: string;
  /** Where its clock starts: ISO text with a zone, or epoch milliseconds. */
  readonly now?: Instant;
  /** Virtual seconds per second; 0 = stopped. */
  readonly rate?: number;
  /** The clock on the wall. */
  readonly clock?: WakingClock;
}

/** The mock in a few words. */
export interface MockSummary {
  /** ISO text of the mock's clock. */
  readonly now: string;
  readonly rate: number;
  readonly seed: number;
  readonly scenario: string;
  readonly counts: Readonly<Record<CallbackState, number>>;
  /** Changes with everything that matters: records, settings, chance. Not with the passing of time alone. */
  readonly hash: string;
}

/** Where the clock stands after a change. */
export interface ClockAnswer {
  /** ISO text. */
  readonly now: string;
  readonly rate: number;
  /** What happened, as the log tells it; after steps only. */
  readonly events?: readonly LogEntry[];
}

/** What subscribers hear. */
export type MockChange =
  | { readonly type: 'events'; readonly events: readonly EngineEvent[] }
  | { readonly type: 'clock'; readonly now: number; readonly rate: number }
  | { readonly type: 'reset' }
  /** A snapshot or a scenario took the place of everything. */
  | { readonly type: 'restored' }
  /** A request to an address that nothing answers: a mistake of the page or a gap of the mock, to be made loud. */
  | { readonly type: 'unhandled'; readonly method: string; readonly path: string };

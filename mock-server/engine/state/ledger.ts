import { PersistentMap } from './persistent-map.js';
import type { RequestLog } from './request-log.js';

/** What the limits remember of requests that were accepted. A refused request leaves no trace. */
export interface Ledger {
  /** Requests inside the execution buffer, by service; those that no window looked back to when the last one came are missing. */
  readonly recent: ReadonlyMap<string, RequestLog>;
  /** The calendar day of `today`, as `yyyy-mm-dd`; empty before the first request. */
  readonly day: string;
  /** How often a value was sent on that day. The key is the JSON text of `[service, parameter, value]`. */
  readonly today: PersistentMap<number>;
  /** Counters as they stood at their last tick, by service: they follow the state with a delay (GMS reference, counter watermarks). */
  readonly watermarks: ReadonlyMap<string, LaggingCount>;
}

/** A count before the changes since a tick. What is shown until the next tick is `before`. */
export interface LaggingCount {
  /** The tick, in epoch milliseconds. */
  readonly tick: number;
  readonly before: number;
}

/** A ledger without an entry. */
export const EMPTY_LEDGER: Ledger = Object.freeze({
  recent: new Map(),
  day: '',
  today: PersistentMap.of<number>(),
  watermarks: new Map(),
});

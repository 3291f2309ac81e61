import type { Availability } from '../domain/availability.js';
import type { CallbackRecord } from '../domain/callback.js';
import type { QueueDiagnostics } from '../domain/diagnostics.js';
import type { CallbackQuery } from '../domain/query.js';
import type { BulkCancelResult } from '../domain/report.js';
import type { Options, ServiceSummary } from '../domain/service.js';
import type { TimeRange } from '../domain/time-range.js';

export type { AvailableSlot, Availability } from '../domain/availability.js';

/** Every call can be aborted; it then rejects with the platform's abort exception. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** How far a list has been read. */
export interface ListProgress {
  /** Callbacks read so far. */
  readonly records: number;
  /** How much of the answer is here, from 0 to 1; undefined when the server does not say how long it is. */
  readonly share?: number | undefined;
}

export interface ListOptions extends CallOptions {
  /** Told now and then while a long answer is read; never told of a short one. */
  readonly onProgress?: (progress: ListProgress) => void;
}

/** The answer to a list query. */
export interface CallbackList {
  readonly records: readonly CallbackRecord[];
  /** Every service the server named, also those without a matching callback. */
  readonly services: readonly string[];
  /** Records that could not be read: set aside and counted, the others live. */
  readonly unreadable: readonly UnreadableRecord[];
  /** The server's clock when it answered, in epoch milliseconds. */
  readonly serverTime?: number;
}

/** A record that could not be read. It carries no personal data: only where it stood and what was wrong. */
export interface UnreadableRecord {
  readonly id?: string;
  readonly serviceName?: string;
  readonly issues: readonly string[];
}

/** What a transport can do besides listing. */
export const CAPABILITIES = [
  'get',
  'find',
  'create',
  'reschedule',
  'rescheduleCompleted',
  'updateProperties',
  'cancel',
  'cancelMany',
  'queueDiagnostics',
  'availability',
  'exportCancelled',
  'watermarks',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/** Switches of the server's application section `features`. */
export interface ServerFeatures {
  /** Bulk cancel and reports. */
  readonly bulkCancelAndExport: boolean;
  /** Columns for properties of the callbacks. */
  readonly additionalColumns: boolean;
}

/** What the person in whose name is asked may do and see (GMS reference, roles and permissions). */
export interface Permissions {
  /** `Supervisor`, `Administrator`, `CallbackReadOnly`, or a word this version does not know. */
  readonly roles: readonly string[];
  /** Names of services and of virtual groups whose callbacks the person sees; empty = all. */
  readonly services: readonly string[];
}

/** What a server is and allows. Absent means unknown. */
export interface TransportDescription {
  readonly services: readonly ServiceSummary[];
  /** What cannot be done, with the reason in words. What is not listed here and has a method can be done. */
  readonly unavailable: Readonly<Partial<Record<Capability, string>>>;
  readonly features: ServerFeatures;
  /** Titles for properties, by GMS key (`callback_column_alias`). */
  readonly columnAliases: Readonly<Record<string, string>>;
  /** Keys by which callbacks can be found (`_customer_lookup_keys`). */
  readonly lookupKeys: readonly string[];
  /** What the person may do and see; absent when the server does not tell, or knows no such person. */
  readonly permissions?: Permissions;
  /** The server's clock when it answered, in epoch milliseconds. */
  readonly serverTime?: number;
}

/** A wish for a new callback. */
export interface CreateRequest {
  readonly serviceName: string;
  readonly customerNumber: string;
  /** Epoch milliseconds; absent = now. */
  readonly desiredTime?: number;
  readonly virtualQueue?: string;
  readonly queueTimeStatistic?: string;
  /** Further properties by GMS key; reserved keys are refused. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What the server answered to a new callback. */
export interface CreateResult {
  readonly id: string;
  /** The server's own words for the customer. */
  readonly text?: string;
}

/** Names the service of a callback, which saves the transport reading it first. */
export interface RecordHint {
  readonly serviceName?: string;
}

export interface RescheduleChange {
  /** Epoch milliseconds. */
  readonly desiredTime: number;
}

export interface RescheduleCompletedChange {
  /** Epoch milliseconds. */
  readonly desiredTime: number;
  /** Properties that are new or different; `null` leaves one out. The old record's are kept otherwise. */
  readonly properties: Readonly<Record<string, string | null>>;
}

/** Properties to set, by GMS key; `null` removes one. */
export type PropertyChange = Readonly<Record<string, string | null>>;

export interface CancelOptions extends CallOptions, RecordHint {
  /** Cancel even when the session of a queued callback cannot be reached. Only after the user said so. */
  readonly discardOrsFailure?: boolean;
}

export interface CancelManyOptions extends CallOptions {
  readonly reason: string;
  /** Told after each part that was sent: how many of how many have an outcome. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Callbacks handed to the queue and not completed. */
export interface Watermarks {
  readonly services: Readonly<Record<string, number>>;
  readonly total: number;
}

/** Administration of services; absent where a server offers none. */
export interface ServiceAdministration {
  list(options?: CallOptions): Promise<readonly { readonly name: string; readonly options: Options }[]>;
  save(name: string, options: Options, call?: CallOptions): Promise<void>;
  remove(name: string, options?: CallOptions): Promise<void>;
}

/** A change reported by a subscription. */
export interface CallbackChanges {
  readonly upserts: readonly CallbackRecord[];
  readonly removals: readonly string[];
}

/**
 * The way to a callback server, one method per use case. Only `list` is obligatory: what is absent is switched off with a reason.
 * Every method resolves with domain values and rejects only with `CallbackError` or, when aborted, the platform's abort exception.
 */
export interface CallbackTransport {
  list(query: CallbackQuery, options?: ListOptions): Promise<CallbackList>;
  describe?(options?: CallOptions): Promise<TransportDescription>;
  /** Rejects with `not-found` when there is no such callback. */
  get?(id: string, options?: CallOptions): Promise<CallbackRecord>;
  /**
   * Callbacks that have exactly these values under lookup keys (`_customer_number`, `_email`), whatever their time, and in every state
   * unless `_callback_state` is among the keys; a value that begins with `!` is one that must differ (GMS reference, query by properties).
   */
  find?(values: Readonly<Record<string, string>>, options?: CallOptions): Promise<readonly CallbackRecord[]>;
  create?(request: CreateRequest, options?: CallOptions): Promise<CreateResult>;
  reschedule?(id: string, change: RescheduleChange, options?: CallOptions & RecordHint): Promise<void>;
  /** Schedules a new callback from a completed one and resolves with the new one. */
  rescheduleCompleted?(id: string, change: RescheduleCompletedChange, options?: CallOptions): Promise<CreateResult>;
  updateProperties?(id: string, change: PropertyChange, options?: CallOptions & RecordHint): Promise<void>;
  cancel?(id: string, options?: CancelOptions): Promise<void>;
  /**
   * Cancels by administrator, one outcome per id. An abort is heeded between the parts that are sent, never in the middle of one, and
   * what was sent is always accounted for: the call then resolves, and what was not sent is `failed` with the code `not-sent`. It
   * rejects with the abort exception only when nothing was sent.
   */
  cancelMany?(ids: readonly string[], options: CancelManyOptions): Promise<BulkCancelResult>;
  queueDiagnostics?(id: string, options?: CallOptions): Promise<QueueDiagnostics>;
  /**
   * Slots that begin in the range, in order; full ones too where the server tells them. Local times, should the server tell any, are
   * those of the zone (IANA). Rejects with `not-found` when there is no such service.
   */
  availability?(service: string, range: TimeRange, zone: string, options?: CallOptions): Promise<Availability>;
  /** CSV text of every callback cancelled by an administrator that the server still stores. */
  exportCancelled?(properties: readonly string[], options?: CallOptions): Promise<string>;
  watermarks?(services: readonly string[], options?: CallOptions): Promise<Watermarks>;
  readonly services?: ServiceAdministration;
  /** Calls the listener for every change until the returned function is called. */
  subscribe?(query: CallbackQuery, listener: (changes: CallbackChanges) => void): () => void;
}

/** Why a capability is off, in words; undefined when it is on. */
export function whyUnavailable(
  transport: CallbackTransport | undefined,
  description: TransportDescription | undefined,
  capability: Capability,
): string | undefined {
  if (transport === undefined) return 'No server is connected.';
  if (typeof transport[capability] !== 'function') return 'The connected server does not offer this.';
  return description?.unavailable[capability];
}

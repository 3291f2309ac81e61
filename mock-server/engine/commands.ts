import type { CallbackState } from '../../src/domain/callback.js';
import type { Options } from '../../src/domain/service.js';
import type { RequestAccessCommand, RequestInteractionCommand } from './services/basic-services.js';
import type { ProvisionCommand } from './services/provision.js';
import type { ForgetCommand, StoreCommand } from './services/stored-values.js';

/** How calls progress. No agents: the queue stands still. */
export interface AgentSettings {
  /** Agents logged in, for every service together. */
  readonly loggedIn: number;
  /** Seconds an agent talks to a customer. */
  readonly handleSeconds: number;
  /** Share of dialled customers who answer, 0 to 1. */
  readonly answerRate: number;
}

/** Sections of named options, for example an application's or a transaction list's. */
export type OptionSections = Readonly<Record<string, Options>>;

/** Everything that can be done to the engine from outside. Times in epoch milliseconds. */
export type EngineCommand =
  | CreateCommand
  | UpdateCommand
  | CancelCommand
  | { readonly type: 'cancel-many'; readonly ids: readonly string[]; readonly reason: string }
  /** Lets everything happen that is due up to a time. A time that has passed changes nothing. */
  | { readonly type: 'advance'; readonly to: number }
  /** Sets the options named; others stay. An empty text makes an option count as not set. */
  | { readonly type: 'set-application'; readonly sections: OptionSections }
  /** Creates a service or replaces all its options. */
  | { readonly type: 'set-service'; readonly name: string; readonly options: Options }
  /** Its callbacks stay where they are until they expire. */
  | { readonly type: 'remove-service'; readonly name: string }
  /** Creates a transaction list or replaces it whole. */
  | { readonly type: 'set-transaction-list'; readonly list: string; readonly sections: OptionSections }
  | { readonly type: 'set-agents'; readonly agents: Partial<AgentSettings> }
  | {
      readonly type: 'set-person';
      readonly name: string;
      readonly roles: readonly string[];
      readonly services: readonly string[];
    }
  /** An outage may end by itself at a time; one that has passed ends it at once. */
  | { readonly type: 'set-ors'; readonly reachable: boolean; readonly returnsAt?: number }
  | ForceCommand
  | GenerateCommand
  | ProvisionCommand
  | RequestInteractionCommand
  | RequestAccessCommand
  | StoreCommand
  | ForgetCommand;

export interface CreateCommand {
  readonly type: 'create';
  readonly serviceName: string;
  readonly customerNumber?: string;
  /** Absent = now. A text that is no time is passed on as such, so that it is refused in its turn. */
  readonly desiredTime?: number | UnreadableTime;
  /** `QUEUED` asks for immediate submission. */
  readonly state?: string;
  /** Empty texts are left out. */
  readonly properties: Readonly<Record<string, string>>;
  /** Headers of the request by which its service counts requests, under the names that the service gives them. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface UpdateCommand {
  readonly type: 'update';
  readonly serviceName: string;
  readonly id: string;
  readonly desiredTime?: number | UnreadableTime;
  /** Must be a word of the life cycle; it changes nothing. */
  readonly state?: string;
  readonly customerNumber?: string;
  /** Properties to replace; an empty text removes one. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface CancelCommand {
  readonly type: 'cancel';
  readonly serviceName: string;
  readonly id: string;
  readonly discardOrsFailure: boolean;
}

/**
 * Puts a record where a test wants it, past every rule of the life cycle. What belongs to the new state comes with it: a session, an
 * agent (a stand-in when none is free), a reason. From there it goes on living; with nobody logged in, a call stands still.
 */
export interface ForceCommand {
  readonly type: 'force';
  readonly id: string;
  readonly state?: CallbackState;
  readonly reason?: string;
  readonly orsSession?: 'alive' | 'dead';
  /** Whether the customer asked for a little more time; only for a queued callback. It rests for as long as its service says. */
  readonly snoozed?: boolean;
}

/**
 * Makes records, evenly over the services (default: all), the states (default: those that any number of callbacks can be in) and the
 * span (default: seven days around now). Scheduled ones lie in the part of the span that is ahead, others in the part that is past, where there is one. Each lives for a day at least.
 */
export interface GenerateCommand {
  readonly type: 'generate';
  readonly count: number;
  readonly service?: string;
  readonly states?: readonly CallbackState[];
  readonly from?: number;
  readonly to?: number;
}

/** A text that was sent where a time belongs. */
export interface UnreadableTime {
  readonly unreadable: string;
}

/** Why the engine refuses. The HTTP layer turns a refusal into the documented status and body, the in-process transport into an error. */
export interface EngineRefusal {
  readonly code: EngineRefusalCode;
  /** What the refusal speaks of, for the texts: service, key, value, state … */
  readonly details: Readonly<Record<string, string | number>>;
  /** Free slots instead: start in epoch milliseconds to places left; when the wish was for a closed time or a full bucket. */
  readonly availability?: ReadonlyMap<number, number>;
}

export type EngineRefusalCode =
  | 'unknown-service'
  | 'unknown-callback'
  | 'missing-key'
  | 'reserved-key'
  | 'unreadable-time'
  | 'past-time'
  | 'future-limit'
  | 'not-reschedulable'
  | 'not-editable'
  | 'not-cancellable'
  | 'ors-session-gone'
  | 'ors-unreachable'
  | 'not-queued'
  | 'invalid-value'
  /**
   * A configured option has a value it does not accept, or is none. Details: option, value, service or section, and accepts or, where the
   * option is none, known.
   */
  | 'invalid-option'
  /** Details: number. */
  | 'premium-number'
  | 'impossible-number'
  /** Numbers are to be checked and no country is set. Details: service, option. */
  | 'missing-country'
  /** Details: service, seconds. */
  | 'rate-limit'
  /** Details: parameter, value, limit. */
  | 'daily-limit'
  /** Details: service. */
  | 'queue-limit'
  /** Details: number, limit. */
  | 'already-queued'
  /** Details: service, value. */
  | 'outside-office-hours'
  /** Details: service, value. */
  | 'bucket-full'
  /** An option names a service that is not there or not of that kind. Details: service, option, value. */
  | 'missing-service'
  /** Something of the basic services that is not there: an access number, a stored key. Details: key. */
  | 'not-found';

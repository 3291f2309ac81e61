import type { Options } from '../../../src/domain/service.js';
import type { AgentSettings, OptionSections } from '../commands.js';
import { EMPTY_LEDGER } from './ledger.js';
import type { Ledger } from './ledger.js';
import { PersistentMap } from './persistent-map.js';
import { seededRandom } from './random.js';
import type { RandomState } from './random.js';
import type { EngineRecord } from './record.js';

/**
 * The whole truth of the mock at one instant. Plain data; callers treat it as immutable. States share what they have in common: of the
 * maps that may grow large, a command copies only the part where something changed.
 */
export interface EngineState {
  readonly seed: number;
  /** Epoch milliseconds. Everything due until then has happened. */
  readonly now: number;
  readonly random: RandomState;
  /** Number of the next ticket of a queue. */
  readonly nextTicket: number;
  readonly settings: EngineSettings;
  /** Agents who finish a call whose record is already completed. */
  readonly wrapUps: readonly WrapUp[];
  readonly ledger: Ledger;
  /** Numbers reserved by the basic services, by id, until they expire (GMS reference, other endpoints). */
  readonly interactions: PersistentMap<Interaction>;
  /** Stored keys and values, by the id of the callback or interaction they were stored under, as long as there is one. */
  readonly storage: PersistentMap<Options>;
  readonly records: PersistentMap<EngineRecord>;
}

/** Everything configured from outside. */
export interface EngineSettings {
  /** Sections of the GMS application: `callback`, `server`, `features` … */
  readonly application: OptionSections;
  /** Services of every kind by name. */
  readonly services: ReadonlyMap<string, Options>;
  readonly transactionLists: ReadonlyMap<string, OptionSections>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly agents: AgentSettings;
  readonly orsReachable: boolean;
  /** When ORS can be reached again by itself, in epoch milliseconds; undefined = only when somebody says so. */
  readonly orsReturnsAt?: number | undefined;
}

/** Who a caller may be. */
export interface Person {
  readonly roles: readonly string[];
  /** Services and virtual groups whose callbacks the person sees; empty = all. */
  readonly services: readonly string[];
}

/** A number and a code by which a call finds the data that was sent before it. Times in epoch milliseconds. */
export interface Interaction {
  readonly id: string;
  readonly accessNumber: string;
  readonly accessCode: string;
  readonly expirationTime: number;
  readonly properties: Options;
  /** Callback service that it belongs to, also when its callback is gone; absent when it never was one's. */
  readonly origin?: string;
}

/** An agent busy until a time, in epoch milliseconds, for a record that needs nobody any more. */
export interface WrapUp {
  readonly agent: number;
  readonly until: number;
}

/** An engine without a service and without a record. Nobody is logged in. */
export function createState({ seed, now }: { readonly seed: number; readonly now: number }): EngineState {
  return {
    seed,
    now,
    random: seededRandom(seed),
    nextTicket: 1,
    settings: {
      application: {},
      services: new Map(),
      transactionLists: new Map(),
      persons: new Map(),
      agents: { loggedIn: 0, handleSeconds: 180, answerRate: 0.8 },
      orsReachable: true,
    },
    wrapUps: [],
    ledger: EMPTY_LEDGER,
    interactions: PersistentMap.of(),
    storage: PersistentMap.of(),
    records: PersistentMap.of(),
  };
}

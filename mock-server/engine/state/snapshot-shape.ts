import { CALLBACK_STATES } from '../../../src/domain/callback.js';
import type { Options } from '../../../src/domain/service.js';
import type { OptionSections } from '../commands.js';
import {
  hasShape,
  isEntryOf,
  isExactly,
  isFlag,
  isListOf,
  isNumber,
  isOneOf,
  isRecordOf,
  isText,
  maybe,
} from './checks.js';
import type { Check } from './checks.js';
import type { LaggingCount, Ledger } from './ledger.js';
import { PersistentMap } from './persistent-map.js';
import type { EngineRecord } from './record.js';
import { RequestLog } from './request-log.js';
import type { RequestBatch } from './request-log.js';
import type { EngineSettings, EngineState, Interaction, Person } from './state.js';

const isTexts = isListOf(isText);
const isOptions = isRecordOf(isText);
const isSections = isRecordOf(isOptions);

const isStanding = { position: isNumber, wait: isNumber };
const isQueueStay = hasShape({
  since: isNumber,
  ticket: isNumber,
  readyAt: isNumber,
  deadline: isNumber,
  offer: maybe(hasShape(isStanding)),
  pausedAt: maybe(isNumber),
});
const isDials = hasShape({
  attempts: isNumber,
  result: maybe(isText),
  first: maybe(hasShape({ ...isStanding, at: isNumber })),
  retryAt: maybe(isNumber),
  snoozed: maybe(isExactly(true)),
});

const isRecord = hasShape({
  id: isText,
  serviceName: isText,
  state: isOneOf(CALLBACK_STATES),
  desiredTime: isNumber,
  expirationTime: isNumber,
  customerNumber: isText,
  properties: isOptions,
  createdAt: isNumber,
  submitAttempts: isNumber,
  dials: isDials,
  reason: maybe(isText),
  url: maybe(isText),
  orsSessionId: maybe(isText),
  sessionAlive: maybe(isFlag),
  queue: maybe(isQueueStay),
  call: maybe(hasShape({ agent: isNumber, until: maybe(isNumber) })),
  remindedFor: maybe(isNumber),
});

const isInteraction = hasShape({
  id: isText,
  accessNumber: isText,
  accessCode: isText,
  expirationTime: isNumber,
  properties: isOptions,
  origin: maybe(isText),
});

const isState = hasShape({
  seed: isNumber,
  now: isNumber,
  nextTicket: isNumber,
  random: isListOf(isNumber, 4),
  settings: hasShape({
    application: isSections,
    services: isMapOf(isOptions),
    transactionLists: isMapOf(isSections),
    persons: isMapOf(hasShape({ roles: isTexts, services: isTexts })),
    agents: hasShape({ loggedIn: isNumber, handleSeconds: isNumber, answerRate: isNumber }),
    orsReachable: isFlag,
    orsReturnsAt: maybe(isNumber),
  }),
  wrapUps: isListOf(hasShape({ agent: isNumber, until: isNumber })),
  ledger: hasShape({
    recent: isMapOf(isListOf(hasShape({ at: isNumber, count: isNumber }))),
    day: isText,
    today: isMapOf(isNumber),
    watermarks: isMapOf(hasShape({ tick: isNumber, before: isNumber })),
  }),
  interactions: isMapOf(isInteraction),
  storage: isMapOf(isOptions),
  records: isListOf(isRecord),
});

/** A state as a snapshot holds it: lists in the place of maps. */
type WrittenState = Omit<EngineState, 'settings' | 'records' | 'ledger' | 'interactions' | 'storage'> & {
  readonly ledger: Pick<Ledger, 'day'> & {
    readonly recent: readonly (readonly [string, readonly RequestBatch[]])[];
    readonly today: readonly (readonly [string, number])[];
    readonly watermarks: readonly (readonly [string, LaggingCount])[];
  };
  readonly interactions: readonly (readonly [string, Interaction])[];
  readonly storage: readonly (readonly [string, Options])[];
  readonly settings: Omit<EngineSettings, 'services' | 'transactionLists' | 'persons'> & {
    readonly services: readonly (readonly [string, Options])[];
    readonly transactionLists: readonly (readonly [string, OptionSections])[];
    readonly persons: readonly (readonly [string, Person])[];
  };
  readonly records: readonly EngineRecord[];
};

/** A state, or what keeps a snapshot from being one, in words that follow its name. */
export type StateReading = { readonly state: EngineState } | { readonly problem: string };

/** Turns what a snapshot holds into a state, when every part of it has the shape it must have. */
export function readState(value: unknown): StateReading {
  const problem = isState(value);
  if (problem !== undefined) return { problem };
  // The shape above says member by member what the type says.
  const written = value as WrittenState;
  const { settings, ledger, records } = written;
  const byId = PersistentMap.of(records.map((record) => [record.id, record] as const));
  if (byId.size !== records.length) return { problem: '.records has one id twice' };
  const state: EngineState = {
    ...written,
    settings: {
      ...settings,
      services: new Map(settings.services),
      transactionLists: new Map(settings.transactionLists),
      persons: new Map(settings.persons),
    },
    ledger: {
      day: ledger.day,
      recent: new Map(ledger.recent.map(([service, accepted]) => [service, RequestLog.of(accepted)])),
      today: PersistentMap.of(ledger.today),
      watermarks: new Map(ledger.watermarks),
    },
    interactions: PersistentMap.of(written.interactions),
    storage: PersistentMap.of(written.storage),
    records: byId,
  };
  return { state };
}

function isMapOf(check: Check): Check {
  return isListOf(isEntryOf(check));
}

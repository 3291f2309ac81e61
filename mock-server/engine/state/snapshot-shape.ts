import { isCallbackState } from '../../../src/domain/callback.js';
import type { Options } from '../../../src/domain/service.js';
import type { AgentSettings, OptionSections } from '../commands.js';
import type { LaggingCount, Ledger, RequestBatch } from './ledger.js';
import { PersistentMap } from './persistent-map.js';
import type { EngineRecord } from './record.js';
import type { EngineSettings, EngineState, Interaction, Person, WrapUp } from './state.js';

type Guard<T> = (value: unknown) => value is T;
type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isTexts = listOf(isText);
const isOptions = recordOf(isText) as Guard<Options>;
const isSections = recordOf(isOptions) as Guard<OptionSections>;
const isPerson = has({ roles: isTexts, services: isTexts }) as Guard<Person>;
const isWrapUp = has({ agent: isNumber, until: isNumber }) as Guard<WrapUp>;

const isAgents = has({ loggedIn: isNumber, handleSeconds: isNumber, answerRate: isNumber }) as Guard<AgentSettings>;

const isStanding = { position: isNumber, wait: isNumber };
const isQueueStay = has(
  { since: isNumber, ticket: isNumber, readyAt: isNumber, deadline: isNumber },
  { offer: has(isStanding), pausedAt: isNumber },
);
const isDials = has(
  { attempts: isNumber },
  {
    result: isText,
    first: has({ ...isStanding, at: isNumber }),
    retryAt: isNumber,
    snoozed: (value) => value === true,
  },
);

const isRecord = has(
  {
    id: isText,
    serviceName: isText,
    state: (value) => isText(value) && isCallbackState(value),
    desiredTime: isNumber,
    expirationTime: isNumber,
    customerNumber: isText,
    properties: isOptions,
    createdAt: isNumber,
    submitAttempts: isNumber,
    dials: isDials,
  },
  {
    reason: isText,
    url: isText,
    orsSessionId: isText,
    sessionAlive: isFlag,
    queue: isQueueStay,
    call: has({ agent: isNumber }, { until: isNumber }),
    remindedFor: isNumber,
  },
) as Guard<EngineRecord>;

const isBatch = has({ at: isNumber, count: isNumber }) as Guard<RequestBatch>;
const isLaggingCount = has({ tick: isNumber, before: isNumber }) as Guard<LaggingCount>;
const isInteraction = has({
  id: isText,
  accessNumber: isText,
  accessCode: isText,
  expirationTime: isNumber,
  properties: isOptions,
}) as Guard<Interaction>;

const isState = has({
  seed: isNumber,
  now: isNumber,
  nextTicket: isNumber,
  random: (value) => listOf(isNumber)(value) && value.length === 4,
  settings: has(
    {
      application: isSections,
      services: listOf(pairOf(isOptions)),
      transactionLists: listOf(pairOf(isSections)),
      persons: listOf(pairOf(isPerson)),
      agents: isAgents,
      orsReachable: isFlag,
    },
    { orsReturnsAt: (value) => value === undefined || isNumber(value) },
  ),
  wrapUps: listOf(isWrapUp),
  ledger: has({
    recent: listOf(pairOf(listOf(isBatch))),
    day: isText,
    today: listOf(pairOf(isNumber)),
    watermarks: listOf(pairOf(isLaggingCount)),
  }),
  interactions: listOf(pairOf(isInteraction)),
  storage: listOf(pairOf(isOptions)),
  records: listOf(isRecord),
}) as Guard<WrittenState>;

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

/** Turns what a snapshot holds into a state, when every part of it has the shape it must have. */
export function readSnapshot(written: unknown): EngineState | undefined {
  if (!isState(written)) return undefined;
  const { settings, ledger, records } = written;
  const byId = PersistentMap.of(records.map((record) => [record.id, record] as const));
  if (byId.size !== records.length) return undefined;
  return {
    ...written,
    settings: {
      ...settings,
      services: new Map(settings.services),
      transactionLists: new Map(settings.transactionLists),
      persons: new Map(settings.persons),
    },
    ledger: {
      day: ledger.day,
      recent: new Map(ledger.recent),
      today: PersistentMap.of(ledger.today),
      watermarks: new Map(ledger.watermarks),
    },
    interactions: new Map(written.interactions),
    storage: new Map(written.storage),
    records: byId,
  };
}

/** An object with these keys, perhaps with those, and with no others. */
function has(required: Shape, optional: Shape = {}): (value: unknown) => boolean {
  return (value) =>
    isObject(value) &&
    Object.entries(required).every(([key, isRight]) => Object.hasOwn(value, key) && isRight(value[key])) &&
    Object.entries(value).every(
      ([key, member]) =>
        Object.hasOwn(required, key) || (Object.hasOwn(optional, key) && optional[key]?.(member) === true),
    );
}

function recordOf(isRight: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => isObject(value) && Object.values(value).every(isRight);
}

function listOf<T>(isRight: ((value: unknown) => value is T) | ((value: unknown) => boolean)): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((member) => isRight(member));
}

function pairOf(isRight: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.length === 2 && isText(value[0]) && isRight(value[1]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

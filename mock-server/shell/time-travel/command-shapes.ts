import { CALLBACK_STATES } from '../../../src/domain/callback.js';
import {
  hasShape,
  isEither,
  isFlag,
  isListOf,
  isNumber,
  isOneOf,
  isRecordOf,
  isSentRecordOf,
  isText,
  maybe,
} from '../../engine/state/checks.js';
import type { Check } from '../../engine/state/checks.js';
import { isFaultList } from '../../faults/read-faults.js';
import type { RecordedAction } from './recording.js';

/** A check for every member: a command that gets another one does not compile before it is checked here. */
type Shape<A> = Readonly<Record<Exclude<keyof A, 'type'>, Check>>;
type Shapes = { readonly [T in RecordedAction['type']]: Shape<Extract<RecordedAction, { readonly type: T }>> };

const isOptions = isRecordOf(isText);
const isSent = isSentRecordOf(isText);
const isSections = isRecordOf(isOptions);
const isNames = isListOf(isText);
const isState = isOneOf(CALLBACK_STATES);
const isTime = isEither(isNumber, hasShape({ unreadable: isText }));

const SHAPES: Shapes = {
  create: {
    serviceName: isText,
    customerNumber: maybe(isText),
    desiredTime: maybe(isTime),
    state: maybe(isText),
    properties: isSent,
    headers: maybe(isOptions),
  },
  update: {
    serviceName: isText,
    id: isText,
    desiredTime: maybe(isTime),
    state: maybe(isText),
    customerNumber: maybe(isText),
    properties: isSent,
  },
  cancel: { serviceName: isText, id: isText, discardOrsFailure: isFlag },
  'cancel-many': { ids: isNames, reason: isText },
  force: {
    id: isText,
    state: maybe(isState),
    reason: maybe(isText),
    orsSession: maybe(isOneOf(['alive', 'dead'])),
    snoozed: maybe(isFlag),
  },
  generate: {
    count: isNumber,
    service: maybe(isText),
    states: maybe(isListOf(isState)),
    from: maybe(isNumber),
    to: maybe(isNumber),
  },
  'set-application': { sections: isSections },
  'set-service': { name: isText, options: isOptions },
  'remove-service': { name: isText },
  'set-transaction-list': { list: isText, sections: isSections },
  'set-agents': {
    agents: hasShape({ loggedIn: maybe(isNumber), handleSeconds: maybe(isNumber), answerRate: maybe(isNumber) }),
  },
  'set-person': { name: isText, roles: isNames, services: isNames },
  'set-ors': { reachable: isFlag, returnsAt: maybe(isNumber) },
  provision: { services: isSections, removed: isNames },
  'request-interaction': { serviceName: isText, properties: isOptions, origin: maybe(isText) },
  'request-access': { serviceName: isText, id: isText },
  store: { id: isText, values: isOptions },
  forget: { id: isText, key: isText },
  'set-rate': { rate: isNumber },
  'set-faults': { faults: isFaultList },
};

const CHECKS: ReadonlyMap<string, Check> = new Map(
  Object.entries(SHAPES).map(([type, shape]) => [type, hasShape({ type: isText, ...shape })]),
);

/** What is wrong with something that should be an action, in words that follow its name; undefined when it is one. */
export const isAction: Check = (value) => {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  if (typeof type !== 'string') return '.type is not a text';
  const check = CHECKS.get(type);
  return check === undefined ? ` has type ${JSON.stringify(type)}, which is no command` : check(value);
};

const isAdvance = hasShape({ type: isText, to: isNumber });

/** What is wrong with something that should be a command of the engine, in words that follow its name; undefined when it is one. */
export function problemOfCommand(value: unknown): string | undefined {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  if (type === 'advance') return isAdvance(value);
  return type === 'set-rate' || type === 'set-faults' ? `.type is ${type}, which is no command` : isAction(value);
}

import { CALLBACK_STATES, isCallbackState } from '../../../src/domain/callback.js';
import type { CallbackState } from '../../../src/domain/callback.js';
import type { Options } from '../../../src/domain/service.js';
import { isFields, propertyText, readBoolean, readNumber } from '../../../src/wire/values.js';
import type { AgentSettings, EngineCommand, GenerateCommand, OptionSections } from '../../engine/commands.js';
import { INSTANT, readInstant } from '../instants.js';
import { RATE } from '../time-travel/clock-change.js';
import type { ClockChange } from '../time-travel/clock-change.js';
import {
  fieldsOf,
  needed,
  oneOf,
  optional,
  readName,
  readNames,
  readTrue,
  readWhole,
  unusable,
  within,
} from './reading.js';
import type { Call } from './reading.js';

/** What control calls are given, by HTTP and by the methods of the engine alike: both come through here. */

/** Where an instant is meant: ISO text with a zone, or epoch milliseconds. */
export type Instant = string | number;

/** Options as they may be given: numbers, truth values and objects become text, null and undefined are none. */
export type GivenOptions = Readonly<Record<string, unknown>>;
/** Options by section. */
export type GivenSections = Readonly<Record<string, GivenOptions>>;

/** Where a mock starts over from. */
export interface ResetOptions {
  readonly seed?: number;
  readonly scenario?: string;
  readonly now?: Instant;
}

/** Who somebody may be. Both are lists, or texts with commas. */
export interface PersonWish {
  readonly roles: readonly string[] | string;
  readonly services: readonly string[] | string;
}

/** What a forced record is to be; one of them at least. */
export interface ForcedRecord {
  readonly state?: CallbackState;
  readonly reason?: string;
  readonly orsSession?: 'alive' | 'dead';
  /** Only for a queued callback: whether the customer asked for a little more time. */
  readonly snoozed?: boolean;
}

/** Which records to make. */
export interface RecordsWish {
  readonly count: number;
  readonly service?: string;
  readonly states?: readonly CallbackState[];
  readonly from?: Instant;
  readonly to?: Instant;
}

/** Whether ORS can be reached; an outage of a length in seconds ends by itself. */
export interface OrsWish {
  readonly reachable: boolean;
  readonly seconds?: number;
}

/** What each call does, for messages. */
export const DOING = {
  create: 'create a callback',
  update: 'change a callback',
  cancel: 'cancel a callback',
  'cancel-many': 'cancel callbacks',
  advance: 'move the clock',
  force: 'patch the callback',
  generate: 'make records',
  'set-application': 'set the application options',
  'set-service': 'set the service',
  'remove-service': 'remove the service',
  'set-transaction-list': 'set the transaction list',
  'set-agents': 'set the agents',
  'set-person': 'set the person',
  'set-ors': 'set ORS',
  provision: 'provision services',
  'request-interaction': 'request an interaction',
  'request-access': 'request access',
  store: 'store values',
  forget: 'forget a value',
} as const satisfies Readonly<Record<EngineCommand['type'], string>>;

const STATES = CALLBACK_STATES.join(', ');
const LONGEST_OUTAGE = 10 * 366 * 86_400;

export function readReset(value: unknown): Omit<ResetOptions, 'now'> & { readonly now?: number } {
  const call = { doing: 'reset the mock', wanted: '{ seed?, scenario?, now? }' };
  const from = { call, fields: fieldsOf(call, value, ['seed', 'scenario', 'now']) };
  return {
    ...optional(from, 'seed', readWhole, 'a whole number'),
    ...optional(from, 'scenario', readName, 'the name of a scenario'),
    ...optional(from, 'now', readInstant, INSTANT),
  };
}

export function readClockChange(value: unknown): ClockChange<number> {
  const keys = ['advance', 'now', 'rate', 'step', 'pause', 'play'];
  const wanted =
    'one of { advance: seconds }, { now: time }, { rate: n }, { step: n }, { pause: true } and { play: true }';
  const call = { doing: 'change the clock', wanted };
  const fields = fieldsOf(call, value, keys);
  const [key, ...others] = Object.keys(fields);
  if (others.length > 0) throw unusable(call, `${[key, ...others].join(' and ')} do not go together`);
  switch (key) {
    case 'advance':
      return { advance: needed(call, [key, fields[key]], readNumber, 'a number of seconds') };
    case 'now':
      return { now: needed(call, [key, fields[key]], readInstant, INSTANT) };
    case 'rate':
      return { rate: needed(call, [key, fields[key]], readNumber, RATE) };
    case 'step':
      return {
        step: needed(call, [key, fields[key]], readSteps, 'a whole number from 1 to 10000, or true for one step'),
      };
    case 'pause':
      return { pause: needed(call, [key, fields[key]], readTrue, 'true') };
    case 'play':
      return { play: needed(call, [key, fields[key]], readTrue, 'true') };
    default:
      throw unusable(call, 'nothing is wanted of it');
  }
}

export function readSnapshotWish(value: unknown): string {
  const call = { doing: 'save the snapshot', wanted: '{ name }' };
  const { name } = fieldsOf(call, value, ['name']);
  return needed(call, ['name', name], readName, 'a name of 1 to 200 characters');
}

/** Reads `{ option: value }` of a service. */
export function readOptions(value: unknown): Options {
  return optionsOf({ doing: DOING['set-service'], wanted: '{ option: value }' }, value);
}

/** Reads `{ section: { option: value } }`. */
export function readSections(doing: string, value: unknown): OptionSections {
  const call = { doing, wanted: '{ section: { option: value } }' };
  const sections: Record<string, Options> = {};
  for (const [name, section] of Object.entries(fieldsOf(call, value))) {
    if (!isFields(section)) throw unusable(call, `section ${name} is not an object`);
    if (name !== '__proto__') sections[name] = optionsOf(call, section);
  }
  return sections;
}

export function readAgents(value: unknown): Partial<AgentSettings> {
  const keys = ['loggedIn', 'handleSeconds', 'answerRate'];
  const call = { doing: DOING['set-agents'], wanted: 'one or more of { loggedIn, handleSeconds, answerRate }' };
  const from = { call, fields: fieldsOf(call, value, keys) };
  requireSome(call, from.fields);
  return {
    ...optional(from, 'loggedIn', within(0, 10_000, readWhole), 'a whole number from 0 to 10000'),
    ...optional(from, 'handleSeconds', within(0, 86_400), 'seconds from 0 to 86400'),
    ...optional(from, 'answerRate', within(0, 1), 'a number from 0 to 1'),
  };
}

export function readPerson(value: unknown): {
  readonly roles: readonly string[];
  readonly services: readonly string[];
} {
  const call = { doing: DOING['set-person'], wanted: '{ roles, services }' };
  const from = { call, fields: fieldsOf(call, value, ['roles', 'services']) };
  const { roles = [] } = optional(from, 'roles', readNames, 'a list of roles');
  const { services = [] } = optional(from, 'services', readNames, 'a list of services');
  return { roles, services };
}

export function readForcedRecord(value: unknown): ForcedRecord {
  const call = { doing: DOING.force, wanted: 'one or more of { state, reason, orsSession, snoozed }' };
  const from = { call, fields: fieldsOf(call, value, ['state', 'reason', 'orsSession', 'snoozed']) };
  requireSome(call, from.fields);
  return {
    ...optional(from, 'state', oneOf(CALLBACK_STATES), `one of ${STATES}`),
    ...optional(from, 'reason', readName, 'a text'),
    ...optional(from, 'orsSession', oneOf(['alive', 'dead'] as const), '"alive" or "dead"'),
    ...optional(from, 'snoozed', readBoolean, 'true or false'),
  };
}

export function readRecordsWish(value: unknown): Omit<GenerateCommand, 'type'> {
  const call = { doing: DOING.generate, wanted: '{ count, service?, states?, from?, to? }' };
  const fields = fieldsOf(call, value, ['count', 'service', 'states', 'from', 'to']);
  const from = { call, fields };
  return {
    count: needed(call, ['count', fields.count], within(0, 1_000_000, readWhole), 'a whole number from 0 to 1000000'),
    ...optional(from, 'service', readName, 'the name of a service'),
    ...optional(from, 'states', readStates, `one or more of ${STATES}; leave states out for the usual ones`),
    ...optional(from, 'from', readInstant, INSTANT),
    ...optional(from, 'to', readInstant, INSTANT),
  };
}

export function readOrsWish(value: unknown): OrsWish {
  const call = { doing: DOING['set-ors'], wanted: '{ reachable: true or false, seconds? }' };
  const fields = fieldsOf(call, value, ['reachable', 'seconds']);
  const wanted = `how many seconds the outage lasts, from 0 to ${LONGEST_OUTAGE}`;
  return {
    reachable: needed(call, ['reachable', fields.reachable], readBoolean, 'true or false'),
    ...optional({ call, fields }, 'seconds', within(0, LONGEST_OUTAGE), wanted),
  };
}

/** Reads the number of the last log entry that somebody has. */
export function readSince(value: unknown): number {
  const call = { doing: 'read the log' };
  return needed(
    call,
    ['since', value],
    within(0, 999_999_999_999_999, readWhole),
    'the seq of the last entry you have, a number from 0',
  );
}

/** Reads the name of what a command is about. */
export function readNameOf(doing: string, value: unknown): string {
  return needed({ doing }, ['its name', value], readName, 'a text that is not empty');
}

function optionsOf(call: Call, value: unknown): Options {
  const options: Record<string, string> = {};
  for (const [key, option] of Object.entries(fieldsOf(call, value))) {
    if (option === null || option === undefined || key === '__proto__') continue;
    options[key] = needed(call, [key, option], propertyText, 'a text, a number, true, false, an object or a list');
  }
  return options;
}

function requireSome(call: Call, fields: object): void {
  if (Object.keys(fields).length === 0) throw unusable(call, 'nothing is to be changed');
}

function readSteps(value: unknown): number | undefined {
  return value === true ? 1 : readWhole(value);
}

function readStates(value: unknown): readonly CallbackState[] | undefined {
  const states = readNames(value);
  return states !== undefined && states.length > 0 && states.every(isCallbackState) ? states : undefined;
}

import { CALLBACK_STATES, isCallbackState } from '../../../src/domain/callback.js';
import type { CallbackState } from '../../../src/domain/callback.js';
import type { Options } from '../../../src/domain/service.js';
import { readWireTime } from '../../../src/wire/time.js';
import { isFields, propertyText, readBoolean, readNumber } from '../../../src/wire/values.js';
import type { Fields } from '../../../src/wire/values.js';
import type { AgentSettings, GenerateCommand, OptionSections } from '../../engine/commands.js';
import type { ClockChange, ForcedRecord, ResetOptions } from '../../mock-engine.js';

/** The bodies of control calls. Whoever sends something else is told what to send. */

/** A control body that cannot be read, with what to send instead. */
export class ControlProblem extends Error {}

const TIME = 'a time such as "2026-07-04T09:44:01.000Z"';

/** Reads `{ seed?, scenario?, now? }`. */
export function readResetBody(body: unknown): ResetOptions {
  const fields = fieldsOf(body ?? {}, ['seed', 'scenario', 'now'], '{ seed?, scenario?, now? }');
  const seed = optional(fields, 'seed', readWhole, 'a whole number');
  const scenario = optional(fields, 'scenario', readString, 'the name of a scenario');
  const now = optional(fields, 'now', readWireTime, TIME);
  return {
    ...(seed !== undefined && { seed }),
    ...(scenario !== undefined && { scenario }),
    ...(now !== undefined && { now }),
  };
}

/** Reads `{ advance }`, `{ now }`, `{ rate }`, `{ step }`, `{ pause: true }` or `{ play: true }`. */
export function readClockBody(body: unknown): ClockChange {
  const wanted =
    'one of { advance: seconds }, { now: iso }, { rate: n }, { step: n }, { pause: true } and { play: true }';
  const fields = fieldsOf(body, ['advance', 'now', 'rate', 'step', 'pause', 'play'], wanted);
  const [key, ...others] = Object.keys(fields);
  if (others.length > 0) throw new ControlProblem(`Failed to read the body: Send ${wanted}.`);
  switch (key) {
    case 'advance':
      return { advance: required(fields, key, readNumber, 'a number of seconds') };
    case 'now':
      return { now: required(fields, key, readWireTime, TIME) };
    case 'rate':
      return { rate: required(fields, key, readNumber, 'a number: 0 stops the clock, 1 is real time') };
    case 'step':
      return { step: required(fields, key, readSteps, 'how many steps, or true for one') };
    case 'pause':
      return { pause: required(fields, key, readTrue, 'true') };
    case 'play':
      return { play: required(fields, key, readTrue, 'true') };
    default:
      throw new ControlProblem(`Failed to read the body: Send ${wanted}.`);
  }
}

/** Reads `{ name }`. */
export function readSnapshotBody(body: unknown): string {
  return required(fieldsOf(body, ['name'], '{ name }'), 'name', readString, 'a name for the snapshot');
}

/** Reads `{ option: value }`; numbers, truth values and objects become text. */
export function readOptionsBody(body: unknown): Options {
  const fields = fieldsOf(body, undefined, '{ option: value }');
  const options: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) {
    const text = propertyText(value);
    if (text !== undefined && key !== '__proto__') options[key] = text;
  }
  return options;
}

/** Reads `{ section: { option: value } }`. */
export function readSectionsBody(body: unknown): OptionSections {
  const fields = fieldsOf(body, undefined, '{ section: { option: value } }');
  const sections: Record<string, Options> = {};
  for (const [name, section] of Object.entries(fields)) {
    if (!isFields(section))
      throw new ControlProblem(`Failed to read section ${name}: Send { section: { option: value } }.`);
    if (name !== '__proto__') sections[name] = readOptionsBody(section);
  }
  return sections;
}

/** Reads `{ loggedIn?, handleSeconds?, answerRate? }`. */
export function readAgentsBody(body: unknown): Partial<AgentSettings> {
  const keys = ['loggedIn', 'handleSeconds', 'answerRate'] as const;
  const fields = fieldsOf(body, keys, '{ loggedIn, handleSeconds, answerRate }');
  const loggedIn = optional(fields, 'loggedIn', atLeast(0, readWhole), 'a whole number from 0');
  const handleSeconds = optional(fields, 'handleSeconds', atLeast(0, readNumber), 'seconds');
  const answerRate = optional(fields, 'answerRate', readShare, 'a number from 0 to 1');
  return {
    ...(loggedIn !== undefined && { loggedIn }),
    ...(handleSeconds !== undefined && { handleSeconds }),
    ...(answerRate !== undefined && { answerRate }),
  };
}

/** Reads `{ roles, services }`; each is a list or a text with commas. */
export function readPersonBody(body: unknown): {
  readonly roles: readonly string[];
  readonly services: readonly string[];
} {
  const fields = fieldsOf(body, ['roles', 'services'], '{ roles, services }');
  return {
    roles: optional(fields, 'roles', readNames, 'a list of roles') ?? [],
    services: optional(fields, 'services', readNames, 'a list of services') ?? [],
  };
}

/** Reads `{ state?, reason?, orsSession? }`. */
export function readPatchBody(body: unknown): ForcedRecord {
  const fields = fieldsOf(body, ['state', 'reason', 'orsSession'], '{ state?, reason?, orsSession? }');
  const state = optional(fields, 'state', readState, `one of ${CALLBACK_STATES.join(', ')}`);
  const reason = optional(fields, 'reason', readString, 'a text');
  const orsSession = optional(fields, 'orsSession', readSession, '"alive" or "dead"');
  return {
    ...(state !== undefined && { state }),
    ...(reason !== undefined && { reason }),
    ...(orsSession !== undefined && { orsSession }),
  };
}

/** Reads `{ count, service?, states?, from?, to? }`. */
export function readRecordsBody(body: unknown): Omit<GenerateCommand, 'type'> {
  const keys = ['count', 'service', 'states', 'from', 'to'] as const;
  const fields = fieldsOf(body, keys, '{ count, service?, states?, from?, to? }');
  const service = optional(fields, 'service', readString, 'the name of a service');
  const states = optional(fields, 'states', readStates, `a list of ${CALLBACK_STATES.join(', ')}`);
  const from = optional(fields, 'from', readWireTime, TIME);
  const to = optional(fields, 'to', readWireTime, TIME);
  return {
    count: required(fields, 'count', readCount, 'a whole number from 0 to 1000000'),
    ...(service !== undefined && { service }),
    ...(states !== undefined && { states }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** Reads `{ reachable, seconds? }`: an outage of a length ends by itself. */
export function readOrsBody(body: unknown): readonly [reachable: boolean, seconds?: number] {
  const fields = fieldsOf(body, ['reachable', 'seconds'], '{ reachable: true or false, seconds? }');
  const reachable = required(fields, 'reachable', readBoolean, 'true or false');
  const seconds = optional(fields, 'seconds', atLeast(0, readNumber), 'how long the outage lasts');
  return seconds === undefined ? [reachable] : [reachable, seconds];
}

function fieldsOf(body: unknown, keys: readonly string[] | undefined, wanted: string): Fields {
  if (!isFields(body)) throw new ControlProblem(`Failed to read the body: it is not a JSON object. Send ${wanted}.`);
  const stranger = keys && Object.keys(body).find((key) => !keys.includes(key));
  if (stranger === undefined) return body;
  throw new ControlProblem(`Failed to read the body: ${stranger} is not known. Send ${wanted}.`);
}

function optional<T>(
  fields: Fields,
  key: string,
  read: (value: unknown) => T | undefined,
  wanted: string,
): T | undefined {
  return fields[key] === undefined ? undefined : required(fields, key, read, wanted);
}

function required<T>(fields: Fields, key: string, read: (value: unknown) => T | undefined, wanted: string): T {
  const value = read(fields[key]);
  if (value !== undefined) return value;
  const reason = fields[key] === undefined ? 'is missing' : 'cannot be read';
  throw new ControlProblem(`Failed to read the body: ${key} ${reason}. Send ${wanted}.`);
}

function readWhole(value: unknown): number | undefined {
  const number = readNumber(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

function atLeast(least: number, read: (value: unknown) => number | undefined): (value: unknown) => number | undefined {
  return (value) => {
    const number = read(value);
    return number !== undefined && number >= least ? number : undefined;
  };
}

function readCount(value: unknown): number | undefined {
  const count = atLeast(0, readWhole)(value);
  return count !== undefined && count <= 1_000_000 ? count : undefined;
}

function readSteps(value: unknown): number | undefined {
  return value === true ? 1 : readWhole(value);
}

function readTrue(value: unknown): true | undefined {
  return value === true ? value : undefined;
}

function readShare(value: unknown): number | undefined {
  const share = atLeast(0, readNumber)(value);
  return share !== undefined && share <= 1 ? share : undefined;
}

function readString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readState(value: unknown): CallbackState | undefined {
  return typeof value === 'string' && isCallbackState(value) ? value : undefined;
}

function readSession(value: unknown): 'alive' | 'dead' | undefined {
  return value === 'alive' || value === 'dead' ? value : undefined;
}

function readStates(value: unknown): readonly CallbackState[] | undefined {
  const states = readNames(value)?.map(readState);
  return states?.every((state) => state !== undefined) === true ? states : undefined;
}

function readNames(value: unknown): readonly string[] | undefined {
  const names: unknown[] | undefined =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : undefined;
  if (names?.every((name) => typeof name === 'string') !== true) return undefined;
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

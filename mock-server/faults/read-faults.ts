import { CallbackError } from '../../src/domain/errors.js';
import { DAY } from '../../src/domain/instants.js';
import type { Check } from '../engine/state/checks.js';
import type { Fault, FaultKind } from './fault.js';

/** Reads fault lists. Whoever sends something else is told which entry and field it was, and what to send. */

type Fields = Readonly<Record<string, unknown>>;

interface Field {
  /** Undefined = not acceptable. */
  readonly read: (value: unknown) => unknown;
  readonly wanted: string;
  readonly isRequired?: true;
}

const MOST_FAULTS = 1000;
const LONGEST_TEXT = 1000;
const LONGEST_WAIT = DAY;
const LARGEST_SKEW = 10 * 366 * 86_400;

const WHEN = oneOf('before', 'after');
const CLOCK = oneOf('engine', 'real');
const WAIT = required({ read: numberFrom(0, LONGEST_WAIT), wanted: `milliseconds from 0 to ${LONGEST_WAIT}` });
const BYTES = { read: wholeFrom(0), wanted: 'a whole number of bytes' };

/** What a request to GMS can be sent by. */
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const RULE_FIELDS: Readonly<Record<string, Field>> = {
  id: required({ read: readText, wanted: 'a text that no other fault has' }),
  kind: required({ read: readKind, wanted: 'one of the kinds' }),
  method: { read: readMethods, wanted: `one of ${METHODS.join(', ')}, or a list of them` },
  path: {
    read: readPath,
    wanted: 'a pattern such as "/genesys/1/service/**", without origin and query; control calls meet no faults',
  },
  times: { read: wholeFrom(1), wanted: 'a whole number from 1, or leave it out for every time' },
  skip: { read: wholeFrom(0), wanted: 'a whole number from 0' },
  probability: { read: readShare, wanted: 'a number above 0, at most 1' },
};

const KIND_FIELDS: Readonly<Record<FaultKind, Readonly<Record<string, Field>>>> = {
  latency: { milliseconds: WAIT, when: WHEN, clock: CLOCK },
  status: {
    status: required({ read: wholeFrom(200, 599), wanted: 'a status from 200 to 599' }),
    when: WHEN,
    body: { read: (value) => value, wanted: 'any JSON' },
    retryAfter: { read: readHeaderValue, wanted: 'seconds or a text for a header' },
    headers: { read: readHeaders, wanted: '{ name: text }' },
  },
  drop: { when: WHEN },
  truncate: { bytes: required(BYTES) },
  html: { when: WHEN },
  malformed: { how: required(oneOf('json', 'shape', 'types', 'encoding')) },
  drip: {
    bytesPerChunk: required({ read: wholeFrom(1), wanted: 'a whole number of bytes from 1' }),
    milliseconds: WAIT,
    clock: CLOCK,
  },
  'clock-skew': {
    seconds: required({ read: numberFrom(-LARGEST_SKEW, LARGEST_SKEW), wanted: 'seconds, at most ten years of them' }),
  },
  duplicate: {},
  stall: { answer: oneOf('headers', 'none'), when: WHEN },
};

/** What keeps a list of faults from being read. */
class Unreadable extends Error {
  /** What to send instead. */
  readonly wanted: string;

  constructor(reason: string, wanted: string) {
    super(reason);
    this.wanted = wanted;
  }
}

/**
 * Reads a list of faults. A list that was answered may be sent again: how often its faults struck is left aside.
 * @throws CallbackError `misuse` that names the entry and the field.
 */
export function readFaults(value: unknown): readonly Fault[] {
  const read = readList(value);
  if (!(read instanceof Unreadable)) return read;
  throw new CallbackError('misuse', `Failed to read the list of faults: ${read.message}. Send ${read.wanted}.`);
}

/** The same for a list that stands in a file: what was set once can be set again. */
export const isFaultList: Check = (value) => {
  const read = readList(value);
  return read instanceof Unreadable ? ` is no list of faults: ${read.message}` : undefined;
};

function readList(value: unknown): readonly Fault[] | Unreadable {
  try {
    return readEntries(value);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

function readEntries(value: unknown): readonly Fault[] {
  if (!Array.isArray(value))
    throw new Unreadable(
      'it is not a list',
      'a list such as [{ "id": "slow", "kind": "latency", "milliseconds": 500 }]',
    );
  if (value.length > MOST_FAULTS) throw new Unreadable(`it has ${value.length} entries`, `at most ${MOST_FAULTS}`);
  const ids = new Set<string>();
  return Object.freeze(
    value.map((entry: unknown, index) => {
      const fault = readFault(entry, `entry ${index + 1}`);
      if (ids.has(fault.id)) throw new Unreadable(`entry ${index + 1}, id: an earlier entry has it`, 'another id');
      ids.add(fault.id);
      return fault;
    }),
  );
}

function readFault(entry: unknown, name: string): Fault {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    throw new Unreadable(`${name} is not an object`, '{ id, kind, … }');
  }
  const given = entry as Fields;
  const kind = readKind(given.kind);
  if (kind === undefined) throw new Unreadable(`${name}, kind: ${reasonOf(given.kind)}`, `one of ${KINDS.join(', ')}`);
  const fields: Readonly<Record<string, Field>> = { ...RULE_FIELDS, ...KIND_FIELDS[kind] };
  const stranger = Object.keys(given).find((key) => key !== 'fired' && !Object.hasOwn(fields, key));
  if (stranger !== undefined) {
    throw new Unreadable(
      `${name}, ${stranger}: a fault of kind ${kind} has no such field`,
      Object.keys(fields).join(', '),
    );
  }
  const read = Object.entries(fields).flatMap(([key, field]) => {
    const value = readField(given[key], field, `${name}, ${key}`);
    return value === undefined ? [] : [[key, value] as const];
  });
  // The table above says field by field what the type says.
  return Object.freeze(Object.fromEntries(read)) as unknown as Fault;
}

function readField(value: unknown, { read, wanted, isRequired }: Field, name: string): unknown {
  if (value === undefined && isRequired !== true) return undefined;
  const result = value === undefined ? undefined : read(value);
  if (result === undefined) throw new Unreadable(`${name}: ${reasonOf(value)}`, wanted);
  return result;
}

const KINDS = Object.keys(KIND_FIELDS) as readonly FaultKind[];

function readKind(value: unknown): FaultKind | undefined {
  return KINDS.find((kind) => kind === value);
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT ? value : undefined;
}

function readMethods(value: unknown): readonly string[] | undefined {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const methods = given.map((method) => (typeof method === 'string' ? method.toUpperCase() : ''));
  return methods.length > 0 && methods.every((method) => METHODS.includes(method)) ? methods : undefined;
}

/** A path that no request to GMS has would make a fault that never strikes, and a test that never fails. */
function readPath(value: unknown): string | undefined {
  const path = readText(value);
  return path === undefined || /[?#\s]|:\/\/|^\/?mock(\/|$)/.test(path) ? undefined : path;
}

function readShare(value: unknown): number | undefined {
  return value === 0 ? undefined : numberFrom(0, 1)(value);
}

/** Printable ASCII alone: nothing else is safe in a header. */
function readHeaderValue(value: unknown): number | string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^[\x20-\x7e]{1,1000}$/.test(value) ? value : undefined;
}

function readHeaders(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const headers = Object.entries(value as Fields);
  const isGood = headers.every(
    ([name, text]) => /^[\w-]{1,100}$/.test(name) && name !== '__proto__' && typeof readHeaderValue(text) === 'string',
  );
  return isGood ? Object.freeze({ ...(value as Readonly<Record<string, string>>) }) : undefined;
}

function numberFrom(least: number, most: number): (value: unknown) => number | undefined {
  return (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

function wholeFrom(least: number, most = Number.MAX_SAFE_INTEGER): (value: unknown) => number | undefined {
  return (value) => (Number.isSafeInteger(value) ? numberFrom(least, most)(value) : undefined);
}

function oneOf(...words: readonly string[]): Field {
  return { read: (value) => words.find((word) => word === value), wanted: `one of ${words.join(', ')}` };
}

function required(field: Field): Field {
  return { ...field, isRequired: true };
}

function reasonOf(value: unknown): string {
  return value === undefined ? 'it is missing' : 'it cannot be read';
}

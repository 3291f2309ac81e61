import { FIELD_KEYS, splitList } from '../domain/keys.js';
import { criterionOf } from '../domain/lookup.js';
import type { LookupCriterion } from '../domain/lookup.js';
import type { FieldProblem } from '../domain/problems.js';
import type { Reading } from './requests.js';
import { readWireTime, toWireTime } from './time.js';
import type { TimeReader } from './time.js';

/** The questions that clients ask in an address, read by the mock and written by the transport. */

/** A query by queues. What is absent has the server's default. */
export interface WireQueuesQuery {
  /** One service; absent = every callback service. */
  readonly target?: string;
  /** Epoch milliseconds. */
  readonly start?: number;
  /** Epoch milliseconds. */
  readonly end?: number;
  /** At most this many records per service. */
  readonly maximum?: number;
  /** States as sent; empty = every state. */
  readonly states: readonly string[];
  /** Values of any other key, in the order asked. */
  readonly filters: readonly (readonly [key: string, value: string])[];
}

/** A query by id or by properties. */
export interface WirePropertyQuery {
  /** With an id, everything else is left aside. */
  readonly id?: string;
  readonly operand: 'AND' | 'OR';
  readonly criteria: readonly LookupCriterion[];
}

const QUEUES_KEYS: ReadonlySet<string> = new Set(['target', 'start_time', 'end_time', 'max', 'states']);
const OPERAND = 'operand';

/** Reads a query by queues; a time that is none and a maximum that is no whole number are problems. */
export function readQueuesQuery(
  parameters: URLSearchParams,
  readTime: TimeReader = readWireTime,
): Reading<WireQueuesQuery> {
  const problems: FieldProblem[] = [];
  const target = filled(parameters.get('target'));
  const start = readTimeParameter([parameters, 'start_time'], readTime, problems);
  const end = readTimeParameter([parameters, 'end_time'], readTime, problems);
  const maximum = readMaximum(parameters, problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      ...(target !== undefined && { target }),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(maximum !== undefined && { maximum }),
      states: parameters.getAll('states').flatMap(splitList),
      filters: [...parameters].filter(([key]) => !QUEUES_KEYS.has(key)),
    },
  };
}

/** Writes a query by queues. */
export function writeQueuesQuery(query: Partial<WireQueuesQuery>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [key, value] of query.filters ?? []) if (!QUEUES_KEYS.has(key)) parameters.append(key, value);
  if (query.target !== undefined) parameters.set('target', query.target);
  if (query.start !== undefined) parameters.set('start_time', toWireTime(query.start));
  if (query.end !== undefined) parameters.set('end_time', toWireTime(query.end));
  if (query.maximum !== undefined) parameters.set('max', String(query.maximum));
  if (query.states !== undefined && query.states.length > 0) parameters.set('states', query.states.join(','));
  return parameters;
}

/** Reads a query by id or by properties. A value that begins with `!` means "not equal". */
export function readPropertyQuery(parameters: URLSearchParams): Reading<WirePropertyQuery> {
  const id = parameters.get(FIELD_KEYS.id);
  const operand = (filled(parameters.get(OPERAND)) ?? 'AND').toUpperCase();
  if (operand !== 'AND' && operand !== 'OR') return { ok: false, problems: [{ path: OPERAND, code: 'rejected' }] };
  const criteria = [...parameters]
    .filter(([key]) => key !== FIELD_KEYS.id && key !== OPERAND)
    .map(([key, value]) => criterionOf(key, value));
  return { ok: true, value: { ...(id !== null && { id }), operand, criteria } };
}

/** Writes a query by id or by properties. */
export function writePropertyQuery(query: Partial<WirePropertyQuery>): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query.id !== undefined) parameters.set(FIELD_KEYS.id, query.id);
  for (const { ref, value, negate } of query.criteria ?? []) {
    parameters.append(ref.kind === 'known' ? FIELD_KEYS[ref.field] : ref.name, negate ? `!${value}` : value);
  }
  if (query.operand === 'OR') parameters.set(OPERAND, 'OR');
  return parameters;
}

/** Query of a cancel: whether an unreachable session may be left behind. */
export function writeCancelQuery(discardOrsFailure: boolean): URLSearchParams {
  return new URLSearchParams(discardOrsFailure ? { discard_ors_failure: 'true' } : {});
}

/** Whether a cancel may leave an unreachable session behind. */
export function readDiscardOrsFailure(parameters: URLSearchParams): boolean {
  return parameters.get('discard_ors_failure')?.toLowerCase() === 'true';
}

/** Services whose watermarks are asked for; empty = all. */
export function readWatermarksQuery(parameters: URLSearchParams): readonly string[] {
  return parameters.getAll('service_name').filter((name) => name !== '');
}

/** Asks for the watermarks of some services; none = all. */
export function writeWatermarksQuery(services: readonly string[]): URLSearchParams {
  return new URLSearchParams(services.map((name) => ['service_name', name]));
}

function filled(text: string | null): string | undefined {
  return text === null || text === '' ? undefined : text;
}

function readTimeParameter(
  [parameters, key]: readonly [URLSearchParams, string],
  readTime: TimeReader,
  problems: FieldProblem[],
): number | undefined {
  const text = filled(parameters.get(key));
  if (text === undefined) return undefined;
  const time = readTime(text);
  if (time === undefined) problems.push({ path: key, code: 'invalid-time' });
  return time;
}

function readMaximum(parameters: URLSearchParams, problems: FieldProblem[]): number | undefined {
  const text = filled(parameters.get('max'));
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  problems.push({ path: 'max', code: 'not-a-number' });
  return undefined;
}

import { FIELD_KEYS, isReservedKey, PARAMETER_KEYS } from '../domain/keys.js';
import type { FieldProblem, Reading } from '../domain/problems.js';
import { CANCELLED_BY_ADMIN } from '../domain/report.js';
import { parseWith } from './parse.js';
import { CancelRequestSchema, ReportRequestSchema } from './schemas.js';
import { readWireTime, toWireTime } from './time.js';
import type { TimeReader } from './time.js';
import { emptyProperties, isFields, propertyText, readText } from './values.js';
import type { Fields } from './values.js';

/** The bodies that clients send, read by the mock and written by the transport. */

export type { Reading } from '../domain/problems.js';

/** A time that was sent: epoch milliseconds, or the text that is none. */
export type SentTime = number | { readonly unreadable: string };

/** What a client sends to start a callback. */
export interface WireCreate {
  readonly customerNumber?: string;
  /** Absent = now. */
  readonly desiredTime?: SentTime;
  readonly state?: string;
  readonly virtualQueue?: string;
  readonly queueTimeStatistic?: string;
  /** Service to be sent to instead; an empty text asks for none. */
  readonly redirect?: string;
  /** Every other key. A reserved one is still among them, so that whoever owns the rules refuses it. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What a client sends to change a callback. */
export interface WireUpdate {
  /** Absent = keep. */
  readonly desiredTime?: SentTime;
  /** The time came under the key of the record alone, as from clients that send back what they read. */
  readonly isTimeRepeated?: true;
  readonly state?: string;
  readonly customerNumber?: string;
  /** Properties to replace; an empty text removes one. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What a client sends to cancel several callbacks. */
export interface WireCancel {
  readonly reason: string;
  readonly ids: readonly string[];
}

/** What a client sends to export cancelled callbacks. */
export interface WireReport {
  readonly reason: string;
  readonly properties: readonly string[];
}

const NEW_DESIRED_TIME = '_new_desired_time';

/** Steers the request, and is kept nowhere. */
const REDIRECT = '_redirect';

/** Reads the fields of a new callback. Null means absent, as some clients send it; an empty time means now. */
export function readCreateRequest(fields: Fields, readTime: TimeReader = readWireTime): Reading<WireCreate> {
  const problems: FieldProblem[] = [];
  const customerNumber = readNumberField(fields, problems);
  const time = readField(fields, FIELD_KEYS.desiredTime, problems);
  const state = readField(fields, FIELD_KEYS.state, problems);
  const redirect = readField(fields, REDIRECT, problems);
  const properties = readPropertyFields(fields, CREATE_FIELDS);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      ...(customerNumber !== undefined && { customerNumber }),
      ...(time !== undefined && time !== '' && { desiredTime: sentTime(time, readTime) }),
      ...(state !== undefined && state !== '' && { state }),
      ...(redirect !== undefined && { redirect }),
      properties,
    },
  };
}

/** Writes the fields of a new callback. Reserved keys among the properties never reach the wire. */
export function writeCreateRequest(wish: WireCreate): Record<string, string> {
  const fields = writeProperties(wish.properties);
  if (wish.customerNumber !== undefined) fields[FIELD_KEYS.customerNumber] = wish.customerNumber;
  if (wish.desiredTime !== undefined) fields[FIELD_KEYS.desiredTime] = writeTime(wish.desiredTime);
  if (wish.state !== undefined) fields[FIELD_KEYS.state] = wish.state;
  if (wish.virtualQueue !== undefined) fields[PARAMETER_KEYS.virtualQueue] = wish.virtualQueue;
  if (wish.queueTimeStatistic !== undefined) fields[PARAMETER_KEYS.queueTimeStatistic] = wish.queueTimeStatistic;
  if (wish.redirect !== undefined) fields[REDIRECT] = wish.redirect;
  return { ...fields };
}

/** Reads the fields of a change. The new time may come under either of its names; the newer one wins. */
export function readUpdateRequest(fields: Fields, readTime: TimeReader = readWireTime): Reading<WireUpdate> {
  const problems: FieldProblem[] = [];
  const newTime = readField(fields, NEW_DESIRED_TIME, problems);
  const time = newTime ?? readField(fields, FIELD_KEYS.desiredTime, problems);
  const state = readField(fields, FIELD_KEYS.state, problems);
  const customerNumber = readNumberField(fields, problems);
  const properties = readPropertyFields(fields, UPDATE_FIELDS);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      ...(time !== undefined && time !== '' && { desiredTime: sentTime(time, readTime) }),
      ...(time !== undefined && time !== '' && newTime === undefined && { isTimeRepeated: true }),
      ...(state !== undefined && state !== '' && { state }),
      ...(customerNumber !== undefined && { customerNumber }),
      properties,
    },
  };
}

/** Writes the fields of a change. Reserved keys among the properties never reach the wire. */
export function writeUpdateRequest(change: WireUpdate): Record<string, string> {
  const fields = writeProperties(change.properties);
  if (change.desiredTime !== undefined) fields[NEW_DESIRED_TIME] = writeTime(change.desiredTime);
  if (change.state !== undefined) fields[FIELD_KEYS.state] = change.state;
  if (change.customerNumber !== undefined) fields[FIELD_KEYS.customerNumber] = change.customerNumber;
  return { ...fields };
}

/** Reads the body of a bulk cancel. */
export function readCancelRequest(body: unknown): Reading<WireCancel> {
  const read = parseWith(CancelRequestSchema, body);
  if (!read.success) return { ok: false, problems: problemsOf(body, ['reason', 'ids'], read.error.issues) };
  return { ok: true, value: { reason: String(read.data.reason), ids: read.data.ids.map(String) } };
}

/** Writes the body of a bulk cancel. */
export function writeCancelRequest(
  ids: readonly string[],
  reason: string = CANCELLED_BY_ADMIN,
): Record<string, unknown> {
  return { reason, ids };
}

/** Reads the body of the export of cancelled callbacks. */
export function readReportRequest(body: unknown): Reading<WireReport> {
  const read = parseWith(ReportRequestSchema, body);
  if (!read.success) {
    return { ok: false, problems: problemsOf(body, ['callback_reason', 'exported_properties'], read.error.issues) };
  }
  const { callback_reason: reason, exported_properties: properties } = read.data;
  return { ok: true, value: { reason: String(reason), properties: properties.map(String) } };
}

/** Writes the body of the export of cancelled callbacks. */
export function writeReportRequest(
  properties: readonly string[],
  reason: string = CANCELLED_BY_ADMIN,
): Record<string, unknown> {
  return { callback_reason: reason, exported_properties: properties };
}

const CREATE_FIELDS: ReadonlySet<string> = new Set([
  FIELD_KEYS.customerNumber,
  FIELD_KEYS.desiredTime,
  FIELD_KEYS.state,
  REDIRECT,
]);

const UPDATE_FIELDS: ReadonlySet<string> = new Set([...CREATE_FIELDS, NEW_DESIRED_TIME]);

function readField(fields: Fields, key: string, problems: FieldProblem[]): string | undefined {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (value === undefined || value === null) return undefined;
  const text = readText(value);
  if (text === undefined) problems.push({ path: key, code: 'rejected' });
  return text;
}

/** A truth value reads as text, and is no phone number. */
function readNumberField(fields: Fields, problems: FieldProblem[]): string | undefined {
  const key = FIELD_KEYS.customerNumber;
  const text = readField(fields, key, problems);
  if (text === undefined || typeof fields[key] !== 'boolean') return text;
  problems.push({ path: key, code: 'rejected' });
  return undefined;
}

function readPropertyFields(fields: Fields, others: ReadonlySet<string>): Readonly<Record<string, string>> {
  const properties = emptyProperties();
  for (const key of Object.keys(fields)) {
    const value = others.has(key) ? undefined : propertyText(fields[key]);
    if (value !== undefined) properties[key] = value;
  }
  return properties;
}

function writeProperties(properties: Readonly<Record<string, string>>): Record<string, string> {
  const fields = emptyProperties();
  for (const [key, value] of Object.entries(properties)) if (!isReservedKey(key)) fields[key] = value;
  return fields;
}

function sentTime(text: string, readTime: TimeReader): SentTime {
  return readTime(text) ?? { unreadable: text };
}

function writeTime(time: SentTime): string {
  return typeof time === 'number' ? toWireTime(time) : time.unreadable;
}

function problemsOf(
  body: unknown,
  keys: readonly string[],
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): readonly FieldProblem[] {
  if (!isFields(body)) return [{ path: '', code: 'rejected' }];
  return keys
    .filter((key) => issues.some((issue) => issue.path[0] === key))
    .map((path) => ({ path, code: body[path] === undefined || body[path] === null ? 'required' : 'rejected' }));
}

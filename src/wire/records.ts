import type { CallbackRecord } from '../domain/callback.js';
import { FIELD_ALIASES, FIELD_KEYS, isPropertyKey, legacyFieldOf } from '../domain/keys.js';
import type { KnownField } from '../domain/keys.js';
import { parseWith } from './parse.js';
import { explainIssues, WireRecordSchema } from './schemas.js';
import { readWireTime, toWireTime } from './time.js';
import { isFields, manyProperties, propertyText, readText } from './values.js';
import type { Fields } from './values.js';

/** The one mapping between a callback of the program and a callback of the wire. */

/** A record that was read, or why it was set aside. Issues name keys, never values: a value may be personal. */
export type RecordReading =
  | { readonly ok: true; readonly record: CallbackRecord }
  | { readonly ok: false; readonly issues: readonly string[]; readonly id?: string; readonly serviceName?: string };

/** What to assume where a record is silent: in a reply by queues the service is the key it stands under. */
export interface RecordDefaults {
  readonly serviceName?: string;
}

/** Keys of a record in a reply, whatever the service's configuration says (GMS reference, query by queues). */
export const ALWAYS_RETURNED: readonly string[] = Object.freeze([
  FIELD_KEYS.id,
  FIELD_KEYS.desiredTime,
  FIELD_KEYS.serviceName,
  FIELD_KEYS.state,
  FIELD_KEYS.expirationTime,
  FIELD_KEYS.customerNumber,
  FIELD_KEYS.url,
  FIELD_KEYS.reason,
]);

/** What records without properties share. */
export const NO_PROPERTIES: Readonly<Record<string, string>> = Object.freeze(manyProperties());

/**
 * Reads a callback of the wire: either spelling of its keys, numbers as text, every other key as a property. Never throws and never
 * guesses: a record without a readable id, service, state or time is set aside with what is wrong.
 */
export function readRecord(raw: unknown, defaults: RecordDefaults = {}): RecordReading {
  if (!isFields(raw)) return setAside(raw, defaults);
  const id = filled(valueOf(raw, 'id'));
  const serviceName = filled(valueOf(raw, 'serviceName') ?? defaults.serviceName);
  const state = filled(valueOf(raw, 'state'));
  const desiredTime = readWireTime(valueOf(raw, 'desiredTime'));
  const expiration = valueOf(raw, 'expirationTime');
  const expirationTime = readWireTime(expiration);
  const texts = readOptionalTexts(raw);
  if (id === undefined || serviceName === undefined || state === undefined || desiredTime === undefined) {
    return setAside(raw, defaults);
  }
  if (texts === undefined || (expirationTime === undefined && expiration !== undefined)) return setAside(raw, defaults);
  return {
    ok: true,
    record: {
      id,
      serviceName,
      state,
      ...(texts.reason && { reason: texts.reason }),
      desiredTime,
      ...(expirationTime !== undefined && { expirationTime }),
      customerNumber: texts.customerNumber,
      ...(texts.url && { url: texts.url }),
      ...(texts.orsSessionId && { orsSessionId: texts.orsSessionId }),
      properties: readProperties(raw),
    },
  };
}

/**
 * Writes a callback for the wire, in the spelling of today. With `keys`, only the keys that are always returned and those in it are
 * written; without, everything.
 */
export function writeRecord(record: CallbackRecord, keys?: ReadonlySet<string>): Record<string, string> {
  const wire: Record<string, string> = {
    [FIELD_KEYS.id]: record.id,
    [FIELD_KEYS.serviceName]: record.serviceName,
    [FIELD_KEYS.state]: record.state,
    [FIELD_KEYS.desiredTime]: toWireTime(record.desiredTime),
    [FIELD_KEYS.customerNumber]: record.customerNumber,
  };
  if (record.reason !== undefined) wire[FIELD_KEYS.reason] = record.reason;
  if (record.expirationTime !== undefined) wire[FIELD_KEYS.expirationTime] = toWireTime(record.expirationTime);
  if (record.url !== undefined) wire[FIELD_KEYS.url] = record.url;
  const session = record.orsSessionId;
  if (session !== undefined && keys?.has(FIELD_KEYS.orsSessionId) !== false) wire[FIELD_KEYS.orsSessionId] = session;
  for (const key of Object.keys(record.properties)) {
    const value = record.properties[key];
    if (value !== undefined && keys?.has(key) !== false && isUnmistakable(wire, key)) wire[key] = value;
  }
  return wire;
}

/** Brings the keys of a record to the spelling of today; what is not known by another spelling stays as it is. */
export function withTodaysKeys(raw: Fields, defaults: RecordDefaults = {}): Fields {
  const wire: Record<string, unknown> = {};
  for (const field of Object.keys(FIELD_KEYS) as KnownField[]) {
    const value = valueOf(raw, field) ?? (field === 'serviceName' ? defaults.serviceName : undefined);
    if (value !== undefined) wire[FIELD_KEYS[field]] = value;
  }
  for (const key of Object.keys(raw)) if (isProperty(raw, key)) wire[key] = raw[key];
  return wire;
}

/** The value of a field: in the spelling of today, else in the first one; null counts as none, an empty text only as the last choice. */
function valueOf(raw: Fields, field: KnownField): unknown {
  const value = ownValue(raw, FIELD_KEYS[field]);
  const alias = FIELD_ALIASES[field];
  if (alias === undefined || isFilled(value)) return value;
  const older = ownValue(raw, alias);
  return isFilled(older) ? older : (value ?? older);
}

function ownValue(raw: Fields, key: string): unknown {
  return Object.hasOwn(raw, key) ? (raw[key] ?? undefined) : undefined;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== '';
}

/** Whether a key of an object of the wire is a property there. */
function isProperty(raw: Fields, key: string): boolean {
  return isUnmistakable(raw, key) && (legacyFieldOf(key) === undefined || isFilled(raw[key]));
}

/** Whether nobody takes a key for a field: a first spelling is a property only beside the spelling of today. */
function isUnmistakable(raw: Fields, key: string): boolean {
  const field = legacyFieldOf(key);
  return isPropertyKey(key) && (field === undefined || isFilled(ownValue(raw, FIELD_KEYS[field])));
}

function filled(value: unknown): string | undefined {
  const text = readText(value);
  return text === '' ? undefined : text;
}

/** The texts a record may lack; undefined when one of them is there and is not text. */
function readOptionalTexts(
  raw: Fields,
): { customerNumber: string; reason: string; url: string; orsSessionId: string } | undefined {
  const customerNumber = optionalText(raw, 'customerNumber');
  const reason = optionalText(raw, 'reason');
  const url = optionalText(raw, 'url');
  const orsSessionId = optionalText(raw, 'orsSessionId');
  if (customerNumber === undefined || reason === undefined || url === undefined) return undefined;
  return orsSessionId === undefined ? undefined : { customerNumber, reason, url, orsSessionId };
}

function optionalText(raw: Fields, field: KnownField): string | undefined {
  const value = valueOf(raw, field);
  return value === undefined ? '' : readText(value);
}

function readProperties(raw: Fields): Readonly<Record<string, string>> {
  let properties: Record<string, string> | undefined;
  for (const key of Object.keys(raw)) {
    if (!isProperty(raw, key)) continue;
    const value = propertyText(raw[key]);
    if (value === undefined) continue;
    properties ??= manyProperties();
    properties[key] = value;
  }
  return properties ?? NO_PROPERTIES;
}

/** Only records that cannot be read come here, so the schema may take its time to say why. */
function setAside(raw: unknown, defaults: RecordDefaults): RecordReading {
  const fields = isFields(raw) ? withTodaysKeys(raw, defaults) : undefined;
  const id = fields && filled(fields[FIELD_KEYS.id]);
  const serviceName = fields ? filled(fields[FIELD_KEYS.serviceName]) : defaults.serviceName;
  const explained = parseWith(WireRecordSchema, fields ?? raw);
  return {
    ok: false,
    issues: explained.success ? ['is not a callback'] : explainIssues(explained.error.issues),
    ...(id !== undefined && { id }),
    ...(serviceName !== undefined && { serviceName }),
  };
}

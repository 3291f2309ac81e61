import { FIELD_KEYS } from '../domain/keys.js';
import type { FieldProblem, Reading } from '../domain/problems.js';
import { toWireTime } from './time.js';
import { emptyProperties, propertyText, readText } from './values.js';
import type { Fields } from './values.js';

/** What clients of the basic services send and get (GMS reference, other endpoints). */

const ACCESS_NUMBER = '_access_number';
const ACCESS_CODE = '_access_code';

/** A number that is reserved for a call. Times in epoch milliseconds. */
export interface WireInteraction {
  readonly id: string;
  readonly accessNumber: string;
  readonly accessCode: string;
  readonly expirationTime: number;
}

/** Who calls: the number that was dialled, and the code where one was. */
export interface WireMatch {
  readonly accessNumber: string;
  readonly accessCode?: string;
}

/** Reads the question to whom a call belongs. */
export function readMatchRequest(fields: Fields): Reading<WireMatch> {
  const accessNumber = textOf(fields, ACCESS_NUMBER);
  const accessCode = textOf(fields, ACCESS_CODE);
  if (accessNumber === undefined) return required(ACCESS_NUMBER);
  return { ok: true, value: { accessNumber, ...(accessCode !== undefined && { accessCode }) } };
}

/** Reads the id for which a number is wanted. */
export function readAccessRequest(fields: Fields): Reading<string> {
  const id = textOf(fields, FIELD_KEYS.id);
  return id === undefined ? required(FIELD_KEYS.id) : { ok: true, value: id };
}

/** Reads values to keep: every field as text. */
export function readStoredValues(fields: Fields): Readonly<Record<string, string>> {
  const values = emptyProperties();
  for (const [key, value] of Object.entries(fields)) {
    const text = propertyText(value);
    if (text !== undefined && key !== '__proto__') values[key] = text;
  }
  return { ...values };
}

/** Writes the reply to a new interaction. */
export function writeInteraction({ id, ...access }: WireInteraction): Record<string, string> {
  return { [FIELD_KEYS.id]: id, [ACCESS_CODE]: access.accessCode, ...writeAccess(access) };
}

/** Writes the reply to a request for a number. */
export function writeAccess(access: Pick<WireInteraction, 'accessNumber' | 'expirationTime'>): Record<string, string> {
  return { [ACCESS_NUMBER]: access.accessNumber, [FIELD_KEYS.expirationTime]: toWireTime(access.expirationTime) };
}

/** Writes to whom a call belongs: what was sent before it is stored under that id. */
export function writeMatch(id: string): Record<string, string> {
  return { [FIELD_KEYS.id]: id, _data_id: id };
}

function textOf(fields: Fields, key: string): string | undefined {
  const text = readText(Object.hasOwn(fields, key) ? fields[key] : undefined)?.trim();
  return text === '' ? undefined : text;
}

function required(path: string): { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  return { ok: false, problems: [{ path, code: 'required' }] };
}

import type { CallbackRecord } from '../../domain/callback.js';
import { isReservedKey } from '../../domain/keys.js';
import { refusalOf } from '../../domain/lifecycle.js';
import type { FieldProblem } from '../../domain/problems.js';
import { wallTime } from '../../domain/schedule.js';
import type { CreateRequest } from '../../transport/callback-transport.js';
import type { EditorDraft, PropertyRow } from './callback-editor.draft.js';
import type { EditorRequest } from './callback-editor.types.js';

/** What a form is read against. */
export interface ParseClock {
  /** IANA zone of the wall clock in the form. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a form means, or everything that is wrong with it in the order of the fields. */
export type Parsed =
  { readonly request: EditorRequest; readonly problems?: undefined } | { readonly problems: readonly FieldProblem[] };

interface Read<T> {
  readonly value: T;
  readonly problems: readonly FieldProblem[];
}

const SEPARATORS = /[\s().-]/g;

/** Reads the form for a new callback. */
export function parseCreate(draft: EditorDraft, clock: ParseClock): Parsed {
  const service = required('serviceName', draft.serviceName);
  const time = draft.kind === 'scheduled' ? readTime(draft, clock) : none;
  const number = readNumber(draft.customerNumber);
  const rows = readRows(draft.rows);
  const problems = [...service, ...time.problems, ...number.problems, ...rows.problems];
  if (problems.length > 0) return { problems };
  const virtualQueue = draft.virtualQueue.trim();
  const queueTimeStatistic = draft.queueTimeStatistic.trim();
  const request: CreateRequest = {
    serviceName: draft.serviceName,
    customerNumber: number.value,
    ...(time.value === undefined ? {} : { desiredTime: time.value }),
    ...(virtualQueue === '' ? {} : { virtualQueue }),
    ...(queueTimeStatistic === '' ? {} : { queueTimeStatistic }),
    properties: Object.fromEntries(rows.value.filter(([, value]) => value !== '')),
  };
  return { request: { mode: 'create', request } };
}

/** Reads the form for a callback that is not completed, by the choice made in it. */
export function parseEdit(draft: EditorDraft, record: CallbackRecord, clock: ParseClock): Parsed {
  const { id } = record;
  if (draft.choice === undefined) return { problems: required('choice', '') };
  if (refusalOf(record.state, draft.choice) !== undefined) return { problems: [{ path: 'choice', code: 'rejected' }] };
  if (draft.choice === 'cancel') {
    return { request: { mode: 'cancel', id, discardOrsFailure: draft.discardOrsFailure } };
  }
  if (draft.choice === 'reschedule') {
    const time = readTime(draft, clock);
    return time.value === undefined
      ? { problems: time.problems }
      : { request: { mode: 'reschedule', id, change: { desiredTime: time.value } } };
  }
  const rows = readRows(draft.rows);
  if (rows.problems.length > 0) return { problems: rows.problems };
  return { request: { mode: 'edit-properties', id, change: changeOf(rows.value, record) } };
}

/** Reads the form for scheduling a completed callback again. */
export function parseRescheduleCompleted(draft: EditorDraft, record: CallbackRecord, clock: ParseClock): Parsed {
  const time = readTime(draft, clock);
  const rows = readRows(draft.rows);
  if (time.value === undefined || rows.problems.length > 0) return { problems: [...time.problems, ...rows.problems] };
  const change = { desiredTime: time.value, properties: changeOf(rows.value, record) };
  return { request: { mode: 'reschedule-completed', id: record.id, change } };
}

const none: Read<undefined> = { value: undefined, problems: [] };

function required(path: string, text: string): readonly FieldProblem[] {
  return text === '' ? [{ path, code: 'required' }] : [];
}

/** A number to dial, without the spaces and marks people group it with. A zero in brackets after a country code is ambiguous. */
function readNumber(text: string): Read<string> {
  const path = 'customerNumber';
  const value = text.replace(SEPARATORS, '');
  if (text.trim() === '') return { value, problems: [{ path, code: 'required' }] };
  const dialable = /^\+?\d+$/.test(value) && !/^\s*\+.*\(0+\)/.test(text);
  return { value, problems: dialable ? [] : [{ path, code: 'invalid-number' }] };
}

function readTime(draft: EditorDraft, { timeZone, now }: ParseClock): Read<number | undefined> {
  const problem = (path: string, code: FieldProblem['code']): Read<undefined> => ({
    value: undefined,
    problems: [{ path, code }],
  });
  if (wallTime(draft.desiredDate, '12:00', timeZone).kind === 'invalid') {
    const time = draft.desiredTime === '' ? [{ path: 'desiredTime', code: 'invalid-time' } as const] : [];
    return { value: undefined, problems: [{ path: 'desiredDate', code: 'invalid-date' }, ...time] };
  }
  const meant = wallTime(draft.desiredDate, draft.desiredTime, timeZone);
  if (meant.kind === 'invalid') return problem('desiredTime', 'invalid-time');
  if (meant.kind === 'gap') return problem('desiredTime', 'time-gap');
  if (meant.kind === 'overlap' && draft.overlap === undefined) return problem('desiredTime', 'time-overlap');
  const instant = meant.kind === 'overlap' ? meant[draft.overlap ?? 'earlier'] : meant.instant;
  return instant < now ? problem('desiredTime', 'in-the-past') : { value: instant, problems: [] };
}

/** Keys and values of the rows. A row that the person added and left empty does not count. */
function readRows(rows: readonly PropertyRow[]): Read<readonly (readonly [string, string])[]> {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const value: (readonly [string, string])[] = [];
  for (const row of rows) {
    const key = row.own ? row.key.trim() : row.key;
    if (key === '' && row.value === '') continue;
    const path = rowPath(row);
    if (key === '') problems.push({ path, code: 'required' });
    else if (isReservedKey(key)) problems.push({ path, code: 'reserved-key' });
    else if (seen.has(key)) problems.push({ path, code: 'duplicate-key' });
    seen.add(key);
    value.push([key, row.value]);
  }
  return { value, problems };
}

/** Where a problem of a row's name belongs; a problem of its value belongs to `properties.<name>`. */
export function rowPath({ row }: PropertyRow): string {
  return `rows.${row}`;
}

/** What differs from the record; an emptied value is left out of it. */
function changeOf(
  entries: readonly (readonly [string, string])[],
  { properties }: CallbackRecord,
): Readonly<Record<string, string | null>> {
  const different = entries.filter(([key, value]) => value !== (Object.hasOwn(properties, key) ? properties[key] : ''));
  return Object.fromEntries(different.map(([key, value]) => [key, value === '' ? null : value]));
}

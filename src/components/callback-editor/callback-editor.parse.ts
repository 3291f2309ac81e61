import { bareNumber } from '../../domain/bare-number.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { PARAMETER_KEYS } from '../../domain/keys.js';
import { refusalOf } from '../../domain/lifecycle.js';
import type { FieldProblem } from '../../domain/problems.js';
import type { NumberPolicy, ServiceSummary } from '../../domain/service.js';
import type { CreateRequest } from '../../transport/callback-transport.js';
import { meantBy } from './callback-editor.draft.js';
import type { EditorDraft } from './callback-editor.draft.js';
import { changeOf, readRows } from './callback-editor.rows.js';
import { problemsOfTime } from './callback-editor.time-check.js';
import type { TimeRules } from './callback-editor.time-check.js';
import type { EditorRequest } from './callback-editor.types.js';

/** What a form is read against. */
export interface ParseClock extends TimeRules {
  /** Services that can be chosen; without them, every name will do. */
  readonly services?: readonly ServiceSummary[];
  /** What a service has against a number; without it, nothing. */
  readonly problemOfNumber?: (number: string, policy: NumberPolicy) => FieldProblem | undefined;
  /** Keys of the callback that stay as others set them, whatever stands in the form. */
  readonly staying?: ReadonlySet<string>;
}

/** What a form means, or everything that is wrong with it in the order of the fields. */
export type Parsed =
  { readonly request: EditorRequest; readonly problems?: undefined } | { readonly problems: readonly FieldProblem[] };

/** A value, and what is wrong with what it was read from. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly FieldProblem[];
}

/** Reads the form for a new callback. */
export function parseCreate(draft: EditorDraft, clock: ParseClock): Parsed {
  const service = readService(draft, clock);
  const time = draft.kind === 'scheduled' ? readTime(draft, clock) : none;
  const number = readAllowedNumber(draft, clock);
  const rows = readRows(draft.rows, parametersOf(draft));
  const problems = [...service.problems, ...time.problems, ...number.problems, ...rows.problems];
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
  return { request: { mode: 'edit-properties', id, change: changeOf(sendable(rows.value, clock), record) } };
}

/** Reads the form for scheduling a completed callback again. */
export function parseRescheduleCompleted(draft: EditorDraft, record: CallbackRecord, clock: ParseClock): Parsed {
  const time = readTime(draft, clock);
  const rows = readRows(draft.rows);
  if (time.value === undefined || rows.problems.length > 0) return { problems: [...time.problems, ...rows.problems] };
  const change = { desiredTime: time.value, properties: changeOf(sendable(rows.value, clock), record) };
  return { request: { mode: 'reschedule-completed', id: record.id, change } };
}

function sendable(
  entries: readonly (readonly [string, string])[],
  { staying }: ParseClock,
): readonly (readonly [string, string])[] {
  return entries.filter(([key]) => staying?.has(key) !== true);
}

/** Properties for which the form has fields that are filled in. */
function parametersOf({ virtualQueue, queueTimeStatistic }: EditorDraft): readonly string[] {
  const named: readonly (readonly [string, string])[] = [
    [PARAMETER_KEYS.virtualQueue, virtualQueue],
    [PARAMETER_KEYS.queueTimeStatistic, queueTimeStatistic],
  ];
  return named.filter(([, text]) => text.trim() !== '').map(([key]) => key);
}

const none: Read<undefined> = { value: undefined, problems: [] };

function required(path: string, text: string): readonly FieldProblem[] {
  return text === '' ? [{ path, code: 'required' }] : [];
}

function readService({ serviceName }: EditorDraft, { services }: ParseClock): Read<ServiceSummary | undefined> {
  const path = 'serviceName';
  const value = services?.find(({ name }) => name === serviceName);
  if (serviceName.trim() === '') return { value, problems: [{ path, code: 'required' }] };
  const isUnknown = services !== undefined && value === undefined;
  return { value, problems: isUnknown ? [{ path, code: 'unknown-service' }] : [] };
}

/** A number that the service of the form takes, as far as that is known. */
function readAllowedNumber(draft: EditorDraft, clock: ParseClock): Read<string> {
  const number = readNumber(draft.customerNumber);
  const policy = readService(draft, clock).value?.numbers;
  if (policy === undefined || number.problems.length > 0) return number;
  const problem = clock.problemOfNumber?.(number.value, policy);
  return problem === undefined ? number : { ...number, problems: [problem] };
}

/** A number to dial, without the spaces and marks people group it with. A zero in brackets after a country code is ambiguous. */
export function readNumber(text: string): Read<string> {
  const path = 'customerNumber';
  const value = bareNumber(text);
  if (text.trim() === '') return { value, problems: [{ path, code: 'required' }] };
  const dialable = /^\+?\d+$/.test(value) && !/^\s*\+.*\(0+\)/.test(text);
  return { value, problems: dialable ? [] : [{ path, code: 'invalid-number' }] };
}

function readTime(draft: EditorDraft, clock: ParseClock): Read<number | undefined> {
  const problems = problemsOfTime(draft, clock);
  const meant = meantBy(draft);
  return { value: problems.length === 0 && meant.kind === 'instant' ? meant.instant : undefined, problems };
}

import type { CallbackRecord } from '../../domain/callback.js';
import type { FieldValue } from '../../domain/conflict.js';
import { fieldRefOf, isReservedKey } from '../../domain/keys.js';
import { toWallTime, wallTime } from '../../domain/schedule.js';
import type { WallTime } from '../../domain/schedule.js';
import type { ServiceSummary } from '../../domain/service.js';
import type { DeferredRequest } from './callback-editor.types.js';

/** A property in the form. */
export interface PropertyRow {
  /** Unique in the form; never shown. */
  readonly row: number;
  readonly key: string;
  readonly value: string;
  /** The person added it and names it. */
  readonly own: boolean;
  /** The person takes it away from the callback; its value stands by, should it be kept after all. */
  readonly removed?: boolean;
}

/** What a person decided about a field that somebody else changed too. It counts for these very values only. */
export interface Decision {
  /** GMS key of a known field, else the name of the property. */
  readonly key: string;
  readonly take: 'mine' | 'theirs';
  readonly theirs: FieldValue;
  readonly yours: FieldValue;
}

/** What a person can do with a callback that is not completed. */
export const EDIT_CHOICES = ['reschedule', 'edit-properties', 'cancel'] as const;

export type EditChoice = (typeof EDIT_CHOICES)[number];

/** What stands in the form: text as typed, nothing parsed. */
export interface EditorDraft {
  readonly kind: 'immediate' | 'scheduled';
  readonly choice: EditChoice | undefined;
  readonly serviceName: string;
  readonly customerNumber: string;
  readonly virtualQueue: string;
  readonly queueTimeStatistic: string;
  /** IANA zone of the wall clock in which date and time stand. */
  readonly clockZone: string;
  /** Wall clock of `clockZone`, `yyyy-mm-dd`. */
  readonly desiredDate: string;
  /** Wall clock of `clockZone`, `HH:mm`. */
  readonly desiredTime: string;
  /** Which of two instants, where the wall clock shows the time twice. */
  readonly overlap: 'earlier' | 'later' | undefined;
  /** The very instant, in epoch milliseconds, when it was chosen and not typed; date and time are then how the clock shows it. */
  readonly instant: number | undefined;
  /** IANA zone of the customer, when the person said it; undefined = it is guessed from the number. */
  readonly customerZone: string | undefined;
  readonly rows: readonly PropertyRow[];
  readonly discardOrsFailure: boolean;
  readonly decisions: readonly Decision[];
}

/** Fields that hold text as typed. */
export const TEXT_FIELDS = [
  'serviceName',
  'customerNumber',
  'virtualQueue',
  'queueTimeStatistic',
  'desiredDate',
  'desiredTime',
] as const satisfies readonly (keyof EditorDraft)[];

export type TextField = (typeof TEXT_FIELDS)[number];

const EMPTY: EditorDraft = Object.freeze({
  kind: 'immediate',
  choice: undefined,
  serviceName: '',
  customerNumber: '',
  virtualQueue: '',
  queueTimeStatistic: '',
  clockZone: 'UTC',
  desiredDate: '',
  desiredTime: '',
  overlap: undefined,
  instant: undefined,
  customerZone: undefined,
  rows: [],
  discardOrsFailure: false,
  decisions: [],
});

/** The form for a new callback. A single service is chosen beforehand; the day is today. */
export function createDraft(from: {
  readonly services: readonly ServiceSummary[];
  readonly knownProperties: readonly string[];
  readonly timeZone: string;
  readonly now: number;
}): EditorDraft {
  const only = from.services.length === 1 ? from.services[0]?.name : undefined;
  return {
    ...EMPTY,
    serviceName: only ?? '',
    clockZone: from.timeZone,
    desiredDate: toWallTime(from.now, from.timeZone).day,
    rows: rowsOf(from.knownProperties, {}),
  };
}

/** The form for a callback that is not completed. A move is chosen beforehand where it is possible, nothing else ever is. */
export function editDraft(
  record: CallbackRecord,
  from: {
    readonly knownProperties: readonly string[];
    readonly lookupKeys?: readonly string[];
    readonly timeZone: string;
    readonly canMove: boolean;
  },
): EditorDraft {
  return {
    ...EMPTY,
    choice: from.canMove ? 'reschedule' : undefined,
    ...timeOf(record.desiredTime, from.timeZone),
    rows: rowsOf(
      [...(from.lookupKeys ?? []), ...Object.keys(record.properties), ...from.knownProperties],
      record.properties,
    ),
  };
}

/** The form for scheduling a completed callback again: the day is today, the time is open. */
export function rescheduleDraft(
  record: CallbackRecord,
  from: {
    readonly knownProperties: readonly string[];
    readonly lookupKeys: readonly string[];
    readonly timeZone: string;
    readonly now: number;
  },
): EditorDraft {
  return {
    ...EMPTY,
    clockZone: from.timeZone,
    desiredDate: toWallTime(from.now, from.timeZone).day,
    rows: rowsOf([...from.lookupKeys, ...Object.keys(record.properties), ...from.knownProperties], record.properties),
  };
}

/** A draft that begins with what was asked for and not done. */
export function withWish(draft: EditorDraft, wish: DeferredRequest | undefined): EditorDraft {
  if (wish === undefined) return draft;
  if (wish.mode === 'cancel') return { ...draft, choice: 'cancel', discardOrsFailure: wish.discardOrsFailure };
  return { ...draft, choice: 'reschedule', ...timeOf(wish.change.desiredTime, draft.clockZone) };
}

/** What the form shows for an instant that was chosen: the wall clock of a zone, and which of two instants where it shows one twice. */
export function timeOf(instant: number, zone: string): TimeOfDraft {
  const { day, time } = toWallTime(instant, zone);
  const meant = wallTime(day, time, zone);
  const overlap = meant.kind === 'overlap' ? (instant < meant.later ? 'earlier' : 'later') : undefined;
  return { clockZone: zone, desiredDate: day, desiredTime: time, overlap, instant };
}

/** The part of a draft that says when. */
export type TimeOfDraft = Pick<EditorDraft, 'clockZone' | 'desiredDate' | 'desiredTime' | 'overlap' | 'instant'>;

/** What the time in the form means: the instant that was chosen, or what was typed on the wall clock of its zone. */
export function meantBy(draft: TimeOfDraft): WallTime {
  if (draft.instant !== undefined) return { kind: 'instant', instant: draft.instant };
  const meant = wallTime(draft.desiredDate, draft.desiredTime, draft.clockZone);
  if (meant.kind !== 'overlap' || draft.overlap === undefined) return meant;
  return { kind: 'instant', instant: meant[draft.overlap] };
}

/**
 * The same time on the wall clock of another zone. One that means no instant yet is taken over as far as it was typed; one that the clocks
 * skip, or show twice, must be given again: by another clock the same digits would be another time.
 */
export function inZone(draft: TimeOfDraft, zone: string): TimeOfDraft {
  const meant = meantBy(draft);
  if (meant.kind === 'instant') return timeOf(meant.instant, zone);
  const desiredTime = meant.kind === 'invalid' ? draft.desiredTime : '';
  return { ...draft, clockZone: zone, desiredTime, overlap: undefined };
}

/** The rows with one more for the person to name. */
export function withOwnRow(rows: readonly PropertyRow[]): readonly PropertyRow[] {
  return [...rows, { row: nextRow(rows), key: '', value: '', own: true }];
}

/** A number that no row has. */
export function nextRow(rows: readonly PropertyRow[]): number {
  return rows.reduce((highest, { row }) => Math.max(highest, row), 0) + 1;
}

/** Whether something was entered that would be missed. Which of several things to do, or by which clock, is not worth a question. */
export function isDirty(draft: EditorDraft, initial: EditorDraft): boolean {
  return entered(draft) !== entered(initial);
}

function entered({
  serviceName,
  customerNumber,
  virtualQueue,
  queueTimeStatistic,
  rows,
  ...rest
}: EditorDraft): string {
  const filled = rows
    .filter(({ own, key, value }) => value !== '' || (own && key !== ''))
    .map(({ key, value, removed }) => [key, value, removed === true]);
  return JSON.stringify([serviceName, customerNumber, virtualQueue, queueTimeStatistic, filled, timeKey(rest)]);
}

/** Equal for times that are the same, however they were given. */
export function timeKey(draft: TimeOfDraft): string {
  const meant = meantBy(draft);
  return meant.kind === 'instant' ? String(meant.instant) : `${draft.desiredDate} ${draft.desiredTime}`;
}

/** One row per name that can be a property; a configured name that cannot be one is left out. */
function rowsOf(names: readonly string[], values: Readonly<Record<string, string>>): readonly PropertyRow[] {
  return [...new Set(names)]
    .filter((name) => name !== '' && fieldRefOf(name).kind === 'property' && !isReservedKey(name))
    .map((key, row) => ({ row, key, value: Object.hasOwn(values, key) ? (values[key] ?? '') : '', own: false }));
}

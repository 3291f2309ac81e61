import type { CallbackRecord } from '../../domain/callback.js';
import { fieldRefOf, isReservedKey } from '../../domain/keys.js';
import { toWallTime, wallTime } from '../../domain/schedule.js';
import type { ServiceSummary } from '../../domain/service.js';
import { dayOf } from '../../domain/time-range.js';

/** A property in the form. */
export interface PropertyRow {
  /** Unique in the form; never shown. */
  readonly row: number;
  readonly key: string;
  readonly value: string;
  /** The person added it and names it. */
  readonly own: boolean;
}

/** What a person can do with a callback that is not completed. */
export type EditChoice = 'reschedule' | 'edit-properties' | 'cancel';

/** What stands in the form: text as typed, nothing parsed. */
export interface EditorDraft {
  readonly kind: 'immediate' | 'scheduled';
  readonly choice: EditChoice | undefined;
  readonly serviceName: string;
  readonly customerNumber: string;
  readonly virtualQueue: string;
  readonly queueTimeStatistic: string;
  /** Wall clock of the editor's zone, `yyyy-mm-dd`. */
  readonly desiredDate: string;
  /** Wall clock of the editor's zone, `HH:mm`. */
  readonly desiredTime: string;
  /** Which of two instants, where the wall clock shows the time twice. */
  readonly overlap: 'earlier' | 'later' | undefined;
  readonly rows: readonly PropertyRow[];
  readonly discardOrsFailure: boolean;
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
  desiredDate: '',
  desiredTime: '',
  overlap: undefined,
  rows: [],
  discardOrsFailure: false,
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
    desiredDate: dayOf(from.now, from.timeZone),
    rows: rowsOf(from.knownProperties, {}),
  };
}

/** The form for a callback that is not completed. A move is chosen beforehand where it is possible, nothing else ever is. */
export function editDraft(
  record: CallbackRecord,
  from: { readonly knownProperties: readonly string[]; readonly timeZone: string; readonly canMove: boolean },
): EditorDraft {
  return {
    ...EMPTY,
    choice: from.canMove ? 'reschedule' : undefined,
    ...timeOf(record.desiredTime, from.timeZone),
    rows: rowsOf([...Object.keys(record.properties), ...from.knownProperties], record.properties),
  };
}

/** The form for scheduling a completed callback again: the day is today, the time is open. */
export function rescheduleDraft(
  record: CallbackRecord,
  lookupKeys: readonly string[],
  clock: { readonly now: number; readonly timeZone: string },
): EditorDraft {
  return { ...EMPTY, desiredDate: dayOf(clock.now, clock.timeZone), rows: rowsOf(lookupKeys, record.properties) };
}

/** What the form shows for an instant: the wall clock, and which of two instants where it shows one twice. */
export function timeOf(instant: number, zone: string): Pick<EditorDraft, 'desiredDate' | 'desiredTime' | 'overlap'> {
  const { day, time } = toWallTime(instant, zone);
  const meant = wallTime(day, time, zone);
  const overlap = meant.kind === 'overlap' ? (instant < meant.later ? 'earlier' : 'later') : undefined;
  return { desiredDate: day, desiredTime: time, overlap };
}

/** The rows with one more for the person to name. */
export function withOwnRow(rows: readonly PropertyRow[]): readonly PropertyRow[] {
  const row = rows.reduce((highest, each) => Math.max(highest, each.row), 0) + 1;
  return [...rows, { row, key: '', value: '', own: true }];
}

/** Whether something was entered that would be missed. Which of several things to do is not worth a question. */
export function isDirty(draft: EditorDraft, initial: EditorDraft): boolean {
  const entered = ({ kind: _kind, choice: _choice, discardOrsFailure: _discard, ...rest }: EditorDraft): string =>
    JSON.stringify(rest);
  return entered(draft) !== entered(initial);
}

/** Whether what was chosen would change nothing. */
export function changesNothing(draft: EditorDraft, initial: EditorDraft): boolean {
  if (draft.choice === 'reschedule') {
    return (['desiredDate', 'desiredTime', 'overlap'] as const).every((field) => draft[field] === initial[field]);
  }
  return draft.choice === 'edit-properties' && JSON.stringify(draft.rows) === JSON.stringify(initial.rows);
}

/** One row per name that can be a property; a configured name that cannot be one is left out. */
function rowsOf(names: readonly string[], values: Readonly<Record<string, string>>): readonly PropertyRow[] {
  return [...new Set(names)]
    .filter((name) => name !== '' && fieldRefOf(name).kind === 'property' && !isReservedKey(name))
    .map((key, row) => ({ row, key, value: Object.hasOwn(values, key) ? (values[key] ?? '') : '', own: false }));
}

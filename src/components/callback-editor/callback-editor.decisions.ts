import type { CallbackRecord } from '../../domain/callback.js';
import { threeWay } from '../../domain/conflict.js';
import type { ThreeWayRow, Wanted } from '../../domain/conflict.js';
import type { UserCommand } from '../../domain/lifecycle.js';
import { meantBy, timeKey } from './callback-editor.draft.js';
import type { Decision, PropertyRow } from './callback-editor.draft.js';
import type { Drafts } from './callback-editor.refresh.js';

/** A field that somebody changed, and what the person decided about it; undefined while that is open or nothing is to be decided. */
export interface ChangedField extends ThreeWayRow {
  readonly taken: Decision['take'] | undefined;
}

/** A callback as the form was opened for it, and as it is known now. */
export interface Versions {
  readonly before: CallbackRecord;
  readonly now: CallbackRecord;
}

/** What the form changes by a command, beside what others changed since it opened. */
export function changedFields(
  drafts: Drafts,
  { before, now }: Versions,
  command: UserCommand | undefined,
): readonly ChangedField[] {
  return threeWay(before, now, wantedOf(drafts, command)).map((row) => ({
    ...row,
    taken: row.isClash ? decisionAbout(row, drafts.draft.decisions)?.take : undefined,
  }));
}

/** Fields that stay as others set them, whatever stands in the form. */
export function staying(fields: readonly ChangedField[]): ReadonlySet<string> {
  const stays = fields.filter(({ changedBy, taken }) => changedBy === 'them' || taken === 'theirs');
  return new Set(stays.map(({ key }) => key));
}

/** Number of fields about which the person must still decide. */
export function undecided(fields: readonly ChangedField[]): number {
  return fields.filter(({ isClash, taken }) => isClash && taken === undefined).length;
}

/** Whether the person changed something that is as others set it now, or is to stay so: then there is nothing to send. */
export function leavesNothing(fields: readonly ChangedField[]): boolean {
  const own = fields.filter(({ changedBy }) => changedBy !== 'them');
  return (
    own.length > 0 &&
    own.every(({ changedBy, isClash, taken }) => changedBy === 'both' && (!isClash || taken === 'theirs'))
  );
}

/** Whether the form would change nothing by a command, as far as it was filled in. */
export function changesNothing({ draft, initial }: Drafts, command: UserCommand | undefined): boolean {
  if (command === 'reschedule') return timeKey(draft) === timeKey(initial);
  return command === 'edit-properties' && touchedRows({ draft, initial }).length === 0;
}

function wantedOf(drafts: Drafts, command: UserCommand | undefined): Wanted {
  if (command === 'reschedule') {
    const meant = meantBy(drafts.draft);
    return meant.kind === 'instant' && !changesNothing(drafts, command) ? { desiredTime: meant.instant } : {};
  }
  if (command !== 'edit-properties' && command !== 'reschedule-completed') return {};
  const entries = touchedRows(drafts).map(({ key, value, removed }) => {
    return [key.trim(), removed === true || value === '' ? null : value] as const;
  });
  return { properties: Object.fromEntries(entries.filter(([key]) => key !== '')) };
}

/** Rows that are not as the form opened with them; one that the person added counts once it has a value. */
function touchedRows({ draft, initial }: Drafts): readonly PropertyRow[] {
  return draft.rows.filter((row) => {
    const old = initial.rows.find((each) => each.row === row.row);
    return row.value !== (old?.value ?? '') || row.removed === true;
  });
}

function decisionAbout({ key, theirs, yours }: ThreeWayRow, decisions: readonly Decision[]): Decision | undefined {
  return decisions.find((each) => each.key === key && each.theirs === theirs && each.yours === yours);
}

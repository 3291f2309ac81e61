import { inZone, nextRow, timeKey } from './callback-editor.draft.js';
import type { EditorDraft, PropertyRow, TimeOfDraft } from './callback-editor.draft.js';

/** A form, and what it is compared with to know what was entered. */
export interface Drafts {
  readonly draft: EditorDraft;
  readonly initial: EditorDraft;
}

/** Texts that stand for themselves. */
const TEXTS = ['serviceName', 'customerNumber', 'virtualQueue', 'queueTimeStatistic'] as const;

/**
 * Takes in what a form would begin with now, field by field: one that the person left alone follows, what was entered and chosen stays,
 * and rows that are new are added.
 */
export function refreshed({ draft, initial }: Drafts, fresh: EditorDraft): Drafts {
  const time = freshTime({ draft, initial }, fresh);
  const texts = Object.fromEntries(
    TEXTS.filter((name) => draft[name] === initial[name]).map((name) => [name, fresh[name]]),
  );
  const rows = freshRows({ draft, initial }, fresh.rows);
  return {
    draft: { ...draft, ...texts, ...time, rows: rows.draft },
    initial: { ...initial, ...texts, ...time, rows: rows.initial },
  };
}

/** The fresh time by the clock that was chosen, where the person gave none; else nothing, so that the old one stays. */
function freshTime({ draft, initial }: Drafts, fresh: EditorDraft): TimeOfDraft | undefined {
  if (timeKey(draft) !== timeKey(initial)) return undefined;
  const { clockZone, desiredDate, desiredTime, overlap, instant } = fresh;
  const time = { clockZone, desiredDate, desiredTime, overlap, instant };
  return draft.clockZone === initial.clockZone ? time : inZone(time, draft.clockZone);
}

/** Given rows with the fresh values where they were left alone, rows that are new before those of the person. */
function freshRows(
  { draft, initial }: Drafts,
  fresh: readonly PropertyRow[],
): { readonly draft: readonly PropertyRow[]; readonly initial: readonly PropertyRow[] } {
  const given = draft.rows.filter(({ own }) => !own);
  const next = nextRow([...draft.rows, ...initial.rows]);
  const added = fresh
    .filter(({ key }) => !given.some((row) => row.key === key))
    .map((row, index) => ({ ...row, row: next + index }));
  const was = (row: PropertyRow): PropertyRow | undefined => initial.rows.find((each) => each.row === row.row);
  const follow = (row: PropertyRow): PropertyRow => {
    const old = was(row);
    if (old === undefined || row.removed === true || row.value !== old.value) return row;
    return { ...row, value: fresh.find(({ key }) => key === row.key)?.value ?? '' };
  };
  const followed = given.map(follow);
  const kept = followed.map((row, index) => (row === given[index] ? (was(row) ?? row) : row));
  return { draft: [...followed, ...added, ...draft.rows.filter(({ own }) => own)], initial: [...kept, ...added] };
}

import type { CallbackRecord } from '../../domain/callback.js';
import type { UserCommand } from '../../domain/lifecycle.js';
import type { LocalizeController } from '../../internal/localize.js';
import { changedFields, changesNothing, leavesNothing, undecided } from './callback-editor.decisions.js';
import type { ChangedField } from './callback-editor.decisions.js';
import { EDIT_CHOICES } from './callback-editor.draft.js';
import type { Drafts } from './callback-editor.refresh.js';
import { wordsOfRows } from './callback-editor.row-words.js';
import { whyRefused } from './callback-editor.refusals.js';
import type { EditorMode, EditorOutcome, EditorRefusals } from './callback-editor.types.js';

/** What the owner of the editor says of the callback. */
export interface Subject {
  readonly mode: EditorMode;
  readonly record: CallbackRecord | undefined;
  readonly conflict: CallbackRecord | undefined;
  readonly refusals: EditorRefusals;
  readonly outcome: EditorOutcome | undefined;
}

/** How a form stands to its callback. */
export interface Standing {
  /** The callback as it is known now; undefined for a new one. */
  readonly base: CallbackRecord | undefined;
  /** The same, when it is no longer as it was when the form opened. */
  readonly conflict: CallbackRecord | undefined;
  /** What the form asks for; undefined for a new callback, and while nothing is chosen. */
  readonly command: UserCommand | undefined;
  /** What the form changes, beside what others changed since it opened. */
  readonly changed: readonly ChangedField[];
  /** Why Continue is off, in words; undefined when it is on. */
  readonly whyOff: string | undefined;
  /** Whether it is off for a reason that no entry in the form can change, or only a decision. */
  readonly isStuck: boolean;
}

/** The callback of a form as it is known now; undefined for a new one. A change of another callback is none of this one. */
export function baseOf({ mode, record, conflict }: Subject): CallbackRecord | undefined {
  if (mode === 'create') return undefined;
  return conflict !== undefined && conflict.id === record?.id ? conflict : record;
}

/** How a form stands to its callback with what was entered. */
export function standingOf(subject: Subject, drafts: Drafts, localize: LocalizeController): Standing {
  const { mode, record } = subject;
  const base = baseOf(subject);
  if (mode === 'create' || base === undefined || record === undefined) {
    const whyOff = whyWaiting(subject, localize);
    return { base: undefined, conflict: undefined, command: undefined, changed: [], whyOff, isStuck: false };
  }
  const command = mode === 'edit' ? drafts.draft.choice : mode;
  const changed = changedFields(drafts, { before: record, now: base }, command);
  const refused = whyRefusedNow({ state: base.state, command, refusals: subject.refusals }, localize);
  const whyOff = whyWaiting(subject, localize) ?? refused ?? whyNothing({ command, changed, drafts }, localize);
  const isStuck = refused !== undefined || undecided(changed) > 0 || leavesNothing(changed);
  return { base, conflict: base === record ? undefined : base, command, changed, whyOff, isStuck };
}

function whyWaiting({ outcome }: Subject, localize: LocalizeController): string | undefined {
  return outcome === 'looking' ? localize.term('findingOutcome') : undefined;
}

/** Why the command is off; without one, why every command is. */
function whyRefusedNow(
  { state, command, refusals }: Pick<Subject, 'refusals'> & Pick<Standing, 'command'> & Pick<CallbackRecord, 'state'>,
  localize: LocalizeController,
): string | undefined {
  if (command !== undefined) return whyRefused(localize, state, command, refusals);
  const reasons = EDIT_CHOICES.map((choice) => whyRefused(localize, state, choice, refusals));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** Why there is nothing to be sent, or not yet. */
function whyNothing(
  { command, changed, drafts }: Pick<Standing, 'command' | 'changed'> & { readonly drafts: Drafts },
  localize: LocalizeController,
): string | undefined {
  const open = undecided(changed);
  if (open > 0) return localize.term('decideFirst', open, localize.number(open));
  if (command === 'reschedule-completed') return undefined;
  if (changesNothing(drafts, command)) {
    const trouble = command === 'edit-properties' ? wordsOfRows(localize, drafts.draft.rows) : undefined;
    return trouble ?? localize.term('nothingChanged');
  }
  return leavesNothing(changed) ? localize.term('nothingLeft') : undefined;
}

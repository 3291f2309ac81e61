import type { SlotKnowledge } from '../../domain/availability.js';
import type { FieldProblem, ProblemCode } from '../../domain/problems.js';
import { wallTime } from '../../domain/schedule.js';
import { slotAt, slotLength } from '../../domain/slot-times.js';
import { meantBy } from './callback-editor.draft.js';
import type { TimeOfDraft } from './callback-editor.draft.js';

/** What a time is held against. */
export interface TimeRules {
  /** The server's clock in epoch milliseconds. */
  readonly now: number;
  /** The latest instant that the service takes, in epoch milliseconds; absent where it sets no limit. */
  readonly latest?: number;
  /** What is known of the slots around the time. */
  readonly slots?: SlotKnowledge | undefined;
  /** The instant for which the callback is planned already, in epoch milliseconds: its own place is not taken from it. */
  readonly present?: number | undefined;
}

/** What is wrong with the time of a draft, in the order of its fields. */
export function problemsOfTime(draft: TimeOfDraft, rules: TimeRules): readonly FieldProblem[] {
  const meant = meantBy(draft);
  if (meant.kind === 'instant') return of('desiredTime', whyNot(meant.instant, rules));
  if (wallTime(draft.desiredDate, '12:00', draft.clockZone).kind === 'invalid') {
    return [...of('desiredDate', 'invalid-date'), ...of('desiredTime', draft.desiredTime === '' && 'invalid-time')];
  }
  if (meant.kind === 'invalid') return of('desiredTime', 'invalid-time');
  return of('desiredTime', meant.kind === 'gap' ? 'time-gap' : 'time-overlap');
}

function of(path: string, code: ProblemCode | false | undefined): readonly FieldProblem[] {
  return code === undefined || code === false ? [] : [{ path, code }];
}

function whyNot(instant: number, { now, latest = Infinity, slots, present }: TimeRules): ProblemCode | undefined {
  if (instant < now) return 'in-the-past';
  if (instant === present) return undefined;
  if (instant > latest) return 'too-far-ahead';
  if (slots?.answer === undefined) return undefined;
  // What has begun is not told any more, nor what nobody asked for.
  const told = Math.max(slots.range.start, now) + (slotLength(slots.answer) ?? 0);
  const isTold = instant >= told && instant <= slots.range.end;
  const slot = slotAt(slots, instant);
  if (slot === undefined || slot.total === 0) return isTold ? 'not-offered' : undefined;
  const isOwn = present !== undefined && slotAt(slots, present) === slot;
  return slot.free > 0 || isOwn ? undefined : 'slot-full';
}

import type { AvailableSlot, SlotKnowledge } from '../../domain/availability.js';
import type { SlotDay } from '../../domain/slot-days.js';
import type { SlotContext } from '../../domain/slot-times.js';
import { addSpan } from '../../domain/span.js';
import type { Offer } from './callback-editor.offer.js';
import type { TimeSubject } from './callback-editor.subject.js';
import type { EditorView } from './callback-editor.view.js';

const MINUTE = 60_000;

/** What the picker shows: derived before each rendering from the form, from what is known, and from where the person looks. */
export interface PickerState {
  readonly subject: TimeSubject;
  readonly context: SlotContext;
  /** The month in view, `yyyy-mm`. */
  readonly month: string;
  /** Its days in whole weeks, with some of its neighbours. */
  readonly days: readonly SlotDay[];
  /** The day it is by the clock of the picker. */
  readonly today: string;
  /** The day of the month that takes the focus. */
  readonly tabStop: string;
  /** What is known of the slots of that month. */
  readonly knowledge: SlotKnowledge | undefined;
  /** What the chosen day offers. */
  readonly offer: Offer;
  /** The first free slot from now on, whatever day is chosen; undefined while nobody knows of one. */
  readonly next: AvailableSlot | undefined;
  readonly search: Search | undefined;
}

/** A search for the next free slot in the months that follow, and what came of it. */
export type Search =
  | { readonly kind: 'looking'; readonly origin: string; readonly left: number }
  | { readonly kind: 'found' }
  /** Nothing is free up to this day, `yyyy-mm-dd`. */
  | { readonly kind: 'in-vain'; readonly until: string };

/** Slots are seen minute by minute: they begin with one. */
export function contextOf(view: EditorView, { reach }: TimeSubject): SlotContext {
  const now = Math.floor(view.now / MINUTE) * MINUTE;
  const latest = reach === undefined ? Number.POSITIVE_INFINITY : addSpan(now, reach);
  return { zone: view.draft.clockZone, now, latest };
}

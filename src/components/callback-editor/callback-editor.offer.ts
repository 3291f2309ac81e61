import type { AvailableSlot, SlotKnowledge } from '../../domain/availability.js';
import { offersAnyTime } from '../../domain/slot-days.js';
import type { DayStatus } from '../../domain/slot-days.js';
import { slotAt, slotHours } from '../../domain/slot-times.js';
import type { SlotContext, SlotHour, SlotTime } from '../../domain/slot-times.js';
import { rangeOfDay } from '../../domain/zone-days.js';
import type { EmptyDay } from '../../translations/terms-slots.js';

/**
 * What there is to choose from on a day. `any`: a free time is asked for, because the service is always open or nobody knows.
 * `waiting`: nothing is known yet. `slots`: these; where none of them can be taken it says why.
 */
export type Offer =
  | { readonly kind: 'any'; readonly isAlwaysOpen: boolean }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'slots'; readonly hours: readonly OfferedHour[]; readonly empty: EmptyDay | undefined };

export interface OfferedHour extends SlotHour {
  readonly slots: readonly OfferedSlot[];
}

/** A slot as it is offered: the one that the callback has stays on though it is full, for one of its places is its own. */
export interface OfferedSlot extends SlotTime {
  readonly isOn: boolean;
  /** The time for which the callback is planned already. */
  readonly isPresent: boolean;
}

/** Of what an offer is made. */
export interface OfferSource {
  readonly day: string;
  readonly status: DayStatus;
  readonly knowledge: SlotKnowledge | undefined;
  /** What was offered before: a day that is over, or none yet, does not tell what the service is like. */
  readonly before: Offer | undefined;
  readonly context: SlotContext;
  /** The instant for which the callback is planned already, in epoch milliseconds. */
  readonly present: number | undefined;
  /** The instant in the form, in epoch milliseconds. */
  readonly chosen: number | undefined;
}

const UNKNOWN: Offer = { kind: 'any', isAlwaysOpen: false };

/** What a day offers. */
export function offerOf(source: OfferSource): Offer {
  const { day, status, knowledge, context } = source;
  if (knowledge === undefined || knowledge.unavailable !== undefined) return UNKNOWN;
  if (knowledge.answer === undefined) return knowledge.loading ? { kind: 'waiting' } : UNKNOWN;
  const range = rangeOfDay(day, context.zone);
  const isOutside = status === 'past' || status === 'beyond';
  if (range === undefined || isOutside) {
    if (source.before?.kind === 'any' && source.before.isAlwaysOpen) return source.before;
    return { kind: 'slots', hours: [], empty: isOutside ? status : 'no-day' };
  }
  if (status === 'unknown') return UNKNOWN;
  if (offersAnyTime(day, knowledge, context)) return { kind: 'any', isAlwaysOpen: true };
  const ofDay = knowledge.answer.slots.filter(({ start }) => start >= range.start && start <= range.end);
  const slots = [...ofDay, ...between(ofDay, source)].sort((a, b) => a.start - b.start);
  const hours = slotHours(day, { ...knowledge, answer: { ...knowledge.answer, slots } }, context);
  const { present } = source;
  const own = present === undefined ? undefined : slotAt(knowledge, present)?.start;
  const offered = (slot: SlotTime): OfferedSlot => {
    const isPresent = slot.start === present;
    return { ...slot, isOn: slot.free > 0 || isPresent || slot.start === own, isPresent };
  };
  return {
    kind: 'slots',
    hours: hours.map((hour) => ({ ...hour, slots: hour.slots.map(offered) })),
    empty: status === 'open' ? undefined : status,
  };
}

/** Times that no slot begins with and that are shown all the same: what the callback has, and what was typed and can be had. */
function between(slots: readonly AvailableSlot[], { knowledge, present, chosen }: OfferSource): AvailableSlot[] {
  const instants = chosen === present ? [present] : [present, chosen];
  return instants.flatMap((start) => {
    if (start === undefined || slots.some((slot) => slot.start === start)) return [];
    const { free = 0 } = slotAt(knowledge, start) ?? {};
    return free > 0 || start === present ? [{ start, free }] : [];
  });
}

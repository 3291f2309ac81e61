import type { AvailableSlot, SlotKnowledge } from './availability.js';
import { slotLength, slotsAhead, tellsFull } from './slot-times.js';
import type { SlotContext } from './slot-times.js';
import type { CalendarDay, TimeRange } from './time-range.js';
import { dayNamed, dayOfReading } from './wall-days.js';
import { clocksOf, rangeOfDay } from './zone-days.js';

/**
 * What can be wished for on a day. `open`: a place is free. `busy`: somebody is there and every place is taken. `closed`: nobody is
 * there. `taken`: nothing is free, and the server does not tell which of the two it is. `past`: over. `beyond`: further ahead than the
 * service takes. `unknown`: not asked, or not answered.
 */
export type DayStatus = 'open' | 'busy' | 'closed' | 'taken' | 'past' | 'beyond' | 'unknown';

/** A day of the calendar with what is free on it. */
export interface SlotDay {
  /** By the clock of the zone, `yyyy-mm-dd`. */
  readonly day: CalendarDay;
  readonly status: DayStatus;
  /** Places that are free, in all its slots together. */
  readonly free: number;
  /** Slots with a free place. */
  readonly openSlots: number;
}

/** What the slots of a day come to. */
interface Tally {
  free: number;
  openSlots: number;
  slots: number;
}

/** What is free on each of these days, in their order. Reads every slot once, however many days there are. */
export function slotDays(
  days: readonly CalendarDay[],
  knowledge: SlotKnowledge | undefined,
  context: SlotContext,
): readonly SlotDay[] {
  const tallies = tallyByDay(knowledge, context);
  return days.map((day) => {
    const tally = tallies.get(dayNamed(day)) ?? { free: 0, openSlots: 0, slots: 0 };
    const { free, openSlots } = tally;
    return { day, status: statusOf(day, tally, { knowledge, context }), free, openSlots };
  });
}

/**
 * Whether the slots cover what is left of a day without a hole, and no hole is known on any other day: the service keeps no office hours
 * then, and a free time can be asked for instead of one of a list. Never where the server does not tell how long slots are and which are
 * full.
 */
export function offersAnyTime(day: CalendarDay, knowledge: SlotKnowledge | undefined, context: SlotContext): boolean {
  const left = leftOf(day, context);
  const length = slotLength(knowledge?.answer);
  if (left === undefined || length === undefined) return false;
  if (!isAnswered(left, knowledge) || !tellsFull(knowledge?.answer)) return false;
  if (hasHole(knowledge?.answer?.slots ?? [], length)) return false;
  const starts = [...slotsAhead(knowledge?.answer, context)]
    .map(({ start }) => start)
    .filter((start) => start > left.start - length && start <= left.end);
  // A slot that began before is not told where it has passed, or began before what was asked for.
  const isEarlierTold = left.start > context.now && (knowledge?.range.start ?? left.start) <= left.start - length;
  const [first = Infinity] = starts;
  if (first > (isEarlierTold ? left.start : left.start + length)) return false;
  return [...starts.slice(1), left.end + 1].every((next, index) => next <= (starts[index] ?? 0) + length);
}

/** Whether slots do not follow one upon the other somewhere. @param length of a slot, in milliseconds */
function hasHole(slots: readonly AvailableSlot[], length: number): boolean {
  return slots.some(({ start }, index) => start > (slots[index - 1]?.start ?? start) + length);
}

function tallyByDay(
  knowledge: SlotKnowledge | undefined,
  context: SlotContext,
): ReadonlyMap<number | undefined, Readonly<Tally>> {
  const clocks = clocksOf(context.zone);
  const tallies = new Map<number | undefined, Tally>();
  for (const { start, free } of slotsAhead(knowledge?.answer, context)) {
    const day = dayOfReading(clocks.readingAt(start));
    const tally = tallies.get(day) ?? { free: 0, openSlots: 0, slots: 0 };
    tally.free += free;
    tally.openSlots += free > 0 ? 1 : 0;
    tally.slots += 1;
    tallies.set(day, tally);
  }
  return tallies;
}

function statusOf(
  day: CalendarDay,
  { openSlots, slots }: Readonly<Tally>,
  { knowledge, context }: { readonly knowledge: SlotKnowledge | undefined; readonly context: SlotContext },
): DayStatus {
  const whole = rangeOfDay(day, context.zone);
  if (whole === undefined) return 'closed';
  if (whole.end <= context.now) return 'past';
  if (whole.start > context.latest) return 'beyond';
  if (openSlots > 0) return 'open';
  const left = leftOf(day, context);
  if (left === undefined || !isAnswered(left, knowledge)) return 'unknown';
  if (slots > 0) return 'busy';
  return tellsFull(knowledge?.answer) ? 'closed' : 'taken';
}

/** The part of a day that can still be wished for. */
function leftOf(day: CalendarDay, { zone, now, latest }: SlotContext): TimeRange | undefined {
  const whole = rangeOfDay(day, zone);
  if (whole === undefined) return undefined;
  const [start, end] = [Math.max(whole.start, now), Math.min(whole.end, latest)];
  return start <= end ? { start, end } : undefined;
}

function isAnswered({ start, end }: TimeRange, knowledge: SlotKnowledge | undefined): boolean {
  return knowledge?.answer !== undefined && knowledge.range.start <= start && knowledge.range.end >= end;
}

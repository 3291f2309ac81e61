import type { Availability, AvailableSlot, SlotKnowledge } from './availability.js';
import { MINUTE } from './instants.js';
import type { CalendarDay } from './time-range.js';
import { dayNamed, dayOfReading, timeOfReading } from './wall-days.js';
import { clocksOf } from './zone-days.js';
import { offsetText } from './zone-offset.js';

/** What slots are seen against. */
export interface SlotContext {
  /** IANA zone of the clock on the wall. */
  readonly zone: string;
  /** The server's clock in epoch milliseconds: a slot that has begun is past. */
  readonly now: number;
  /** The latest instant that the service takes, in epoch milliseconds; infinity where it sets no limit. */
  readonly latest: number;
}

/** A slot as the clock on the wall shows it. */
export interface SlotTime {
  /** The instant itself, in epoch milliseconds: this is what is wished for, whatever the clock shows. */
  readonly start: number;
  /** Places left; 0 = busy. */
  readonly free: number;
  /** Places it has altogether; absent when the server does not tell. */
  readonly total?: number;
  /** `HH:mm`, with seconds only where there are some. */
  readonly time: string;
  /** Where the clock shows this time twice: which of the two it is, as `GMT-4`. */
  readonly offset?: string;
}

/** An hour of the clock on the wall with its slots. One that exists twice is two of these. */
export interface SlotHour {
  /** Unique on its day. */
  readonly key: string;
  /** `00` to `23`. */
  readonly hour: string;
  /** Where the clock shows this hour or a part of it twice: which of the two it is, as `GMT-4`. */
  readonly offset?: string;
  /** In order; at least one. */
  readonly slots: readonly SlotTime[];
}

/** The slots of a day that can still be wished for, by the hour and in order; full ones too, where the server tells them. */
export function slotHours(
  day: CalendarDay,
  knowledge: SlotKnowledge | undefined,
  context: SlotContext,
): readonly SlotHour[] {
  const clocks = clocksOf(context.zone);
  const wanted = dayNamed(day);
  const hours = new Map<string, SlotTime[]>();
  for (const slot of slotsAhead(knowledge?.answer, context)) {
    const reading = clocks.readingAt(slot.start);
    if (dayOfReading(reading) !== wanted) continue;
    const time = timeOfReading(reading);
    const isTwice = clocks.instantsOf(reading).length > 1;
    const key = `${time.slice(0, 2)} ${reading - slot.start}`;
    const slots = hours.get(key) ?? [];
    slots.push({ ...slot, time, ...(isTwice && { offset: offsetText(slot.start, clocks.id) }) });
    hours.set(key, slots);
  }
  return [...hours].map(([key, slots]) => hourOf(key, slots));
}

/** The first slot with a free place that begins at an instant or later. */
export function nextFreeSlot(
  knowledge: SlotKnowledge | undefined,
  from: number,
  context: Pick<SlotContext, 'now' | 'latest'>,
): AvailableSlot | undefined {
  for (const slot of slotsAhead(knowledge?.answer, context)) if (slot.start >= from && slot.free > 0) return slot;
  return undefined;
}

/** The slot that an instant lies in; where the server does not tell how long slots are, the one that begins then. */
export function slotAt(knowledge: SlotKnowledge | undefined, instant: number): AvailableSlot | undefined {
  const slot = knowledge?.answer?.slots.findLast(({ start }) => start <= instant);
  return slot !== undefined && instant < slot.start + (slotLength(knowledge?.answer) ?? 1) ? slot : undefined;
}

/** The slots that can still be wished for, in order: full ones too where the server tells them, none that take nobody. */
export function* slotsAhead(
  answer: Availability | undefined,
  { now, latest }: Pick<SlotContext, 'now' | 'latest'>,
): Generator<AvailableSlot, void> {
  for (const slot of answer?.slots ?? []) {
    if (slot.start > latest) return;
    if (slot.start > now && slot.total !== 0) yield slot;
  }
}

/** Length of a slot in milliseconds; undefined when the server does not tell. */
export function slotLength(answer: Availability | undefined): number | undefined {
  const minutes = answer?.slotMinutes ?? 0;
  return minutes > 0 ? minutes * MINUTE : undefined;
}

/** Whether the full slots are among them. An answer that holds none at all shows by the length of a slot that it would tell them. */
export function tellsFull(answer: Availability | undefined): boolean {
  const [first] = answer?.slots ?? [];
  return first === undefined ? slotLength(answer) !== undefined : first.total !== undefined;
}

function hourOf(key: string, slots: readonly SlotTime[]): SlotHour {
  const offset = slots.find((slot) => slot.offset !== undefined)?.offset;
  return { key, hour: key.slice(0, 2), slots, ...(offset !== undefined && { offset }) };
}

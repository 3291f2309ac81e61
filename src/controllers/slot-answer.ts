import type { Availability, AvailableSlot, SlotKnowledge } from '../domain/availability.js';
import { CallbackError } from '../domain/errors.js';
import { warnOnce } from '../internal/warn.js';
import { toProblem } from './problem.js';

/**
 * Takes the slots a transport resolved with for what they are. Ours keep to the interface, a portal's own may not: slots that cannot be
 * read are left out, the others are put in order.
 * @throws CallbackError with code `bad-response` when there are no slots to speak of.
 */
export function readSlotAnswer(answer: unknown): Availability {
  const slots = isObject(answer) && Array.isArray(answer.slots) ? answer.slots : undefined;
  const readable = slots?.filter(isSlot) ?? [];
  if (!isObject(answer) || slots === undefined || (readable.length === 0 && slots.length > 0)) {
    throw new CallbackError(
      'bad-response',
      'Failed to read the free slots: the answer of the transport has none that can be read. Resolve with { slotMinutes, slots }.',
    );
  }
  const { slotMinutes } = answer;
  return {
    slots: readable.sort((a, b) => a.start - b.start),
    ...(isCount(slotMinutes) && { slotMinutes }),
  };
}

/**
 * Takes what a page says of slots for what it is: undefined, with a word to the developer, when it does not say of which service and time;
 * a problem in the place of an answer that cannot be read.
 */
export function readSlotKnowledge(value: unknown): SlotKnowledge | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value) || typeof value.serviceName !== 'string' || !isRange(value.range)) {
    warnOnce(
      'Failed to offer free slots: availability does not say of which service and time. ' +
        'Set { serviceName, range: { start, end }, loading: false, answer: { slots: [{ start, free }] } }, times in epoch milliseconds.',
    );
    return undefined;
  }
  const knowledge = value as unknown as SlotKnowledge;
  if (value.answer === undefined) return knowledge;
  try {
    return { ...knowledge, answer: readSlotAnswer(value.answer) };
  } catch (error) {
    const { answer: _unreadable, ...rest } = knowledge;
    return { ...rest, problem: toProblem(error, 'read the free slots') };
  }
}

function isRange(range: unknown): boolean {
  return isObject(range) && [range.start, range.end].every((time) => typeof time === 'number' && Number.isFinite(time));
}

function isSlot(slot: unknown): slot is AvailableSlot {
  return (
    isObject(slot) &&
    typeof slot.start === 'number' &&
    Number.isFinite(slot.start) &&
    isCount(slot.free) &&
    (slot.total === undefined || isCount(slot.total))
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

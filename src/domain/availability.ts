import type { CallbackError } from './errors.js';
import type { TimeRange } from './time-range.js';

/** Slots of a service in a span of time. */
export interface Availability {
  /** Length of a slot in minutes. */
  readonly slotMinutes?: number;
  /** In order. Full ones are among them only where the server tells them; then every slot has a `total`. */
  readonly slots: readonly AvailableSlot[];
}

/** One time that can be wished for. */
export interface AvailableSlot {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Places left; 0 = busy. */
  readonly free: number;
  /** Places it has altogether; undefined when the server does not tell. */
  readonly total?: number;
}

/** What is known of the slots of a service in a span of time: an answer, a question under way, why there is none. */
export interface SlotKnowledge {
  readonly serviceName: string;
  /** What was asked for, in epoch milliseconds; both ends belong to it. */
  readonly range: TimeRange;
  /** Whether a question is under way; an older answer may stand meanwhile. */
  readonly loading: boolean;
  readonly answer?: Availability;
  /** Why the last question was not answered. */
  readonly problem?: CallbackError;
  /** Why slots cannot be asked for here at all, in words for the person. */
  readonly unavailable?: string;
}

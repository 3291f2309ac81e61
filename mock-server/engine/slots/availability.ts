import { capacityPeriods } from '../../../src/domain/capacity.js';
import type { CapacityPeriod } from '../../../src/domain/capacity.js';
import { DAY } from '../../../src/domain/instants.js';
import { openPeriods } from '../../../src/domain/office-hours.js';
import type { Period } from '../../../src/domain/office-hours.js';
import { nearestFreeSlots, slotsBetween } from '../../../src/domain/slots.js';
import type { Slot, SlotPlan } from '../../../src/domain/slots.js';
import type { Bookings } from './bookings.js';
import { latestDesiredTime } from '../admission/future-limit.js';
import { Draft } from '../draft.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationNumberOf } from '../options/options.js';
import { capacityNamed, hoursNamed, slotPlanOf } from './plans.js';
import type { Planned } from './plans.js';
import type { EngineSettings, EngineState } from '../state/state.js';

/** What is asked about the times of a service. Times in epoch milliseconds; both ends belong to the span. */
export interface AvailabilityQuery {
  /** Absent = now. What has passed is never offered. */
  readonly start?: number;
  /** Absent = the span is as long as one bucket; the first one that begins in it is then the only one while nothing closes. */
  readonly end?: number;
  /** At most this many slots with a place left. */
  readonly max?: number;
  /** Whether full ones are listed too. */
  readonly reportBusy?: boolean;
}

/** The times a service offers. */
export interface AvailabilityAnswer {
  readonly slotMinutes: number;
  readonly slots: readonly Slot[];
}

/** What proposals and answers are made from. */
export interface SlotContext {
  readonly settings: EngineSettings;
  readonly now: number;
  readonly bookings: Pick<Bookings, 'in'>;
}

/** No question for slots looks further than this from its start, in milliseconds. */
const FURTHEST = 366 * DAY;

/** No search for slots to propose goes further from the wish than this, whatever the service allows. */
const FURTHEST_PROPOSAL = 10 * FURTHEST;

/**
 * The times at which a service takes a scheduled callback: one for each bucket with an open time in it, the first of those, not before
 * now, not later than requests may be for, and, unless full ones are asked for, with a place left. What is offered is accepted when it
 * is wished for at once, as far as hours, buckets and time limits decide; and whatever is accepted is in a bucket that is offered, except
 * where that bucket's first open time has passed. Nothing is offered later than 366 days after the start.
 */
export function availabilityOf(
  state: EngineState,
  service: string,
  { start = state.now, end, max = Number.POSITIVE_INFINITY, reportBusy = false }: AvailabilityQuery,
): Planned<AvailabilityAnswer> {
  const plan = slotPlanOf(state.settings, service);
  if (!plan.ok) return plan;
  const slotMinutes = plan.value.bucketMinutes;
  const from = Math.max(start, state.now);
  const last = end ?? start + slotMinutes * 60_000 - 1;
  const to = Math.min(last, from + FURTHEST, latestDesiredTime(state.settings, service, state.now));
  const draft = new Draft(state);
  const { bookings } = draft.timetable;
  const slots: Slot[] = [];
  let free = 0;
  for (const slot of slotsBetween(plan.value, from, to, (bucket) => bookings.in(service, bucket))) {
    if (free >= max) break;
    if (slot.free > 0) free += 1;
    if (slot.free > 0 || reportBusy) slots.push(slot);
  }
  draft.discard();
  return { ok: true, value: { slotMinutes, slots } };
}

/** The free slots nearest to a wish that cannot be met, some before it and some after it, as far ahead as requests may be for. */
export function proposals(
  plan: SlotPlan,
  service: string,
  wish: number,
  context: SlotContext,
): ReadonlyMap<number, number> {
  const { settings, now, bookings } = context;
  const bookedIn = (bucket: Period): number => bookings.in(service, bucket);
  const latest = latestDesiredTime(settings, service, now);
  const middle = Math.min(Math.max(wish, now), latest);
  const count = applicationNumberOf(context, MOCK_SECTION, 'proposed-slots');
  const [earliest, last] = [Math.max(middle - FURTHEST_PROPOSAL, now), Math.min(middle + FURTHEST_PROPOSAL, latest)];
  const after = nearestFreeSlots(plan, { from: middle, to: last, count }, bookedIn);
  const before = middle > now ? nearestFreeSlots(plan, { from: middle - 1, to: earliest, count }, bookedIn) : [];
  const slots = [...before].reverse().concat(after);
  return new Map(slots.map(({ start, free }) => [start, free]));
}

/** When an office-hours service is open in a span, both ends included. */
export function officeHoursBetween(
  state: Pick<EngineState, 'settings'>,
  name: string,
  { start, end }: Period,
): Planned<readonly Period[]> {
  const hours = hoursNamed(state.settings, name);
  return hours.ok ? { ok: true, value: withEnd(openPeriods(hours.value, start, end + 1), end) } : hours;
}

/** What a capacity service takes in a span, both ends included. */
export function capacityBetween(
  state: Pick<EngineState, 'settings'>,
  name: string,
  { start, end }: Period,
): Planned<readonly CapacityPeriod[]> {
  const capacity = capacityNamed(state.settings, name);
  return capacity.ok ? { ok: true, value: withEnd(capacityPeriods(capacity.value, start, end + 1), end) } : capacity;
}

function withEnd<T extends Period>(periods: Iterable<T>, end: number): readonly T[] {
  return [...periods].map((period) => ({ ...period, end: Math.min(period.end, end) }));
}

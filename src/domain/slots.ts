import { capacityAt, capacityPeriods } from './capacity.js';
import type { Capacity, CapacityPeriod } from './capacity.js';
import { DAY, MINUTE } from './instants.js';
import { isOpenAt, openPeriods } from './office-hours.js';
import type { OfficeHours, Period } from './office-hours.js';

/** Lengths a time bucket may have, in minutes. */
export const BUCKET_MINUTES = [5, 10, 15, 20, 30, 60, 120] as const;

/** Which times a service offers, and how many callbacks each of them takes. */
export interface SlotPlan {
  readonly bucketMinutes: number;
  /** Absent = always open. */
  readonly hours?: OfficeHours;
  /** The same number for every bucket, or one that depends on the hour. */
  readonly capacity: number | Capacity;
}

/** A time bucket that can be offered. */
export interface Slot {
  /** The time to wish for, in epoch milliseconds: the first open one of the bucket, in an hour that takes somebody if it has one. */
  readonly start: number;
  /** Callbacks the bucket takes. */
  readonly total: number;
  /** Places left, never below 0. */
  readonly free: number;
}

/** How many callbacks a bucket holds. */
export type BookedIn = (bucket: Period) => number;

/** What a bucket offers, whoever is in it. */
interface Offer {
  readonly bucket: Period;
  readonly start: number;
  readonly total: number;
}

/**
 * The bucket of an instant. Buckets lie on the hours of the clock on the wall, those of two hours on its even ones: the clock of the
 * capacity, else of the office hours, else of UTC. Where the clocks change one bucket ends and another begins, so that every instant is
 * in one of them and in no other.
 */
export function bucketAt(plan: SlotPlan, instant: number): Period {
  const length = plan.bucketMinutes * MINUTE;
  const zone = typeof plan.capacity === 'number' ? plan.hours?.zone : plan.capacity.zone;
  const reading = zone?.readingAt(instant) ?? instant;
  const start = instant - (((reading % length) + length) % length);
  const bucket = { start, end: start + length };
  if (zone === undefined) return bucket;
  for (const span of zone.spans(bucket.start, bucket.end)) {
    if (instant >= span.start && instant < span.end) return { start: span.start, end: span.end };
  }
  return bucket;
}

/** Callbacks that the hour of an instant takes in each bucket. */
export function capacityOf({ capacity }: SlotPlan, instant: number): number {
  return typeof capacity === 'number' ? capacity : capacityAt(capacity, instant);
}

/**
 * Places left for a wish: undefined when the time is closed, 0 when its hour takes nobody or its bucket is full. A bucket of two hours
 * takes the larger of their numbers, and nobody in an hour of 0; hours that are closed do not count.
 */
export function roomAt(plan: SlotPlan, instant: number, bookedIn: BookedIn): number | undefined {
  if (plan.hours !== undefined && !isOpenAt(plan.hours, instant)) return undefined;
  if (capacityOf(plan, instant) === 0) return 0;
  const bucket = bucketAt(plan, instant);
  const [offer] = offersIn(plan, openParts(plan, bucket));
  return Math.max(0, (offer?.total ?? 0) - bookedIn(bucket));
}

/** The slots whose times lie between two instants, both included: in order, full ones too, made as they are asked for. */
export function slotsBetween(plan: SlotPlan, start: number, end: number, bookedIn: BookedIn): Generator<Slot, void> {
  return slotsIn(plan, { start, end }, bookedIn);
}

/** Which way a search goes, and how far. */
export interface SlotSearch {
  readonly from: number;
  /** How far the search may go; before `from` it goes back in time. Both ends are included. */
  readonly to: number;
  readonly count: number;
}

/** The free slots nearest to an instant on one side of it, the nearest first. */
export function nearestFreeSlots(plan: SlotPlan, { from, to, count }: SlotSearch, bookedIn: BookedIn): readonly Slot[] {
  const found: Slot[] = [];
  if (count <= 0) return found;
  for (const day of to < from ? daysBack(from, to) : daysAhead(from, to)) {
    // An hour that takes nobody is passed over at once: there may be a year of them.
    const slots = slotsIn(plan, day, bookedIn, 1);
    for (const slot of to < from ? [...slots].reverse() : slots) {
      if (slot.free > 0) found.push(slot);
      if (found.length >= count) return found;
    }
  }
  return found;
}

/** A span cut into days, the last first; both ends of each are included. */
function* daysBack(from: number, to: number): Generator<Period, void> {
  for (let end = from; end >= to; end -= DAY) yield { start: Math.max(to, end - DAY + 1), end };
}

/** A span cut into days; both ends of each are included. */
function* daysAhead(from: number, to: number): Generator<Period, void> {
  for (let start = from; start <= to; start += DAY) yield { start, end: Math.min(to, start + DAY - 1) };
}

/** The slots of a range. @param least hours that take fewer callbacks count as closed */
function* slotsIn(plan: SlotPlan, { start, end }: Period, bookedIn: BookedIn, least = 0): Generator<Slot, void> {
  // What a bucket at an end of the range offers is known only when all of it has been seen.
  const margin = plan.bucketMinutes * MINUTE;
  const parts = openParts(plan, { start: start - margin, end: end + margin }, least);
  for (const offer of offersIn(plan, parts)) {
    if (offer.start > end) return;
    if (offer.start < start) continue;
    yield { start: offer.start, total: offer.total, free: Math.max(0, offer.total - bookedIn(offer.bucket)) };
  }
}

/** What the buckets offer that open times touch, in order. */
function* offersIn(plan: SlotPlan, parts: Iterable<CapacityPeriod>): Generator<Offer, void> {
  let last: Offer | undefined;
  for (const { start, end, capacity } of parts) {
    for (let at = start; at < end; at = last.bucket.end) {
      if (last !== undefined && at < last.bucket.end) {
        if (capacity > last.total) last = { ...last, total: capacity, start: last.total === 0 ? at : last.start };
      } else {
        if (last !== undefined) yield last;
        last = { bucket: bucketAt(plan, at), start: at, total: capacity };
      }
    }
  }
  if (last !== undefined) yield last;
}

/** The open times of a span, each of one capacity. */
function* openParts({ hours, capacity }: SlotPlan, span: Period, least = 0): Generator<CapacityPeriod, void> {
  for (const { start, end } of hours === undefined ? [span] : openPeriods(hours, span.start, span.end)) {
    const parts = typeof capacity === 'number' ? [{ start, end, capacity }] : capacityPeriods(capacity, start, end);
    for (const part of parts) if (part.capacity >= least) yield part;
  }
}

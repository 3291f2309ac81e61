import { capacityAt } from './capacity.js';
import type { Capacity } from './capacity.js';
import { openPeriods } from './office-hours.js';
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
  /** Where it begins, in epoch milliseconds. */
  readonly start: number;
  /** Callbacks it takes. */
  readonly total: number;
  /** Places left, never below 0. */
  readonly free: number;
}

/** How many callbacks a bucket holds, by where it begins. */
export type BookedAt = (bucketStart: number) => number;

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Where the bucket of an instant begins. Buckets lie on the hours of UTC, those of two hours on its even hours: they are the same for
 * everybody and stay where they are when clocks change. In a zone that is half an hour off, a bucket of an hour so begins at half past.
 */
export function bucketOf(instant: number, bucketMinutes: number): number {
  const length = bucketMinutes * MINUTE;
  return Math.floor(instant / length) * length;
}

/** Callbacks that the bucket takes which begins at an instant: by the hour in which it begins. */
export function capacityOf({ capacity }: SlotPlan, bucketStart: number): number {
  return typeof capacity === 'number' ? capacity : capacityAt(capacity, bucketStart);
}

/** The buckets that begin between two instants, both included, at an open time: in order, full ones too, made as they are asked for. */
export function* slotsBetween(plan: SlotPlan, start: number, end: number, bookedAt: BookedAt): Generator<Slot, void> {
  const length = plan.bucketMinutes * MINUTE;
  for (const period of periodsOf(plan, { start, end: end + 1 })) {
    let at = Math.ceil(period.start / length) * length;
    for (; at < period.end; at += length) yield slotAt(plan, at, bookedAt);
  }
}

/** Which way a search goes, and how far. */
export interface SlotSearch {
  readonly from: number;
  /** How far the search may go; before `from` it goes back in time. Both ends are included. */
  readonly to: number;
  readonly count: number;
}

/** The free slots nearest to an instant on one side of it, the nearest first. */
export function nearestFreeSlots(plan: SlotPlan, { from, to, count }: SlotSearch, bookedAt: BookedAt): readonly Slot[] {
  const found: Slot[] = [];
  for (const [start, end] of to < from ? daysBack(from, to) : [[from, to] as const]) {
    const slots = slotsBetween(plan, start, end, bookedAt);
    for (const slot of to < from ? [...slots].reverse() : slots) {
      if (found.length >= count) return found;
      if (slot.free > 0) found.push(slot);
    }
  }
  return found;
}

/** A span cut into days, the last first; both ends of each are included. */
function* daysBack(from: number, to: number): Generator<readonly [start: number, end: number], void> {
  for (let end = from; end >= to; end -= DAY) yield [Math.max(to, end - DAY + 1), end];
}

function periodsOf({ hours }: SlotPlan, { start, end }: Period): Iterable<Period> {
  if (start >= end) return [];
  return hours === undefined ? [{ start, end }] : openPeriods(hours, start, end);
}

function slotAt(plan: SlotPlan, start: number, bookedAt: BookedAt): Slot {
  const total = capacityOf(plan, start);
  return { start, total, free: Math.max(0, total - bookedAt(start)) };
}

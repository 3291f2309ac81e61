import { zoneOf } from '../domain/zones.js';
import { readAvailability, writeAvailability } from './errors.js';
import type { ReplyReading } from './replies.js';
import { readWireTime, toLocalTime, toWireTime } from './time.js';
import { isFields, readNumber } from './values.js';

/** Answers that tell the free times of a service, in their two versions (GMS reference, availability). */

/** A time bucket of an answer. */
export interface WireSlot {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Places left. */
  readonly free: number;
  readonly total?: number;
}

/** What is answered. */
export interface WireSlots {
  /** Length of a slot in minutes. */
  readonly slotMinutes?: number;
  readonly slots: readonly WireSlot[];
}

/** Writes an answer of the first version: places left by start. */
export function writeAvailabilityV1({ slots }: WireSlots): Record<string, number> {
  return writeAvailability(new Map(slots.map(({ start, free }) => [start, free])));
}

/** Writes an answer of the second version. @param zone IANA zone of the local times; absent = without them */
export function writeAvailabilityV2({ slotMinutes, slots }: WireSlots, zone?: string): Record<string, unknown> {
  const clock = zone === undefined ? undefined : zoneOf(zone);
  return {
    durationMin: slotMinutes,
    ...(zone !== undefined && { timezone: zone }),
    slots: slots.map(({ start, free, total }) => ({
      utcTime: toWireTime(start),
      ...(clock !== undefined && { localTime: toLocalTime(clock.readingAt(start)) }),
      capacity: free,
      total,
    })),
  };
}

/** Reads an answer of the first version, numbers also as text. */
export function readSlotsV1(body: unknown): ReplyReading<WireSlots> {
  if (!isFields(body)) return { ok: false, issues: ['is not an object'] };
  const slots = [...(readAvailability(body) ?? [])].map(([start, free]) => ({ start, free }));
  return checked({ slots }, Object.keys(body).length);
}

/** Reads an answer of the second version, numbers also as text. A slot that cannot be read is left out; its neighbours live. */
export function readSlotsV2(body: unknown): ReplyReading<WireSlots> {
  if (!isFields(body)) return { ok: false, issues: ['is not an object'] };
  const raw = body.slots ?? [];
  if (!Array.isArray(raw)) return { ok: false, issues: ['slots: is not a list'] };
  const slots = raw.flatMap((slot: unknown) => readSlot(slot) ?? []);
  const slotMinutes = readNumber(body.durationMin);
  return checked({ slots, ...(slotMinutes !== undefined && { slotMinutes }) }, raw.length);
}

function readSlot(slot: unknown): WireSlot | undefined {
  if (!isFields(slot)) return undefined;
  const start = readWireTime(slot.utcTime);
  const free = readNumber(slot.capacity);
  const total = readNumber(slot.total);
  if (start === undefined || free === undefined || free < 0) return undefined;
  return { start, free: Math.floor(free), ...(total !== undefined && { total: Math.floor(total) }) };
}

/** An answer of which nothing at all can be read is none. */
function checked(answer: WireSlots, count: number): ReplyReading<WireSlots> {
  if (answer.slots.length === 0 && count > 0) return { ok: false, issues: ['holds no slot that can be read'] };
  return { ok: true, value: { ...answer, slots: [...answer.slots].sort((a, b) => a.start - b.start) } };
}

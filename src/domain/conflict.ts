import type { CallbackRecord } from './callback.js';
import { isSameSecond } from './instants.js';
import { FIELD_KEYS } from './keys.js';
import type { KnownField } from './keys.js';

/**
 * What happened to a callback between two readings, and how that meets what a person wants of it. Only what a person sees counts: the
 * session, the address and the expiration of a record change without anybody's doing.
 */

/** The fields besides the properties that a person sees, in the order in which they are told. */
const SEEN = ['state', 'reason', 'serviceName', 'desiredTime', 'customerNumber'] as const satisfies KnownField[];

/** The value of a field: epoch milliseconds for a time, else text; undefined where the callback has none. */
export type FieldValue = string | number | undefined;

/** What a person wants to change in a callback. */
export interface Wanted {
  /** Epoch milliseconds. */
  readonly desiredTime?: number;
  /** Properties to set by name; null takes one away. One that is not named stays as it is. */
  readonly properties?: Readonly<Record<string, string | null>>;
}

/** A field that at least one of the two sides changed. */
export interface ThreeWayRow {
  /** GMS key of a known field, else the name of the property. */
  readonly key: string;
  /** As it was when the person began. */
  readonly before: FieldValue;
  /** As the server has it now. */
  readonly theirs: FieldValue;
  /** As the person wants it; as before where the person leaves it alone. */
  readonly yours: FieldValue;
  readonly changedBy: 'them' | 'you' | 'both';
  /** Whether both sides changed it and not to the same, so that somebody must decide. */
  readonly isClash: boolean;
}

/** Whether two readings of a callback differ in anything a person sees. Times are compared to the second, the finest that every server keeps. */
export function hasChanged(before: CallbackRecord, theirs: CallbackRecord): boolean {
  return keysOf(before, theirs).some((key) => !isSame(valueOf(before, key), valueOf(theirs, key)));
}

/** Every field that they or the person changed: the callback's own fields first, then the properties as the records have them. */
export function threeWay(before: CallbackRecord, theirs: CallbackRecord, wanted: Wanted): readonly ThreeWayRow[] {
  const keys = new Set([...keysOf(before, theirs), ...Object.keys(wanted.properties ?? {})]);
  return [...keys].map((key) => rowOf(key, { before, theirs, wanted })).filter((row) => row !== undefined);
}

interface Sides {
  readonly before: CallbackRecord;
  readonly theirs: CallbackRecord;
  readonly wanted: Wanted;
}

function rowOf(key: string, sides: Sides): ThreeWayRow | undefined {
  const before = valueOf(sides.before, key);
  const theirs = valueOf(sides.theirs, key);
  const yours = wantedOf(sides.wanted, key, before);
  const byThem = !isSame(before, theirs);
  const byYou = !isSame(before, yours);
  if (!byThem && !byYou) return undefined;
  const changedBy = byThem && byYou ? 'both' : byThem ? 'them' : 'you';
  return { key, before, theirs, yours, changedBy, isClash: changedBy === 'both' && !isSame(theirs, yours) };
}

function keysOf(...records: readonly CallbackRecord[]): readonly string[] {
  const own = SEEN.map((field) => FIELD_KEYS[field]);
  return [...new Set([...own, ...records.flatMap(({ properties }) => Object.keys(properties))])];
}

function valueOf(record: CallbackRecord, key: string): FieldValue {
  const field = SEEN.find((each) => FIELD_KEYS[each] === key);
  if (field !== undefined) return record[field];
  return Object.hasOwn(record.properties, key) ? record.properties[key] : undefined;
}

function wantedOf({ desiredTime, properties = {} }: Wanted, key: string, before: FieldValue): FieldValue {
  if (key === FIELD_KEYS.desiredTime) return desiredTime ?? before;
  return Object.hasOwn(properties, key) ? (properties[key] ?? undefined) : before;
}

/** An empty text is as good as none: servers take a property away by it (GMS reference, update). */
function isSame(one: FieldValue, other: FieldValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return isSameSecond(one, other);
  return (one ?? '') === (other ?? '');
}

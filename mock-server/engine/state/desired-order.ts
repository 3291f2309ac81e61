import type { EngineRecord } from './record.js';

/** Fewer than this are sorted as they are. */
const FEW = 64;

/** Records per compartment, on the average. */
const SHARE = 4;

/**
 * Sorts records by desired time and, where that is equal, by id. They are first dealt out to compartments of equal length of time, so
 * that ten times as many take ten times as long, as long as the times are spread.
 */
export function inDesiredOrder(records: readonly EngineRecord[]): readonly EngineRecord[] {
  if (records.length < FEW) return [...records].sort(byDesiredTime);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { desiredTime } of records) {
    if (desiredTime < first) first = desiredTime;
    if (desiredTime > last) last = desiredTime;
  }
  const count = Math.ceil(records.length / SHARE);
  const length = (last - first + 1) / count;
  const compartments: EngineRecord[][] = Array.from({ length: count }, () => []);
  for (const record of records) {
    compartments[Math.min(count - 1, Math.floor((record.desiredTime - first) / length))]?.push(record);
  }
  const sorted: EngineRecord[] = [];
  for (const compartment of compartments) {
    if (compartment.length > 1) compartment.sort(byDesiredTime);
    for (const record of compartment) sorted.push(record);
  }
  return sorted;
}

function byDesiredTime(a: EngineRecord, b: EngineRecord): number {
  return a.desiredTime - b.desiredTime || (a.id < b.id ? -1 : 1);
}

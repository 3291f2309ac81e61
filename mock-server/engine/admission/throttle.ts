import type { RequestBatch } from '../state/ledger.js';
import { numberOption } from '../options/options.js';
import type { EngineSettings } from '../state/state.js';

/** So many requests of a service may be accepted within so many seconds; 0 seconds = any number. */
export interface RateWindow {
  readonly limit: number;
  readonly seconds: number;
}

/** The two windows of a service, in the order in which they are asked (GMS reference, throttling). */
export function rateWindowsOf(settings: EngineSettings, service: string): readonly [RateWindow, RateWindow] {
  const window = (number: 1 | 2): RateWindow => ({
    limit: numberOption(settings, service, `_throttle_callbacks_per_service_${number}`),
    seconds: numberOption(settings, service, `_throttle_ttl_${number}`),
  });
  return [window(1), window(2)];
}

/**
 * Whether a window lets no other request through at an instant. It slides: a request takes up its place for as long as the window is,
 * to the millisecond.
 */
export function isFull(
  { limit, seconds }: RateWindow,
  accepted: readonly RequestBatch[] | undefined,
  now: number,
): boolean {
  if (seconds === 0) return false;
  let places = limit;
  for (let index = (accepted?.length ?? 0) - 1; index >= 0 && places > 0; index -= 1) {
    const batch = accepted?.[index];
    if (batch === undefined || batch.at <= now - seconds * 1000) break;
    places -= batch.count;
  }
  return places <= 0;
}

/** The requests after one more at an instant, without those that no window looks back to any more. */
export function withAccepted(
  windows: readonly RateWindow[],
  accepted: readonly RequestBatch[] | undefined,
  now: number,
): readonly RequestBatch[] {
  const horizon = now - Math.max(...windows.map(({ seconds }) => seconds)) * 1000;
  const kept = accepted?.slice(firstAfter(accepted, horizon)) ?? [];
  const last = kept.at(-1);
  if (last?.at === now) kept[kept.length - 1] = { at: now, count: last.count + 1 };
  else kept.push({ at: now, count: 1 });
  return kept;
}

/** Found by halving: there may be many, and every request asks. */
function firstAfter(batches: readonly RequestBatch[], instant: number): number {
  let low = 0;
  let high = batches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((batches[middle]?.at ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

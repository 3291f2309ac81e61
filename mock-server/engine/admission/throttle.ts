import { numberOption } from '../options/options.js';
import { RequestLog } from '../state/request-log.js';
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
export function isFull({ limit, seconds }: RateWindow, accepted: RequestLog | undefined, now: number): boolean {
  if (seconds === 0) return false;
  return (accepted?.countAfter(now - seconds * 1000) ?? 0) >= limit;
}

/** The requests after one more at an instant, without those that no window looks back to any more. */
export function withAccepted(
  windows: readonly RateWindow[],
  accepted: RequestLog | undefined,
  now: number,
): RequestLog {
  const horizon = now - Math.max(...windows.map(({ seconds }) => seconds)) * 1000;
  return (accepted ?? RequestLog.of()).after(horizon).withRequest(now);
}

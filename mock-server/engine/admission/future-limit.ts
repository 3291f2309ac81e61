import { addSpan } from '../../../src/domain/span.js';
import { spanOption } from '../options/options.js';
import type { EngineSettings } from '../state/state.js';

/** The last moment for which a callback of a service may be wished, in epoch milliseconds (GMS reference, dates). */
export function latestDesiredTime(settings: EngineSettings, service: string, now: number): number {
  const span = spanOption(settings, service, '_reject_future_desired_time');
  return span === undefined ? Number.POSITIVE_INFINITY : addSpan(now, span);
}

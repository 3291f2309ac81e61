import { splitList } from '../../../src/domain/keys.js';
import type { LaggingCount, Ledger } from '../state/ledger.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationNumberOf, applicationOptionOf } from '../options/options.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

const delays = new WeakMap<EngineSettings, number>();
const counted = new WeakMap<EngineSettings, ReadonlySet<string>>();

/**
 * By how many milliseconds counters lag at most; 0 = not at all (GMS reference, counter watermarks, latency). They catch up at whole
 * multiples of it, so what they show does not depend on when or how often anybody looks.
 */
export function counterDelay(settings: EngineSettings): number {
  let delay = delays.get(settings);
  if (delay === undefined) {
    delay = applicationNumberOf({ settings }, MOCK_SECTION, 'watermark-delay') * 1000;
    delays.set(settings, delay);
  }
  return delay;
}

/** Whether counters count a callback, by its state (GMS reference, counter watermarks; unknowns 18). */
export function isCounted(settings: EngineSettings, { state }: Pick<EngineRecord, 'state'>): boolean {
  let states = counted.get(settings);
  if (states === undefined) {
    states = new Set(splitList(applicationOptionOf({ settings }, MOCK_SECTION, 'watermark-states')));
    counted.set(settings, states);
  }
  return states.has(state);
}

/** What asks for a counter, or changes what it counts. */
export interface CounterContext {
  readonly settings: EngineSettings;
  readonly ledger: Ledger;
  readonly now: number;
}

/** What the counter of a service shows while the service has so many callbacks that count: the number of the last tick. */
export function shownCount({ settings, ledger, now }: CounterContext, service: string, count: number): number {
  const lagging = ledger.watermarks.get(service);
  return lagging !== undefined && lagging.tick === lastTick(settings, now) ? lagging.before : count;
}

/** The counters before a change of a count, as they go on being shown until the next tick; undefined when nothing need be noted. */
export function heldCounters(
  { settings, ledger, now }: CounterContext,
  service: string,
  count: number,
): ReadonlyMap<string, LaggingCount> | undefined {
  const tick = lastTick(settings, now);
  if (tick === undefined || ledger.watermarks.get(service)?.tick === tick) return undefined;
  return new Map(ledger.watermarks).set(service, { tick, before: count });
}

/** The counters after callbacks were put in that are meant to have been there before: what is shown for now rises with them. */
export function raisedCounters(
  { watermarks }: Ledger,
  additions: ReadonlyMap<string, number>,
): ReadonlyMap<string, LaggingCount> {
  return new Map(
    [...watermarks].map(([service, { tick, before }]) => [
      service,
      { tick, before: before + (additions.get(service) ?? 0) },
    ]),
  );
}

/** The last tick of the counters, in epoch milliseconds; undefined when they do not lag. */
function lastTick(settings: EngineSettings, now: number): number | undefined {
  const delay = counterDelay(settings);
  return delay === 0 ? undefined : Math.floor(now / delay) * delay;
}

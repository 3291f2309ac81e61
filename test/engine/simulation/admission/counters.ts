import { switchText } from '../options.js';
import type { Settings } from '../options.js';

/** Whether a callback in a state counts: handed over and not completed. */
export function isCounted(state: string): boolean {
  return state !== 'SCHEDULED' && state !== 'COMPLETED';
}

/**
 * The counters of the queues by their documented meaning: what stood just before the last tick. They are counted from what was told,
 * each change at the instant at which it is said to have happened.
 */
export class Counters {
  readonly #standing = new Map<string, number>();
  /** Changes that no tick has passed yet, in order. */
  readonly #changes = new Map<string, { readonly at: number; readonly by: number }[]>();

  /** Notes that a callback went from a state to another one; from nothing, when it is new. */
  move(service: string, at: number, { from = 'SCHEDULED', to }: { readonly from?: string; readonly to: string }): void {
    const by = Number(isCounted(to)) - Number(isCounted(from));
    if (by === 0) return;
    const changes = this.#changes.get(service) ?? [];
    changes.push({ at, by });
    this.#changes.set(service, changes);
  }

  /** What a service's counter shows. Ticks follow one another, so what one has passed need not be kept apart. */
  shown(service: string, settings: Settings, now: number): number {
    const delay = Number(switchText(settings, 'watermark-delay', '10')) * 1000;
    const tick = delay === 0 ? Number.POSITIVE_INFINITY : Math.floor(now / delay) * delay;
    const isPast = ({ at }: { readonly at: number }): boolean => at < tick;
    const changes = this.#changes.get(service) ?? [];
    const passed = changes.filter(isPast).reduce((sum, { by }) => sum + by, 0);
    const standing = (this.#standing.get(service) ?? 0) + passed;
    this.#standing.set(service, standing);
    this.#changes.set(
      service,
      changes.filter((change) => !isPast(change)),
    );
    return standing;
  }
}

import type { ReactiveControllerHost } from 'lit';
import { Wakeup } from '../../controllers/wakeup.js';
import { presetRange } from '../../domain/time-range.js';
import type { PanelRange } from './callback-panel.types.js';
import type { Source } from './source.js';

/** What decides when the list is loaded again by itself. */
export interface AutoRefreshOptions {
  /** Seconds; 0 = by hand only. */
  readonly interval: () => number;
  readonly range: () => PanelRange;
  readonly zone: () => string;
}

/** Loads the list again after each interval, and at midnight, when "today" is another day. */
export class AutoRefresh {
  readonly #interval: Wakeup;
  readonly #midnight: Wakeup;

  constructor(host: ReactiveControllerHost, source: Source, { interval, range, zone }: AutoRefreshOptions) {
    this.#interval = new Wakeup(host, {
      delay: () => (interval() > 0 && source.transport !== undefined ? interval() * 1000 : undefined),
      wake: () => (source.busy ? Promise.resolve() : source.refresh()),
    });
    this.#midnight = new Wakeup(host, {
      // Two days that somebody chose stay these two days.
      delay: () => ('from' in range() ? undefined : presetRange('today', source.now, zone()).end - source.now + 1),
      wake: () => source.refresh(),
    });
  }

  /** The interval or the server is another one. */
  restart(): void {
    this.#interval.restart();
    this.#midnight.restart();
  }

  /** The server's clock, the range or the zone may be another one. */
  setMidnight(): void {
    this.#midnight.restart();
  }
}

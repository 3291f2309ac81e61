import type { EngineEvent, EngineRecord } from '../../../mock-server/engine/engine.js';
import { AcceptedRequests } from './admission/accepted.js';
import { Counters } from './admission/counters.js';
import { optionNumber } from './options.js';
import { Reservations } from './services/reservations.js';
import type { Step } from './step.js';

/** What the witness knows of a callback by what it was told, without looking at the record. */
export interface Life {
  readonly id: string;
  readonly serviceName: string;
  state: string;
  /** When it came into that state, or was moved to another time in it. */
  since: number;
  reason?: string;
  attempts: number;
  dialling: boolean;
  /** When the last dial ended, and when the next may begin. */
  mayDialFrom: number;
  cancels: number;
  left: boolean;
}

/** How many callbacks of a service came and went. */
export interface Tally {
  taken: number;
  expired: number;
}

/** The witness's own book: the lives of all callbacks ever, written from events alone. */
export class Chronicle {
  readonly lives = new Map<string, Life>();
  readonly tallies = new Map<string, Tally>();
  readonly accepted = new AcceptedRequests();
  readonly counters = new Counters();
  readonly reservations = new Reservations();
  /** When a setting changed last, in epoch milliseconds. */
  settingsSince = 0;
  /** The most dials any configuration of a service ever allowed. */
  readonly #dials = new Map<string, number>();

  get taken(): number {
    return this.lives.size;
  }

  /** Notes what a step changes of the world around the callbacks. To be called before its events are read. */
  begin({ before, after, changes, command, answer: { events } }: Step): void {
    if (before.settings !== after.settings) {
      this.settingsSince = after.now;
      for (const service of after.settings.services.keys()) this.#dials.set(service, this.#dialsOf(after, service));
    }
    if (command.type !== 'generate') return;
    for (const { before: previous, after: record } of changes) {
      if (previous === undefined && record !== undefined) this.#adopt(record, events, before.now);
    }
  }

  /** The most dials a callback of a service may ever have had. */
  mostDials(service: string): number {
    return this.#dials.get(service) ?? 3;
  }

  open(id: string, serviceName: string, state: string, at: number): Life {
    const life: Life = {
      id,
      serviceName,
      state,
      since: at,
      attempts: 0,
      dialling: false,
      mayDialFrom: Number.NEGATIVE_INFINITY,
      cancels: 0,
      left: false,
    };
    this.lives.set(id, life);
    this.tallyOf(serviceName).taken += 1;
    return life;
  }

  tallyOf(service: string): Tally {
    let tally = this.tallies.get(service);
    if (tally === undefined) {
      tally = { taken: 0, expired: 0 };
      this.tallies.set(service, tally);
    }
    return tally;
  }

  /** Generated callbacks are not told one by one: they begin where their first event says they were, and count as if they always had. */
  #adopt(record: EngineRecord, events: readonly EngineEvent[], at: number): void {
    const first = events.find(({ id, from }) => id === record.id && from !== undefined);
    const life = this.open(record.id, record.serviceName, first?.from ?? record.state, at);
    this.counters.move(record.serviceName, Number.NEGATIVE_INFINITY, { to: life.state });
    if (record.state === 'COMPLETED' && record.reason !== undefined) life.reason = record.reason;
  }

  #dialsOf({ settings }: Step['after'], service: string): number {
    const allowed = Math.max(1, Math.floor(optionNumber(settings, service, '_max_dial_attempts', 3)));
    return Math.max(allowed, this.#dials.get(service) ?? 3);
  }
}

import { transition } from '../../src/domain/lifecycle.js';
import type { LifecycleCommand } from '../../src/domain/lifecycle.js';
import type { Options } from '../../src/domain/service.js';
import { heldCounters, isCounted, raisedCounters } from './admission/counters.js';
import type { EngineEvent } from './events.js';
import { carryHash } from './state/hash.js';
import type { Ledger } from './state/ledger.js';
import type { PersistentMap } from './state/persistent-map.js';
import { Random } from './state/random.js';
import type { EngineRecord } from './state/record.js';
import type { EngineSettings, EngineState, Interaction, WrapUp } from './state/state.js';
import { Timetable } from './time/timetable.js';

/** Timetables of finished states, each to be taken over by the first draft that continues from its state. */
const timetables = new WeakMap<EngineState, Timetable>();

/** Settings that no timetable depends on. */
const UNTIMED: ReadonlySet<keyof EngineSettings> = new Set(['persons', 'orsReachable', 'orsReturnsAt']);

/** A timetable may hold this many outdated entries per record or reservation before it is made afresh. */
const OUTDATED_SHARE = 2;
const OUTDATED_FLOOR = 256;

/** A state in the making: one command works on it, then it is finished, or left as if nothing had happened. */
export class Draft {
  readonly random: Random;
  readonly #base: EngineState;
  readonly #events: EngineEvent[] = [];
  #now: number;
  #nextTicket: number;
  #settings: EngineSettings;
  #wrapUps: readonly WrapUp[];
  #ledger: Ledger;
  #interactions: EngineState['interactions'];
  #storage: EngineState['storage'];
  #records: PersistentMap<EngineRecord>;
  #timetable: Timetable | undefined;

  constructor(base: EngineState) {
    this.#base = base;
    this.#now = base.now;
    this.#nextTicket = base.nextTicket;
    this.#settings = base.settings;
    this.#wrapUps = base.wrapUps;
    this.#ledger = base.ledger;
    this.#interactions = base.interactions;
    this.#storage = base.storage;
    this.#records = base.records;
    this.random = new Random(base.random);
    this.#timetable = timetables.get(base);
    timetables.delete(base);
  }

  get now(): number {
    return this.#now;
  }

  get settings(): EngineSettings {
    return this.#settings;
  }

  get records(): ReadonlyMap<string, EngineRecord> {
    return this.#records;
  }

  get wrapUps(): readonly WrapUp[] {
    return this.#wrapUps;
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  get interactions(): EngineState['interactions'] {
    return this.#interactions;
  }

  get storage(): EngineState['storage'] {
    return this.#storage;
  }

  get events(): readonly EngineEvent[] {
    return this.#events;
  }

  get timetable(): Timetable {
    this.#timetable ??= new Timetable(this);
    return this.#timetable;
  }

  /** A number for who enters a queue; each one is greater than those before. */
  takeTicket(): number {
    this.#nextTicket += 1;
    return this.#nextTicket - 1;
  }

  /** Moves time on. It never goes back. */
  moveTo(instant: number): void {
    this.#now = Math.max(this.#now, instant);
  }

  /** Puts a record in the place of the one with its id. */
  put(record: EngineRecord): void {
    const { timetable } = this;
    const before = this.#records.get(record.id);
    this.#holdCounter(before, record);
    timetable.replace(before, record);
    this.#writable().set(record.id, record);
    timetable.enter(record, this.#now);
  }

  /** Puts many new records at once, as if they had been there before: no counter lags behind them. The timetable is made afresh. */
  putAll(records: Iterable<EngineRecord>): void {
    const writable = this.#writable();
    const additions = new Map<string, number>();
    for (const record of records) {
      const { id, serviceName } = record;
      writable.set(id, record);
      if (isCounted(this.#settings, record)) additions.set(serviceName, (additions.get(serviceName) ?? 0) + 1);
    }
    this.remember({ watermarks: raisedCounters(this.#ledger, additions) });
    this.#timetable = undefined;
  }

  /** Takes a record out, and what was stored for it. */
  remove(record: EngineRecord): void {
    this.#holdCounter(record, undefined);
    this.timetable.replace(record, undefined);
    this.#writable().delete(record.id);
    this.#forgetStored(record.id);
  }

  /** Enters a record again that did not change, because what was due has happened. */
  reenter(record: EngineRecord): void {
    this.timetable.enter(record, this.#now);
  }

  /** Keeps an agent busy who has no record any more. */
  addWrapUp(wrapUp: WrapUp): void {
    this.#wrapUps = [...this.#wrapUps, wrapUp];
    this.timetable.enterWrapUp(wrapUp);
  }

  removeWrapUp(agent: number): void {
    this.#wrapUps = this.#wrapUps.filter((wrapUp) => wrapUp.agent !== agent);
    this.timetable.crew.removeWrapUp(agent);
  }

  /** Notes what limits must remember. */
  remember(change: Partial<Ledger>): void {
    this.#ledger = { ...this.#ledger, ...change };
  }

  /** Reserves a number until it expires, in the place of the one that was reserved under the same id. */
  reserve(interaction: Interaction): void {
    this.timetable.reserve(this.#interactions.get(interaction.id), interaction);
    this.#interactions = this.#interactions.with(interaction.id, interaction);
  }

  /** Gives a number back, and forgets what was stored for it. */
  release(interaction: Interaction): void {
    this.timetable.reserve(interaction, undefined);
    this.#interactions = this.#interactions.without(interaction.id);
    this.#forgetStored(interaction.id);
  }

  /** Stores values under an id, in the place of those that were there. */
  store(id: string, values: Options): void {
    this.#storage = this.#storage.with(id, values);
  }

  /** Changes settings. The timetable is made afresh if it depends on any of them. */
  configure(change: Partial<EngineSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    const isUntimed = Object.keys(change).every((name) => UNTIMED.has(name as keyof EngineSettings));
    if (!isUntimed) this.#timetable = undefined;
    else if (change.orsReturnsAt !== undefined) this.#timetable?.enterOrsReturn(change.orsReturnsAt);
  }

  emit(event: Omit<EngineEvent, 'at'>): void {
    this.#events.push({ at: this.#now, ...event });
  }

  /**
   * Moves a record by a command of the life cycle. The reason is told when it completes.
   * @throws an error when the table forbids the step: every caller asks it first or knows the state.
   */
  step(record: EngineRecord, command: LifecycleCommand, reason?: string): EngineRecord {
    const next = transition(record.state, command);
    if (!('to' in next)) {
      throw new Error(`Failed to ${command} a callback: ${next.words} Ask the life cycle before the step.`);
    }
    if (next.to === record.state) return record;
    const { id, serviceName, state: from } = record;
    this.emit({
      type: 'state-changed',
      id,
      serviceName,
      from,
      to: next.to,
      ...(reason === undefined ? {} : { reason }),
    });
    return { ...record, state: next.to };
  }

  /** The state reached. */
  finish(): EngineState {
    const state: EngineState = {
      seed: this.#base.seed,
      now: this.#now,
      random: this.random.state,
      nextTicket: this.#nextTicket,
      settings: this.#settings,
      wrapUps: this.#wrapUps,
      ledger: this.#ledger,
      interactions: this.#interactions,
      storage: this.#storage,
      records: this.#records.finish(),
    };
    carryHash(this.#base, state);
    const timetable = this.#timetable;
    const entries = this.#records.size + this.#interactions.size;
    const isCluttered = (timetable?.size ?? 0) > OUTDATED_SHARE * entries + OUTDATED_FLOOR;
    if (timetable !== undefined && !isCluttered) timetables.set(state, timetable);
    return state;
  }

  /** Gives the timetable back to the state it belongs to, when nothing was changed. */
  discard(): void {
    const isUntouched =
      this.#records === this.#base.records &&
      this.#settings === this.#base.settings &&
      this.#interactions === this.#base.interactions &&
      this.#wrapUps === this.#base.wrapUps;
    if (isUntouched && this.#timetable !== undefined) timetables.set(this.#base, this.#timetable);
  }

  /** Before a count changes: what its counter goes on showing until the next tick. */
  #holdCounter(before: EngineRecord | undefined, after: EngineRecord | undefined): void {
    const counted = before !== undefined && isCounted(this.#settings, before);
    const service = (after ?? before)?.serviceName;
    if (service === undefined || counted === (after !== undefined && isCounted(this.#settings, after))) return;
    const watermarks = heldCounters(this, service, this.timetable.census.countOf(service));
    if (watermarks !== undefined) this.remember({ watermarks });
  }

  /** Forgets what is stored under an id when neither a record nor a reservation has it any more. */
  #forgetStored(id: string): void {
    if (this.#storage.has(id) && !this.#records.has(id) && !this.#interactions.has(id)) {
      this.#storage = this.#storage.without(id);
    }
  }

  #writable(): PersistentMap<EngineRecord> {
    if (this.#records === this.#base.records) this.#records = this.#records.edit();
    return this.#records;
  }
}

import { Bookings } from '../slots/bookings.js';
import { Census } from '../admission/census.js';
import { isCounted } from '../admission/counters.js';
import { Crew } from '../life/crew.js';
import { DUE_KINDS, nextDue } from './due.js';
import type { DueKind } from './due.js';
import { Heap } from './heap.js';
import { policyFor, pollingRates } from '../options/policy.js';
import type { PollingRates } from '../options/policy.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings, EngineState, Interaction, WrapUp } from '../state/state.js';
import { WaitingLines } from '../life/waiting-lines.js';

/** Something due: for a record or a reservation as it is now, for an agent, or for everybody. */
export interface Entry {
  readonly at: number;
  readonly kind: DueKind;
  readonly record?: EngineRecord;
  readonly interaction?: Interaction;
  readonly agent?: number;
}

/** What decides whether an entry still holds. */
type Present = Pick<EngineState, 'settings' | 'interactions'> & { readonly records: ReadonlyMap<string, EngineRecord> };

const RANK = Object.fromEntries(DUE_KINDS.map((kind, rank) => [kind, rank])) as Readonly<Record<DueKind, number>>;

/**
 * What follows from a state and would be dear to find again for every command: what is due next, who waits, which agents and which
 * time buckets and numbers are taken, how many are in the queue. It is a cache: a timetable made afresh from the state says the same.
 */
export class Timetable {
  readonly lines: WaitingLines;
  readonly bookings: Bookings;
  readonly census: Census;
  readonly crew: Crew;
  /** The access numbers that are reserved. */
  readonly accessNumbers = new Set<string>();
  readonly #settings: EngineSettings;
  readonly #rates: PollingRates;
  readonly #heap: Heap<Entry>;

  constructor(state: Present & Pick<EngineState, 'now' | 'wrapUps'>) {
    this.#settings = state.settings;
    this.#rates = pollingRates(state.settings);
    const entries: Entry[] = state.wrapUps.map(wrapUpEntry);
    this.crew = new Crew(state.wrapUps);
    const { orsReturnsAt } = state.settings;
    if (orsReturnsAt !== undefined) entries.push({ at: orsReturnsAt, kind: 'ors-returns' });
    for (const interaction of state.interactions.values()) {
      entries.push(numberEntry(interaction));
      this.accessNumbers.add(interaction.accessNumber);
    }
    const records = [...state.records.values()];
    for (const record of records) {
      entries.push(this.#entry(record, state.now));
      this.crew.replace(undefined, record);
    }
    this.lines = new WaitingLines(state.settings, records);
    this.bookings = new Bookings(state.settings, records);
    this.census = new Census(records, (record) => isCounted(state.settings, record));
    this.#heap = new Heap(entries, isBefore);
  }

  /** Entries held, outdated ones included. */
  get size(): number {
    return this.#heap.size;
  }

  /** The next entry that still holds, left where it is. */
  peek(present: Present): Entry | undefined {
    for (;;) {
      const entry = this.#heap.peek();
      if (entry === undefined || stillHolds(entry, present)) return entry;
      this.#heap.pop();
    }
  }

  /** Takes the next entry out. */
  take(): void {
    this.#heap.pop();
  }

  /** Enters a record as it is now; its earlier entries no longer hold. */
  enter(record: EngineRecord, now: number): void {
    this.#heap.push(this.#entry(record, now));
  }

  /** Notes that a record took the place of another one, or of none. */
  replace(before: EngineRecord | undefined, after: EngineRecord | undefined): void {
    if (before !== undefined) {
      this.lines.remove(before);
      this.bookings.remove(before);
      this.census.remove(before);
    }
    if (after !== undefined) {
      this.lines.add(after);
      this.bookings.add(after);
      this.census.add(after);
    }
    this.crew.replace(before, after);
  }

  enterWrapUp(wrapUp: WrapUp): void {
    this.crew.addWrapUp(wrapUp);
    this.#heap.push(wrapUpEntry(wrapUp));
  }

  /** Notes that a reservation took the place of another one, or of none. */
  reserve(before: Interaction | undefined, after: Interaction | undefined): void {
    if (before !== undefined) this.accessNumbers.delete(before.accessNumber);
    if (after === undefined) return;
    this.accessNumbers.add(after.accessNumber);
    this.#heap.push(numberEntry(after));
  }

  /** Enters when ORS can be reached again; an earlier entry of another time no longer holds. */
  enterOrsReturn(at: number): void {
    this.#heap.push({ at, kind: 'ors-returns' });
  }

  #entry(record: EngineRecord, now: number): Entry {
    const policy = policyFor(this.#settings, record);
    const { at, kind } = nextDue(record, { now, rates: this.#rates, policy });
    return { at, kind, record };
  }
}

function wrapUpEntry({ agent, until }: WrapUp): Entry {
  return { at: until, kind: 'agent-free', agent };
}

function numberEntry(interaction: Interaction): Entry {
  return { at: interaction.expirationTime + 1, kind: 'number-free', interaction };
}

function stillHolds({ kind, at, record, interaction }: Entry, { settings, records, interactions }: Present): boolean {
  if (record !== undefined) return records.get(record.id) === record;
  if (interaction !== undefined) return interactions.get(interaction.id) === interaction;
  return kind !== 'ors-returns' || at === settings.orsReturnsAt;
}

function isBefore(a: Entry, b: Entry): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.kind !== b.kind) return RANK[a.kind] < RANK[b.kind];
  if (a.record === undefined || b.record === undefined) return (a.agent ?? 0) < (b.agent ?? 0);
  return wasWishedBefore(a.record, b.record);
}

/** The order of callbacks to which the same thing happens at the same instant. */
function wasWishedBefore(a: EngineRecord, b: EngineRecord): boolean {
  if (a.desiredTime !== b.desiredTime) return a.desiredTime < b.desiredTime;
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}

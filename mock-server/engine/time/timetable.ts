import { Bookings } from '../slots/bookings.js';
import { Census } from '../admission/census.js';
import { Crew } from '../life/crew.js';
import { DUE_KINDS, nextDue } from './due.js';
import type { DueKind } from './due.js';
import { Heap } from './heap.js';
import { policyOf, pollingRates } from '../options/policy.js';
import type { PollingRates } from '../options/policy.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings, EngineState, WrapUp } from '../state/state.js';
import { WaitingLines } from '../life/waiting-lines.js';

/** Something due: for the record as it is now, for an agent, or for everybody. */
export interface Entry {
  readonly at: number;
  readonly kind: DueKind;
  readonly record?: EngineRecord;
  readonly agent?: number;
}

const RANK = Object.fromEntries(DUE_KINDS.map((kind, rank) => [kind, rank])) as Readonly<Record<DueKind, number>>;

/**
 * What follows from a state and would be dear to find again for every command: what is due next, who waits, which agents and which
 * time buckets are taken, how many are in the queue. It is a cache: a timetable made afresh from the state says the same.
 */
export class Timetable {
  readonly lines: WaitingLines;
  readonly bookings: Bookings;
  readonly census: Census;
  readonly crew: Crew;
  readonly #settings: EngineSettings;
  readonly #rates: PollingRates;
  readonly #heap: Heap<Entry>;

  constructor(
    state: Pick<EngineState, 'settings' | 'now' | 'wrapUps'> & { readonly records: ReadonlyMap<string, EngineRecord> },
  ) {
    this.#settings = state.settings;
    this.#rates = pollingRates(state.settings);
    const entries: Entry[] = state.wrapUps.map(wrapUpEntry);
    this.crew = new Crew(state.wrapUps);
    const { orsReturnsAt } = state.settings;
    if (orsReturnsAt !== undefined) entries.push({ at: orsReturnsAt, kind: 'ors-returns' });
    const records = [...state.records.values()];
    for (const record of records) {
      entries.push(this.#entry(record, state.now));
      this.crew.replace(undefined, record);
    }
    this.lines = new WaitingLines(state.settings, records);
    this.bookings = new Bookings(state.settings, records);
    this.census = new Census(records);
    this.#heap = new Heap(entries, isBefore);
  }

  /** Entries held, outdated ones included. */
  get size(): number {
    return this.#heap.size;
  }

  /** The next entry that still holds, left where it is. */
  peek(records: ReadonlyMap<string, EngineRecord>): Entry | undefined {
    for (;;) {
      const entry = this.#heap.peek();
      if (entry?.record === undefined || records.get(entry.record.id) === entry.record) return entry;
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

  #entry(record: EngineRecord, now: number): Entry {
    const policy = policyOf(this.#settings, record.serviceName);
    const { at, kind } = nextDue(record, { now, rates: this.#rates, policy });
    return { at, kind, record };
  }
}

function wrapUpEntry({ agent, until }: WrapUp): Entry {
  return { at: until, kind: 'agent-free', agent };
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

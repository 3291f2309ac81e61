import { DUE_KINDS, nextDue } from './due.js';
import type { DueKind } from './due.js';
import { Heap } from './heap.js';
import { policyOf, pollingRates } from './policy.js';
import type { PollingRates } from './policy.js';
import type { EngineRecord } from './record.js';
import type { EngineSettings, EngineState, WrapUp } from './state.js';
import { WaitingLines } from './waiting-lines.js';

/** Something due: for the record as it is now, or for an agent. */
export interface Entry {
  readonly at: number;
  readonly kind: DueKind;
  readonly record?: EngineRecord;
  readonly agent?: number;
}

const RANK = Object.fromEntries(DUE_KINDS.map((kind, rank) => [kind, rank])) as Readonly<Record<DueKind, number>>;

/**
 * What follows from a state and would be dear to find again for every command: what is due next, who waits, which agents are taken.
 * It is a cache: a timetable made afresh from the state says the same.
 */
export class Timetable {
  readonly lines: WaitingLines;
  readonly engaged = new Map<number, string>();
  readonly #settings: EngineSettings;
  readonly #rates: PollingRates;
  readonly #heap: Heap<Entry>;

  constructor(
    state: Pick<EngineState, 'settings' | 'now' | 'wrapUps'> & { readonly records: ReadonlyMap<string, EngineRecord> },
  ) {
    this.#settings = state.settings;
    this.#rates = pollingRates(state.settings);
    const entries: Entry[] = state.wrapUps.map(wrapUpEntry);
    for (const record of state.records.values()) {
      entries.push(this.#entry(record, state.now));
      this.#engage(record);
    }
    this.lines = new WaitingLines(state.settings, state.records.values());
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
      if (before.call !== undefined && this.engaged.get(before.call.agent) === before.id) {
        this.engaged.delete(before.call.agent);
      }
    }
    if (after !== undefined) {
      this.lines.add(after);
      this.#engage(after);
    }
  }

  enterWrapUp(wrapUp: WrapUp): void {
    this.#heap.push(wrapUpEntry(wrapUp));
  }

  #engage(record: EngineRecord): void {
    if (record.call !== undefined) this.engaged.set(record.call.agent, record.id);
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

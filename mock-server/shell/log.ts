import type { EngineEvent } from '../engine/engine.js';

/** What can be in the log. Commands and requests are named without what people typed into them: no numbers, no bodies. */
export type LogContent =
  | ({ readonly type: 'request'; readonly method: string; readonly path: string } & Partial<RequestAnswer>)
  | {
      readonly type: 'command';
      readonly command: string;
      readonly id?: string;
      readonly service?: string;
      /** Code of the refusal; absent when the command was carried out. */
      readonly refused?: string;
    }
  | ({ readonly type: 'event' } & LoggedEvent)
  | { readonly type: 'clock'; readonly now: string; readonly rate: number }
  | { readonly type: 'failure'; readonly message: string }
  | {
      readonly type: 'notification';
      /** Name of the event that somebody outside was told of, or was to be told of. */
      readonly notification: string;
      readonly id: string;
      /** Those for a strategy are logged only: the mock has none. */
      readonly outcome: 'delivered' | 'failed' | 'logged';
      readonly attempts: number;
    };

/** How a request was answered; absent until it was. */
export interface RequestAnswer {
  /** Absent also when the connection broke, or stays silent, without one. */
  readonly status?: number;
  /** Faults that struck the request. */
  readonly faults?: readonly string[];
  /** No endpoint has this address. */
  readonly unhandled?: true;
  /** Query parameters by which this server does not filter, and fields that it left aside. */
  readonly ignored?: readonly string[];
}

/** An event of the engine; what happened is called `event`, because `type` is the entry's. */
export type LoggedEvent = Omit<EngineEvent, 'type' | 'at'> & { readonly event: EngineEvent['type'] };

/** An entry: its number, counted from 1 at every reset, and the mock's time as ISO text. */
export type LogEntry = LogContent & { readonly seq: number; readonly at: string };

/** Entries kept; then the older half goes, so that a mock that runs for weeks does not fill the memory. */
const CAPACITY = 100_000;

/** Everything that happened to the mock, in order. */
export class Log {
  #entries: LogEntry[] = [];
  #seq = 0;

  /** @param at epoch milliseconds of the mock's clock */
  add(at: number, content: LogContent): LogEntry {
    this.#seq += 1;
    const entry: LogEntry = { seq: this.#seq, at: new Date(at).toISOString(), ...content };
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries = this.#entries.slice(CAPACITY / 2);
    return entry;
  }

  /** Adds a request; the returned function completes the entry in its place, so that causes stand before effects. */
  addRequest(at: number, request: { readonly method: string; readonly path: string }): (answer: RequestAnswer) => void {
    const entry = this.add(at, { type: 'request', ...request });
    return (answer) => void Object.assign(entry, answer);
  }

  addEvents(events: readonly EngineEvent[]): void {
    for (const { type: event, at, ...others } of events) this.add(at, { type: 'event', event, ...others });
  }

  /** Number of the last entry; 0 when there is none. */
  get last(): number {
    return this.#seq;
  }

  /** Entries after the one with this number; 0 = all that are kept. */
  since(seq: number): readonly LogEntry[] {
    const first = this.#entries[0]?.seq ?? 1;
    return this.#entries.slice(Math.max(0, seq + 1 - first));
  }

  clear(): void {
    this.#entries = [];
    this.#seq = 0;
  }
}

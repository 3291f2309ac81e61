import type { ReactiveControllerHost } from 'lit';
import type { CallbackRecord } from '../domain/callback.js';
import type { CallbackError } from '../domain/errors.js';
import { queryKey } from '../domain/query.js';
import type { CallbackQuery } from '../domain/query.js';
import type {
  CallbackList,
  CallbackTransport,
  ListProgress,
  UnreadableRecord,
} from '../transport/callback-transport.js';
import { LatestRun } from './latest-run.js';
import { readListAnswer } from './list-answer.js';
import { Presence } from './presence.js';
import type { ServerClock } from './server-clock.js';
import { waitFor } from './wait.js';
import type { Wait } from './wait.js';

/** What became of a load. `idle`: there was nothing to load from, or nothing to ask. */
export type LoadOutcome = 'loaded' | 'failed' | 'dropped' | 'idle';

export interface CallbackListOptions {
  /** Told of every answer, after the controller holds it. */
  readonly loaded?: (list: CallbackList) => void;
  /** Told of every failure, after the controller holds it. */
  readonly failed?: (problem: CallbackError) => void;
  /** The page's clock in epoch milliseconds. */
  readonly now?: () => number;
  /** Takes in what answers tell of the server's time. */
  readonly clock?: ServerClock;
  readonly wait?: Wait;
}

/** The last good answer and what it was an answer to. */
interface Answer {
  readonly list: CallbackList;
  readonly key: string;
  readonly receivedAt: number;
}

const EMPTY: CallbackList = Object.freeze({ records: [], services: [], unreadable: [] });

/** Pauses in milliseconds between looks at a server whose list lags behind a write by up to ten seconds (GMS reference, adapter rules). */
const LOOK_AGAIN_AFTER = [500, 1000, 2000, 3000, 4000] as const;

/** Milliseconds between two words of progress: more often, nobody could read them. */
const PROGRESS_PAUSE = 100;

/**
 * Asks a transport for callbacks and holds the last good answer: it stays while a newer one is loading and when loading fails.
 * The newest question wins. Nothing is asked while the host is not in a document.
 */
export class CallbackListController {
  readonly #host: ReactiveControllerHost;
  readonly #options: CallbackListOptions;
  readonly #presence: Presence;
  readonly #run = new LatestRun<CallbackList>();
  #transport: CallbackTransport | undefined;
  #query: CallbackQuery | undefined;
  #answer: Answer | undefined;
  #problem: CallbackError | undefined;
  #progress: ListProgress | undefined;
  #scheduled: Promise<LoadOutcome> | undefined;
  #looking: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: CallbackListOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#presence = new Presence(host, {
      arrived: () => void this.#requestLoad(),
      left: () => this.#stop(),
    });
  }

  /** Records of the last good answer. The same array until there is another answer. */
  get records(): readonly CallbackRecord[] {
    return this.#list.records;
  }

  /** Services the server named in the last good answer. */
  get services(): readonly string[] {
    return this.#list.services;
  }

  /** Records of the last good answer that could not be read. */
  get unreadable(): readonly UnreadableRecord[] {
    return this.#list.unreadable;
  }

  /** Whether an answer is on its way. */
  get loading(): boolean {
    return this.#scheduled !== undefined || this.#run.running;
  }

  /** How far the answer on its way has been read; undefined while there is none, or its transport does not tell. */
  get progress(): ListProgress | undefined {
    return this.loading ? this.#progress : undefined;
  }

  /** Why the last load failed; undefined once one succeeded or another question is asked. */
  get problem(): CallbackError | undefined {
    return this.#problem;
  }

  /** Whether there has been a good answer from this transport. */
  get hasAnswer(): boolean {
    return this.#answer !== undefined;
  }

  /** Whether the records are not the answer to the present question: it changed, or asking it again failed. */
  get stale(): boolean {
    return this.#answer !== undefined && (this.#problem !== undefined || this.#answer.key !== this.#key);
  }

  /** When the last good answer came, by the page's clock, in epoch milliseconds. */
  get loadedAt(): number | undefined {
    return this.#answer?.receivedAt;
  }

  /** The server's clock in the last good answer, in epoch milliseconds. */
  get serverTime(): number | undefined {
    return this.#answer?.list.serverTime;
  }

  /** The present question. */
  get query(): CallbackQuery | undefined {
    return this.#query;
  }

  /** Asks another question. An equal one is no other question: nothing is loaded for it. */
  setQuery(query: CallbackQuery | undefined): void {
    if (keyOf(query) === this.#key) return;
    this.#stop();
    this.#query = query;
    this.#problem = undefined;
    void this.#requestLoad();
  }

  /** Asks another server. What the old one said is dropped, also what it has still to say. */
  setTransport(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#stop();
    this.#transport = transport;
    this.#answer = undefined;
    this.#problem = undefined;
    void this.#requestLoad();
  }

  /** Asks the present question again. Never rejects: a failure is in {@link problem}. */
  refresh(): Promise<LoadOutcome> {
    this.#looking?.abort();
    return this.#requestLoad();
  }

  /**
   * Asks again until the records show what was written, with pauses that grow, for about ten seconds: lists lag behind writes.
   * Resolves with whether they did; early, when another question is asked meanwhile.
   */
  async refreshUntil(shows: (records: readonly CallbackRecord[]) => boolean): Promise<boolean> {
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    const isUseless = (): boolean => looking.signal.aborted;
    for (const pause of [0, ...LOOK_AGAIN_AFTER]) {
      if (pause > 0) await (this.#options.wait ?? waitFor)(pause, looking.signal);
      if (isUseless()) return false;
      const outcome = await this.#requestLoad();
      if (outcome === 'loaded' && shows(this.records)) return true;
      if (outcome !== 'loaded' || isUseless()) return false;
    }
    return false;
  }

  get #list(): CallbackList {
    return this.#answer?.list ?? EMPTY;
  }

  get #key(): string | undefined {
    return keyOf(this.#query);
  }

  #stop(): void {
    this.#looking?.abort();
    this.#run.drop();
    this.#host.requestUpdate();
  }

  /** Loads in a microtask, so that several changes in one task make one request. */
  #requestLoad(): Promise<LoadOutcome> {
    if (!this.#isReady) return Promise.resolve('idle');
    this.#scheduled ??= Promise.resolve().then(() => {
      this.#scheduled = undefined;
      return this.#load();
    });
    this.#host.requestUpdate();
    return this.#scheduled;
  }

  get #isReady(): boolean {
    return this.#presence.here && this.#transport !== undefined && this.#query !== undefined;
  }

  async #load(): Promise<LoadOutcome> {
    const [transport, query] = [this.#transport, this.#query];
    if (!this.#presence.connected || transport === undefined || query === undefined) {
      this.#host.requestUpdate();
      return 'idle';
    }
    const sentAt = this.#now;
    const outcome = await this.#run.start('list callbacks', async (signal) => {
      const onProgress = this.#progressOf(signal);
      return readListAnswer(await transport.list(query, { signal, onProgress }));
    });
    this.#host.requestUpdate();
    if (outcome.status === 'dropped') return 'dropped';
    if (outcome.status === 'failed') {
      this.#problem = outcome.problem;
      this.#options.failed?.(outcome.problem);
      return 'failed';
    }
    const receivedAt = this.#now;
    const { serverTime } = outcome.value;
    if (serverTime !== undefined) this.#options.clock?.take({ serverTime, sentAt, receivedAt });
    this.#problem = undefined;
    this.#answer = { list: outcome.value, key: queryKey(query), receivedAt };
    this.#options.loaded?.(outcome.value);
    return 'loaded';
  }

  /** Takes in how far a run is, while it is the one that is wanted. */
  #progressOf(signal: AbortSignal): (progress: ListProgress) => void {
    let told = -Infinity;
    this.#progress = undefined;
    return (progress) => {
      if (signal.aborted || this.#now - told < PROGRESS_PAUSE) return;
      told = this.#now;
      this.#progress = progress;
      this.#host.requestUpdate();
    };
  }

  get #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

function keyOf(query: CallbackQuery | undefined): string | undefined {
  return query && queryKey(query);
}

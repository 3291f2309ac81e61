import { DAY } from '../../src/domain/instants.js';
import type { Clock } from '../ports/clock.js';
import type { StoragePort } from '../ports/storage.js';

/** What is kept of a mock. */
export interface Keepable {
  snapshot(): unknown;
  restore(snapshot: unknown): boolean;
  clock(change: { readonly advance: number }): unknown;
  subscribe(listener: (change: { readonly type: string }) => void): () => void;
}

/** How a mock is kept. */
export interface KeeperOptions {
  readonly storage: StoragePort;
  /** Names what the mock was started with: another start does not go on from its snapshot. */
  readonly key: string;
  /** The clock on the wall. */
  readonly wall: Clock;
  /** Told when the storage fails; the mock goes on without it. */
  readonly onFailure: (error: unknown) => void;
}

interface Kept {
  readonly key: string;
  /** Epoch milliseconds of the wall clock. */
  readonly savedAt: number;
  readonly snapshot: unknown;
}

/** Soon enough that a reload finds what was just done, and long enough to gather what is done together. */
const LEAST_DELAY = 50;

/** Taking a snapshot may hold the page up for this share of the time: a big mock is saved more seldom. */
const COST_FACTOR = 20;

/** After a day the callbacks of a scenario lie in the past; a fresh start serves better than an empty list. */
const LONGEST_ABSENCE = DAY;

/** Keeps a mock in a storage: one snapshot, saved a little after changes and when the page goes. */
export class Keeper {
  readonly #mock: Keepable;
  readonly #options: KeeperOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = LEAST_DELAY;
  #unsubscribe: (() => void) | undefined;

  constructor(mock: Keepable, options: KeeperOptions) {
    this.#mock = mock;
    this.#options = options;
  }

  /** Goes on from the last snapshot of the same start; answers whether there was one. Real time that passed meanwhile passes here too. */
  async restore(): Promise<boolean> {
    const kept = await this.#try(() => this.#options.storage.load());
    if (!isKept(kept) || kept.key !== this.#options.key) return false;
    const absence = this.#options.wall.now() - kept.savedAt;
    if (absence < 0 || absence > LONGEST_ABSENCE || !this.#mock.restore(kept.snapshot)) return false;
    // A clock that runs faster than real time sleeps while no page is open: nobody would find their callbacks again.
    if (rateOf(kept.snapshot) === 1) this.#mock.clock({ advance: absence / 1000 });
    return true;
  }

  /** Saves from now on. */
  start(): void {
    this.#unsubscribe = this.#mock.subscribe(({ type }) => {
      if (type === 'reset') void this.clear();
      else this.#schedule();
    });
  }

  /** Saves now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { key, wall, storage } = this.#options;
    const begin = wall.now();
    const kept: Kept = { key, savedAt: begin, snapshot: this.#mock.snapshot() };
    // What counts is how long the page was held up; the storage's own work is done elsewhere.
    this.#delay = Math.max(LEAST_DELAY, (wall.now() - begin) * COST_FACTOR);
    await this.#try(() => storage.save(kept));
  }

  /** Forgets the snapshot. */
  async clear(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#try(() => this.#options.storage.clear());
  }

  /** Saves a last time and stops. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    await this.flush();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), this.#delay);
  }

  async #try<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      this.#options.onFailure(error);
      return undefined;
    }
  }
}

function isKept(value: unknown): value is Kept {
  const { key, savedAt } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  return typeof key === 'string' && typeof savedAt === 'number';
}

function rateOf(snapshot: unknown): unknown {
  return (snapshot as { readonly rate?: unknown } | undefined)?.rate;
}

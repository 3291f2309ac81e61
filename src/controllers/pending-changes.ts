import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Presence } from './presence.js';

/** A change that somebody asked for and that has not been sent, so that it can still be undone. */
export interface PendingChange {
  /** Tells it from every other one; a newer change has a greater key. */
  readonly key: number;
  /** The callbacks it is about. */
  readonly ids: readonly string[];
  /** What will happen, as a sentence without a full stop. */
  readonly words: string;
  /** Milliseconds it waits in all. */
  readonly total: number;
  /** Milliseconds left at the moment of asking; stands still while `held`. */
  readonly remaining: number;
  /** Whether its time stands still, since somebody looks at it. */
  readonly held: boolean;
}

/**
 * How the waiting ended. It is to be sent: `due` (its time is up, or the person would not wait), `left` (the host was taken off the
 * page, or goes to another server). It is not: `undone` (by the person), `dropped` (the page itself went away).
 */
export type PendingEnd = 'due' | 'undone' | 'left' | 'dropped';

export interface PendingChangesOptions {
  /** Seconds a change waits; what is not above 0 is sent at once. Asked for each change when it begins to wait. */
  readonly seconds: () => number;
  /** A clock that never goes back, in milliseconds. */
  readonly now?: () => number;
  /** Whether nobody sees the page. */
  readonly isHidden?: () => boolean;
}

/** Why the time of all changes stands still. `leaving`: the page was asked to go, and nobody knows yet whether it does. */
type Hold = 'hover' | 'focus' | 'leaving';

interface Waiting {
  readonly change: PendingChange;
  /** Reading of the clock of counted time at which it is due, in milliseconds. */
  due: number;
  readonly end: (how: PendingEnd) => void;
}

/** Milliseconds that one tick of a page in sight counts at most: a page that could not run showed nobody how the time went. */
const TICK = 1000;

/** A platform timer counts no further than this many milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds without a tick after which a page in sight is taken to have slept: then everything waits its whole time again. */
const SLEPT = 5000;

/** Milliseconds after a change has gone out in which whoever undoes means that one. */
const TOO_LATE = 1000;

/** What somebody who stays on a page does next. */
const SIGNS_OF_STAYING = ['pointerdown', 'keydown'] as const;

/**
 * Lets changes wait a few seconds in which they can be undone: nothing has been sent while they wait, so there is nothing to take back.
 *
 * - Time counts while the page runs, and in a hidden one the time that really passed, since the person was told how long it takes and
 *   browsers let hidden pages run but once a minute. A page that slept or was frozen and is in sight as it wakes sends nothing:
 *   everything waits its whole time again.
 * - While something waits, the browser asks before the page is closed or reloaded, and the time stands still until somebody who stayed
 *   presses a key or a button. When the page goes all the same, what waited is dropped and never sent.
 * - When the host is taken off a page that lives on, what waits is sent at once. A host that is only moved keeps it waiting.
 */
export class PendingChangesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #presence: Presence;
  readonly #seconds: () => number;
  readonly #now: () => number;
  readonly #isHidden: () => boolean;
  readonly #holds = new Set<Hold>();
  #waiting: readonly Waiting[] = [];
  #all: readonly PendingChange[] = [];
  #ids: ReadonlySet<string> = new Set();
  #lastKey = 0;
  /** Milliseconds counted up to the last tick. */
  #counted = 0;
  #lastTick = 0;
  /** The change that went out last, and when by the same clock as the ticks. */
  #sent = { key: 0, at: -Infinity };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    { seconds, now = () => performance.now(), isHidden = () => document.hidden }: PendingChangesOptions,
  ) {
    this.#host = host;
    this.#seconds = seconds;
    this.#now = now;
    this.#isHidden = isHidden;
    host.addController(this);
    this.#presence = new Presence(host, { left: () => this.flush() });
  }

  /** Every change that waits, the oldest first. Another list after every change of it; what is left of their time is read live. */
  get all(): readonly PendingChange[] {
    return this.#all;
  }

  /** The callbacks they are about. Another set after every change of it. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Whether the newest change has just gone out, so that whoever undoes now means that one and comes too late. */
  get isTooLate(): boolean {
    const { key, at } = this.#sent;
    return this.#now() - at < TOO_LATE && this.#waiting.every(({ change }) => change.key < key);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#pageLeft);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#pageLeft);
  }

  /** Lets a change wait. Resolves when it is known whether it is to be sent, see {@link PendingEnd}; never rejects. */
  wait(change: Pick<PendingChange, 'ids' | 'words'>): Promise<PendingEnd> {
    const total = Math.min(this.#seconds() * 1000, LONGEST);
    if (!(total > 0)) return Promise.resolve('due');
    if (!this.#presence.here) return Promise.resolve('left');
    this.#count();
    return new Promise((end) => {
      const waiting = this.#waitingFor(change, total, end);
      this.#set([...this.#waiting, waiting]);
      this.#tickLater();
    });
  }

  /** Takes back a change, the newest without a key. Nothing happens when it does not wait any more. */
  undo(key = this.#waiting.at(-1)?.change.key): void {
    this.#end('undone', ({ change }) => change.key === key);
  }

  /** Sends a change without further waiting. Nothing happens when it does not wait any more. */
  sendNow(key: number): void {
    this.#end('due', ({ change }) => change.key === key);
  }

  /** Sends everything at once. */
  flush(): void {
    this.#end('left', () => true);
  }

  /** Lets the time of all changes stand still while somebody points at them or is among them by keyboard. */
  hold(reason: 'hover' | 'focus', on: boolean): void {
    this.#hold(reason, on && this.#waiting.length > 0);
  }

  #waitingFor(
    { ids, words }: Pick<PendingChange, 'ids' | 'words'>,
    total: number,
    end: (how: PendingEnd) => void,
  ): Waiting {
    const left = (): number => Math.max(0, waiting.due - this.#time);
    const isHeld = (): boolean => this.#isHeld;
    const change: PendingChange = {
      key: (this.#lastKey += 1),
      ids,
      words,
      total,
      get remaining() {
        return left();
      },
      get held() {
        return isHeld();
      },
    };
    const waiting: Waiting = { change, due: this.#counted + total, end };
    return waiting;
  }

  #hold(reason: Hold, on: boolean): void {
    if (this.#holds.has(reason) === on) return;
    const wasHeld = this.#isHeld;
    this.#count();
    if (on) this.#holds.add(reason);
    else this.#holds.delete(reason);
    if (wasHeld === this.#isHeld) return;
    this.#tickLater();
    this.#host.requestUpdate();
  }

  /** Ends those changes; one that was ended before is none of them any more, so that each ends once. */
  #end(how: PendingEnd, isMeant: (waiting: Waiting) => boolean): void {
    const ended = this.#waiting.filter(isMeant);
    if (ended.length === 0) return;
    this.#set(this.#waiting.filter((waiting) => !ended.includes(waiting)));
    if (how === 'due' || how === 'left') this.#sent = { key: ended.at(-1)?.change.key ?? 0, at: this.#now() };
    for (const { end } of ended) end(how);
  }

  #set(waiting: readonly Waiting[]): void {
    const wasEmpty = this.#waiting.length === 0;
    this.#waiting = waiting;
    this.#all = waiting.map(({ change }) => change);
    this.#ids = new Set(this.#all.flatMap(({ ids }) => ids));
    if (waiting.length === 0) this.#rest();
    else if (wasEmpty) addEventListener('beforeunload', this.#pageLeaving);
    this.#host.requestUpdate();
  }

  /** Nothing waits: a page that asks before it goes is kept by no browser for the way back, so it does so no longer. */
  #rest(): void {
    clearTimeout(this.#timer);
    removeEventListener('beforeunload', this.#pageLeaving);
    this.#stayed();
    // The pointer may rest where a change was shown, without ever leaving it.
    this.#holds.clear();
  }

  /** Milliseconds counted up to now. */
  get #time(): number {
    if (this.#isHeld) return this.#counted;
    return this.#counted + Math.min(this.#now() - this.#lastTick, this.#isHidden() ? Infinity : TICK);
  }

  get #isHeld(): boolean {
    return this.#holds.size > 0;
  }

  #count(): void {
    const now = this.#now();
    const slept = this.#waiting.length > 0 && now - this.#lastTick > SLEPT && !this.#isHeld && !this.#isHidden();
    this.#counted = this.#time;
    this.#lastTick = now;
    if (slept) this.#beginAnew();
  }

  #beginAnew(): void {
    for (const waiting of this.#waiting) waiting.due = this.#counted + waiting.change.total;
    this.#host.requestUpdate();
  }

  #tickLater(): void {
    clearTimeout(this.#timer);
    if (this.#isHeld || this.#waiting.length === 0) return;
    const left = Math.min(...this.#all.map(({ remaining }) => remaining));
    this.#timer = setTimeout(this.#tick, Math.min(left, TICK));
  }

  readonly #tick = (): void => {
    this.#count();
    this.#end('due', ({ due }) => due <= this.#counted);
    this.#tickLater();
  };

  readonly #pageLeaving = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    this.#hold('leaving', true);
    this.#beginAnew();
    for (const sign of SIGNS_OF_STAYING) addEventListener(sign, this.#stayed, { capture: true });
  };

  readonly #stayed = (): void => {
    for (const sign of SIGNS_OF_STAYING) removeEventListener(sign, this.#stayed, { capture: true });
    this.#hold('leaving', false);
  };

  readonly #pageLeft = (): void => this.#end('dropped', () => true);
}

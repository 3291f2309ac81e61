import { findById } from '../../engine/engine.js';
import type { EngineEvent, EngineSettings, EngineState } from '../../engine/engine.js';
import type { Deliver } from '../../ports/delivery.js';
import type { LogContent } from '../log.js';
import { mayNotify, notificationsOf } from './notifications.js';
import type { Notification } from './notifications.js';

/** What notifications come from. */
export interface Notifiable {
  /** The state at the present moment; looking at it lets everything happen that is due. */
  readonly current: EngineState;
  subscribe(listener: (change: Change) => void): () => void;
  note(content: LogContent): void;
  /** Calls back once after so many milliseconds of the clock on the wall; the returned function gives up waiting. */
  after(milliseconds: number, clock: 'real', call: () => void): () => void;
}

interface Change {
  readonly type: string;
  readonly events?: readonly EngineEvent[];
}

/** Nobody looks at a mock that is only listened to: this often, in milliseconds, the notifier does. */
const HEARTBEAT = 1000;

/** More than this many wait for nobody: further ones count as failed. */
const MOST_WAITING = 10_000;

/**
 * Tells the targets that services name what happens to their callbacks. Each target hears everything in order. It never holds up a
 * command: whether a notification arrived is an entry of the log and nothing else.
 */
export class Notifier {
  readonly #mock: Notifiable;
  readonly #deliver: Deliver;
  /** The last delivery of each target. */
  readonly #lanes = new Map<string, Promise<void>>();
  #waiting = 0;
  /** Counts starts over: what was on its way before belongs to another life. */
  #life = 0;
  #before: EngineState | undefined;
  /** Changes that are not dealt with yet, the present one first. */
  readonly #heard: Change[] = [];
  #isTaking = false;
  #unsubscribe: (() => void) | undefined;
  #giveUpBeat: (() => void) | undefined;

  constructor(mock: Notifiable, deliver: Deliver) {
    this.#mock = mock;
    this.#deliver = deliver;
  }

  /** Notifies from now on. */
  start(): void {
    if (this.#unsubscribe !== undefined) return;
    this.#before = this.#mock.current;
    this.#unsubscribe = this.#mock.subscribe((change) => this.#hear(change));
    this.#listen();
  }

  /** Notifies no longer; what is on its way is given up. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#giveUpBeat?.();
    this.#giveUpBeat = undefined;
    this.#life += 1;
  }

  /** Looking at the mock may let more happen, which is heard in its turn. */
  #hear(change: Change): void {
    this.#heard.push(change);
    if (this.#isTaking) return;
    this.#isTaking = true;
    try {
      for (let next = this.#heard.shift(); next !== undefined; next = this.#heard.shift()) this.#take(next);
    } finally {
      this.#isTaking = false;
    }
    this.#listen();
  }

  #take({ type, events = [] }: Change): void {
    const before = type === 'reset' ? undefined : this.#before;
    if (type === 'reset') this.#life += 1;
    const state = this.#mock.current;
    this.#before = state;
    if (isSilent(state.settings)) return;
    for (const event of events) this.#notify(state, before, event);
  }

  #notify(state: EngineState, before: EngineState | undefined, event: EngineEvent): void {
    const { id } = event;
    if (id === undefined) return;
    // A long step of time may have taken the record away since.
    const record = findById(state, id) ?? (before && findById(before, id));
    if (record === undefined) return;
    for (const notification of notificationsOf(state.settings, record, event)) this.#send(notification);
  }

  #send(notification: Notification): void {
    const { channel, target } = notification;
    if (channel === 'orscb') {
      this.#log(notification, 'logged', 0);
      return;
    }
    if (this.#waiting >= MOST_WAITING) {
      this.#log(notification, 'failed', 0);
      return;
    }
    this.#waiting += 1;
    const life = this.#life;
    const lane = (this.#lanes.get(target) ?? Promise.resolve()).then(async () => {
      if (life === this.#life) await this.#try(notification, life);
      this.#waiting -= 1;
      if (this.#lanes.get(target) === lane) this.#lanes.delete(target);
    });
    this.#lanes.set(target, lane);
  }

  async #try(notification: Notification, life: number): Promise<void> {
    const { target, body, attempts } = notification;
    let tried = 0;
    let isDelivered = false;
    while (!isDelivered && tried < attempts && life === this.#life) {
      tried += 1;
      isDelivered = await this.#isTaken(target, JSON.stringify(body));
    }
    if (life === this.#life) this.#log(notification, isDelivered ? 'delivered' : 'failed', tried);
  }

  async #isTaken(target: string, json: string): Promise<boolean> {
    try {
      const status = await this.#deliver(target, json);
      return status >= 200 && status < 300;
    } catch {
      // Nobody there, or not in time: the log tells it as any other failure.
      return false;
    }
  }

  #log({ name, id }: Notification, outcome: 'delivered' | 'failed' | 'logged', attempts: number): void {
    this.#mock.note({ type: 'notification', notification: name, id, outcome, attempts });
  }

  /** Keeps looking at the mock as long as a service notifies. */
  #listen(): void {
    // The look comes first: what it lets happen may set the next one.
    const { settings } = this.#mock.current;
    if (this.#giveUpBeat !== undefined || this.#unsubscribe === undefined || isSilent(settings)) return;
    this.#giveUpBeat = this.#mock.after(HEARTBEAT, 'real', () => {
      this.#giveUpBeat = undefined;
      this.#listen();
    });
  }
}

const shared = new WeakMap<Notifiable, { readonly notifier: Notifier; readonly users: number }>();

/** Notifies for a mock until the returned function is called. However many servers a mock has, everybody is told once. */
export function startNotifier(mock: Notifiable, deliver: Deliver): () => void {
  const { notifier, users } = shared.get(mock) ?? { notifier: new Notifier(mock, deliver), users: 0 };
  shared.set(mock, { notifier, users: users + 1 });
  notifier.start();
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    const left = (shared.get(mock)?.users ?? 1) - 1;
    if (left > 0) shared.set(mock, { notifier, users: left });
    else {
      shared.delete(mock);
      notifier.stop();
    }
  };
}

const silence = new WeakMap<EngineSettings, boolean>();

/** Whether no service notifies anybody. */
function isSilent(settings: EngineSettings): boolean {
  let isSo = silence.get(settings);
  if (isSo === undefined) {
    isSo = ![...settings.services.keys()].some((name) => mayNotify(settings, name));
    silence.set(settings, isSo);
  }
  return isSo;
}

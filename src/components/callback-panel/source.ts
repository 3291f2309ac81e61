import type { ReactiveControllerHost } from 'lit';
import { AvailabilityController } from '../../controllers/availability.js';
import { CallbackListController } from '../../controllers/callback-list.js';
import { ClockJumps } from '../../controllers/clock-jumps.js';
import { CommandController } from '../../controllers/command.js';
import { CustomerLookupController } from '../../controllers/customer-lookup.js';
import { DiagnosticsController } from '../../controllers/diagnostics.js';
import { Presence } from '../../controllers/presence.js';
import { ServerClock } from '../../controllers/server-clock.js';
import { ServerDescriptionController } from '../../controllers/server-description.js';
import { waitFor } from '../../controllers/wait.js';
import type { CallbackError } from '../../domain/errors.js';
import { queryKey } from '../../domain/query.js';
import type { CallbackQuery } from '../../domain/query.js';
import type { CallbackTransport, TransportDescription } from '../../transport/callback-transport.js';
import { ClockNote } from './clock-note.js';
import { queryOf, rangeName } from './callback-panel.view.js';
import type { PanelView } from './callback-panel.types.js';
import type { RangeContext } from './callback-panel.view.js';
import type { Shows } from './expectations.js';

/** What decides what is asked of the server. */
export interface Question {
  readonly view: PanelView;
  /** Services the person may see; undefined = all. */
  readonly permitted: readonly string[] | undefined;
  readonly context: RangeContext;
}

export interface SourceOptions {
  readonly question: () => Question;
  readonly loaded: () => void;
  readonly failed: (problem: CallbackError) => void;
}

/**
 * Whether the list shows a write. `dropped`: nobody looked, since the page was left, or something else was asked meanwhile, or the list
 * failed, which is told elsewhere.
 */
export type Sighting = 'seen' | 'not-seen' | 'dropped';

/** Milliseconds by which two clocks may differ before a range is asked for again. */
const CLOCK_TOLERANCE = 60_000;

/** Milliseconds for which the list waits for the server's description: with its clock the first question is the right one. */
const HEAD_START = 250;

/** Milliseconds for which it waits when only the description can tell which services a person's groups are. */
const LONGEST_WAIT = 5000;

/**
 * Everything the panel has from its server: what it is, the list, diagnostics, and commands. A server that is slow to say what it is
 * does not hold back the list for long; what it says then is taken in when it comes.
 */
export class Source {
  readonly list: CallbackListController;
  readonly diagnostics: DiagnosticsController;
  readonly commands: CommandController;
  /** Free slots, as the editor asks for them. */
  readonly slots: AvailabilityController;
  /** Other callbacks of the customer in the editor. */
  readonly customers: CustomerLookupController;
  /** What the person is told of the server's clock. */
  readonly clockNote: ClockNote;
  readonly #host: ReactiveControllerHost;
  readonly #presence: Presence;
  readonly #clock: ServerClock;
  readonly #description: ServerDescriptionController;
  readonly #options: SourceOptions;
  #transport: CallbackTransport | undefined;
  #begun = false;
  #waiting: AbortController | undefined;
  #hasWaited = false;
  /** How far the server's clock was believed to be ahead when the present question was asked. */
  #askedOffset = 0;
  #asked = '';
  #look = 0;
  #looking = 0;

  constructor(host: ReactiveControllerHost, options: SourceOptions) {
    this.#options = options;
    const clock = new ServerClock({ doubted: () => void this.#description.refresh() });
    this.#clock = clock;
    this.clockNote = new ClockNote(host, clock);
    this.#description = new ServerDescriptionController(host, { clock });
    this.list = new CallbackListController(host, {
      clock,
      loaded: ({ records }) => {
        this.diagnostics.keepOnly(records.map(({ id }) => id));
        options.loaded();
      },
      failed: options.failed,
    });
    this.diagnostics = new DiagnosticsController(host, { why: () => this.description?.unavailable.queueDiagnostics });
    this.commands = new CommandController(host);
    this.slots = new AvailabilityController(host, { why: () => this.description?.unavailable.availability });
    this.customers = new CustomerLookupController(host, {
      listed: () => this.list.records,
      permitted: () => options.question().permitted,
    });
    this.#host = host;
    this.#presence = new Presence(host, {
      // Who comes back is shown a range counted from now, not from when they left.
      arrived: () => this.#begun && this.#askNow(),
      left: () => (this.#look += 1),
    });
    new ClockJumps(host, { jumped: () => this.#resume() });
  }

  get transport(): CallbackTransport | undefined {
    return this.#transport;
  }

  /** What the server said of itself. */
  get description(): TransportDescription | undefined {
    return this.#description.description;
  }

  /** Whether the server was asked what it is and did not say. */
  get descriptionFailed(): boolean {
    return this.#description.problem !== undefined;
  }

  get loading(): boolean {
    return (!this.#begun && this.#description.loading) || this.list.loading;
  }

  /** Whether an automatic refresh would get in the way of something: a load, or the look for something written. */
  get busy(): boolean {
    return this.loading || this.#looking > 0;
  }

  /** The server's clock in epoch milliseconds; the page's own while the server has not told. */
  get now(): number {
    return this.#clock.now;
  }

  /** When the last good list was made, by the server's clock, in epoch milliseconds. */
  get asOf(): number | undefined {
    const { serverTime, loadedAt } = this.list;
    return serverTime ?? (loadedAt === undefined ? undefined : loadedAt + this.#offset);
  }

  /** The question as it would be asked now. */
  get query(): CallbackQuery {
    const { view, permitted, context } = this.#options.question();
    return queryOf(view, permitted, context);
  }

  /** Asks another server. */
  connect(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#transport = transport;
    this.#begun = false;
    this.#look += 1;
    this.#clock.forget();
    this.list.setTransport(undefined);
    this.diagnostics.setTransport(transport);
    this.commands.setTransport(transport);
    this.slots.setTransport(transport);
    this.customers.setTransport(transport);
    this.#description.setTransport(transport);
    void this.#waitForDescription();
  }

  /** Asks for the list, and anew when the question is another one: time passing alone is none. */
  update(): void {
    if (!this.#begun) {
      if (!this.#description.loading || this.#hasWaited) this.#begin();
    } else if (Math.abs(this.#offset - this.#askedOffset) >= CLOCK_TOLERANCE) {
      // A server that tells its time late may live at another time than this page: then the first range was a wrong one.
      this.#askAnew();
    } else if (this.#questionKey() !== this.#asked) {
      this.#askAnew();
    }
  }

  /** Asks again, with bounds counted from now; and what the server is, if it did not say. */
  async refresh(): Promise<void> {
    if (this.descriptionFailed) void this.#description.refresh();
    this.#askAnew();
    await this.list.refresh();
  }

  /** Asks again until the list shows what was written, for about ten seconds. */
  async refreshUntil(shows: Shows): Promise<Sighting> {
    if (!this.#presence.here) return 'dropped';
    this.#askAnew();
    const look = this.#look;
    this.#looking += 1;
    const seen = await this.list.refreshUntil(shows);
    this.#looking -= 1;
    if (seen) return 'seen';
    return look === this.#look && this.list.problem === undefined ? 'not-seen' : 'dropped';
  }

  async #waitForDescription(): Promise<void> {
    this.#waiting?.abort();
    this.#hasWaited = false;
    const { signal } = (this.#waiting = new AbortController());
    await waitFor(HEAD_START, signal);
    if (!signal.aborted && this.#options.question().permitted !== undefined) await waitFor(LONGEST_WAIT, signal);
    if (signal.aborted) return;
    this.#hasWaited = true;
    this.#host.requestUpdate();
  }

  #begin(): void {
    this.#begun = true;
    this.#waiting?.abort();
    this.#askNow();
    this.list.setTransport(this.#transport);
  }

  get #offset(): number {
    return this.#clock.offset ?? 0;
  }

  /** After a sleep the list is old, and after a set clock nobody knows what time it is. */
  #resume(): void {
    this.#clock.distrust();
    if (this.#begun) void this.refresh();
  }

  #askAnew(): void {
    this.#look += 1;
    this.#askNow();
  }

  #askNow(): void {
    this.#asked = this.#questionKey();
    this.#askedOffset = this.#offset;
    this.list.setQuery(this.query);
  }

  #questionKey(): string {
    const { view, permitted, context } = this.#options.question();
    return `${queryKey(queryOf(view, permitted, { ...context, now: 0 }))} ${rangeName(view.range)} ${context.zone}`;
  }
}

import type { ReactiveControllerHost } from 'lit';
import type { Availability, SlotKnowledge } from '../domain/availability.js';
import { CallbackError } from '../domain/errors.js';
import type { TimeRange } from '../domain/time-range.js';
import type { CallbackTransport } from '../transport/callback-transport.js';
import { LatestRun } from './latest-run.js';
import { Presence } from './presence.js';
import { readSlotAnswer } from './slot-answer.js';

export interface AvailabilityOptions {
  /** Why the server does not tell slots, in words; undefined when it does. */
  readonly why?: () => string | undefined;
  /** The page's clock in epoch milliseconds. */
  readonly now?: () => number;
}

/** What was asked. */
interface Question {
  readonly service: string;
  readonly range: TimeRange;
  /** IANA zone. */
  readonly zone: string;
}

/** A good answer and when it was asked for. */
interface KeptAnswer {
  readonly service: string;
  readonly answer: Availability;
  readonly askedAt: number;
}

/** So long an answer counts as new, in milliseconds: others take places meanwhile. */
const FRESH = 20_000;

/** Answers that are kept. A month of five-minute slots has nearly nine thousand of them. */
const MAXIMUM_ANSWERS = 12;

/**
 * Asks for the slots of one service at a time and holds what is known of them. Good answers are kept: one is there at once when its
 * question comes again, and the server is asked again when it is older than 20 seconds. The newest question wins. Nothing is asked
 * while the host is not in a document.
 */
export class AvailabilityController {
  readonly #host: ReactiveControllerHost;
  readonly #options: AvailabilityOptions;
  readonly #presence: Presence;
  readonly #run = new LatestRun<Availability>();
  readonly #kept = new Map<string, KeptAnswer>();
  #transport: CallbackTransport | undefined;
  #question: Question | undefined;
  #knowledge: SlotKnowledge | undefined;
  /** Whether the host was not there to ask the question, or left before it was answered. */
  #isOpen = false;
  /** How often something was forgotten: an answer that was on its way then is old when it comes. */
  #forgotten = 0;

  constructor(host: ReactiveControllerHost, options: AvailabilityOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#presence = new Presence(host, {
      arrived: () => void (this.#isOpen && this.refresh()),
      left: () => this.#leave(),
    });
  }

  /** What is known about the last question; undefined before the first. Another value after every change. */
  get knowledge(): SlotKnowledge | undefined {
    return this.#knowledge;
  }

  /** Asks another server; what is known from the old one is forgotten. */
  setTransport(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#run.drop();
    this.#transport = transport;
    this.#kept.clear();
    this.#question = undefined;
    this.#isOpen = false;
    this.#know(undefined);
  }

  /**
   * Asks for the slots of a service that begin in a range, unless a new answer is there. Never rejects.
   * @param zone IANA zone of local times, should the server tell any
   */
  async request(service: string, range: TimeRange, zone: string): Promise<void> {
    const question = { service, range, zone };
    this.#question = question;
    const age = this.#now - (this.#kept.get(keyOf(question))?.askedAt ?? -Infinity);
    // A clock that was set back makes no answer younger.
    if (age < 0 || age >= FRESH) return this.refresh();
    this.#run.drop();
    this.#isOpen = false;
    this.#know(this.#answered(question));
  }

  /** Asks the last question again, however new its answer is. Never rejects. */
  async refresh(): Promise<void> {
    const question = this.#question;
    if (question === undefined) return;
    this.#run.drop();
    const unavailable = this.#options.why?.();
    this.#isOpen = unavailable === undefined && !this.#presence.here;
    if (unavailable !== undefined) this.#know({ ...asked(question), unavailable });
    else if (this.#isOpen) this.#know(this.#answered(question));
    else await this.#ask(question);
  }

  /** What is known of the slots of a service, or of all, counts as old: places were taken. Nothing is asked because of it. */
  forget(service?: string): void {
    this.#forgotten += 1;
    for (const [key, kept] of this.#kept) {
      if (service === undefined || service === kept.service) this.#kept.set(key, { ...kept, askedAt: -Infinity });
    }
  }

  async #ask(question: Question): Promise<void> {
    const [transport, now, forgotten] = [this.#transport, this.#now, this.#forgotten];
    const started = this.#run.start('read the free slots', (signal) => ask(transport, question, signal));
    this.#know({ ...this.#answered(question), loading: true });
    const outcome = await started;
    if (outcome.status === 'dropped') return;
    if (outcome.status === 'done') {
      const askedAt = forgotten === this.#forgotten ? now : -Infinity;
      this.#keep(keyOf(question), { service: question.service, answer: outcome.value, askedAt });
    }
    this.#know({ ...this.#answered(question), ...(outcome.status === 'failed' && { problem: outcome.problem }) });
  }

  #answered(question: Question): SlotKnowledge {
    const kept = this.#kept.get(keyOf(question));
    return { ...asked(question), ...(kept !== undefined && { answer: kept.answer }) };
  }

  /** The newest answer comes last; the one that has not been asked for the longest time goes first. */
  #keep(key: string, kept: KeptAnswer): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAXIMUM_ANSWERS && oldest !== undefined) this.#kept.delete(oldest);
  }

  #know(knowledge: SlotKnowledge | undefined): void {
    this.#knowledge = knowledge;
    this.#host.requestUpdate();
  }

  #leave(): void {
    if (!this.#run.running || this.#question === undefined) return;
    this.#run.drop();
    this.#isOpen = true;
    this.#know(this.#answered(this.#question));
  }

  get #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

async function ask(
  transport: CallbackTransport | undefined,
  { service, range, zone }: Question,
  signal: AbortSignal,
): Promise<Availability> {
  if (transport?.availability === undefined) {
    throw new CallbackError(
      'unsupported',
      'Failed to read the free slots: the transport does not offer them. Give it a method availability.',
    );
  }
  return readSlotAnswer(await transport.availability(service, range, zone, { signal }));
}

function asked({ service, range }: Question): SlotKnowledge {
  return { serviceName: service, range, loading: false };
}

function keyOf({ service, range }: Question): string {
  return `${range.start} ${range.end} ${service}`;
}

import type { CallbackState } from '../src/domain/callback.js';
import { CallbackError } from '../src/domain/errors.js';
import type { CallbackErrorDetails } from '../src/domain/errors.js';
import type { Options } from '../src/domain/service.js';
import type { AgentSettings, EngineCommand, GenerateCommand, OptionSections } from './engine/commands.js';
import { apply, countsByState, hashOf, restoreSnapshot, snapshotOf } from './engine/engine.js';
import type { EngineEvent, EngineResult, EngineState, EngineValues } from './engine/engine.js';
import { realClock } from './ports/clock.js';
import type { Clock } from './ports/clock.js';
import { loadScenario, SCENARIO_NAMES } from './scenarios/index.js';
import { Log } from './shell/log.js';
import type { LogContent, LogEntry, RequestAnswer } from './shell/log.js';
import { refusalWords } from './shell/refusal-words.js';
import { VirtualClock } from './shell/virtual-clock.js';

/** How a mock starts. What is absent has its default everywhere: seed 42, scenario `contact-centre`, rate 1, the wall clock's now. */
export interface MockEngineOptions {
  readonly seed?: number;
  readonly scenario?: string;
  /** Epoch milliseconds. */
  readonly now?: number;
  /** Virtual seconds per second; 0 = stopped. */
  readonly rate?: number;
  /** The clock on the wall. */
  readonly clock?: Clock;
}

/** The mock in a few words. */
export interface MockSummary {
  /** ISO text of the mock's clock. */
  readonly now: string;
  readonly rate: number;
  readonly seed: number;
  readonly scenario: string;
  readonly counts: Readonly<Record<CallbackState, number>>;
  /** Changes with everything that matters: records, settings, chance. Not with the passing of time alone. */
  readonly hash: string;
}

/** Where a mock starts over from. */
export type ResetOptions = Pick<MockEngineOptions, 'seed' | 'scenario' | 'now'>;

/** What to do to the clock: exactly one of the three. */
export type ClockChange = { readonly advance: number } | { readonly now: number } | { readonly rate: number };

/** What subscribers hear. */
export type MockChange =
  | { readonly type: 'events'; readonly events: readonly EngineEvent[] }
  | { readonly type: 'clock'; readonly now: number; readonly rate: number }
  | { readonly type: 'reset' }
  /** A request to an address that nothing answers: a mistake of the page or a gap of the mock, to be made loud. */
  | { readonly type: 'unhandled'; readonly method: string; readonly path: string };

/** What a forced record is to be. */
export interface ForcedRecord {
  readonly state?: CallbackState;
  readonly reason?: string;
  readonly orsSession?: 'alive' | 'dead';
}

/** A mock as plain data, for a storage. */
export interface MockSnapshot {
  readonly version: 1;
  readonly seed: number;
  readonly scenario: string;
  readonly rate: number;
  readonly state: unknown;
}

/** How a mock starts when nobody says otherwise. */
export const MOCK_DEFAULTS = Object.freeze({ seed: 42, scenario: 'contact-centre', rate: 1 });

/** Ten years: further than that a clock is not moved in one go. */
const LONGEST_ADVANCE = 10 * 366 * 86_400;
const HIGHEST_RATE = 86_400;
const LAST_INSTANT = Date.UTC(9000, 0, 1);

/**
 * The mock itself: the one thing around the pure engine that changes. Before every command and every look it lets the engine live up to
 * the present moment of its own clock, so it needs no timer. Commands that people may be refused answer with a value; a control call
 * that cannot be carried out throws `misuse` and changes nothing.
 */
export class MockEngine {
  readonly #wall: Clock;
  readonly #start: Required<Pick<MockEngineOptions, 'seed' | 'scenario' | 'rate'>> & Pick<MockEngineOptions, 'now'>;
  readonly #log = new Log();
  readonly #listeners = new Set<(change: MockChange) => void>();
  #clock: VirtualClock;
  #state: EngineState;
  #seed: number;
  #scenario: string;

  constructor(options: MockEngineOptions = {}) {
    this.#wall = options.clock ?? realClock;
    const { seed = MOCK_DEFAULTS.seed, scenario = MOCK_DEFAULTS.scenario, rate = MOCK_DEFAULTS.rate, now } = options;
    this.#start = { seed, scenario, rate, ...(now !== undefined && { now }) };
    this.#seed = seed;
    this.#scenario = scenario;
    checkRate(rate);
    this.#state = this.#load(this.#start);
    this.#clock = new VirtualClock(this.#wall, this.#state.now, rate);
  }

  /** The mock's clock, in epoch milliseconds. */
  get now(): number {
    return this.#clock.now();
  }

  /** The engine's state at the present moment, everything due until now included. Never to be changed. */
  get current(): EngineState {
    this.#catchUp();
    return this.#state;
  }

  /** The mock in a few words. */
  state(): MockSummary {
    const state = this.current;
    return {
      now: new Date(state.now).toISOString(),
      rate: this.#clock.rate,
      seed: this.#seed,
      scenario: this.#scenario,
      counts: countsByState(state),
      hash: hashOf(state),
    };
  }

  /** Starts over: records, options, persons, agents, clock and log. What is not given is what the mock was started with. */
  reset(options: ResetOptions = {}): MockSummary {
    const wish = { ...this.#start, ...options };
    this.#state = this.#load(wish);
    this.#seed = wish.seed;
    this.#scenario = wish.scenario;
    this.#clock = new VirtualClock(this.#wall, this.#state.now, this.#start.rate);
    this.#log.clear();
    this.#tell({ type: 'reset' });
    return this.state();
  }

  /** Moves time, firing everything due on the way, or changes how fast it runs. Time never goes back. */
  clock(change: ClockChange): { readonly now: string; readonly rate: number } {
    if ('rate' in change) checkRate(change.rate);
    const now = this.current.now;
    if ('rate' in change) this.#clock.setRate(change.rate);
    else {
      const target = targetOf(change, now);
      this.#clock.moveTo(target);
      this.#catchUp();
    }
    const { rate } = this.#clock;
    const text = new Date(this.#state.now).toISOString();
    this.#log.add(this.#state.now, { type: 'clock', now: text, rate });
    this.#tell({ type: 'clock', now: this.#state.now, rate });
    return { now: text, rate };
  }

  /** Gives the engine a command at the present moment. A refusal is a value and changes nothing. */
  execute<C extends EngineCommand>(command: C): EngineResult<C['type']> {
    this.#catchUp();
    const result = apply(this.#state, command);
    this.#log.add(this.#state.now, {
      type: 'command',
      ...namesOf(command),
      ...(!result.ok && { refused: result.refusal.code }),
    });
    if (result.ok) this.#accept(result.state, result.events);
    return result;
  }

  /** Sets GMS application options by section; sections that are not named stay. */
  setApplication(sections: OptionSections): void {
    this.#control({ type: 'set-application', sections });
  }

  /** Creates or replaces a service of any kind. */
  setService(name: string, options: Options): void {
    this.#control({ type: 'set-service', name, options });
  }

  /** Removes a service. */
  removeService(name: string): void {
    this.#control({ type: 'remove-service', name });
  }

  /** Replaces a transaction list, for example the one of paused services. */
  setTransactionList(list: string, sections: OptionSections): void {
    this.#control({ type: 'set-transaction-list', list, sections });
  }

  /** Says how calls progress; what is absent stays. */
  setAgents(agents: Partial<AgentSettings>): void {
    this.#control({ type: 'set-agents', agents });
  }

  /**
   * Says who a caller may be: what `InProcessTransport` describes for its `user`. Over HTTP persons are only stored for now; the wire
   * tells nobody's permissions, and requests of anybody are answered.
   */
  setPerson(name: string, person: { readonly roles: readonly string[]; readonly services: readonly string[] }): void {
    this.#control({ type: 'set-person', name, roles: person.roles, services: person.services });
  }

  /** Says whether ORS can be reached. */
  setOrs(reachable: boolean): void {
    this.#control({ type: 'set-ors', reachable });
  }

  /** Puts a record where a test wants it, past every rule of the life cycle. */
  patchCallback(id: string, forced: ForcedRecord): void {
    this.#control({ type: 'force', id, ...forced });
  }

  /** Makes records and answers how many. */
  generateRecords(wish: Omit<GenerateCommand, 'type'>): { readonly count: number } {
    return this.#control({ type: 'generate', ...wish });
  }

  /** Every request, command and change after the entry with this number, in order. */
  log(since = 0): readonly LogEntry[] {
    this.#catchUp();
    return this.#log.since(since);
  }

  /** Adds an entry to the log at the present moment. */
  note(content: LogContent): void {
    this.#log.add(this.now, content);
  }

  /** Logs a request when it arrives, before what it causes; the returned function adds how it was answered. */
  noteRequest(method: string, path: string): (answer: RequestAnswer) => void {
    this.#catchUp();
    const complete = this.#log.addRequest(this.now, { method, path });
    return (answer) => {
      complete(answer);
      if (answer.unhandled) this.#tell({ type: 'unhandled', method, path });
    };
  }

  /** Calls the listener after every change until the returned function is called. */
  subscribe(listener: (change: MockChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The whole mock as plain data. */
  snapshot(): MockSnapshot {
    return {
      version: 1,
      seed: this.#seed,
      scenario: this.#scenario,
      rate: this.#clock.rate,
      state: snapshotOf(this.current),
    };
  }

  /** Goes on from a snapshot at the time it was taken. Answers false, and changes nothing, when it does not fit. */
  restore(snapshot: unknown): boolean {
    const state = isSnapshot(snapshot) ? restoreSnapshot(snapshot.state) : undefined;
    if (state === undefined || !isSnapshot(snapshot)) return false;
    this.#state = state;
    this.#seed = snapshot.seed;
    this.#scenario = snapshot.scenario;
    this.#clock = new VirtualClock(this.#wall, state.now, snapshot.rate);
    this.#log.clear();
    this.#tell({ type: 'reset' });
    return true;
  }

  #load({
    seed,
    scenario,
    now = wholeSecond(this.#wall.now()),
  }: {
    seed: number;
    scenario: string;
    now?: number;
  }): EngineState {
    if (!Number.isSafeInteger(seed)) throw misuse('start the mock', `${seed} is no seed. Use a whole number`);
    if (!isInstant(now)) throw misuse('start the mock', 'now is no time. Use a time such as 2026-07-04T09:44:01.000Z');
    const state = loadScenario(scenario, { seed, now });
    if (state !== undefined) return state;
    throw misuse('start the mock', `there is no scenario "${scenario}". Use one of ${SCENARIO_NAMES.join(', ')}`);
  }

  #control<C extends EngineCommand>(command: C): EngineValues[C['type']] {
    const result = this.execute(command);
    if (result.ok) return result.value;
    const { code } = result.refusal;
    throw misuse(`carry out ${command.type}`, `${refusalWords(result.refusal)} Correct the call`, { serverCode: code });
  }

  #catchUp(): void {
    const to = this.#clock.now();
    if (to <= this.#state.now) return;
    const result = apply(this.#state, { type: 'advance', to });
    if (result.ok) this.#accept(result.state, result.events);
  }

  #accept(state: EngineState, events: readonly EngineEvent[]): void {
    this.#state = state;
    if (events.length === 0) return;
    this.#log.addEvents(events);
    this.#tell({ type: 'events', events });
  }

  #tell(change: MockChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function misuse(doing: string, reason: string, details: CallbackErrorDetails = {}): CallbackError {
  return new CallbackError('misuse', `Failed to ${doing}: ${reason}.`, details);
}

function targetOf(change: { readonly advance: number } | { readonly now: number }, now: number): number {
  if ('advance' in change) {
    const { advance } = change;
    if (advance >= 0 && advance <= LONGEST_ADVANCE) return now + Math.round(advance * 1000);
    throw misuse('move the clock', `advance is ${advance}. Use seconds from 0 to ${LONGEST_ADVANCE}`);
  }
  if (!isInstant(change.now))
    throw misuse('move the clock', 'now is no time. Use a time such as 2026-07-04T09:44:01.000Z');
  if (change.now > now + LONGEST_ADVANCE * 1000)
    throw misuse('move the clock', 'now is more than ten years ahead. Reset with now');
  if (change.now >= now) return change.now;
  const present = new Date(now).toISOString();
  throw misuse(
    'move the clock',
    `now lies before the mock's time ${present}, and time never goes back. Reset with now`,
  );
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

function checkRate(rate: number): void {
  if (rate >= 0 && rate <= HIGHEST_RATE) return;
  throw misuse(
    'set the rate of the clock',
    `rate is ${rate}. Use 0 to stop it, 1 for real time, at most ${HIGHEST_RATE}`,
  );
}

function isInstant(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LAST_INSTANT;
}

function namesOf(command: EngineCommand): { command: string; id?: string; service?: string } {
  return {
    command: command.type,
    ...('id' in command && { id: command.id }),
    ...('serviceName' in command && { service: command.serviceName }),
  };
}

function isSnapshot(value: unknown): value is MockSnapshot {
  const { version, seed, scenario, rate } = (value ?? {}) as Partial<Record<keyof MockSnapshot, unknown>>;
  return version === 1 && typeof seed === 'number' && typeof scenario === 'string' && typeof rate === 'number';
}

import { isCallbackError } from '../src/domain/errors.js';
import type { AgentSettings, EngineCommand } from './engine/commands.js';
import { countsByState, hashOf } from './engine/engine.js';
import type { EngineEvent, EngineResult, EngineState, EngineValues } from './engine/engine.js';
import type { Fault, FaultClock } from './faults/fault.js';
import { Faults } from './faults/faults.js';
import { keptFaults, useFaults } from './faults/kept-faults.js';
import { afterPaced } from './faults/wait.js';
import type {
  ClockAnswer,
  ForcedRecord,
  GivenOptions,
  GivenSections,
  MockChange,
  MockEngineOptions,
  MockSummary,
  OrsWish,
  PersonWish,
  RecordsWish,
  ResetOptions,
} from './mock-engine-types.js';
import { beginTimeline, readStart, stateOf } from './mock-start.js';
import type { MockStart } from './mock-start.js';
import type { WakingClock } from './ports/clock.js';
import { describeScenarios } from './scenarios/index.js';
import type { ScenarioSummary } from './scenarios/index.js';
import { refusedControl } from './shell/control/refused.js';
import {
  DOING,
  readAgents,
  readClockChange,
  readForcedRecord,
  readNameOf,
  readOptions,
  readOrsWish,
  readPerson,
  readRecordsWish,
  readReset,
  readSections,
  readSince,
  readSnapshotWish,
} from './shell/control/requests.js';
import type { ClockChange } from './shell/time-travel/clock-change.js';
import type { LogContent, LogEntry, RequestAnswer } from './shell/log.js';
import { misuse } from './shell/misuse.js';
import { problemOfCommand } from './shell/time-travel/command-shapes.js';
import { readSnapshot, writeSnapshot } from './shell/time-travel/mock-snapshot.js';
import type { MockSnapshot } from './shell/time-travel/mock-snapshot.js';
import type { Moment } from './shell/time-travel/moment.js';
import { NamedMoments } from './shell/time-travel/named-moments.js';
import type { NamedSnapshot } from './shell/time-travel/named-moments.js';
import { faultsOf, replay, scenarioOf } from './shell/time-travel/replay.js';
import { readScenario } from './shell/time-travel/scenario-file.js';
import type { ScenarioFile } from './shell/time-travel/scenario-file.js';
import { Timeline } from './shell/time-travel/timeline.js';
import { paceOf } from './shell/time-travel/virtual-clock.js';

export { MOCK_DEFAULTS, refuseStrangers, START_OPTIONS } from './mock-start.js';
export type * from './mock-engine-types.js';
export type { ClockChange } from './shell/time-travel/clock-change.js';
export type { ScenarioSummary } from './scenarios/index.js';
export type { MockSnapshot } from './shell/time-travel/mock-snapshot.js';
export type { NamedSnapshot } from './shell/time-travel/named-moments.js';
export type { ScenarioFile } from './shell/time-travel/scenario-file.js';

/**
 * The mock itself: the one thing around the pure engine that changes. Before every command and every look it lets the engine live up to
 * the present moment of its own clock, so it needs no timer. Commands that people may be refused answer with a value; a control call
 * that cannot be read or carried out throws `misuse` and changes nothing. Methods take what the control calls over HTTP take, and refuse
 * the same with the same words.
 */
export class MockEngine {
  /** What goes wrong on the way to GMS and back. Set by `setFaults`. */
  readonly faults: Faults;
  readonly #wall: WakingClock;
  #start: MockStart;
  readonly #listeners = new Set<(change: MockChange) => void>();
  readonly #named = new NamedMoments();
  #timeline: Timeline;

  constructor(options: MockEngineOptions = {}) {
    const { start, wall } = readStart(options);
    this.#wall = wall;
    this.#start = start;
    this.#timeline = beginTimeline(wall, start);
    this.faults = new Faults(start.seed);
  }

  /** The mock's clock, in epoch milliseconds. */
  get now(): number {
    return this.#timeline.clock.now();
  }

  /** The engine's state at the present moment, everything due until now included. Never to be changed. */
  get current(): EngineState {
    this.#catchUp();
    return this.#timeline.state;
  }

  /** The mock in a few words. */
  state(): MockSummary {
    this.#catchUp();
    return this.#summary();
  }

  /**
   * Starts over: records, options, persons, agents, faults, clock, log and recording. What is not given is what the mock was started
   * with. Named snapshots stay.
   */
  reset(options: ResetOptions = {}): MockSummary {
    const wish = { ...this.#start, ...readReset(options) };
    this.#timeline = beginTimeline(this.#wall, wish);
    this.faults.reset(wish.seed);
    this.#tell({ type: 'reset' });
    return this.#summary();
  }

  /** Moves time, firing everything due on the way, or changes how fast it runs. Time never goes back. */
  clock(change: ClockChange): ClockAnswer {
    const wish = readClockChange(change);
    this.#catchUp();
    const timeline = this.#timeline;
    const { last } = timeline.log;
    this.#tellEvents(timeline.change(wish));
    const events = timeline.log.since(last).filter(({ type }) => type === 'event');
    const told = timeline.noteClock();
    this.#tell({ type: 'clock', now: timeline.state.now, rate: told.rate });
    return 'step' in wish ? { ...told, events } : told;
  }

  /**
   * Gives the engine a command at the present moment. A refusal is a value and changes nothing.
   * @throws CallbackError `misuse` when it is no command.
   */
  execute<C extends EngineCommand>(command: C): EngineResult<C['type']> {
    const problem = problemOfCommand(command);
    if (problem !== undefined) throw misuse('execute the command', `command${problem}. Correct it`);
    this.#catchUp();
    const result = this.#timeline.execute(command);
    if (result.ok) this.#tellEvents(result.events);
    return result;
  }

  /** Sets GMS application options by section; sections that are not named stay. */
  setApplication(sections: GivenSections): void {
    this.#control({ type: 'set-application', sections: readSections(DOING['set-application'], sections) });
  }

  /** Creates or replaces a service of any kind. */
  setService(name: string, options: GivenOptions): void {
    this.#control({ type: 'set-service', name: readNameOf(DOING['set-service'], name), options: readOptions(options) });
  }

  /** Removes a service. */
  removeService(name: string): void {
    this.#control({ type: 'remove-service', name: readNameOf(DOING['remove-service'], name) });
  }

  /** Replaces a transaction list, for example the one of paused services. */
  setTransactionList(list: string, sections: GivenSections): void {
    const doing = DOING['set-transaction-list'];
    const type = 'set-transaction-list';
    this.#control({ type, list: readNameOf(doing, list), sections: readSections(doing, sections) });
  }

  /** Says how calls progress; what is absent stays. */
  setAgents(agents: Partial<AgentSettings>): void {
    this.#control({ type: 'set-agents', agents: readAgents(agents) });
  }

  /**
   * Says who a caller may be: over HTTP by the header `gms_user`, in `InProcessTransport` by its `user`. Without a role nobody gets in;
   * services name services and virtual groups, and none means all of them.
   */
  setPerson(name: string, person: PersonWish): void {
    this.#control({ type: 'set-person', name: readNameOf(DOING['set-person'], name), ...readPerson(person) });
  }

  /** Says whether ORS can be reached. An outage of a length in seconds ends by itself. */
  setOrs(wish: OrsWish): void {
    const { reachable, seconds } = readOrsWish(wish);
    const end = seconds === undefined ? {} : { returnsAt: this.current.now + Math.round(seconds * 1000) };
    this.#control({ type: 'set-ors', reachable, ...end });
  }

  /** Puts a record where a test wants it, past every rule of the life cycle. */
  patchCallback(id: string, forced: ForcedRecord): void {
    this.#control({ type: 'force', id: readNameOf(DOING.force, id), ...readForcedRecord(forced) });
  }

  /** Makes records and answers how many. */
  generateRecords(wish: RecordsWish): { readonly count: number } {
    return this.#control({ type: 'generate', ...readRecordsWish(wish) });
  }

  /**
   * Replaces the list of faults.
   * @throws CallbackError `misuse` that names the entry and the field, and nothing changes.
   */
  setFaults(faults: readonly Fault[]): void {
    this.#catchUp();
    this.faults.replace(faults);
    this.#timeline.record({ type: 'set-faults', faults: keptFaults(this.faults).list });
  }

  /** Calls back once, when so many milliseconds have passed on the mock's clock or on the wall; the returned function gives up waiting. */
  after(milliseconds: number, clock: FaultClock, call: () => void): () => void {
    const wall = this.#wall;
    if (clock === 'real') return wall.after(milliseconds, call);
    const rate = (): number => this.#timeline.clock.rate;
    const watch = (listener: () => void): (() => void) => this.subscribe(listener);
    return afterPaced({ now: () => this.now, rate, wall, watch }, milliseconds, call);
  }

  /** What the mock can start over with, the default first. */
  scenarios(): readonly ScenarioSummary[] {
    return describeScenarios();
  }

  /** Every request, command and change after the entry with this number, in order. */
  log(since = 0): readonly LogEntry[] {
    const seq = readSince(since);
    this.#catchUp();
    return this.#timeline.log.since(seq);
  }

  /** Adds an entry to the log at the present moment. */
  note(content: LogContent): void {
    this.#timeline.log.add(this.now, content);
  }

  /** Logs a request when it arrives, before what it causes; the returned function adds how it was answered. */
  noteRequest(method: string, path: string): (answer: RequestAnswer) => void {
    this.#catchUp();
    const complete = this.#timeline.log.addRequest(this.now, { method, path });
    return (answer) => {
      complete(answer);
      if (answer.unhandled) this.#tell({ type: 'unhandled', method, path });
    };
  }

  /** Calls the listener after every change until the returned function is called. */
  subscribe(listener: (change: MockChange) => void): () => void {
    if (typeof listener !== 'function') throw misuse('listen to the mock', 'the listener is no function. Give one');
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The whole mock as plain data: everything but its log and its recording. */
  snapshot(): MockSnapshot {
    return writeSnapshot(this.#moment());
  }

  /** Goes on from a snapshot at the time it was taken. Answers false, and changes nothing, when it does not fit. */
  restore(snapshot: unknown): boolean {
    try {
      this.openSnapshot(snapshot);
      return true;
    } catch (error) {
      if (isCallbackError(error) && error.code === 'misuse') return false;
      throw error;
    }
  }

  /**
   * Goes on from a snapshot at the time it was taken, as `restore` does.
   * @throws CallbackError `misuse` that says why it does not fit, and nothing changes.
   */
  openSnapshot(snapshot: unknown): MockSummary {
    const read = readSnapshot(snapshot);
    if ('problem' in read) throw misuse('restore the snapshot', read.problem);
    return this.#goOnFrom(read.moment);
  }

  /** Remembers the present moment by a name, in memory; one of the same name is forgotten for it. */
  saveSnapshot(name: string): NamedSnapshot {
    return this.#named.save(readSnapshotWish({ name }), this.#moment());
  }

  /** The moments remembered by name, the oldest first. */
  namedSnapshots(): readonly NamedSnapshot[] {
    return this.#named.list();
  }

  /** Goes on from a moment remembered by name. It stays remembered. */
  restoreNamed(name: string): MockSummary {
    return this.#goOnFrom(this.#named.get(name));
  }

  /** Forgets a moment remembered by name. */
  forgetSnapshot(name: string): void {
    this.#named.remove(name);
  }

  /**
   * Another mock that goes on from here by itself: with the same state, chance, faults and recording, on the same wall clock. Its log
   * begins empty, and nobody listens to it.
   */
  fork(): MockEngine {
    this.#catchUp();
    const other = new MockEngine({ ...this.#start, scenario: 'empty', clock: this.#wall });
    other.#start = this.#start;
    other.#timeline = this.#timeline.fork();
    useFaults(other.faults, keptFaults(this.faults), this.#timeline.state.seed);
    return other;
  }

  /**
   * Everything that was done to the mock since it began, as a file that can be played anywhere. It holds the numbers that were typed
   * into the mock.
   * @throws CallbackError `misuse` when more was done than is kept.
   */
  saveScenario(): ScenarioFile {
    this.#catchUp();
    return scenarioOf(this.#timeline, keptFaults(this.faults));
  }

  /**
   * Plays a scenario file from its beginning and goes on from its end.
   * @throws CallbackError `misuse` when it cannot be read, or ends otherwise here than where it was made; nothing changes then.
   */
  openScenario(file: unknown): MockSummary {
    const scenario = readScenario(file);
    const { origin } = scenario;
    const begin =
      origin.type === 'moment' ? origin.moment : { scenario: origin.scenario, pace: paceOf(1), state: stateOf(origin) };
    const timeline = replay(scenario, begin, this.#wall);
    useFaults(this.faults, faultsOf(scenario, timeline.state.seed), timeline.state.seed);
    this.#timeline = timeline;
    this.#tell({ type: 'restored' });
    return this.#summary();
  }

  /** The mock at the instant reached: a clock that flies has moved on since. */
  #summary(): MockSummary {
    const { clock, scenario, state } = this.#timeline;
    return {
      now: new Date(state.now).toISOString(),
      rate: clock.rate,
      seed: state.seed,
      scenario,
      counts: countsByState(state),
      hash: hashOf(state),
    };
  }

  #goOnFrom(moment: Moment): MockSummary {
    useFaults(this.faults, moment.faults ?? { list: [] }, moment.state.seed);
    this.#timeline = Timeline.from(this.#wall, moment);
    this.#tell({ type: 'restored' });
    return this.#summary();
  }

  #moment(): Moment {
    this.#catchUp();
    return { ...this.#timeline.moment, faults: keptFaults(this.faults) };
  }

  #control<C extends EngineCommand>(command: C): EngineValues[C['type']] {
    const result = this.execute(command);
    if (result.ok) return result.value;
    throw refusedControl(command.type, result.refusal);
  }

  #catchUp(): void {
    this.#tellEvents(this.#timeline.catchUp());
  }

  #tellEvents(events: readonly EngineEvent[]): void {
    if (events.length > 0) this.#tell({ type: 'events', events });
  }

  #tell(change: MockChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

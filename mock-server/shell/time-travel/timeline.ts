import { apply, nextDueAt } from '../../engine/engine.js';
import type { EngineCommand, EngineEvent, EngineResult, EngineState } from '../../engine/engine.js';
import type { Clock } from '../../ports/clock.js';
import { checkRate, checkSteps, LONGEST_ADVANCE, targetOf } from './clock-change.js';
import type { ClockChange } from './clock-change.js';
import { Log } from '../log.js';
import type { Moment } from './moment.js';
import { Recording } from './recording.js';
import type { Origin, RecordedAction } from './recording.js';
import { VirtualClock } from './virtual-clock.js';

/** Where a timeline begins. */
export interface TimelineStart {
  /** The clock on the wall. */
  readonly wall: Clock;
  readonly moment: Moment;
  readonly recording: Recording;
}

/**
 * One course of a mock's life: a state and its clock, the log of what happened and the recording of what was done. It knows neither who
 * listens nor how commands arrive. A restart, a restored snapshot and an opened scenario each begin another one.
 */
export class Timeline {
  readonly scenario: string;
  readonly clock: VirtualClock;
  readonly log = new Log();
  readonly recording: Recording;
  readonly #wall: Clock;
  #state: EngineState;

  constructor({ wall, moment, recording }: TimelineStart) {
    this.#wall = wall;
    this.scenario = moment.scenario;
    this.clock = new VirtualClock(wall, moment.state.now, moment.pace);
    this.recording = recording;
    this.#state = moment.state;
  }

  /** A timeline without a past. What is recorded of it begins here. */
  static from(wall: Clock, moment: Moment, origin: Origin = { type: 'moment', moment }): Timeline {
    return new Timeline({ wall, moment, recording: new Recording(origin) });
  }

  /** The state reached. What is due since then happens with `catchUp`. */
  get state(): EngineState {
    return this.#state;
  }

  get moment(): Moment {
    return { scenario: this.scenario, pace: this.clock.pace, state: this.#state };
  }

  /** Lets everything happen that is due by now, and answers what happened. */
  catchUp(): readonly EngineEvent[] {
    const to = this.clock.now();
    if (to <= this.#state.now) return [];
    const result = apply(this.#state, { type: 'advance', to });
    return result.ok ? this.#accept(result.state, result.events) : [];
  }

  /** Moves the clock to an instant in epoch milliseconds, and answers what happened on the way. It never goes back. */
  moveTo(instant: number): readonly EngineEvent[] {
    this.clock.moveTo(Math.max(instant, this.#state.now));
    return this.catchUp();
  }

  /**
   * Changes the clock from the instant reached, and answers what happened.
   * @throws CallbackError `misuse` when it cannot be changed so, and nothing happens.
   */
  change(change: ClockChange<number>): readonly EngineEvent[] {
    if ('step' in change) return this.#steps(change.step);
    if ('advance' in change || 'now' in change) return this.moveTo(targetOf(change, this.#state.now));
    const { playRate } = this.clock.pace;
    const rate = 'rate' in change ? change.rate : 'play' in change ? playRate : 0;
    checkRate(rate);
    this.clock.setRate(rate);
    this.record({ type: 'set-rate', rate });
    return [];
  }

  /** Applies a command at the instant reached. What is accepted is logged and recorded. */
  execute<C extends EngineCommand>(command: C): EngineResult<C['type']> {
    const result = apply(this.#state, command);
    const refused = !result.ok && { refused: result.refusal.code };
    this.log.add(this.#state.now, { type: 'command', ...namesOf(command), ...refused });
    if (!result.ok) return result;
    if (command.type !== 'advance') this.record(command);
    this.#accept(result.state, result.events);
    return result;
  }

  /** Logs where the clock stands, and how fast it goes. */
  noteClock(rate = this.clock.rate): { readonly now: string; readonly rate: number } {
    const told = { now: new Date(this.#state.now).toISOString(), rate };
    this.log.add(this.#state.now, { type: 'clock', ...told });
    return told;
  }

  /** Keeps what was done at the instant reached. */
  record(action: RecordedAction): void {
    this.recording.add({ at: this.#state.now, action });
  }

  /** Goes on from here by itself, with the same past, at the same pace. */
  fork(): Timeline {
    return new Timeline({ wall: this.#wall, moment: this.moment, recording: this.recording.fork() });
  }

  #steps(count: number): readonly EngineEvent[] {
    checkSteps(count);
    const events: EngineEvent[] = [];
    for (let step = 0; step < count; step += 1) {
      const more = this.#step();
      if (more.length === 0) break;
      events.push(...more);
    }
    return events;
  }

  /** Moves the clock to the next instant at which something happens, and answers what; nothing, and no move, when nothing will. */
  #step(): readonly EngineEvent[] {
    const limit = this.#state.now + LONGEST_ADVANCE * 1000;
    let reached = this.#state;
    for (;;) {
      const to = nextDueAt(reached);
      if (to === undefined || to > limit) return [];
      const result = apply(reached, { type: 'advance', to });
      if (!result.ok) return [];
      reached = result.state;
      if (result.events.length === 0) continue;
      this.clock.moveTo(to);
      return this.#accept(reached, result.events);
    }
  }

  #accept(state: EngineState, events: readonly EngineEvent[]): readonly EngineEvent[] {
    this.#state = state;
    this.log.addEvents(events);
    return events;
  }
}

function namesOf(command: EngineCommand): { command: string; id?: string; service?: string } {
  return {
    command: command.type,
    ...('id' in command && { id: command.id }),
    ...('serviceName' in command && { service: command.serviceName }),
  };
}

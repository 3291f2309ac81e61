import { apply, createState, diagnosticsOf, findById } from '../../mock-server/engine/engine.js';
import type {
  CreateCommand,
  EngineCommand,
  EngineEvent,
  EngineRecord,
  EngineRefusal,
  EngineState,
  EngineValues,
} from '../../mock-server/engine/engine.js';
import type { QueueDiagnostics } from '../../src/domain/diagnostics.js';
import type { Options } from '../../src/domain/service.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A Monday, seven seconds after a full minute, so that no poll coincides with it. */
export const NOW = Date.UTC(2026, 2, 2, 10, 0, 7);

/** Talks can be watched, everything else is as the reference says. */
const WATCHED: Options = { _retain_session_until_ixn_deleted: 'true' };

/** What services leave open: one short number may be used again and again, and any number of callbacks wait. */
export const OPEN: Options = {
  _disallow_impossible_phone_numbers: 'false',
  _enable_in_queue_checking: 'false',
  _throttle_request_parameters_limit: '100000',
  max_queued_callbacks_per_service: '100000',
};

/** An engine under test: one state that commands replace, and everything that happened to it. */
export class Bench {
  state: EngineState;
  readonly events: EngineEvent[] = [];

  /** An engine with one service `S`, nobody logged in. */
  constructor(options: Options = {}, seed = 7) {
    this.state = createState({ seed, now: NOW });
    this.do({ type: 'set-application', sections: { callback: OPEN } });
    this.do({ type: 'set-service', name: 'S', options: { ...WATCHED, ...options } });
    this.events.length = 0;
  }

  /** Applies a command that must be accepted. */
  do<C extends EngineCommand>(command: C): EngineValues[C['type']] {
    const result = apply(this.state, command);
    if (!result.ok) throw new Error(`The engine refused ${command.type}: ${JSON.stringify(result.refusal)}`);
    this.state = result.state;
    for (const event of result.events) this.events.push(event);
    return result.value;
  }

  /** Applies a command that must be refused. */
  refuse(command: EngineCommand): EngineRefusal {
    const result = apply(this.state, command);
    if (result.ok) throw new Error(`The engine accepted ${command.type}.`);
    return result.refusal;
  }

  /** Creates a callback and gives its id. */
  create(wish: Partial<Omit<CreateCommand, 'type'>> = {}): string {
    return this.do({ type: 'create', serviceName: 'S', customerNumber: '5115', properties: {}, ...wish }).id;
  }

  advance(milliseconds: number): void {
    this.do({ type: 'advance', to: this.state.now + milliseconds });
  }

  agents(loggedIn: number, handleSeconds = 60, answerRate = 1): void {
    this.do({ type: 'set-agents', agents: { loggedIn, handleSeconds, answerRate } });
  }

  /** The record of an id, which must be there. */
  record(id: string): EngineRecord {
    const record = findById(this.state, id);
    if (record === undefined) throw new Error(`There is no callback ${id}.`);
    return record;
  }

  /** State and reason in one text, as people read them. */
  status(id: string): string {
    const { state, reason } = this.record(id);
    return reason === undefined ? state : `${state} ${reason}`;
  }

  /** The diagnostics of a queued callback, which must be there. */
  diagnostics(id: string): QueueDiagnostics {
    const result = diagnosticsOf(this.state, id);
    if (!result.ok) throw new Error(`There are no diagnostics: ${JSON.stringify(result.refusal)}`);
    return result.diagnostics;
  }

  /** Times of the events of a type for a callback. */
  times(type: EngineEvent['type'], id: string): readonly number[] {
    return this.events.filter((event) => event.type === type && event.id === id).map(({ at }) => at);
  }
}

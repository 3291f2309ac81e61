import { cancelInParts } from '../src/domain/bulk-cancel.js';
import type { CallbackRecord } from '../src/domain/callback.js';
import type { QueueDiagnostics } from '../src/domain/diagnostics.js';
import { CallbackError } from '../src/domain/errors.js';
import type { CallbackErrorCode } from '../src/domain/errors.js';
import { FIELD_KEYS } from '../src/domain/keys.js';
import { refusalOf } from '../src/domain/lifecycle.js';
import { readLookup } from '../src/domain/lookup.js';
import { isAskedFor } from '../src/domain/query.js';
import type { CallbackQuery } from '../src/domain/query.js';
import { CANCELLED_BY_ADMIN } from '../src/domain/report.js';
import type { BulkCancelResult, CancelOutcome } from '../src/domain/report.js';
import { checkSlotQuestion } from '../src/domain/slot-question.js';
import type { TimeRange } from '../src/domain/time-range.js';
import { checkInput, mergeProperties, propertiesOf, removalsAsEmpty } from '../src/domain/write-input.js';
import type {
  Availability,
  CallbackChanges,
  CallbackList,
  CallbackTransport,
  CallOptions,
  CancelManyOptions,
  CancelOptions,
  CreateRequest,
  CreateResult,
  ListOptions,
  PropertyChange,
  RecordHint,
  RescheduleChange,
  RescheduleCompletedChange,
  TransportDescription,
  Watermarks,
} from '../src/transport/callback-transport.js';
import {
  availabilityOf,
  basicServiceOf,
  destinationOf,
  diagnosticsOf,
  findById,
  listByQueues,
  startActionOf,
  watermarks,
} from './engine/engine.js';
import type {
  Destination,
  EngineCommand,
  EngineEvent,
  EngineRecord,
  EngineState,
  EngineValues,
} from './engine/engine.js';
import type { MockEngine } from './mock-engine.js';
import { forbidden, requireBulk, requireService, requireWriting } from './shell/access/requirements.js';
import { callerOf, knowsId, outcomesFor } from './shell/access/rules.js';
import type { Caller } from './shell/access/rules.js';
import { cancelledReport } from './shell/cancelled-report.js';
import { describeMock } from './shell/describe-mock.js';
import { findByLookupKeys, passesFilters } from './shell/query-rules.js';
import { refusalError } from './shell/refusals/refusal-error.js';
import { changesOf, filtersOf, shownBy, wholeRecord } from './shell/shown-records.js';
import { startWordsOf } from './shell/start-words.js';

/** Callbacks that are listed at once; then the page gets its turn. */
const SHOWN_AT_ONCE = 5000;

/** How the transport behaves. */
export interface InProcessOptions {
  /** Milliseconds before each answer, to show what loading looks like; default 0. */
  readonly latency?: number;
  /** Name of the person in whose name is asked, one of those the mock was told of. */
  readonly user?: string;
}

/**
 * The mock without any network, for pages where no service worker can run and for stories and tests. It answers what the HTTP
 * transport would answer, with the same error codes, always asynchronously.
 */
export class InProcessTransport implements CallbackTransport {
  readonly #engine: MockEngine;
  readonly #latency: number;
  readonly #user: string | undefined;
  readonly #failures: CallbackError[] = [];

  constructor(engine: MockEngine, options: InProcessOptions = {}) {
    this.#engine = engine;
    this.#latency = options.latency ?? 0;
    this.#user = options.user;
  }

  /** Makes the next calls fail with this code, each once. */
  failWith(code: CallbackErrorCode, times = 1): void {
    const error = new CallbackError(code, `Failed to reach the mock: it was told to fail with ${code}. Call again.`);
    for (let time = 0; time < times; time += 1) this.#failures.push(error);
  }

  async list(query: CallbackQuery, options: ListOptions = {}): Promise<CallbackList> {
    const doing = 'list callbacks';
    const { state, caller } = await this.#turn(doing, options);
    const known = caller.services;
    const asked = query.services.filter((name) => known.includes(name));
    if (query.services.length > 0 && asked.length === 0) {
      throw refusalError(doing, {
        code: 'unknown-service',
        details: { service: query.services.join(', ') },
      });
    }
    const filters = filtersOf(state, query);
    const found = listByQueues(state, {
      services: query.services.length > 0 ? asked : known,
      start: query.range.start,
      end: query.range.end,
      max: query.maximumPerService,
      states: query.states,
      ...(filters.length > 0 && { matches: (record: EngineRecord) => passesFilters(record, filters) }),
    });
    const show = shownBy(state);
    const matching = [...found.values()].flat();
    const records: CallbackRecord[] = [];
    for (const [at, record] of matching.entries()) {
      if (at > 0 && at % SHOWN_AT_ONCE === 0) {
        options.onProgress?.({ records: at, share: at / matching.length });
        await pause(0, options.signal);
      }
      const shown = show(record);
      if (isAskedFor(shown, query)) records.push(shown);
    }
    return {
      records,
      services: [...found.keys()],
      unreadable: [],
      serverTime: state.now,
    };
  }

  /** For a person, the services are those the person sees, and what the person's roles do not allow is off with that reason. */
  async describe(options: CallOptions = {}): Promise<TransportDescription> {
    const { state } = await this.#turn('describe the mock', options);
    return describeMock(state, this.#user);
  }

  async get(id: string, options: CallOptions = {}): Promise<CallbackRecord> {
    const doing = 'read a callback';
    return wholeRecord(this.#find(doing, await this.#turn(doing, options), id));
  }

  async find(values: Readonly<Record<string, string>>, options: CallOptions = {}): Promise<readonly CallbackRecord[]> {
    const doing = 'find callbacks';
    const criteria = readLookup(doing, values);
    const { state, caller } = await this.#turn(doing, options);
    return findByLookupKeys(state, { services: caller.services, operand: 'AND', criteria }).map(shownBy(state));
  }

  async create(request: CreateRequest, options: CallOptions = {}): Promise<CreateResult> {
    const doing = 'create a callback';
    return this.#create(doing, await this.#turn(doing, options), request);
  }

  async reschedule(
    id: string,
    { desiredTime }: RescheduleChange,
    options: CallOptions & RecordHint = {},
  ): Promise<void> {
    const doing = 'reschedule a callback';
    checkInput(doing, { desiredTime });
    const turn = await this.#turn(doing, options);
    const serviceName = this.#serviceOf(doing, turn, id, options);
    this.#execute(doing, { type: 'update', serviceName, id, desiredTime, properties: {} });
  }

  async rescheduleCompleted(
    id: string,
    change: RescheduleCompletedChange,
    options: CallOptions = {},
  ): Promise<CreateResult> {
    const doing = 'schedule a completed callback again';
    const turn = await this.#turn(doing, options);
    checkInput(doing, change);
    const old = this.#find(doing, turn, id);
    const refusal = refusalOf(old.state, 'reschedule-completed');
    if (refusal !== undefined) {
      throw new CallbackError('refused', `Failed to ${doing}: it is ${old.state}. ${refusal.words}`);
    }
    const { serviceName, customerNumber } = old;
    const { desiredTime } = change;
    const properties = mergeProperties(old.properties, change.properties);
    return this.#create(doing, turn, { serviceName, customerNumber, desiredTime, properties });
  }

  async updateProperties(id: string, change: PropertyChange, options: CallOptions & RecordHint = {}): Promise<void> {
    const doing = 'change a callback';
    const turn = await this.#turn(doing, options);
    checkInput(doing, { properties: change });
    const properties = removalsAsEmpty(change);
    this.#execute(doing, { type: 'update', serviceName: this.#serviceOf(doing, turn, id, options), id, properties });
  }

  async cancel(id: string, options: CancelOptions = {}): Promise<void> {
    const doing = 'cancel a callback';
    const turn = await this.#turn(doing, options);
    const serviceName = this.#serviceOf(doing, turn, id, options);
    const discardOrsFailure = options.discardOrsFailure ?? false;
    this.#execute(doing, { type: 'cancel', serviceName, id, discardOrsFailure });
  }

  cancelMany(ids: readonly string[], options: CancelManyOptions): Promise<BulkCancelResult> {
    return cancelInParts(ids, options, async (part) => {
      const doing = 'cancel callbacks';
      const { state, caller } = await this.#turn(doing, {});
      requireWriting(doing, caller);
      requireBulk(doing, state);
      const known = part.filter((id) => knowsId(state, caller, id));
      const done = this.#execute(doing, { type: 'cancel-many', ids: known, reason: options.reason });
      const outcomes = outcomesFor(part, done.outcomes).map(({ id, ok }) => cancelOutcome(id, ok));
      return { outcomes, raw: outcomes.map(({ id, code }) => ({ _id: id, _ok_title: code })) };
    });
  }

  async queueDiagnostics(id: string, options: CallOptions = {}): Promise<QueueDiagnostics> {
    const doing = 'read the queue position of a callback';
    const turn = await this.#turn(doing, options);
    this.#find(doing, turn, id);
    const result = diagnosticsOf(turn.state, id);
    if (result.ok) return result.diagnostics;
    throw refusalError(doing, result.refusal, 'server-error');
  }

  async availability(
    service: string,
    range: TimeRange,
    zone: string,
    options: CallOptions = {},
  ): Promise<Availability> {
    const doing = 'ask for free slots';
    checkSlotQuestion(doing, range, zone);
    const { state, caller } = await this.#turn(doing, options);
    requireService(doing, caller, service);
    const answer = availabilityOf(state, service, { ...range, reportBusy: true });
    if (!answer.ok) throw refusalError(doing, answer.refusal);
    return answer.value;
  }

  async exportCancelled(properties: readonly string[], options: CallOptions = {}): Promise<string> {
    const doing = 'export cancelled callbacks';
    const { state, caller } = await this.#turn(doing, options);
    requireBulk(doing, state);
    return cancelledReport(state, { reason: CANCELLED_BY_ADMIN, properties, sees: caller.sees });
  }

  async watermarks(services: readonly string[], options: CallOptions = {}): Promise<Watermarks> {
    const { state, caller } = await this.#turn('count queued callbacks', options);
    const counted = caller.services.filter((name) => services.length === 0 || services.includes(name));
    return watermarks(state, counted);
  }

  subscribe(query: CallbackQuery, listener: (changes: CallbackChanges) => void): () => void {
    return this.#engine.subscribe((change) => {
      if (change.type !== 'events') return;
      const state = this.#engine.current;
      const ids = idsFor(state, callerOf(state, this.#user), change.events);
      if (ids.size > 0) listener(changesOf(state, query, ids));
    });
  }

  /** Waits as long as an answer takes; then the state as it is and who asks, or the failure that was asked for. */
  async #turn(doing: string, { signal }: CallOptions): Promise<Turn> {
    signal?.throwIfAborted();
    await pause(this.#latency, signal);
    const failure = this.#failures.shift();
    if (failure !== undefined) throw failure;
    const state = this.#engine.current;
    const caller = callerOf(state, this.#user);
    if (!caller.mayEnter) throw forbidden(doing);
    return { state, caller };
  }

  #execute<C extends EngineCommand>(doing: string, command: C): EngineValues[C['type']] {
    const result = this.#engine.execute(command);
    if (result.ok) return result.value;
    throw refusalError(doing, result.refusal);
  }

  #create(doing: string, { state, caller }: Turn, request: CreateRequest): CreateResult {
    checkInput(doing, request);
    const { customerNumber, desiredTime } = request;
    const wish = { serviceName: request.serviceName, customerNumber, properties: propertiesOf(request) };
    requireWriting(doing, caller);
    requireService(doing, caller, wish.serviceName);
    const followed = destinationOf(state.settings, wish, caller.sees);
    if ('refusal' in followed) throw refusalError(doing, followed.refusal);
    const { service: serviceName, isCallback, origin } = followed.destination;
    if (!isCallback) return this.#answerRedirect(doing, state, { ...wish, serviceName, origin });
    const time = desiredTime === undefined ? {} : { desiredTime };
    const { id } = this.#execute(doing, { type: 'create', ...wish, serviceName, ...time });
    const text = startWordsOf(startActionOf(state.settings, { ...wish, serviceName }));
    return { id, ...(text !== undefined && { text }) };
  }

  /** Of the services that a redirect may lead to, only one gives an id as a new callback does. */
  #answerRedirect(
    doing: string,
    { settings }: EngineState,
    { serviceName, customerNumber, properties, origin }: Asked & Pick<Destination, 'origin'>,
  ): CreateResult {
    if (basicServiceOf(settings, serviceName) === 'request-interaction') {
      const sent = { ...properties, [FIELD_KEYS.customerNumber]: customerNumber };
      const { id } = this.#execute(doing, { type: 'request-interaction', serviceName, properties: sent, origin });
      return { id };
    }
    const reason = `the service redirects to ${serviceName}, which gives no id`;
    throw new CallbackError('bad-response', `Failed to ${doing}: ${reason}. Check option _redirect.`);
  }

  #find(doing: string, { state, caller }: Turn, id: string): EngineRecord {
    const record = findById(state, id);
    if (record !== undefined && caller.sees(record.serviceName)) return record;
    throw refusalError(doing, { code: 'unknown-callback', details: { id } });
  }

  /** The service of a callback that is to be changed. Over HTTP it is looked up first as well where nobody names it. */
  #serviceOf(doing: string, turn: Turn, id: string, hint: RecordHint): string {
    const serviceName = hint.serviceName ?? this.#find(doing, turn, id).serviceName;
    requireWriting(doing, turn.caller);
    requireService(doing, turn.caller, serviceName);
    return serviceName;
  }
}

/** The state at the moment of a call, and what the one who calls may see and do. */
interface Turn {
  readonly state: EngineState;
  readonly caller: Caller;
}

type Asked = Pick<EngineRecord, 'serviceName' | 'customerNumber' | 'properties'>;

/** Callbacks that events speak of, as far as the caller may hear of them. */
function idsFor(state: EngineState, caller: Caller, events: readonly EngineEvent[]): ReadonlySet<string> {
  const isTold = ({ id, serviceName }: EngineEvent): boolean =>
    id !== undefined && knowsId(state, caller, id) && (serviceName === undefined || caller.sees(serviceName));
  return new Set(caller.mayEnter ? events.filter(isTold).flatMap(({ id }) => id ?? []) : []);
}

function pause(latency: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, latency);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

function cancelOutcome(id: string, ok: boolean): CancelOutcome {
  return { id, outcome: ok ? 'done' : 'skipped', code: ok ? 'Ok' : 'FAILURE_MISSING' };
}

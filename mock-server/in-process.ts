import { cancelInParts } from '../src/domain/bulk-cancel.js';
import type { CallbackRecord } from '../src/domain/callback.js';
import type { QueueDiagnostics } from '../src/domain/diagnostics.js';
import { CallbackError } from '../src/domain/errors.js';
import type { CallbackErrorCode } from '../src/domain/errors.js';
import { FIELD_KEYS } from '../src/domain/keys.js';
import { refusalOf } from '../src/domain/lifecycle.js';
import { isAskedFor } from '../src/domain/query.js';
import type { CallbackQuery } from '../src/domain/query.js';
import { CANCELLED_BY_ADMIN } from '../src/domain/report.js';
import type { BulkCancelResult, CancelOutcome } from '../src/domain/report.js';
import { checkInput, mergeProperties, removalsAsEmpty } from '../src/domain/write-input.js';
import type {
  CallbackChanges,
  CallbackList,
  CallbackTransport,
  CallOptions,
  CancelManyOptions,
  CancelOptions,
  CreateRequest,
  CreateResult,
  PropertyChange,
  RecordHint,
  RescheduleChange,
  RescheduleCompletedChange,
  TransportDescription,
  Watermarks,
} from '../src/transport/callback-transport.js';
import { diagnosticsOf, findById, listByQueues, serviceNames, watermarks } from './engine/engine.js';
import type { EngineCommand, EngineRecord, EngineState, EngineValues } from './engine/engine.js';
import type { MockEngine } from './mock-engine.js';
import { cancelledReport } from './shell/cancelled-report.js';
import { describeMock } from './shell/describe-mock.js';
import { filterKeysOf, passesFilters, returnedKeysOf } from './shell/query-rules.js';
import { refusalError } from './shell/refusal-error.js';

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

  async list(query: CallbackQuery, options: CallOptions = {}): Promise<CallbackList> {
    const state = await this.#turn(options);
    const known = serviceNames(state);
    const asked = query.services.filter((name) => known.includes(name));
    if (query.services.length > 0 && asked.length === 0) {
      throw refusalError('list callbacks', {
        code: 'unknown-service',
        details: { service: query.services.join(', ') },
      });
    }
    const filters = filtersOf(state, query);
    const found = listByQueues(state, {
      ...(query.services.length > 0 && { services: asked }),
      start: query.range.start,
      end: query.range.end,
      max: query.maximumPerService,
      states: query.states,
      ...(filters.length > 0 && { matches: (record: EngineRecord) => passesFilters(record, filters) }),
    });
    const show = shownBy(state);
    return {
      records: [...found.values()]
        .flatMap((records) => records.map(show))
        .filter((record) => isAskedFor(record, query)),
      services: [...found.keys()],
      unreadable: [],
      serverTime: state.now,
    };
  }

  /** For a person, the services are those the person sees, and what the person's roles do not allow is off with that reason. */
  async describe(options: CallOptions = {}): Promise<TransportDescription> {
    return describeMock(await this.#turn(options), this.#user);
  }

  async get(id: string, options: CallOptions = {}): Promise<CallbackRecord> {
    return wholeRecord(this.#find('read a callback', await this.#turn(options), id));
  }

  async create(request: CreateRequest, options: CallOptions = {}): Promise<CreateResult> {
    await this.#turn(options);
    return this.#create('create a callback', request);
  }

  async reschedule(
    id: string,
    { desiredTime }: RescheduleChange,
    options: CallOptions & RecordHint = {},
  ): Promise<void> {
    const doing = 'reschedule a callback';
    checkInput(doing, { desiredTime });
    const serviceName = this.#serviceOf(doing, await this.#turn(options), id, options);
    this.#execute(doing, { type: 'update', serviceName, id, desiredTime, properties: {} });
  }

  async rescheduleCompleted(
    id: string,
    change: RescheduleCompletedChange,
    options: CallOptions = {},
  ): Promise<CreateResult> {
    const doing = 'schedule a completed callback again';
    const state = await this.#turn(options);
    checkInput(doing, change);
    const old = this.#find(doing, state, id);
    const refusal = refusalOf(old.state, 'reschedule-completed');
    if (refusal !== undefined) {
      throw new CallbackError('refused', `Failed to ${doing}: it is ${old.state}. ${refusal.words}`);
    }
    const { serviceName, customerNumber } = old;
    const { desiredTime } = change;
    const properties = mergeProperties(old.properties, change.properties);
    return this.#create(doing, { serviceName, customerNumber, desiredTime, properties });
  }

  async updateProperties(id: string, change: PropertyChange, options: CallOptions & RecordHint = {}): Promise<void> {
    const doing = 'change a callback';
    const state = await this.#turn(options);
    checkInput(doing, { properties: change });
    const properties = removalsAsEmpty(change);
    this.#execute(doing, { type: 'update', serviceName: this.#serviceOf(doing, state, id, options), id, properties });
  }

  async cancel(id: string, options: CancelOptions = {}): Promise<void> {
    const doing = 'cancel a callback';
    const serviceName = this.#serviceOf(doing, await this.#turn(options), id, options);
    const discardOrsFailure = options.discardOrsFailure ?? false;
    this.#execute(doing, { type: 'cancel', serviceName, id, discardOrsFailure });
  }

  cancelMany(ids: readonly string[], options: CancelManyOptions): Promise<BulkCancelResult> {
    return cancelInParts(ids, options, async (part) => {
      await this.#turn({});
      const done = this.#execute('cancel callbacks', { type: 'cancel-many', ids: part, reason: options.reason });
      const outcomes = done.outcomes.map(({ id, ok }) => cancelOutcome(id, ok));
      return { outcomes, raw: outcomes.map(({ id, code }) => ({ _id: id, _ok_title: code })) };
    });
  }

  async queueDiagnostics(id: string, options: CallOptions = {}): Promise<QueueDiagnostics> {
    const doing = 'read the queue position of a callback';
    const state = await this.#turn(options);
    this.#find(doing, state, id);
    const result = diagnosticsOf(state, id);
    if (result.ok) return result.diagnostics;
    throw refusalError(doing, result.refusal, 'server-error');
  }

  async exportCancelled(properties: readonly string[], options: CallOptions = {}): Promise<string> {
    return cancelledReport(await this.#turn(options), CANCELLED_BY_ADMIN, properties);
  }

  async watermarks(services: readonly string[], options: CallOptions = {}): Promise<Watermarks> {
    return watermarks(await this.#turn(options), services.length === 0 ? undefined : services);
  }

  subscribe(query: CallbackQuery, listener: (changes: CallbackChanges) => void): () => void {
    return this.#engine.subscribe((change) => {
      if (change.type !== 'events') return;
      const ids = new Set(change.events.flatMap(({ id }) => id ?? []));
      if (ids.size > 0) listener(changesOf(this.#engine.current, query, ids));
    });
  }

  /** Waits as long as an answer takes; then the state as it is, or the failure that was asked for. */
  async #turn({ signal }: CallOptions): Promise<EngineState> {
    signal?.throwIfAborted();
    await pause(this.#latency, signal);
    const failure = this.#failures.shift();
    if (failure !== undefined) throw failure;
    return this.#engine.current;
  }

  #execute<C extends EngineCommand>(doing: string, command: C): EngineValues[C['type']] {
    const result = this.#engine.execute(command);
    if (result.ok) return result.value;
    throw refusalError(doing, result.refusal);
  }

  #create(doing: string, request: CreateRequest): CreateResult {
    checkInput(doing, request);
    const { serviceName, customerNumber, desiredTime, virtualQueue, queueTimeStatistic } = request;
    const { id } = this.#execute(doing, {
      type: 'create',
      serviceName,
      customerNumber,
      ...(desiredTime !== undefined && { desiredTime }),
      properties: {
        ...request.properties,
        ...(virtualQueue !== undefined && { _urs_virtual_queue: virtualQueue }),
        ...(queueTimeStatistic !== undefined && { _request_queue_time_stat: queueTimeStatistic }),
      },
    });
    return { id, text: 'You will receive the call shortly' };
  }

  #find(doing: string, state: EngineState, id: string): EngineRecord {
    const record = findById(state, id);
    if (record !== undefined) return record;
    throw refusalError(doing, { code: 'unknown-callback', details: { id } });
  }

  #serviceOf(doing: string, state: EngineState, id: string, hint: RecordHint): string {
    return hint.serviceName ?? this.#find(doing, state, id).serviceName;
  }
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

/** Filters by which this server filters; it leaves others aside, as over HTTP, and whoever asked judges what it sees. */
function filtersOf(state: EngineState, query: CallbackQuery): readonly (readonly [string, string])[] {
  const allowed = filterKeysOf(state);
  return Object.entries(query.properties).filter(([key]) => allowed.has(key));
}

function changesOf(state: EngineState, query: CallbackQuery, ids: ReadonlySet<string>): CallbackChanges {
  const upserts: CallbackRecord[] = [];
  const removals: string[] = [];
  const show = shownBy(state);
  for (const id of ids) {
    const record = findById(state, id);
    const shown = record !== undefined && isListed(state, query, record) ? show(record) : undefined;
    if (shown !== undefined && isAskedFor(shown, query)) upserts.push(shown);
    else removals.push(id);
  }
  return { upserts, removals };
}

/** Whether the server lists a record for a query: its part of the filters, as over HTTP. */
function isListed(state: EngineState, query: CallbackQuery, record: EngineRecord): boolean {
  const { range } = query;
  if (record.desiredTime < range.start || record.desiredTime > range.end) return false;
  return passesFilters(record, filtersOf(state, query));
}

/** Shows records as a list does: with the properties that the server returns. */
function shownBy(state: EngineState): (record: EngineRecord) => CallbackRecord {
  const keysByService = new Map(serviceNames(state).map((name) => [name, returnedKeysOf(state, name)]));
  return (record) => {
    const keys = keysByService.get(record.serviceName);
    const { orsSessionId, ...whole } = wholeRecord(record);
    const properties = Object.fromEntries(Object.entries(whole.properties).filter(([key]) => keys?.has(key)));
    const isSessionShown = orsSessionId !== undefined && keys?.has(FIELD_KEYS.orsSessionId) === true;
    return { ...whole, ...(isSessionShown && { orsSessionId }), properties };
  };
}

/** The record without what only the engine knows of it. */
function wholeRecord(record: EngineRecord): CallbackRecord {
  const { id, serviceName, state, reason, desiredTime, expirationTime, customerNumber, orsSessionId } = record;
  return {
    id,
    serviceName,
    state,
    ...(reason !== undefined && { reason }),
    desiredTime,
    expirationTime,
    customerNumber,
    ...(orsSessionId !== undefined && { orsSessionId }),
    properties: record.properties,
  };
}

function cancelOutcome(id: string, ok: boolean): CancelOutcome {
  return { id, outcome: ok ? 'done' : 'skipped', code: ok ? 'Ok' : 'FAILURE_MISSING' };
}

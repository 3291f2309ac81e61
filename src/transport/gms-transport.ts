import type { CallbackRecord } from '../domain/callback.js';
import { cancelInParts } from '../domain/bulk-cancel.js';
import type { QueueDiagnostics } from '../domain/diagnostics.js';
import { CallbackError } from '../domain/errors.js';
import { refusalOf } from '../domain/lifecycle.js';
import { readLookup } from '../domain/lookup.js';
import { createQuery, hasValues } from '../domain/query.js';
import type { CallbackQuery } from '../domain/query.js';
import type { BulkCancelResult } from '../domain/report.js';
import { checkSlotQuestion } from '../domain/slot-question.js';
import type { TimeRange } from '../domain/time-range.js';
import { checkInput, mergeProperties, removalsAsEmpty } from '../domain/write-input.js';
import { readDiagnostics } from '../wire/diagnostics.js';
import type { DiagnosticAliases } from '../wire/diagnostics.js';
import { USER_HEADER } from '../wire/headers.js';
import { writeCancelQuery, writePropertyQuery, writeQueuesQuery, writeWatermarksQuery } from '../wire/queries.js';
import { readDialog, readWatermarks } from '../wire/replies.js';
import { writeCancelRequest, writeCreateRequest, writeReportRequest, writeUpdateRequest } from '../wire/requests.js';
import { createRoutes } from '../wire/routes.js';
import type { Routes } from '../wire/routes.js';
import { expectCsv, expectDone, isErrorBody, parseJson, unwrap } from './answers.js';
import { availabilityAddress, AvailabilityVersions, readAvailabilityAnswer } from './availability.js';
import type { AvailabilityVersion } from './availability.js';
import { readBaseUrl } from './base-url.js';
import { readPart } from './bulk-cancel.js';
import type {
  Availability,
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
} from './callback-transport.js';
import { describeServer } from './description.js';
import { badResponse, toCallbackError } from './errors.js';
import { sendRequest, streamRequest } from './http.js';
import type { HttpAnswer, HttpCall, HttpOptions, HttpStream } from './http.js';
import { ListReader } from './list-reader.js';
import { inParallel } from './parallel.js';
import { readFound, readOne } from './records.js';

/** Where the server is and how requests reach it. */
export interface GmsTransportOptions extends HttpOptions {
  /** Root of GMS: a path such as `/genesys`, or an http(s) address without credentials. */
  readonly baseUrl: string;
  /** Name of the person in whose name is asked. */
  readonly user?: string | undefined;
  /** Milliseconds until an answer must be complete; 15,000. Lists, searches and bulk cancels get four times as long. */
  readonly timeout?: number | undefined;
  /** What the host page knows of the server and the wire does not tell, for example service groups and column titles. */
  readonly description?: Partial<TransportDescription> | undefined;
  /** Further keys under which this server tells facts of a queued callback. */
  readonly diagnosticAliases?: DiagnosticAliases | undefined;
}

const DEFAULT_TIMEOUT = 15_000;
const SLOW = 4;

/** Requests of one list that run at the same time. */
const PARALLEL_LISTS = 4;

/** Who is asked about a single callback's change. */
type ChangeOptions = CallOptions & RecordHint;

/**
 * Speaks to a real GMS over HTTP, or to anything that speaks its wire. It sends nothing twice, and offers no administration of services:
 * controls that need it are off.
 */
export class GmsTransport implements CallbackTransport {
  readonly #options: GmsTransportOptions;
  readonly #routes: Routes;
  readonly #timeout: number;
  readonly #availabilityVersions = new AvailabilityVersions();

  /** @throws CallbackError `misuse` when an option cannot be used. */
  constructor(options: GmsTransportOptions) {
    this.#routes = createRoutes(readBaseUrl(options.baseUrl));
    this.#timeout = options.timeout ?? DEFAULT_TIMEOUT;
    this.#options = options;
    if (!(this.#timeout > 0)) throw misuse('timeout is not positive. Give milliseconds.');
    if (/[^\x20-\x7e]/.test(options.user ?? '')) throw misuse('user cannot be sent in a header. Use ASCII characters.');
  }

  /**
   * Asks the queues once, or once per service when services are chosen: nobody's callbacks leave the server unasked. A service the
   * server no longer knows is missing from `services`; when it knows none of them, the call is rejected with `not-found`.
   */
  async list(query: CallbackQuery, options: ListOptions = {}): Promise<CallbackList> {
    const doing = 'list callbacks';
    const targets = query.services.length === 0 ? [undefined] : query.services;
    const reader = new ListReader({ doing, query, answers: targets.length, onProgress: options.onProgress });
    const refusals = await inParallel([...targets.entries()], PARALLEL_LISTS, ([number, target], stopped) => {
      const signal = options.signal === undefined ? stopped : AbortSignal.any([options.signal, stopped]);
      const call = { doing, url: this.#queuesUrl(query, target), signal, mayBeUnknown: targets.length > 1 };
      return this.#askQueue(call, (stream, stop) => reader.add(number, stream, stop));
    });
    const [first] = refusals;
    if (first !== undefined && refusals.every((refusal) => refusal !== undefined)) {
      throw toCallbackError({ doing }, first);
    }
    return reader.finish(options.signal);
  }

  async describe(options: CallOptions = {}): Promise<TransportDescription> {
    // A window without width: the answer names every service and holds no callback.
    const nothing = createQuery({ range: { start: 0, end: 0 }, maximumPerService: 1 });
    return describeServer(await this.list(nothing, options), this.#options.description ?? {});
  }

  async get(id: string, options: CallOptions = {}): Promise<CallbackRecord> {
    const doing = 'read a callback';
    const url = withQuery(this.#routes.callbacks(), writePropertyQuery({ id }));
    return readOne(doing, await this.#send({ doing, method: 'GET', url, signal: options.signal }));
  }

  /** Asks all services at once. What the server gives although its own words contradict it is left out, as in a list. */
  async find(values: Readonly<Record<string, string>>, options: CallOptions = {}): Promise<readonly CallbackRecord[]> {
    const doing = 'find callbacks';
    const url = withQuery(this.#routes.callbacks(), writePropertyQuery({ criteria: readLookup(doing, values) }));
    const call = { doing, method: 'GET', url, signal: options.signal, timeout: this.#timeout * SLOW } as const;
    return readFound(doing, await this.#send(call)).filter((record) => hasValues(record, values));
  }

  async create(request: CreateRequest, options: CallOptions = {}): Promise<CreateResult> {
    const doing = 'create a callback';
    checkInput(doing, request);
    const { serviceName, ...wish } = request;
    const url = this.#routes.service(serviceName);
    const answer = await this.#send({
      doing,
      method: 'POST',
      url,
      body: writeCreateRequest(wish),
      signal: options.signal,
    });
    return unwrap(doing, answer, readDialog(parseJson(doing, answer)));
  }

  async reschedule(id: string, change: RescheduleChange, options: ChangeOptions = {}): Promise<void> {
    const { desiredTime } = change;
    await this.#change('reschedule a callback', id, { desiredTime, properties: {} }, options);
  }

  async updateProperties(id: string, change: PropertyChange, options: ChangeOptions = {}): Promise<void> {
    await this.#change('change a callback', id, { properties: change }, options);
  }

  /** Creates a new callback from what the old one was; the old one stays as it is (GMS reference, reschedule a completed callback). */
  async rescheduleCompleted(
    id: string,
    change: RescheduleCompletedChange,
    options: CallOptions = {},
  ): Promise<CreateResult> {
    const doing = 'schedule a completed callback again';
    checkInput(doing, change);
    const old = await this.get(id, options);
    const refusal = refusalOf(old.state, 'reschedule-completed');
    if (refusal !== undefined)
      throw new CallbackError('refused', `Failed to ${doing}: it is ${old.state}. ${refusal.words}`);
    const { serviceName, customerNumber } = old;
    const properties = mergeProperties(old.properties, change.properties);
    return this.create({ serviceName, customerNumber, desiredTime: change.desiredTime, properties }, options);
  }

  async cancel(id: string, options: CancelOptions = {}): Promise<void> {
    const doing = 'cancel a callback';
    const address = this.#routes.record(await this.#serviceOf(id, options), id);
    const url = withQuery(address, writeCancelQuery(options.discardOrsFailure ?? false));
    expectDone(doing, await this.#send({ doing, purpose: 'cancel', method: 'DELETE', url, signal: options.signal }));
  }

  cancelMany(ids: readonly string[], options: CancelManyOptions): Promise<BulkCancelResult> {
    const doing = 'cancel callbacks';
    return cancelInParts(ids, options, async (part) => {
      const body = writeCancelRequest(part, options.reason);
      const call = { doing, method: 'POST', url: this.#routes.cancelMany(), body } as const;
      return readPart(part, parseJson(doing, await this.#send({ ...call, timeout: this.#timeout * SLOW })));
    });
  }

  async queueDiagnostics(id: string, options: CallOptions = {}): Promise<QueueDiagnostics> {
    const doing = 'read the queue position of a callback';
    const answer = await this.#send({
      doing,
      method: 'GET',
      url: this.#routes.checkPosition(id),
      signal: options.signal,
    });
    const diagnostics = readDiagnostics(parseJson(doing, answer), this.#options.diagnosticAliases);
    if (diagnostics === undefined || isErrorBody(answer)) throw badResponse(doing, answer, ['is not a queue position']);
    return diagnostics;
  }

  /**
   * Asks in the second version and, where a server has only the first, in that one: it knows no full slots. A service that was not found
   * in the second version is asked in it again after ten minutes, or as soon as the first one fails.
   */
  async availability(
    service: string,
    range: TimeRange,
    zone: string,
    options: CallOptions = {},
  ): Promise<Availability> {
    const doing = 'ask for free slots';
    checkSlotQuestion(doing, range, zone);
    const ask = (version: AvailabilityVersion): Promise<HttpAnswer> => {
      const url = availabilityAddress(this.#routes, version, { service, range, zone });
      return this.#exchange({ doing, method: 'GET', url, signal: options.signal, timeout: this.#timeout });
    };
    let version = this.#availabilityVersions.of(service);
    let answer = await ask(version);
    // An unknown service is not found in either version.
    if (answer.status === 404 && version === 2) answer = await ask((version = 1));
    this.#availabilityVersions.note(service, version, isSuccess(answer));
    if (!isSuccess(answer)) throw toCallbackError({ doing }, answer);
    return readAvailabilityAnswer(doing, version, answer);
  }

  async exportCancelled(properties: readonly string[], options: CallOptions = {}): Promise<string> {
    const doing = 'export cancelled callbacks';
    const call = {
      doing,
      method: 'POST',
      url: this.#routes.reportCancelled(),
      body: writeReportRequest(properties),
    } as const;
    return expectCsv(doing, await this.#send({ ...call, signal: options.signal, timeout: this.#timeout * SLOW }));
  }

  async watermarks(services: readonly string[], options: CallOptions = {}): Promise<Watermarks> {
    const doing = 'count queued callbacks';
    const url = withQuery(this.#routes.watermarks(), writeWatermarksQuery(services));
    const answer = await this.#send({ doing, method: 'GET', url, signal: options.signal });
    return unwrap(doing, answer, readWatermarks(parseJson(doing, answer)));
  }

  #queuesUrl(query: CallbackQuery, target: string | undefined): string {
    const parameters = writeQueuesQuery({
      ...(target !== undefined && { target }),
      start: query.range.start,
      end: query.range.end,
      maximum: query.maximumPerService,
      states: query.states,
      filters: Object.entries(query.properties),
    });
    return withQuery(this.#routes.queues(), parameters);
  }

  /** Resolves with the answer of a server that does not know the service, when that may be. */
  async #askQueue(
    { mayBeUnknown, ...call }: Pick<HttpCall, 'doing' | 'url' | 'signal'> & { readonly mayBeUnknown: boolean },
    read: (stream: HttpStream, signal: AbortSignal) => Promise<void>,
  ): Promise<HttpAnswer | undefined> {
    const refusal = await streamRequest(
      this.#options,
      { ...call, ...this.#userHeader, method: 'GET', timeout: this.#timeout * SLOW },
      read,
    );
    if (refusal !== undefined && !(mayBeUnknown && refusal.status === 404)) throw toCallbackError(call, refusal);
    return refusal;
  }

  async #change(
    doing: string,
    id: string,
    change: { readonly desiredTime?: number; readonly properties: PropertyChange },
    options: ChangeOptions,
  ): Promise<void> {
    checkInput(doing, change);
    const url = this.#routes.record(await this.#serviceOf(id, options), id);
    const body = writeUpdateRequest({ ...change, properties: removalsAsEmpty(change.properties) });
    expectDone(doing, await this.#send({ doing, purpose: 'change', method: 'PUT', url, body, signal: options.signal }));
  }

  async #serviceOf(id: string, options: ChangeOptions): Promise<string> {
    return options.serviceName ?? (await this.get(id, options)).serviceName;
  }

  async #send(call: Omit<HttpCall, 'timeout'> & { readonly timeout?: number }): Promise<HttpAnswer> {
    const answer = await this.#exchange({ timeout: this.#timeout, ...call });
    if (!isSuccess(answer)) throw toCallbackError(call, answer);
    return answer;
  }

  #exchange(call: HttpCall): Promise<HttpAnswer> {
    return sendRequest(this.#options, { ...call, ...this.#userHeader });
  }

  get #userHeader(): Pick<HttpCall, 'headers'> {
    const { user } = this.#options;
    return user === undefined ? {} : { headers: { [USER_HEADER]: user } };
  }
}

function misuse(reason: string): CallbackError {
  return new CallbackError('misuse', `Failed to connect to a callback server: ${reason}`);
}

function isSuccess(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

function withQuery(address: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === '' ? address : `${address}?${query}`;
}

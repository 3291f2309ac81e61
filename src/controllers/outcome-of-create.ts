import type { CallbackRecord } from '../domain/callback.js';
import { isCallbackError } from '../domain/errors.js';
import { isSameSecond, MINUTE } from '../domain/instants.js';
import { FIELD_KEYS } from '../domain/keys.js';
import { createQuery, MAXIMUM_RECORDS } from '../domain/query.js';
import { propertiesOf } from '../domain/write-input.js';
import type { CallbackTransport, CallOptions, CreateRequest } from '../transport/callback-transport.js';
import { findOut, mayBeReadLater } from './finding-out.js';
import type { Finding, Outcome, OutcomeOptions } from './finding-out.js';
import { toProblem } from './problem.js';

/** A request for a new callback that was sent. */
export interface SentCreate {
  readonly request: CreateRequest;
  /** Callbacks of the same customer before it was sent, as {@link sameCustomerIds} gave them; undefined when nobody knows. */
  readonly before: ReadonlySet<string> | undefined;
  /** When it was sent, by the server's clock in epoch milliseconds. */
  readonly sentAt: number;
}

/** How far apart the server's clock and what is known of it may be, in milliseconds. */
const CLOCK_TOLERANCE = MINUTE;

/** An immediate callback whose request was received is created within so many milliseconds, if at all. */
const LATEST_CREATION = 3_600_000;

/**
 * Ids of every callback of the customer, to be asked for before a request is sent: whoever is not among them afterwards is new.
 * Undefined where that cannot be told: the transport has no `find`, it failed, or the number cannot be looked up.
 * @throws the reason of the signal, when it is aborted
 */
export async function sameCustomerIds(
  transport: CallbackTransport,
  { customerNumber }: Pick<CreateRequest, 'customerNumber'>,
  options: CallOptions = {},
): Promise<ReadonlySet<string> | undefined> {
  try {
    const found = await findBy(transport, customerNumber, options);
    return found && new Set(found.map(({ id }) => id));
  } catch (error) {
    options.signal?.throwIfAborted();
    // A server that cannot be asked says so again when the request is sent; a transport that is broken is told here.
    toProblem(error, 'find callbacks');
    return undefined;
  }
}

/**
 * Reads until it knows whether a callback was created. It has no id as yet: it is the one with these very values that was not there
 * before.
 *
 * | callbacks of this customer that are new                                  | outcome  |
 * |--------------------------------------------------------------------------|----------|
 * | one with the service, time and properties that were sent                 | done     |
 * | none, for longer than the server lags                                    | not-done |
 * | several like that, from one request or from several                      | unknown  |
 * | only such that differ: the server may have changed what was sent         | unknown  |
 * | one like that, and nobody knows whether it is new                        | unknown  |
 *
 * Times are compared to the second. One for now was created when it was sent or later. Callbacks are looked up by number and listed
 * as well, since not every service finds its callbacks by number; one that only a list shows may be older.
 * @throws the reason of the signal, when it is aborted
 */
export function outcomeOfCreate(
  transport: CallbackTransport,
  sent: SentCreate,
  options: OutcomeOptions,
): Promise<Outcome> {
  return findOut((signal) => lookFor(transport, sent, signal), options);
}

async function lookFor(transport: CallbackTransport, sent: SentCreate, signal: AbortSignal): Promise<Finding> {
  const { request, before } = sent;
  const [found, listed] = await Promise.all([findThem(transport, sent, signal), listThem(transport, sent, signal)]);
  const records = new Map([...listed, ...(found ?? [])].map((record) => [record.id, record]));
  const candidates = [...records.values()].filter(({ id }) => before?.has(id) !== true);
  if (candidates.length === 0) return { status: 'open' };
  const known = new Set((found ?? listed).map(({ id }) => id));
  const whole = await Promise.all(
    candidates.filter((record) => fits(record, sent)).map((record) => wholeOf(transport, record, signal)),
  );
  const [same, ...others] = whole.filter((record) => hasWhatWasSent(record, request));
  const isOurs = same !== undefined && others.length === 0 && before !== undefined && known.has(same.id);
  return isOurs ? { status: 'done', id: same.id } : { status: 'unclear' };
}

/** What a search by number finds; undefined where none is possible. */
async function findThem(
  transport: CallbackTransport,
  { request }: SentCreate,
  signal: AbortSignal,
): Promise<readonly CallbackRecord[] | undefined> {
  try {
    return await findBy(transport, request.customerNumber, { signal });
  } catch (error) {
    if (isCallbackError(error) && !mayBeReadLater(error)) return undefined;
    throw error;
  }
}

/** Callbacks of a number; undefined where they cannot be asked for: a search for `!5510` would find everybody else. */
async function findBy(
  transport: CallbackTransport,
  customerNumber: string,
  options: CallOptions,
): Promise<readonly CallbackRecord[] | undefined> {
  if (customerNumber === '' || customerNumber.startsWith('!')) return undefined;
  return transport.find?.({ [FIELD_KEYS.customerNumber]: customerNumber }, options);
}

/** What a list shows of the customer in the service, around the time. */
async function listThem(
  transport: CallbackTransport,
  { request, sentAt }: SentCreate,
  signal: AbortSignal,
): Promise<readonly CallbackRecord[]> {
  const { serviceName, customerNumber, desiredTime } = request;
  const range =
    desiredTime === undefined
      ? { start: sentAt - CLOCK_TOLERANCE, end: sentAt + LATEST_CREATION }
      : { start: desiredTime - 1000, end: desiredTime + 1000 };
  const query = createQuery({ range, services: [serviceName], maximumPerService: MAXIMUM_RECORDS });
  const { records } = await transport.list(query, { signal });
  return records.filter((record) => record.customerNumber === customerNumber);
}

/** All of a callback, of which searches and lists show only some properties; as it was shown where it cannot be read. */
async function wholeOf(
  transport: CallbackTransport,
  shown: CallbackRecord,
  signal: AbortSignal,
): Promise<CallbackRecord> {
  try {
    return (await transport.get?.(shown.id, { signal })) ?? shown;
  } catch (error) {
    if (isCallbackError(error) && !mayBeReadLater(error)) return shown;
    throw error;
  }
}

function fits({ serviceName, state, desiredTime }: CallbackRecord, { request, sentAt }: SentCreate): boolean {
  if (serviceName !== request.serviceName) return false;
  if (request.desiredTime !== undefined) return isSameSecond(desiredTime, request.desiredTime);
  return state !== 'SCHEDULED' && desiredTime >= sentAt - CLOCK_TOLERANCE;
}

/** An empty text is as good as none; what the server added by itself does not count. */
function hasWhatWasSent({ properties }: CallbackRecord, request: CreateRequest): boolean {
  return Object.entries(propertiesOf(request)).every(([key, value]) => (properties[key] ?? '') === value);
}

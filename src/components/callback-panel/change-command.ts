import { mayHaveBeenDone, outcomeOfChange, outcomeOfCreate, sameCustomerIds } from '../../controllers/outcome.js';
import type { Outcome } from '../../controllers/outcome.js';
import { toProblem } from '../../controllers/problem.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { hasChanged } from '../../domain/conflict.js';
import { CallbackError, isAbort, isCallbackError } from '../../domain/errors.js';
import { isSameSecond } from '../../domain/instants.js';
import { FIELD_KEYS } from '../../domain/keys.js';
import { mergeProperties } from '../../domain/write-input.js';
import type { CallbackTransport, CreateRequest, CreateResult } from '../../transport/callback-transport.js';
import type { EditorRequest } from '../callback-editor/callback-editor.types.js';

/** A change of a callback that exists. */
export type ChangeWish = Exclude<EditorRequest, { readonly mode: 'create' }>;

/** A callback as it was when somebody decided to change it. */
export interface Base {
  readonly record: CallbackRecord;
  /** Whether all of it was read: a list shows only some of a callback's properties (GMS reference, query by queues). */
  readonly isWhole: boolean;
}

/** A write was done. */
export interface Done {
  readonly kind: 'done';
  /** Of the new callback, where there is one. */
  readonly id?: string;
  /** The answer was lost, and a look at the server showed that it was done. */
  readonly isFound?: true;
}

/** A write was not done. What the server refused is not among these: it is thrown, as by the transport. */
export type TurnedBack =
  /** Somebody changed the callback since; nothing was sent. */
  | { readonly kind: 'changed'; readonly now: CallbackRecord }
  /** It could not be read whether somebody changed it; nothing was sent. */
  | { readonly kind: 'unread'; readonly problem: CallbackError }
  /** The answer was lost, and the server shows that it was not done. */
  | NotDone;

interface NotDone {
  readonly kind: 'not-done';
  readonly problem: CallbackError;
}

/** How a write is followed. */
export interface Following {
  /** Nobody waits any more for what became of a write whose answer was lost. */
  readonly signal: AbortSignal;
  /** The answer was lost; it is being found out what became of the write. */
  readonly looking: () => void;
  /** The clock of the server it goes to, in epoch milliseconds. */
  readonly now: () => number;
}

/** What a look at a callback before it is changed showed. */
export type Look = { readonly kind: 'same'; readonly base: Base } | Exclude<TurnedBack, NotDone>;

/** Reads a callback again, to find out whether somebody changed it. A transport that cannot read single ones shows nothing new. */
export async function lookAgain(server: CallbackTransport, base: Base): Promise<Look> {
  const { record, isWhole } = base;
  const now = await readAgain(server, record.id);
  if (now === undefined) return { kind: 'same', base };
  if (isCallbackError(now)) return { kind: 'unread', problem: now };
  return hasChanged(record, isWhole ? now : likeListed(now, record))
    ? { kind: 'changed', now }
    : { kind: 'same', base: { record: now, isWhole: true } };
}

/**
 * Reads the callback once more and, unless somebody changed it meanwhile, sends the change: once. When the answer is lost, it reads
 * until it knows. The reading narrows the gap and does not close it: this wire knows no version by which a server could refuse.
 * @throws CallbackError what the server said, when nothing was done or nobody can know
 */
export async function sendChange(
  server: CallbackTransport,
  wish: ChangeWish,
  base: Base,
  following: Following,
): Promise<Done | TurnedBack> {
  const look = await lookAgain(server, base);
  if (look.kind !== 'same') return look;
  const { record: present } = look.base;
  if (wish.mode === 'reschedule-completed') return createAgain(server, wish, present, following);
  const isDone = (record: CallbackRecord): boolean => shows(record, wish);
  return followed(
    async () => {
      await send(server, wish, present);
      return {};
    },
    () => outcomeOfChange(server, { id: wish.id, isDone, before: present, about: keysOf(wish) }, following),
    following,
  );
}

/**
 * Creates a callback: sends it once and, when the answer is lost, reads until it knows whether it was created.
 * @throws CallbackError what the server said, when nothing was done or nobody can know
 */
export async function sendCreate(
  server: CallbackTransport,
  request: CreateRequest,
  following: Following,
): Promise<Done | NotDone> {
  return createOnce(server, request, async () => server.create?.(request), following);
}

function createAgain(
  server: CallbackTransport,
  { id, change }: Extract<ChangeWish, { readonly mode: 'reschedule-completed' }>,
  old: CallbackRecord,
  following: Following,
): Promise<Done | NotDone> {
  const { serviceName, customerNumber } = old;
  const properties = mergeProperties(old.properties, change.properties);
  const request = { serviceName, customerNumber, desiredTime: change.desiredTime, properties };
  const sending = async (): Promise<CreateResult | undefined> => server.rescheduleCompleted?.(id, change);
  return createOnce(server, request, sending, following);
}

async function createOnce(
  server: CallbackTransport,
  request: CreateRequest,
  sending: () => Promise<CreateResult | undefined>,
  following: Following,
): Promise<Done | NotDone> {
  const before = await sameCustomerIds(server, request, { signal: following.signal });
  const sentAt = following.now();
  const look = (): Promise<Outcome> => outcomeOfCreate(server, { request, before, sentAt }, following);
  return followed(sending, look, following);
}

/** Sends, and looks for what became of it when the answer does not say. */
async function followed(
  sending: () => Promise<{ readonly id?: string } | undefined>,
  look: () => Promise<Outcome>,
  { looking, signal }: Following,
): Promise<Done | NotDone> {
  try {
    const { id } = (await sending()) ?? {};
    return { kind: 'done', ...(id !== undefined && { id }) };
  } catch (error) {
    if (isAbort(error)) throw error;
    // What a portal's own transport lets through, such as the TypeError of a failed fetch, says as little as a lost answer.
    const problem = toProblem(error, 'change a callback');
    if (!mayHaveBeenDone(problem) || signal.aborted) throw problem;
    looking();
    const found = await look().catch(unknownWhenAborted);
    if (found.status === 'unknown') throw problem;
    if (found.status === 'not-done') return { kind: 'not-done', problem: nothingDone(problem) };
    return { kind: 'done', isFound: true, ...('id' in found && { id: found.id }) };
  }
}

/** Nobody waits any more, so nobody will know. */
function unknownWhenAborted(error: unknown): Outcome {
  if (isAbort(error)) return { status: 'unknown' };
  throw error;
}

/** The callback as it is now; undefined where a transport cannot read single ones; what went wrong when it could not be read. */
async function readAgain(server: CallbackTransport, id: string): Promise<CallbackRecord | CallbackError | undefined> {
  try {
    return await server.get?.(id);
  } catch (error) {
    const problem = toProblem(error, 'read a callback before it is changed');
    return problem.code === 'unsupported' ? undefined : nothingDone(problem);
  }
}

/** The same problem, of which it is known that nothing came of it. */
function nothingDone({ code, message, details }: CallbackError): CallbackError {
  return new CallbackError(code, message, { ...details, nothingDone: true });
}

/** What a list would show of a callback beside another one that it did show. */
export function likeListed(whole: CallbackRecord, listed: CallbackRecord): CallbackRecord {
  const properties = Object.entries(whole.properties).filter(([key]) => Object.hasOwn(listed.properties, key));
  return { ...whole, properties: Object.fromEntries(properties) };
}

async function send(
  server: CallbackTransport,
  wish: Exclude<ChangeWish, { readonly mode: 'reschedule-completed' }>,
  { serviceName }: CallbackRecord,
): Promise<void> {
  const { id } = wish;
  if (wish.mode === 'reschedule') return server.reschedule?.(id, wish.change, { serviceName });
  if (wish.mode === 'edit-properties') return server.updateProperties?.(id, wish.change, { serviceName });
  return server.cancel?.(id, { serviceName, discardOrsFailure: wish.discardOrsFailure });
}

/** GMS keys of what a change is about; a cancelled callback stays so whatever else happens to it. */
function keysOf(wish: Exclude<ChangeWish, { readonly mode: 'reschedule-completed' }>): readonly string[] {
  if (wish.mode === 'cancel') return [];
  return wish.mode === 'reschedule' ? [FIELD_KEYS.desiredTime] : Object.keys(wish.change);
}

/** Whether a callback is as it was wished to be. */
function shows(
  { state, reason, desiredTime, properties }: CallbackRecord,
  wish: Exclude<ChangeWish, { readonly mode: 'reschedule-completed' }>,
): boolean {
  if (wish.mode === 'cancel') return state === 'COMPLETED' && reason?.startsWith('CANCELLED') === true;
  if (wish.mode === 'reschedule') return isSameSecond(desiredTime, wish.change.desiredTime);
  return Object.entries(wish.change).every(([key, value]) => (properties[key] ?? '') === (value ?? ''));
}

import { EXPORTED_ID_KEY, FIELD_KEYS } from '../domain/keys.js';
import { parseWith } from './parse.js';
import { DialogSchema, explainIssues, QueuesReplySchema, RecordsReplySchema, WatermarksSchema } from './schemas.js';
import { isFields, readNumber, readText } from './values.js';

/** The bodies that servers answer with, besides records, diagnostics and errors. */

/** A reply that was read, or what is wrong with its envelope. */
export type ReplyReading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly string[] };

/** What a server says to a new callback. Only the id can be relied upon. */
export interface WireDialog {
  readonly id: string;
  /** Words for the customer. */
  readonly text?: string;
}

/** A number to dial, and what to show for it. */
export interface WireNumber {
  readonly number: string;
  readonly label: string;
}

/** Where a chat is begun and followed, and what is sent along. */
export interface WireChat {
  readonly startUrl: string;
  readonly cometUrl: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Callbacks handed to the queue and not completed, by service. */
export interface WireWatermarks {
  readonly services: Readonly<Record<string, number>>;
  readonly total: number;
}

/** The word for a callback that was cancelled, and for one that could not be. */
export const CANCEL_OK = 'Ok';
export const CANCEL_MISSING = 'FAILURE_MISSING';

const OK_TITLES = ['_ok_title', '_okTitle'];

/** Where an entry of a bulk cancel may tell its id. */
const ID_KEYS = [FIELD_KEYS.id, EXPORTED_ID_KEY, 'id'];

/** Opens the reply by queues: unread records by service name. */
export function readQueuesReply(body: unknown): ReplyReading<ReadonlyMap<string, readonly unknown[]>> {
  const read = parseWith(QueuesReplySchema, body);
  if (!read.success) return { ok: false, issues: explainIssues(read.error.issues) };
  return { ok: true, value: new Map(Object.entries(read.data)) };
}

/** Opens the reply by id or by properties: unread records. */
export function readRecordsReply(body: unknown): ReplyReading<readonly unknown[]> {
  const read = parseWith(RecordsReplySchema, body);
  return read.success ? { ok: true, value: read.data } : { ok: false, issues: explainIssues(read.error.issues) };
}

/** Reads the reply to a new callback, whatever its action is. */
export function readDialog(body: unknown): ReplyReading<WireDialog> {
  const read = parseWith(DialogSchema, body);
  if (!read.success) return { ok: false, issues: explainIssues(read.error.issues) };
  const text = readText(read.data._text);
  return { ok: true, value: { id: String(read.data._id), ...(text !== undefined && text !== '' && { text }) } };
}

/** Writes the reply to a new callback whose customer waits, with words for the customer. */
export function writeDialog(id: string, text: string): Record<string, string> {
  return { ...dialogOf(id, text), _ok_title: CANCEL_OK };
}

/** Writes the reply to a new callback whose customer dials a number. */
export function writeDialNumber(id: string, { number, label }: WireNumber): Record<string, string> {
  return { [FIELD_KEYS.id]: id, _dialog_id: '0', _action: 'DialNumber', _tel_url: `tel:${number}`, _label: label };
}

/** Writes the reply to a new callback whose customer chats. */
export function writeStartChat(id: string, { startUrl, cometUrl, parameters }: WireChat): Record<string, unknown> {
  return {
    [FIELD_KEYS.id]: id,
    _dialog_id: '0',
    _action: 'StartChat',
    _start_chat_url: startUrl,
    _comet_url: cometUrl,
    _chat_parameters: parameters,
  };
}

/** Writes the reply of a bulk cancel, one entry per id. */
export function writeCancelReply(
  outcomes: readonly { readonly id: string; readonly ok: boolean }[],
): readonly Record<string, string>[] {
  return outcomes.map(({ id, ok }) => ({
    ...dialogOf(id, ok ? 'The callback has been cancelled' : 'The callback can no longer be cancelled'),
    _ok_title: ok ? CANCEL_OK : CANCEL_MISSING,
  }));
}

/**
 * Reads the reply of a bulk cancel: the server's word by id, wherever in the reply it stands (its envelope is not public). An entry
 * tells its id itself, or stands under it as a key; a list without any id follows the order of the request.
 */
export function readCancelReply(body: unknown, ids: readonly string[]): ReadonlyMap<string, string> {
  const found: { id: string | undefined; title: string }[] = [];
  collectTitles(body, undefined, found);
  const inOrder = found.length === ids.length && found.every(({ id }) => id === undefined);
  const titles = new Map<string, string>();
  for (const [index, { id, title }] of found.entries()) {
    const owner = inOrder ? ids[index] : id;
    if (owner !== undefined) titles.set(owner, title);
  }
  return titles;
}

/** Whether the server's word means that the callback was cancelled. */
export function isCancelOk(title: string): boolean {
  return title.toLowerCase() === CANCEL_OK.toLowerCase();
}

/** Reads the watermarks. */
export function readWatermarks(body: unknown): ReplyReading<WireWatermarks> {
  const read = parseWith(WatermarksSchema, body);
  if (!read.success) return { ok: false, issues: explainIssues(read.error.issues) };
  const counts = Object.entries(read.data.services).map(([name, count]) => [name, readNumber(count) ?? 0] as const);
  return { ok: true, value: { services: Object.fromEntries(counts), total: readNumber(read.data.total) ?? 0 } };
}

/** Writes the watermarks of the given services. */
export function writeWatermarks(services: Readonly<Record<string, number>>): WireWatermarks {
  return { services, total: Object.values(services).reduce((sum, count) => sum + count, 0) };
}

function dialogOf(id: string, text: string): Record<string, string> {
  return { [FIELD_KEYS.id]: id, _dialog_id: '0', _action: 'ConfirmationDialog', _text: text };
}

/** Deep enough for every envelope imaginable, and not for one made to exhaust the stack. */
const DEEPEST = 16;

function collectTitles(
  value: unknown,
  key: string | undefined,
  found: { id: string | undefined; title: string }[],
  depth = 0,
): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collectTitles(item, undefined, found, depth + 1);
    return;
  }
  if (!isFields(value)) return;
  const title = OK_TITLES.map((name) => readText(value[name])).find((text) => text !== undefined);
  if (title === undefined) {
    for (const [name, item] of Object.entries(value)) collectTitles(item, name, found, depth + 1);
    return;
  }
  found.push({ id: ID_KEYS.map((name) => readText(value[name])).find((text) => text !== undefined) ?? key, title });
}

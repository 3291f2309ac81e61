import { BAD_PARAMETER, EXCEPTIONS } from '../../src/wire/errors.js';
import { isFields } from '../../src/wire/values.js';
import type { Fields } from '../../src/wire/values.js';
import { WireFailure } from './reply.js';

/** Bytes of the largest body of a request. */
export const MAXIMUM_BODY = 1024 * 1024;

/** Lists and objects within each other in a JSON body; requests to GMS are flat. */
const DEEPEST = 100;

/** Characters of a type that are repeated in an answer. */
const LONGEST_TYPE = 100;

/** Types of bodies that can be read. Plain text is JSON that a client did not name; a form to an endpoint that takes none is read as JSON. */
const READABLE_TYPES =
  /^(application\/json|text\/json|application\/[\w.+-]+\+json|application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)$/;

/**
 * Reads the fields of a request, sent as JSON, as an encoded form or as a multipart form. Plain text and no type are taken for JSON.
 * @throws WireFailure 400 when they cannot be read, 413 when there are too many, 415 when they are of another type.
 */
export async function readFields(request: Request): Promise<Fields> {
  const type = typeOf(request);
  const bytes = await readBytes(request, MAXIMUM_BODY);
  if (type === 'multipart/form-data') return readMultipart(bytes, request);
  const text = textOf(bytes);
  if (type === 'application/x-www-form-urlencoded') return readForm(text);
  if (text.trim() === '') return {};
  const body = parseJson(text, exactly);
  if (!isFields(body)) throw badBody('The body is not a JSON object.');
  return body;
}

/**
 * Reads a JSON body of any shape; undefined when there is none.
 * @param limit bytes
 * @throws WireFailure 400 when it is not JSON, 413 when it is too large, 415 when it is of a type that is no text of ours.
 */
export async function readJson(request: Request, limit = MAXIMUM_BODY): Promise<unknown> {
  const text = textOf(await readBytes(request, limit));
  return text.trim() === '' ? undefined : parseJson(text);
}

/**
 * Refuses a body before anybody reads it.
 * @param limit bytes
 * @throws WireFailure 413 when the request says that its body is larger.
 */
export function refuseLargeBody({ headers }: Request, limit = MAXIMUM_BODY): void {
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
}

/** Reads no more than the limit into memory, whatever length the request claims to have. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  refuseLargeBody(request, limit);
  if (request.body === null) return new Uint8Array();
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw badBody('The body breaks off.');
    });
    if (done) {
      if (size > 0) refuseOtherTypes(request);
      return joined(chunks, size);
    }
    size += value.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The platform's message speaks of its decoder, not of the request.
    throw badBody('The body is not UTF-8.');
  }
}

/** The type of a body without its parameters; empty when the request names none. */
function typeOf({ headers }: Request): string {
  const [type = ''] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  return type.trim();
}

function refuseOtherTypes(request: Request): void {
  const type = typeOf(request);
  if (type === '' || READABLE_TYPES.test(type)) return;
  const message = `A body of type ${type.slice(0, LONGEST_TYPE)} cannot be read.`;
  throw new WireFailure(415, { message, exception: EXCEPTIONS.general, phrase: 'UNSUPPORTED_MEDIA_TYPE' });
}

function readForm(text: string): Fields {
  try {
    // The platform's reader of forms lets a stray percent sign stand, and makes up characters for bytes that are none.
    decodeURIComponent(text);
  } catch {
    throw badBody('The form is not encoded as it must be: a percent sign stands alone, or the bytes are not UTF-8.');
  }
  return fieldsOf(new URLSearchParams(text));
}

async function readMultipart(bytes: Uint8Array<ArrayBuffer>, { headers }: Request): Promise<Fields> {
  try {
    const form = new Response(bytes, { headers: { 'content-type': headers.get('content-type') ?? '' } });
    return fieldsOf(await form.formData());
  } catch {
    // The platform's message speaks of its parser, not of the request.
    throw badBody('The multipart body cannot be read.');
  }
}

/** The texts of a form, in an object that no key can reach the prototype of; files are no fields. */
function fieldsOf(form: Iterable<readonly [string, unknown]>): Fields {
  const fields = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of form) if (typeof value === 'string') fields[key] = value;
  return fields;
}

/** Lets no number through that has lost digits: it would be a text that nobody sent. */
function exactly(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  throw badBody('A number has more digits than can be kept. Send it as a text.');
}

function parseJson(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  if (isTooDeep(text)) throw badBody(`The body is nested deeper than ${DEEPEST} levels.`);
  try {
    return JSON.parse(text, reviver) as unknown;
  } catch (error) {
    if (error instanceof WireFailure) throw error;
    // The platform's message quotes the body, and the body holds people's numbers.
    throw badBody('The body is not JSON.');
  }
}

/** Looks at the text, because whoever walks through what it describes would have to go as deep. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ']' || character === '}') depth -= 1;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEEPEST) return true;
    }
  }
  return false;
}

function tooLarge(limit: number): WireFailure {
  const message = `The body is larger than ${limit} bytes.`;
  return new WireFailure(413, { message, exception: EXCEPTIONS.general, phrase: 'PAYLOAD_TOO_LARGE' });
}

function badBody(message: string): WireFailure {
  return new WireFailure(400, { message, exception: EXCEPTIONS.general, phrase: BAD_PARAMETER });
}

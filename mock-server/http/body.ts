import { BAD_PARAMETER, EXCEPTIONS } from '../../src/wire/errors.js';
import { isFields } from '../../src/wire/values.js';
import type { Fields } from '../../src/wire/values.js';
import { WireFailure } from './reply.js';

/**
 * Reads the fields of a request, sent as JSON, as an encoded form or as a multipart form. A type that is neither is taken for JSON.
 * @throws WireFailure 400 when they cannot be read.
 */
export async function readFields(request: Request): Promise<Fields> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const text = await request.text();
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (text.trim() === '') return {};
  const body = parseJson(text);
  if (!isFields(body)) throw badBody('The body is not a JSON object.');
  return body;
}

/**
 * Reads a JSON body of any shape; undefined when there is none.
 * @throws WireFailure 400 when it is not JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  return text.trim() === '' ? undefined : parseJson(text);
}

async function readMultipart(request: Request): Promise<Fields> {
  try {
    const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [key, value] of await request.formData()) if (typeof value === 'string') fields[key] = value;
    return fields;
  } catch {
    // The platform's message speaks of its parser, not of the request.
    throw badBody('The multipart body cannot be read.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The platform's message quotes the body, and the body holds people's numbers.
    throw badBody('The body is not JSON.');
  }
}

function badBody(message: string): WireFailure {
  return new WireFailure(400, { message, exception: EXCEPTIONS.general, phrase: BAD_PARAMETER });
}

import { readWireTime, toWireTime } from './time.js';
import { isFields, readNumber } from './values.js';

/** Error bodies of the wire, in the three generations that are out there (GMS reference, conventions). */

/** Exception classes that servers name, by what they mean. */
export const EXCEPTIONS = Object.freeze({
  serviceUnavailable: 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionServiceUnavailable',
  number: 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionNumber',
  notFound: 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionNotFound',
  availability: 'com.genesyslab.gsg.services.callback.CallbackExceptionAvailability',
  general: 'com.genesyslab.gsg.GSGException',
  access: 'java.rmi.AccessException',
});

/** The constant of a request that cannot be accepted. */
export const BAD_PARAMETER = 'BAD_PARAMETER';

/** The constant of this mock for a request that the callback's state does not allow; real servers are not known to have one. */
export const ILLEGAL_STATE = 'ILLEGAL_STATE';

/** Which generation of error body to write. */
export type ErrorGeneration = '8.5.2' | '8.5.1' | 'oldest';

/** What an error body says. */
export interface WireError {
  readonly message: string;
  readonly exception: string;
  /** The server's constant; since 8.5.2. */
  readonly phrase?: string;
  /** The server's number; since 8.5.2. Its numbering is not public. */
  readonly code?: number;
  /** Free slots the server proposes instead: start in epoch milliseconds to places left. */
  readonly availability?: ReadonlyMap<number, number>;
}

/** What could be read from an error body. */
export interface ErrorReading {
  /** The constant, or the last part of the exception's name. */
  readonly serverCode?: string;
  /** The server's words: plain text of at most 500 characters. */
  readonly serverMessage?: string;
  readonly availability?: ReadonlyMap<number, number>;
}

const MAXIMUM_MESSAGE = 500;

const LIMIT_EXCEPTION = lastPart(EXCEPTIONS.serviceUnavailable);

const NUMBER_EXCEPTION = lastPart(EXCEPTIONS.number);

const TIME_EXCEPTION = lastPart(EXCEPTIONS.availability);

/** Says whether an error body speaks of a limit of the service. Its exception does, whatever its phrase is (GMS reference, start a callback). */
export function isLimitReached(body: unknown): boolean {
  return isFields(body) && lastPart(filled(body.exception)) === LIMIT_EXCEPTION;
}

/** The field of a request that an error body is about: its exception says so, or the free slots it proposes. Undefined for any other. */
export function refusedField(body: unknown): 'customerNumber' | 'desiredTime' | undefined {
  if (!isFields(body)) return undefined;
  const exception = lastPart(filled(body.exception));
  if (exception === NUMBER_EXCEPTION) return 'customerNumber';
  return exception === TIME_EXCEPTION || isFields(body.availability) ? 'desiredTime' : undefined;
}

/** Reads an error body of any generation, or whatever came in its place. Never throws. */
export function readErrorBody(body: unknown): ErrorReading {
  if (!isFields(body)) return {};
  const serverCode = filled(body.phrase) ?? lastPart(filled(body.exception));
  const serverMessage = plainText(filled(body.message) ?? filled(body.error));
  const availability = readAvailability(body.availability);
  return {
    ...(serverCode !== undefined && { serverCode }),
    ...(serverMessage !== undefined && { serverMessage }),
    ...(availability !== undefined && { availability }),
  };
}

/** Writes an error body. */
export function writeErrorBody(error: WireError, generation: ErrorGeneration = '8.5.2'): Record<string, unknown> {
  if (generation === 'oldest') return { error: error.message };
  const body: Record<string, unknown> = { message: error.message, exception: error.exception };
  if (generation === '8.5.2') {
    if (error.code !== undefined) body.code = error.code;
    if (error.phrase !== undefined) body.phrase = error.phrase;
  }
  if (error.availability !== undefined) body.availability = writeAvailability(error.availability);
  return body;
}

/** Reads free slots: times of the wire to places left, numbers also as text. What is neither is left out. */
export function readAvailability(value: unknown): ReadonlyMap<number, number> | undefined {
  if (!isFields(value)) return undefined;
  const slots = new Map<number, number>();
  for (const [key, places] of Object.entries(value)) {
    const start = readWireTime(key);
    const free = readNumber(places);
    if (start !== undefined && free !== undefined && free >= 0) slots.set(start, Math.floor(free));
  }
  return slots;
}

/** Writes free slots, earliest first. */
export function writeAvailability(slots: ReadonlyMap<number, number>): Record<string, number> {
  return Object.fromEntries([...slots].sort(([a], [b]) => a - b).map(([start, free]) => [toWireTime(start), free]));
}

function filled(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function lastPart(name: string | undefined): string | undefined {
  return name === undefined ? undefined : filled(name.slice(name.lastIndexOf('.') + 1));
}

/** A server's words are shown as a detail: one line, no control characters, not without end. */
function plainText(text: string | undefined): string | undefined {
  return filled(
    text
      ?.replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, MAXIMUM_MESSAGE),
  );
}

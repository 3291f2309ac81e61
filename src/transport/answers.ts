import { readErrorBody } from '../wire/errors.js';
import type { ReplyReading } from '../wire/replies.js';
import { badResponse } from './errors.js';
import type { HttpAnswer } from './http.js';

/** Reads the JSON of a successful answer. @throws CallbackError `bad-response` */
export function parseJson(doing: string, answer: HttpAnswer): unknown {
  refuseMarkup(doing, answer);
  try {
    return JSON.parse(answer.text) as unknown;
  } catch {
    // The platform's message quotes the text, and the text holds people's numbers.
    throw badResponse(doing, answer, ['is not JSON']);
  }
}

/** The value of a reading, or its issues as our error. */
export function unwrap<T>(doing: string, answer: HttpAnswer, reading: ReplyReading<T>): T {
  if (reading.ok) return reading.value;
  throw badResponse(doing, answer, reading.issues);
}

/**
 * Makes sure that a write took place. Its body means nothing, but a sign-in page or an error body with status 200 means that
 * it did not.
 */
export function expectDone(doing: string, answer: HttpAnswer): void {
  if (answer.text.trim() === '') return;
  refuseMarkup(doing, answer);
  if (isErrorBody(answer)) throw badResponse(doing, answer, ['is an error in spite of its status']);
}

/** The text of a successful answer that is CSV. */
export function expectCsv(doing: string, answer: HttpAnswer): string {
  refuseMarkup(doing, answer);
  if (/json/i.test(answer.headers.get('content-type') ?? '')) throw badResponse(doing, answer, ['is not CSV']);
  return answer.text;
}

/** Refuses what a proxy or a sign-in page says in the server's place. */
export function refuseMarkup(doing: string, answer: HttpAnswer): void {
  const type = answer.headers.get('content-type') ?? '';
  if (/html|xml/i.test(type) || /^\s*</.test(answer.text))
    throw badResponse(doing, answer, ['is a web page, not data']);
}

/** Says whether a body is an error of the server, whatever its status claims. */
export function isErrorBody(answer: HttpAnswer): boolean {
  try {
    const { serverCode, serverMessage } = readErrorBody(JSON.parse(answer.text));
    return serverCode !== undefined || serverMessage !== undefined;
  } catch {
    // No JSON at all: whatever it is, it is no error body.
    return false;
  }
}

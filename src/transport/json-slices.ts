import { JsonCursor } from './json-cursor.js';

/** Characters of JSON that are parsed at once: a millisecond or less of work. */
const SLICE_LENGTH = 131_072;

/** A piece of a large JSON text: some items of an array that is a member of the outermost object. */
export interface JsonSlice {
  /** Name of the member. */
  readonly member: string;
  /** Its next items; none only when the array is empty. */
  readonly items: readonly unknown[];
}

/** Reading under way: `undefined` says that it goes on once there is more text. */
type Reading<Result = void> = Generator<JsonSlice | undefined, Result, undefined>;

/**
 * Reads the JSON text of an object of arrays while it arrives, slice by slice, so that the caller decides when to pause: parsing a text
 * of a hundred thousand records at once would freeze the page, and keep text and records in memory side by side.
 */
export class JsonSlices {
  readonly #cursor = new JsonCursor();
  readonly #reading: Reading;

  constructor(sliceLength: number = SLICE_LENGTH) {
    this.#reading = readObject(this.#cursor, sliceLength);
  }

  /**
   * Takes the next piece of the text, cut anywhere, and gives the slices that are complete with it.
   * @throws SyntaxError when the text is not JSON, or not an object of arrays. Its message holds nothing of the text.
   */
  *push(text: string): Generator<JsonSlice, void> {
    this.#cursor.append(text);
    yield* this.#complete();
  }

  /**
   * Says that the text is over, and gives the last slices.
   * @throws SyntaxError as `push` does, and when the text is not complete.
   */
  *end(): Generator<JsonSlice, void> {
    this.#cursor.finish();
    yield* this.#complete();
  }

  *#complete(): Generator<JsonSlice, void> {
    for (;;) {
      const { done, value } = this.#reading.next();
      if (done === true || value === undefined) return;
      yield value;
    }
  }
}

function* readObject(cursor: JsonCursor, sliceLength: number): Reading {
  yield* take(cursor, '{');
  if (!(yield* takeIf(cursor, '}'))) {
    do {
      const member = yield* takeString(cursor);
      yield* take(cursor, ':');
      yield* take(cursor, '[');
      yield* readArray(cursor, member, sliceLength);
    } while (yield* takeIf(cursor, ','));
    yield* take(cursor, '}');
  }
  while (!cursor.isOver()) yield undefined;
}

function* readArray(cursor: JsonCursor, member: string, sliceLength: number): Reading {
  let isFirst = true;
  for (;;) {
    const slice = cursor.takeItems(sliceLength);
    if (slice === undefined) {
      yield undefined;
      continue;
    }
    const { items, isLast } = slice;
    // A list that is cut may have no empty piece: that would hide a comma too many.
    if (items.length === 0 && !(isFirst && isLast)) throw cursor.unexpected();
    yield { member, items };
    if (isLast) return;
    isFirst = false;
  }
}

function* take(cursor: JsonCursor, character: string): Reading {
  if (!(yield* takeIf(cursor, character))) throw cursor.unexpected();
}

function* takeIf(cursor: JsonCursor, character: string): Reading<boolean> {
  let next = cursor.peek();
  while (next === undefined) {
    yield undefined;
    next = cursor.peek();
  }
  return cursor.takeIf(character);
}

function* takeString(cursor: JsonCursor): Reading<string> {
  let string = cursor.takeString();
  while (string === undefined) {
    yield undefined;
    string = cursor.takeString();
  }
  return string;
}

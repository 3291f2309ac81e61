/** Characters of JSON that are parsed at once: a millisecond or two of work. */
const SLICE_LENGTH = 65_536;

/** A piece of a large JSON text: some items of an array that is a member of the outermost object. */
export interface JsonSlice {
  /** Name of the member. */
  readonly member: string;
  /** Its next items; none only when the array is empty. */
  readonly items: readonly unknown[];
}

/**
 * Reads the JSON text of an object of arrays piece by piece, so that the caller decides when to pause: parsing a text of a hundred
 * thousand records at once would freeze the page.
 * @throws SyntaxError when the text is not JSON, or not an object of arrays. Its message holds nothing of the text.
 */
export function* jsonSlices(text: string, sliceLength: number = SLICE_LENGTH): Generator<JsonSlice, void> {
  const cursor = new Cursor(text);
  cursor.take('{');
  if (!cursor.takeIf('}')) {
    do {
      const member = cursor.takeString();
      cursor.take(':');
      cursor.take('[');
      for (const items of slicesOfArray(cursor, sliceLength)) yield { member, items };
    } while (cursor.takeIf(','));
    cursor.take('}');
  }
  cursor.takeEnd();
}

function* slicesOfArray(cursor: Cursor, sliceLength: number): Generator<readonly unknown[], void> {
  let first = true;
  for (;;) {
    const { json, last } = cursor.takeItems(sliceLength);
    const items = cursor.parse(`[${json}]`) as readonly unknown[];
    // A list that is cut may have no empty piece: that would hide a comma too many.
    if (items.length === 0 && !(first && last)) throw cursor.unexpected();
    yield items;
    if (last) return;
    first = false;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Walks over JSON text. It only finds where things end; whether they are JSON is left to the platform's parser. */
class Cursor {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(character: string): void {
    if (!this.takeIf(character)) throw this.unexpected();
  }

  takeIf(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  takeString(): string {
    this.#skipSpace();
    const start = this.#at;
    if (this.#text.charCodeAt(start) !== QUOTE) throw this.unexpected();
    this.#at = this.#endOfString(start);
    return this.parse(this.#text.slice(start, this.#at)) as string;
  }

  takeEnd(): void {
    this.#skipSpace();
    if (this.#at !== this.#text.length) throw this.unexpected();
  }

  /** The next items of the array around, at least one if there is one and about `length` characters of them. */
  takeItems(length: number): { readonly json: string; readonly last: boolean } {
    const start = this.#at;
    let depth = 0;
    let at = start;
    while (at < this.#text.length) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE) {
        at = this.#endOfString(at);
        continue;
      }
      if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth += 1;
      const closes = code === CLOSE_OBJECT || code === CLOSE_ARRAY;
      if (depth === 0 && (closes || (code === COMMA && at - start >= length))) {
        this.#at = at;
        this.take(closes ? ']' : ',');
        return { json: this.#text.slice(start, at), last: closes };
      }
      if (closes) depth -= 1;
      at += 1;
    }
    this.#at = at;
    throw this.unexpected();
  }

  parse(json: string): unknown {
    try {
      return JSON.parse(json);
    } catch {
      // The platform's message quotes the text, and the text holds people's numbers.
      throw this.unexpected();
    }
  }

  unexpected(): SyntaxError {
    return new SyntaxError(`Unexpected text before or at character ${this.#at} of ${this.#text.length}.`);
  }

  #skipSpace(): void {
    while (' \n\r\t'.includes(this.#text[this.#at] ?? '-')) this.#at += 1;
  }

  /** Where the string that begins here is over, its last quote included. */
  #endOfString(start: number): number {
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    if (end === -1) throw this.unexpected();
    return end + 1;
  }

  #isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.#text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
    return backslashes % 2 === 1;
  }
}

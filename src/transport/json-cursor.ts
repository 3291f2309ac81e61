const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Characters of an item that may wait for its end: a text that goes on for longer is no list of records. */
const LONGEST_ITEM = 1 << 24;

/** Some items of an array, and whether the array ends with them. */
export interface Items {
  readonly items: readonly unknown[];
  readonly isLast: boolean;
}

/**
 * Walks over JSON text that is still arriving. It only finds where things end; whether they are JSON is left to the platform's parser.
 * What needs more text than there is comes to nothing, and is asked for again.
 */
export class JsonCursor {
  #text = '';
  #at = 0;
  #isWhole = false;
  /** Characters that were let go. */
  #passed = 0;
  /** Length from which it is worth looking again: twice what was not enough, so that looking costs no more than reading. */
  #worthwhile = 0;

  append(text: string): void {
    this.#passed += this.#at;
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
  }

  /** Says that no more text will come: what is missing now is missing for good. */
  finish(): void {
    this.#isWhole = true;
  }

  /** The next character that is no space; none after the last, undefined when it is still to come. */
  peek(): string | undefined {
    while (' \n\r\t'.includes(this.#text[this.#at] ?? '-')) this.#at += 1;
    return this.#text[this.#at] ?? (this.#isWhole ? '' : undefined);
  }

  takeIf(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  takeString(): string | undefined {
    const next = this.peek();
    if (next === undefined || this.#isTooShort()) return undefined;
    if (next !== '"') throw this.unexpected();
    const start = this.#at;
    const end = this.#endOfString(start);
    if (end === -1) {
      this.#wait();
      return undefined;
    }
    const string = parse(this.#text.slice(start, end));
    if (string === undefined) throw this.unexpected();
    this.#at = end;
    this.#worthwhile = 0;
    return string as string;
  }

  /** The next items of the array around, about `length` characters of them; undefined when there is not enough text. */
  takeItems(length: number): Items | undefined {
    if (this.#isTooShort()) return undefined;
    const ahead = this.#text.slice(this.#at, this.#at + length);
    const close = ahead.indexOf(']');
    if (close === -1 && ahead.length < length && !this.#isWhole) return undefined;
    return this.#guess(ahead, close) ?? this.#walk(length);
  }

  /** Whether nothing follows; false when it is too early to tell. */
  isOver(): boolean {
    const next = this.peek();
    if (next !== undefined && next !== '') throw this.unexpected();
    return next === '';
  }

  unexpected(): SyntaxError {
    return new SyntaxError(`Unexpected text before or at character ${this.#passed + this.#at}.`);
  }

  /**
   * Takes the next bracket for the end of the array, else the last `},{` for the end of an item. A wrong guess lies in a string or in
   * something nested, which it leaves open, so it never parses: what does parse was cut in the right place.
   */
  #guess(ahead: string, close: number): Items | undefined {
    if (close !== -1) {
      const items = parseItems(ahead.slice(0, close));
      if (items !== undefined) return this.#pass(items, this.#at + close);
    }
    const end = ahead.lastIndexOf('},{') + 1;
    if (end === 0) return undefined;
    const items = parseItems(ahead.slice(0, end));
    return items && this.#pass(items, this.#at + end);
  }

  /** Looks at every character, which is slower by far and always right. */
  #walk(length: number): Items | undefined {
    const start = this.#at;
    const end = this.#endOfItems(length);
    if (end === -1) {
      this.#wait();
      return undefined;
    }
    const items = parseItems(this.#text.slice(start, end));
    if (items === undefined) throw this.unexpected();
    return this.#pass(items, end);
  }

  /** Where an item ends that is followed by a comma or a closing bracket of the array around; -1 when it is not there. */
  #endOfItems(length: number): number {
    const start = this.#at;
    let depth = 0;
    for (let at = start; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE) {
        const end = this.#endOfString(at);
        if (end === -1) return -1;
        at = end - 1;
      } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        depth += 1;
      } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
        if (depth === 0) return at;
        depth -= 1;
      } else if (code === COMMA && depth === 0 && at - start >= length) {
        return at;
      }
    }
    return -1;
  }

  /** Where the string that begins here is over, its last quote included; -1 when it is not there. */
  #endOfString(start: number): number {
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    return end === -1 ? -1 : end + 1;
  }

  #isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.#text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
    return backslashes % 2 === 1;
  }

  #pass(items: readonly unknown[], end: number): Items {
    const character = this.#text.charCodeAt(end);
    if (character !== COMMA && character !== CLOSE_ARRAY) throw this.unexpected();
    this.#at = end + 1;
    this.#worthwhile = 0;
    return { items, isLast: character === CLOSE_ARRAY };
  }

  #isTooShort(): boolean {
    return !this.#isWhole && this.#text.length - this.#at < this.#worthwhile;
  }

  /** Says that there is not enough text. */
  #wait(): void {
    const length = this.#text.length - this.#at;
    if (this.#isWhole || length > LONGEST_ITEM) throw this.unexpected();
    this.#worthwhile = length * 2;
  }
}

function parseItems(json: string): readonly unknown[] | undefined {
  return parse(`[${json}]`) as readonly unknown[] | undefined;
}

/** The value of a JSON text; undefined when it is none. The platform's message is let go: it quotes the text, which holds people's numbers. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

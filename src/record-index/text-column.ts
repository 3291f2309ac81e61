import type { CallbackRecord } from '../domain/callback.js';
import { ascending, isIn, toggled } from './ascending.js';
import type { IndexField } from './fields.js';
import { fold } from './fold.js';
import type { RecordStore } from './record-store.js';
import { RowList } from './row-list.js';
import type { Work } from './work.js';

/** Rows of a segment; a power of two. So many usual texts are under 65,536 characters, which two bytes can tell apart. */
export const SEGMENT = 1024;
/** Segments that are searched or made between two pauses. */
const SEGMENTS_AT_ONCE = 32;
/** One row in so many may be patched before the segments are made anew. */
const SHARE_PATCHED = 64;

/** Stands between two texts. It may occur in them too: where a text ends is known without it. */
const BETWEEN = '\n';
/** Texts in which folding changes nothing but the case, and so no length. */
const PLAIN = /^[\n -~]*$/;

interface Segment {
  readonly text: string;
  /** Where the text of each row ends. */
  readonly ends: Uint16Array | Uint32Array;
}

/** Texts that hardly ever come again: joined, as one long text is searched several times as fast as many short ones. */
export class TextColumn {
  readonly #field: IndexField;
  readonly #store: RecordStore;
  readonly #segments: Segment[] = [];
  /** Folded texts that are not as in the segments. */
  readonly #patches = new Map<number, string>();
  #read = 0;
  #version = 0;

  constructor(field: IndexField, store: RecordStore) {
    this.#field = field;
    this.#store = store;
  }

  get read(): number {
    return this.#read;
  }

  /** Counts how often a text was set. */
  get version(): number {
    return this.#version;
  }

  foldedAt(row: number): string {
    const patch = this.#patches.size === 0 ? undefined : this.#patches.get(row);
    if (patch !== undefined) return patch;
    const { text, ends } = this.#segments[Math.floor(row / SEGMENT)] as Segment;
    const place = row % SEGMENT;
    return text.slice(place === 0 ? 0 : (ends[place - 1] as number) + 1, ends[place]);
  }

  /** Whether every row is read, and few of them have been patched since. */
  get isReady(): boolean {
    return (
      this.#read === this.#store.limit && this.#patches.size * SHARE_PATCHED <= this.#read + SHARE_PATCHED * SEGMENT
    );
  }

  /** Reads a segment, or one anew that has been patched. */
  readOn(): void {
    const [patched = 0] = this.#patches.keys();
    const row = this.#read < this.#store.limit ? this.#read : patched;
    this.#make(Math.floor(row / SEGMENT));
  }

  set(row: number, record: CallbackRecord | undefined): void {
    this.#patches.set(row, record === undefined ? '' : fold(this.#field.text(record)));
    this.#version += 1;
  }

  *scan(folded: string): Work<Uint32Array> {
    const found = new RowList();
    for (let segment = 0; segment < this.#segments.length; segment += 1) {
      scanSegment(this.#segments[segment] as Segment, folded, segment * SEGMENT, found);
      if (segment % SEGMENTS_AT_ONCE === 0) yield;
    }
    const rows = found.toArray();
    const differ = (row: number): boolean => isIn(rows, row) !== (this.#patches.get(row) as string).includes(folded);
    return toggled(rows, ascending(this.#patches.keys()).filter(differ));
  }

  matcher(folded: string): (row: number) => boolean {
    return (row) => this.foldedAt(row).includes(folded);
  }

  /** Makes a segment of the records as they are now. */
  #make(segment: number): void {
    const start = segment * SEGMENT;
    const end = Math.min(this.#store.limit, start + SEGMENT);
    const texts: string[] = [];
    for (let row = start; row < end; row += 1) {
      texts.push(this.#store.isLive(row) ? this.#field.text(this.#store.at(row)) : '');
      if (this.#patches.size > 0) this.#patches.delete(row);
    }
    this.#segments[segment] = joined(texts);
    this.#read = Math.max(this.#read, end);
    this.#version += 1;
  }
}

function joined(shown: readonly string[]): Segment {
  let text = shown.join(BETWEEN);
  const isPlain = PLAIN.test(text);
  const texts = isPlain ? shown : shown.map(fold);
  text = isPlain ? text.toLowerCase() : texts.join(BETWEEN);
  const ends = text.length < 65_536 ? new Uint16Array(texts.length) : new Uint32Array(texts.length);
  let end = -1;
  for (let place = 0; place < texts.length; place += 1) {
    end += (texts[place] as string).length + 1;
    ends[place] = end;
  }
  return { text, ends };
}

function scanSegment({ text, ends }: Segment, folded: string, start: number, found: RowList): void {
  let place = 0;
  let at = text.indexOf(folded);
  while (at !== -1) {
    while ((ends[place] as number) < at) place += 1;
    const end = ends[place] as number;
    // A match that goes on beyond its text is none: what stands between was searched for too.
    const isWithin = at + folded.length <= end;
    if (isWithin) found.add(start + place);
    at = text.indexOf(folded, isWithin ? end : at + 1);
  }
}

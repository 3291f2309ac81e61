import type { CallbackRecord } from '../domain/callback.js';
import type { IndexField } from './fields.js';
import { fold } from './fold.js';
import type { FoundRows } from './found-rows.js';
import type { RecordStore } from './record-store.js';
import { RowList } from './row-list.js';
import { SEGMENT } from './text-column.js';
import { inPieces } from './work.js';
import type { Work } from './work.js';

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Stands in rows that are gone. */
const NONE = 0;

/** Texts of which many rows have the same: one small number per row, and each distinct text once. */
export class CodeColumn {
  readonly #field: IndexField;
  readonly #store: RecordStore;
  #codes: Codes;
  /** By code. */
  readonly #shown: string[] = [''];
  readonly #folded: string[] = [''];
  readonly #counts: number[] = [0];
  readonly #codeOf = new Map<string, number>();
  readonly #free: number[] = [];
  #read = 0;
  #version = 0;

  constructor(field: IndexField, store: RecordStore) {
    this.#field = field;
    this.#store = store;
    this.#codes = new Uint8Array(store.limit);
  }

  get read(): number {
    return this.#read;
  }

  /** Whether every row is read. */
  get isReady(): boolean {
    return this.#read === this.#store.limit;
  }

  /** Counts how often another text has come in. */
  get version(): number {
    return this.#version;
  }

  /** How many different texts there are. */
  get distinct(): number {
    return this.#codeOf.size;
  }

  /** The texts by code, as shown; some may be out of use. */
  get shown(): readonly string[] {
    return this.#shown;
  }

  /** The texts by code, folded. */
  get folded(): readonly string[] {
    return this.#folded;
  }

  /** Number of rows by text, as shown. */
  get counts(): ReadonlyMap<string, number> {
    return new Map(Array.from(this.#codeOf, ([text, code]) => [text, this.#counts[code] as number]));
  }

  /** The same for some rows only. */
  countsOf(rows: FoundRows): ReadonlyMap<string, number> {
    const counts = new Uint32Array(this.#shown.length);
    for (let position = 0; position < rows.length; position += 1) {
      const code = this.codeAt(rows.at(position));
      counts[code] = (counts[code] as number) + 1;
    }
    const used = [...this.#codeOf].filter(([, code]) => counts[code] !== 0);
    return new Map(used.map(([text, code]) => [text, counts[code] as number]));
  }

  codeAt(row: number): number {
    return this.#codes[row] as number;
  }

  foldedAt(row: number): string {
    return this.#folded[this.codeAt(row)] as string;
  }

  readOn(): void {
    const end = Math.min(this.#store.limit, this.#read + SEGMENT);
    if (end > this.#codes.length) this.#resize(Math.max(this.#store.limit, Math.ceil(this.#codes.length * 1.125)));
    for (let row = this.#read; row < end; row += 1) {
      this.#put(row, this.#store.isLive(row) ? this.#store.at(row) : undefined);
    }
    this.#read = end;
  }

  set(row: number, record: CallbackRecord | undefined): void {
    const old = this.codeAt(row);
    this.#put(row, record);
    this.#release(old);
  }

  *scan(folded: string): Work<Uint32Array> {
    const isFound = this.#found(folded);
    const found = new RowList();
    yield* inPieces(this.#read, (start, end) => {
      for (let row = start; row < end; row += 1) if (isFound[this.codeAt(row)] === 1) found.add(row);
    });
    return found.toArray();
  }

  matcher(folded: string, rows: number): (row: number) => boolean {
    if (rows < this.distinct) return (row) => this.foldedAt(row).includes(folded);
    const isFound = this.#found(folded);
    return (row) => isFound[this.codeAt(row)] === 1;
  }

  /** By code: whether a text is found in it. */
  #found(folded: string): Uint8Array {
    return Uint8Array.from(this.#folded, (text) => (text.includes(folded) ? 1 : 0));
  }

  #put(row: number, record: CallbackRecord | undefined): void {
    const code = record === undefined ? NONE : this.#codeFor(this.#field.text(record));
    this.#counts[code] = (this.#counts[code] as number) + 1;
    this.#codes[row] = code;
  }

  #codeFor(text: string): number {
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.#free.pop() ?? this.#shown.length;
    if (code > 255 && this.#codes.BYTES_PER_ELEMENT === 1) this.#resize(this.#codes.length, Uint16Array);
    if (code > 65_535 && this.#codes.BYTES_PER_ELEMENT === 2) this.#resize(this.#codes.length, Uint32Array);
    this.#codeOf.set(text, code);
    this.#shown[code] = text;
    this.#folded[code] = fold(text);
    this.#counts[code] = 0;
    this.#version += 1;
    return code;
  }

  #release(code: number): void {
    const count = (this.#counts[code] as number) - 1;
    this.#counts[code] = count;
    if (count > 0 || code === NONE) return;
    this.#codeOf.delete(this.#shown[code] as string);
    this.#free.push(code);
  }

  #resize(length: number, type = this.#codes.constructor as new (length: number) => Codes): void {
    const codes = new type(length);
    codes.set(this.#codes);
    this.#codes = codes;
  }
}

import type { CallbackRecord } from '../domain/callback.js';
import { isAskedFor } from '../domain/query.js';
import type { CallbackQuery } from '../domain/query.js';
import { RecordReader } from '../wire/record-reader.js';
import { refuseMarkup } from './answers.js';
import type { CallbackList, ListProgress, UnreadableRecord } from './callback-transport.js';
import { Doubles } from './doubles.js';
import { badResponse, readServerTime } from './errors.js';
import type { HttpStream } from './http.js';
import { JsonSlices } from './json-slices.js';
import type { JsonSlice } from './json-slices.js';
import { Pace } from './pace.js';

/** How a list is read. */
export interface ListReaderOptions {
  readonly doing: string;
  readonly query: CallbackQuery;
  /** How many answers make the list. */
  readonly answers: number;
  readonly onProgress?: ((progress: ListProgress) => void) | undefined;
}

/** What has been read of one answer. */
interface Part {
  readonly records: CallbackRecord[];
  readonly services: string[];
  readonly unreadable: UnreadableRecord[];
  /** Of the ids of the records. */
  readonly marks: number[];
  readonly serverTime: number | undefined;
  share: number | undefined;
}

/** Characters of an answer that are kept, to say what is wrong should it turn out to be no list: more than an error's body has. */
const HEAD_LENGTH = 16_384;

/** Collects the answers to one list query into one list while they arrive, in slices that leave the page alive. */
export class ListReader {
  readonly #options: ListReaderOptions;
  readonly #pace = new Pace();
  readonly #reader = new RecordReader();
  readonly #doubles = new Doubles();
  readonly #parts: (Part | undefined)[] = [];
  readonly #isFiltered: boolean;
  #count = 0;

  constructor(options: ListReaderOptions) {
    this.#options = options;
    const { services, states, properties } = options.query;
    this.#isFiltered = services.length + states.length + Object.keys(properties).length > 0;
  }

  /** Reads one answer. Whenever answers come, their callbacks stand in the order of their numbers. */
  async add(number: number, stream: HttpStream, signal: AbortSignal): Promise<void> {
    const { doing } = this.#options;
    const { status, headers } = stream;
    const part: Part = {
      ...{ records: [], marks: [], services: [], unreadable: [] },
      ...{ serverTime: readServerTime(headers), share: undefined },
    };
    const slices = new JsonSlices();
    let head = '';
    this.#parts[number] = part;
    try {
      for await (const { text, share } of stream.pieces) {
        if (head.length < HEAD_LENGTH) refuseMarkup(doing, { status, headers, text: (head += text) });
        part.share = share;
        await this.#addSlices(part, slices.push(text), signal);
      }
      await this.#addSlices(part, slices.end(), signal);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw badResponse(doing, { status, headers, text: head }, ['is not a list of callbacks by service']);
    }
  }

  /** The list of everything that was read. An id that came twice counts once, as it came last. */
  async finish(signal: AbortSignal | undefined): Promise<CallbackList> {
    const parts = this.#parts.filter((part) => part !== undefined);
    const records = joined(parts.map((part) => part.records));
    const marks = joined(parts.map((part) => part.marks));
    const serverTime = parts.findLast((part) => part.serverTime !== undefined)?.serverTime;
    const list: CallbackList = {
      records: this.#doubles.without(records, marks),
      services: [...new Set(parts.flatMap(({ services }) => services))],
      unreadable: parts.flatMap(({ unreadable }) => unreadable),
      ...(serverTime !== undefined && { serverTime }),
    };
    // Whoever shows a long list has a whole slice for it.
    if (this.#pace.hasBreathed) await this.#pace.breathe(signal);
    return list;
  }

  async #addSlices(part: Part, slices: Iterable<JsonSlice>, signal: AbortSignal): Promise<void> {
    for (const slice of slices) {
      this.#addSlice(part, slice);
      await this.#rest(signal);
    }
    // A piece that completes nothing took its time too.
    await this.#rest(signal);
  }

  async #rest(signal: AbortSignal): Promise<void> {
    if (!this.#pace.isUsedUp) return;
    this.#options.onProgress?.({ records: this.#count, share: this.#share });
    await this.#pace.breathe(signal);
  }

  #addSlice(part: Part, { member, items }: JsonSlice): void {
    if (part.services.at(-1) !== member) part.services.push(member);
    for (const item of items) {
      const reading = this.#reader.read(item, member);
      if (!reading.ok) {
        const { ok: _, ...unreadable } = reading;
        part.unreadable.push(unreadable);
      } else if (!this.#isFiltered || isAskedFor(reading.record, this.#options.query)) {
        part.records.push(reading.record);
        part.marks.push(this.#doubles.mark(reading.record.id));
      }
    }
    this.#count += items.length;
  }

  /** How much of all answers is here, where every one that is under way tells. */
  get #share(): number | undefined {
    let sum = 0;
    for (const part of this.#parts) sum += part === undefined ? 0 : (part.share ?? NaN);
    return Number.isNaN(sum) ? undefined : sum / this.#options.answers;
  }
}

/** The items of all lists. Flattening does the same, item by item. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = []] = lists;
  return lists.length > 1 ? first.concat(...lists.slice(1)) : first;
}

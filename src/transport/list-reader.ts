import type { CallbackRecord } from '../domain/callback.js';
import { isAskedFor } from '../domain/query.js';
import type { CallbackQuery } from '../domain/query.js';
import { readRecord } from '../wire/records.js';
import { refuseMarkup } from './answers.js';
import type { CallbackList, UnreadableRecord } from './callback-transport.js';
import { badResponse, readServerTime } from './errors.js';
import type { HttpAnswer } from './http.js';
import { jsonSlices } from './json-slices.js';
import type { JsonSlice } from './json-slices.js';
import { Pace } from './pace.js';

/** Collects the answers to one list query into one list, in slices that leave the page alive. */
export class ListReader {
  readonly #doing: string;
  readonly #query: CallbackQuery;
  readonly #pace = new Pace();
  readonly #records = new Map<string, CallbackRecord>();
  readonly #services = new Set<string>();
  readonly #unreadable: UnreadableRecord[] = [];
  #serverTime: number | undefined;

  constructor(doing: string, query: CallbackQuery) {
    this.#doing = doing;
    this.#query = query;
  }

  /** Reads one answer. An id that comes twice counts once, as it came last. */
  async add(answer: HttpAnswer, signal: AbortSignal | undefined): Promise<void> {
    refuseMarkup(this.#doing, answer);
    try {
      for (const slice of jsonSlices(answer.text)) {
        this.#addSlice(slice);
        await this.#pace.breathe(signal);
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw badResponse(this.#doing, answer, ['is not a list of callbacks by service']);
    }
    this.#serverTime = readServerTime(answer.headers) ?? this.#serverTime;
  }

  finish(): CallbackList {
    return {
      records: [...this.#records.values()],
      services: [...this.#services],
      unreadable: this.#unreadable,
      ...(this.#serverTime !== undefined && { serverTime: this.#serverTime }),
    };
  }

  #addSlice({ member, items }: JsonSlice): void {
    this.#services.add(member);
    for (const item of items) {
      const reading = readRecord(item, { serviceName: member });
      if (!reading.ok) {
        const { issues, id, serviceName } = reading;
        this.#unreadable.push({
          issues,
          ...(id !== undefined && { id }),
          ...(serviceName !== undefined && { serviceName }),
        });
      } else if (isAskedFor(reading.record, this.#query)) this.#records.set(reading.record.id, reading.record);
    }
  }
}

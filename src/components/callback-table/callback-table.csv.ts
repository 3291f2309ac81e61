import { stateText } from '../../domain/callback.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { csvChunks } from '../../domain/csv.js';
import type { CsvFormat } from '../../domain/csv.js';
import { LAST_INSTANT } from '../../domain/instants.js';
import type { TimeFormat } from '../../internal/format.js';
import { quickTime } from '../../internal/quick-time.js';
import { runWork } from '../../internal/work.js';
import type { Work } from '../../internal/work.js';
import { propertyOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import type { RowContext } from './callback-table.row-types.js';
import { columnTitle } from './callback-table.texts.js';
import type { TableTexts } from './callback-table.texts.js';

/** How the list is written as CSV, and when no longer. */
export interface CsvOptions extends CsvFormat {
  /** Ends the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Records in the order they are shown in. */
interface RecordList {
  readonly length: number;
  /** The record at a position, from 0. */
  recordAt(position: number): CallbackRecord;
}

/** A column of the file. */
interface CsvColumn {
  readonly title: string;
  readonly text: (record: CallbackRecord) => string;
}

/** Writes a list as CSV, as it is at the moment of the call, in pieces that let the page draw and listen in between. */
export async function csvOf(list: RecordList, context: RowContext, options: CsvOptions): Promise<Blob> {
  const records: CallbackRecord[] = [];
  for (let at = 0; at < list.length; at += 1) records.push(list.recordAt(at));
  const columns = context.columns.flatMap((column) => csvColumns(column, context.texts));
  return runWork(writing(rowsOf(records, columns), options), options.signal);
}

/** A file of small files: its text never exists as a whole. */
function* writing(rows: Iterable<readonly string[]>, format: CsvFormat): Work<Blob> {
  const parts: Blob[] = [];
  for (const chunk of csvChunks(rows, format)) {
    parts.push(new Blob([chunk]));
    yield;
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function* rowsOf(
  records: readonly CallbackRecord[],
  columns: readonly CsvColumn[],
): Generator<readonly string[], void> {
  yield columns.map(({ title }) => title);
  for (const record of records) yield columns.map(({ text }) => text(record));
}

/** What a column writes: the texts that the table shows, and nothing in the place of what a callback does not have. */
function csvColumns(column: ColumnDefinition, texts: TableTexts): readonly CsvColumn[] {
  const { kind, keys = [], title = columnTitle(texts, column) } = column;
  switch (kind) {
    case 'state':
      return [{ title, text: stateText }];
    case 'time':
      return timeColumns(column, texts);
    case 'phone':
      return [{ title, text: ({ customerNumber }) => customerNumber }];
    case 'service':
      return [{ title, text: ({ serviceName }) => serviceName }];
    case 'service-id':
      return [{ title, text: ({ id }) => id }];
    case 'property':
      return keys.slice(0, 1).map(({ key, alias }) => propertyColumn(key, column.title ?? alias));
    case 'custom-fields':
      return keys.map(({ key, alias }) => propertyColumn(key, alias));
  }
}

function propertyColumn(key: string, title: string): CsvColumn {
  return { title, text: (record) => propertyOf(record, key) ?? '' };
}

/** The time as it is shown, under the name of the zone since no offset holds for every row; and the instant, for programs. */
function timeColumns({ title }: ColumnDefinition, { term, time, zone }: TableTexts): readonly CsvColumn[] {
  const titleWith = (hint: string): string =>
    title === undefined ? term('desiredCallbackTime', hint) : `${title} (${hint})`;
  const second = quickTime(isoSecond);
  return [
    { title: titleWith(zone), text: ({ desiredTime }) => time(desiredTime) },
    { title: titleWith('ISO 8601'), text: ({ desiredTime }) => isoTime(desiredTime, second) },
  ];
}

function isoSecond(instant: number): string {
  return Math.abs(instant) <= LAST_INSTANT ? new Date(instant).toISOString().slice(0, -'.000Z'.length) : '';
}

/** An instant in UTC, with milliseconds; nothing for what is no instant. */
function isoTime(instant: number, second: TimeFormat): string {
  const text = second(instant);
  const whole = Math.floor(instant);
  return text === '' ? '' : `${text}.${String(whole - Math.floor(whole / 1000) * 1000).padStart(3, '0')}Z`;
}

import type { CallbackRecord } from '../../domain/callback.js';
import { LAST_INSTANT } from '../../domain/instants.js';
import { timeFormat } from '../../internal/format.js';
import type { TimeFormat } from '../../internal/format.js';
import { isolate } from '../../internal/isolate.js';
import type { LocalizeController } from '../../internal/localize.js';
import { quickTime } from '../../internal/quick-time.js';
import type { PageBounds } from '../../record-index/pages.js';
import { sortFieldOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import type { SortKey } from './callback-table.types.js';

/** The reader's language and zone, ready for use: words, times, numbers and the order of texts. The same object for as long as neither changes. */
export interface TableTexts {
  readonly lang: string;
  readonly zone: string;
  readonly term: LocalizeController['term'];
  readonly time: TimeFormat;
  readonly number: (value: number) => string;
  /** Compares two texts as the language orders them, numbers inside them by what they are worth. */
  readonly collate: (a: string, b: string) => number;
  /** Offset of the zone as the time column's title carries it: `GMT+2`. */
  readonly offset: string;
}

/**
 * Makes the texts for a language and a zone.
 * @param offset the zone's present offset, as the time column's title carries it
 */
export function tableTexts(localize: LocalizeController, zone: string, offset: string): TableTexts {
  const lang = localize.lang();
  const numbers = new Intl.NumberFormat(lang);
  let compare: TableTexts['collate'] | undefined;
  return {
    lang,
    zone,
    term: localize.term.bind(localize),
    time: quickTime(safely(timeFormat(lang, zone))),
    number: (value) => numbers.format(value),
    // Made when a text column is first sorted: it costs as much as a row or two.
    collate: (a, b) => (compare ??= new Intl.Collator(lang, { numeric: true }).compare)(a, b),
    offset,
  };
}

/** Title of a column in the reader's language. */
export function columnTitle({ term, offset }: TableTexts, column: ColumnDefinition): string {
  if (column.title !== undefined) return column.title;
  switch (column.kind) {
    case 'state':
      return term('state');
    case 'time':
      return term('desiredCallbackTime', offset);
    case 'phone':
      return term('phoneNumber');
    case 'service':
      return term('serviceName');
    case 'service-id':
      return term('serviceId');
    case 'property':
      return isolate(column.keys?.[0]?.alias ?? column.id);
    case 'custom-fields':
      return term('customFields');
  }
}

/** What there is to see, as it is read out: how many, which page, in which order. */
export function resultSummary(
  { columns, texts }: { readonly columns: readonly ColumnDefinition[]; readonly texts: TableTexts },
  count: number,
  { page, pages }: PageBounds,
  sort: readonly SortKey[],
): string {
  const { term, number } = texts;
  const words = [term('callbacksFound', count, number(count))];
  if (pages > 1) words.push(term('pageStatus', number(page), number(pages)));
  sort.forEach(({ field, direction }, at) => {
    const column = columns.find((candidate) => sortFieldOf(candidate) === field);
    if (column !== undefined) words.push(term('sortedBy', columnTitle(texts, column), direction, at === 0));
  });
  return words.join(', ');
}

/** Words that tell one callback's controls from another's. */
export function rowName({ time }: TableTexts, record: CallbackRecord): readonly [number: string, time: string] {
  return [record.customerNumber, time(record.desiredTime)];
}

/** What is no instant shows nothing: one broken record must not take the table down. */
function safely(format: TimeFormat): TimeFormat {
  return (instant) => (Math.abs(instant) <= LAST_INSTANT ? format(instant) : '');
}

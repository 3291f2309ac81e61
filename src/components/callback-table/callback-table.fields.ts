import { CALLBACK_STATES, stateText } from '../../domain/callback.js';
import type { IndexField, IndexFields } from '../../record-index/fields.js';
import { byCodeUnit } from '../../record-index/text-order.js';
import { propertyKey, propertyOf, searchFieldsOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import type { TableTexts } from './callback-table.texts.js';

/** A number without the spaces between its groups, be they seen or written. */
export function withoutGroups(number: string): string {
  return number.includes(' ') ? number.replaceAll(' ', '') : number;
}

/**
 * How the table's fields are searched and sorted: by the text on the screen, the time by its instant, the state by the order of its
 * life. A name that is no field of the record is a property's; in one that no record has nothing is found and all are equal.
 */
export function tableFields(columns: readonly ColumnDefinition[], texts: TableTexts): IndexFields {
  const { own, properties } = knownFields(texts);
  const single = new Set(
    columns
      .filter(({ kind }) => kind === 'property')
      .flatMap(searchFieldsOf)
      .map(({ field }) => field),
  );
  return {
    searched: columns
      .filter(({ hidden }) => hidden !== true)
      .flatMap(searchFieldsOf)
      .map(({ field }) => field),
    get(id) {
      // In a column of its own a missing property is said in words, so that it can be found too; among several it shows nothing.
      const missing = single.has(id) ? texts.term('notSpecified') : '';
      const name = `${id}\n${missing}`;
      let field = own.get(id) ?? properties.get(name);
      if (field === undefined) {
        field = propertyIndexField(propertyKey(id), missing, texts.collate);
        properties.set(name, field);
      }
      return field;
    },
  };
}

/** Fields that are the same in every language and zone. */
const FIXED: readonly (readonly [id: string, field: IndexField])[] = [
  ['state', { text: stateText, compare: byLife }],
  ['customerNumber', { text: (record) => withoutGroups(record.customerNumber) }],
  ['id', { text: (record) => record.id }],
];

interface KnownFields {
  readonly own: ReadonlyMap<string, IndexField>;
  readonly properties: Map<string, IndexField>;
}

/** By language and zone: as long as both stay, other columns get the same fields, and the index keeps what it made of them. */
const known = new WeakMap<TableTexts, KnownFields>();

function knownFields(texts: TableTexts): KnownFields {
  let fields = known.get(texts);
  if (fields === undefined) {
    const own = new Map(FIXED)
      .set('desiredTime', { text: (record) => texts.time(record.desiredTime), order: (record) => record.desiredTime })
      .set('serviceName', { text: (record) => record.serviceName, compare: byValue('', texts.collate) });
    fields = { own, properties: new Map() };
    known.set(texts, fields);
  }
  return fields;
}

function propertyIndexField(key: string, missing: string, collate: TableTexts['collate']): IndexField {
  return { text: (record) => propertyOf(record, key) ?? missing, compare: byValue(missing, collate) };
}

/** States in the order of their life, unknown ones after them; within a state by reason. */
function byLife(a: string, b: string): number {
  return stageOf(a) - stageOf(b) || byCodeUnit(a, b);
}

function stageOf(shown: string): number {
  const [state = ''] = shown.split(' (', 1);
  const stage = (CALLBACK_STATES as readonly string[]).indexOf(state);
  return stage === -1 ? CALLBACK_STATES.length : stage;
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;

/** Values in the order of people: numbers by what they are worth, texts by the rules of the language, what is missing behind both. */
function byValue(missing: string, collate: TableTexts['collate']): (a: string, b: string) => number {
  const kindOf = (text: string): number => {
    if (text === '' || text === missing) return 2;
    return NUMBER.test(text) ? 0 : 1;
  };
  return (a, b) => {
    const kind = kindOf(a);
    return kind - kindOf(b) || (kind === 0 && Number(a) - Number(b)) || collate(a, b) || byCodeUnit(a, b);
  };
}

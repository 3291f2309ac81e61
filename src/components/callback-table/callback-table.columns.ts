import type { CallbackRecord } from '../../domain/callback.js';
import type { SortKey } from './callback-table.types.js';

/**
 * What a column shows, and so what it sorts by: states by the order of their life and then by reason; times by the instant; numbers to
 * call and ids by their characters; services and properties as the reader's language orders them, values that are numbers before all
 * others and by what they are worth, what is missing after them. Several fields sort by the first, then by the next. Descending is
 * ascending read from its end; callbacks that are equal stand by id either way.
 */
export type ColumnKind = 'state' | 'time' | 'phone' | 'service' | 'service-id' | 'property' | 'custom-fields';

/** A property of the callbacks that has a title. */
export interface CustomField {
  /** Name of the property, with or without its leading underscore. */
  readonly key: string;
  readonly alias: string;
}

/** One column of the table. */
export interface ColumnDefinition {
  /** Unique among the columns. A column of several fields is sorted by under this name, so it is none that a field has. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** Title; absent = the usual one in the reader's language, or the alias of its only key. */
  readonly title?: string;
  /** The properties shown: one for `property`, several for `custom-fields`. */
  readonly keys?: readonly CustomField[];
  readonly hidden?: boolean;
}

/** State, desired time, phone number and service name. */
export const defaultColumns: readonly ColumnDefinition[] = Object.freeze([
  { id: 'state', kind: 'state' },
  { id: 'desiredTime', kind: 'time' },
  { id: 'customerNumber', kind: 'phone' },
  { id: 'serviceName', kind: 'service' },
]);

/** Fields by which the built-in columns are searched and sorted: the names of the record. */
const FIELDS = {
  state: 'state',
  time: 'desiredTime',
  phone: 'customerNumber',
  service: 'serviceName',
  'service-id': 'id',
} as const;

/** The field in the sort key of a column: its own, or the column's id where it has several. */
export function sortFieldOf({ id, kind, keys }: ColumnDefinition): string {
  if (kind !== 'property' && kind !== 'custom-fields') return FIELDS[kind];
  const [first] = keys ?? [];
  return kind === 'custom-fields' || first === undefined ? id : propertyField(first.key);
}

/** The sort as the records know it: a column of several fields gives way to them, the first weighing most. */
export function recordSort(sort: readonly SortKey[], columns: readonly ColumnDefinition[]): readonly SortKey[] {
  return sort.flatMap((key) => {
    const column = columns.find((candidate) => sortFieldOf(candidate) === key.field);
    return column === undefined ? [key] : searchFieldsOf(column).map(({ field }) => ({ ...key, field }));
  });
}

/** The fields that a column can be searched by, with the alias where it is a property. */
export function searchFieldsOf(
  column: ColumnDefinition,
): readonly { readonly field: string; readonly alias?: string }[] {
  if (column.kind === 'property' || column.kind === 'custom-fields') {
    return (column.keys ?? []).map(({ key, alias }) => ({ field: propertyField(key), alias }));
  }
  return [{ field: FIELDS[column.kind] }];
}

const PREFIX = 'properties.';

/** The field of a property: its own name, unless a field of the record has that name. */
export function propertyField(key: string): string {
  return (Object.values(FIELDS) as string[]).includes(key) ? `${PREFIX}${key}` : key;
}

/** The property behind a field that is none of the record's own. */
export function propertyKey(field: string): string {
  return field.startsWith(PREFIX) ? field.slice(PREFIX.length) : field;
}

/** A property's value; a key is found with and without its leading underscore. Undefined when the record has none. */
export function propertyOf({ properties }: CallbackRecord, key: string): string | undefined {
  if (Object.hasOwn(properties, key)) return properties[key];
  const other = key.startsWith('_') ? key.slice(1) : `_${key}`;
  return Object.hasOwn(properties, other) ? properties[other] : undefined;
}

import type { CallbackRecord } from '../../domain/callback.js';

/** What a column shows. */
export type ColumnKind = 'state' | 'time' | 'phone' | 'service' | 'service-id' | 'property' | 'custom-fields';

/** A property of the callbacks that has a title. */
export interface CustomField {
  /** Name of the property, with or without its leading underscore. */
  readonly key: string;
  readonly alias: string;
}

/** One column of the table. */
export interface ColumnDefinition {
  /** Unique among the columns. */
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

/** The field that a column sorts by; undefined for a column of several fields. */
export function sortFieldOf(column: ColumnDefinition): string | undefined {
  if (column.kind === 'custom-fields') return undefined;
  if (column.kind !== 'property') return FIELDS[column.kind];
  const [key] = column.keys ?? [];
  return key === undefined ? undefined : propertyField(key.key);
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

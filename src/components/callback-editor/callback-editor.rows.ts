import type { CallbackRecord } from '../../domain/callback.js';
import { isReservedKey } from '../../domain/keys.js';
import type { FieldProblem } from '../../domain/problems.js';
import type { PropertyRow } from './callback-editor.draft.js';
import type { Read } from './callback-editor.parse.js';

type Entries = readonly (readonly [string, string])[];

/**
 * Keys and values of the rows, an empty value for one that was taken away. A row that the person added and left empty does not count.
 * @param taken names that another field of the form speaks for
 */
export function readRows(rows: readonly PropertyRow[], taken: readonly string[] = []): Read<Entries> {
  const present = rows.filter((row) => row.removed !== true && !(keyOf(row) === '' && row.value === ''));
  const names = [...taken, ...present.map(keyOf)];
  const problems = present.map((row) => problemOf(row, names)).filter((problem) => problem !== undefined);
  const removed = rows.filter((row) => row.removed === true).map((row) => [row.key, ''] as const);
  return { value: [...removed, ...present.map((row) => [keyOf(row), row.value] as const)], problems };
}

/** Where a problem of a row's name belongs; a problem of its value belongs to `properties.<name>`. */
export function rowPath({ row }: Pick<PropertyRow, 'row'>): string {
  return `rows.${row}`;
}

/** What differs from the record; an emptied value is left out of it. */
export function changeOf(entries: Entries, { properties }: CallbackRecord): Readonly<Record<string, string | null>> {
  const different = entries.filter(([key, value]) => value !== (Object.hasOwn(properties, key) ? properties[key] : ''));
  return Object.fromEntries(different.map(([key, value]) => [key, value === '' ? null : value]));
}

function keyOf({ own, key }: PropertyRow): string {
  return own ? key.trim() : key;
}

function problemOf(row: PropertyRow, names: readonly string[]): FieldProblem | undefined {
  const key = keyOf(row);
  const path = rowPath(row);
  if (key === '') return { path, code: 'required' };
  if (isReservedKey(key)) return { path, code: 'reserved-key' };
  const isTwice = names.filter((name) => name === key).length > 1;
  return isTwice ? { path, code: 'duplicate-key', parameters: { key } } : undefined;
}

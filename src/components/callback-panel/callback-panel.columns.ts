import { defaultColumns } from '../callback-table/callback-table.columns.js';
import type { ColumnDefinition } from '../callback-table/callback-table.columns.js';

/** What the columns depend on. */
export interface ColumnWishes {
  readonly serviceId: boolean;
  /** Whether properties may have columns at all. */
  readonly additional: boolean;
  /** Titles by property, in order. */
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * The columns of the table (GMS reference, column aliases): Service ID comes first when it is wished for; one alias makes a column of
 * its own; several share the column Custom Fields.
 */
export function columnsFor({ serviceId, additional, aliases }: ColumnWishes): readonly ColumnDefinition[] {
  const first: readonly ColumnDefinition[] = serviceId ? [{ id: 'id', kind: 'service-id' }] : [];
  return [...first, ...defaultColumns, ...(additional ? customColumns(aliases) : [])];
}

function customColumns(aliases: Readonly<Record<string, string>>): readonly ColumnDefinition[] {
  const keys = Object.entries(aliases).map(([key, alias]) => ({ key, alias }));
  const [only, ...others] = keys;
  if (only === undefined) return [];
  if (others.length > 0) return [{ id: 'custom-fields', kind: 'custom-fields', keys }];
  return [{ id: `property:${only.key}`, kind: 'property', title: only.alias, keys }];
}

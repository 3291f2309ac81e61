import type { FieldRef } from '../../src/domain/keys.js';
import type { EngineRecord } from '../engine/engine.js';
import { propertyOf } from '../engine/state/record.js';

/** The text of a field as the wire tells it, times as ISO text; undefined when the record has none. */
export function fieldText(record: EngineRecord, ref: FieldRef): string | undefined {
  if (ref.kind === 'property') return propertyOf(record, ref.name);
  const value = record[ref.field];
  return typeof value === 'number' ? new Date(value).toISOString() : value;
}

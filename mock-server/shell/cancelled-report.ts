import { EXPORTED_ID_KEY, fieldRefOf } from '../../src/domain/keys.js';
import { cancelledWith } from '../engine/engine.js';
import type { EngineRecord, EngineState } from '../engine/engine.js';

/** What is exported, and for whom. */
interface ReportWish {
  readonly reason: string;
  /** Keys of the columns, in their order. */
  readonly properties: readonly string[];
  /** Whether callbacks of a service exist for whoever asks. */
  readonly sees: (service: string) => boolean;
}

/**
 * The export of callbacks completed with a reason, as CSV text: a header line and one line per record, columns in the order asked.
 * It quotes as RFC 4180 says and nothing more: whoever opens it in a spreadsheet guards against formulas.
 */
export function cancelledReport(state: EngineState, { reason, properties, sees }: ReportWish): string {
  const records = cancelledWith(state, reason).filter(({ serviceName }) => sees(serviceName));
  const lines = records.map((record) => properties.map((key) => cellOf(record, key)));
  return [properties, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function cellOf(record: EngineRecord, key: string): string {
  if (key === EXPORTED_ID_KEY) return record.id;
  const ref = fieldRefOf(key);
  const value = ref.kind === 'known' ? record[ref.field] : record.properties[ref.name];
  return typeof value === 'number' ? new Date(value).toISOString() : (value ?? '');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

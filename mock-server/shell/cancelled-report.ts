import { EXPORTED_ID_KEY, fieldRefOf } from '../../src/domain/keys.js';
import { cancelledWith } from '../engine/engine.js';
import type { EngineRecord, EngineState } from '../engine/engine.js';
import { fieldText } from './field-text.js';

/** What is exported, and for whom. */
interface ReportWish {
  readonly reason: string;
  /** Keys of the columns, in their order. */
  readonly properties: readonly string[];
  /** Whether callbacks of a service exist for whoever asks. */
  readonly sees: (service: string) => boolean;
  /** Address of a callback, for a column that asks for it; absent where callbacks have none. */
  readonly urlOf?: (service: string, id: string) => string;
}

/**
 * The export of callbacks completed with a reason, as CSV text: a header line and one line per record, columns in the order asked.
 * It quotes as RFC 4180 says and nothing more: whoever opens it in a spreadsheet guards against formulas.
 */
export function cancelledReport(state: EngineState, wish: ReportWish): string {
  const { reason, properties, sees } = wish;
  const records = cancelledWith(state, reason).filter(({ serviceName }) => sees(serviceName));
  const lines = records.map((record) => properties.map((key) => cellOf(record, key, wish)));
  return [properties, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function cellOf(record: EngineRecord, key: string, { urlOf }: ReportWish): string {
  if (key === EXPORTED_ID_KEY) return record.id;
  const ref = fieldRefOf(key);
  const isAddress = ref.kind === 'known' && ref.field === 'url';
  return (isAddress ? urlOf?.(record.serviceName, record.id) : fieldText(record, ref)) ?? '';
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

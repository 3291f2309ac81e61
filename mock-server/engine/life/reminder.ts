import type { Draft } from '../draft.js';
import type { EngineRecord } from '../state/record.js';

/** Says that the desired time of a callback comes near (GMS reference, status notifications). */
export function remind(draft: Draft, record: EngineRecord): void {
  draft.emit({ type: 'reminded', id: record.id, serviceName: record.serviceName });
  draft.put({ ...record, remindedFor: record.desiredTime });
}

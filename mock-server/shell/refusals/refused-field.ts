import type { EngineRefusalCode } from '../../engine/commands.js';

/** Fields of a request that a refusal can be about. */
export type RefusedField = 'customerNumber' | 'desiredTime';

const FIELDS: Readonly<Partial<Record<EngineRefusalCode, RefusedField>>> = {
  'premium-number': 'customerNumber',
  'impossible-number': 'customerNumber',
  'missing-country': 'customerNumber',
  'already-queued': 'customerNumber',
  'past-time': 'desiredTime',
  'future-limit': 'desiredTime',
  'outside-office-hours': 'desiredTime',
  'bucket-full': 'desiredTime',
};

/** The field that a refusal is about; undefined when that is none, or cannot be told. The wire says it by the exception. */
export function refusedFieldOf(code: EngineRefusalCode): RefusedField | undefined {
  return FIELDS[code];
}

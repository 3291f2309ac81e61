import type { EngineRefusal } from './commands.js';
import type { Draft } from './draft.js';
import { isCallbackService } from './options/options.js';
import type { EngineRecord } from './state/record.js';

/** Finds a callback by the service it belongs to and its id; under another service it does not exist. */
export function findInService(
  draft: Draft,
  { serviceName, id }: { readonly serviceName: string; readonly id: string },
): { readonly record: EngineRecord } | { readonly refusal: EngineRefusal } {
  const options = draft.settings.services.get(serviceName);
  if (options === undefined || !isCallbackService(options)) {
    return { refusal: { code: 'unknown-service', details: { service: serviceName } } };
  }
  const record = draft.records.get(id);
  if (record?.serviceName !== serviceName) {
    return { refusal: { code: 'unknown-callback', details: { id, service: serviceName } } };
  }
  return { record };
}

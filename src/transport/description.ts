import { FIELD_KEYS } from '../domain/keys.js';
import type { ServiceSummary } from '../domain/service.js';
import type { CallbackList, TransportDescription } from './callback-transport.js';

/**
 * What is known of a server: the services it named, and what the host page says of it. The wire tells nothing else, so where the host
 * page is silent the server's documented defaults hold; where it speaks, it wins.
 */
export function describeServer(list: CallbackList, known: Partial<TransportDescription>): TransportDescription {
  const services = new Map<string, ServiceSummary>(list.services.map((name) => [name, { name, groups: [] }]));
  for (const service of known.services ?? []) services.set(service.name, service);
  return {
    services: [...services.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    unavailable: known.unavailable ?? {},
    features: known.features ?? { bulkCancelAndExport: true, additionalColumns: true },
    columnAliases: known.columnAliases ?? {},
    lookupKeys: known.lookupKeys ?? [FIELD_KEYS.customerNumber],
    ...(known.permissions !== undefined && { permissions: known.permissions }),
    ...(list.serverTime !== undefined && { serverTime: list.serverTime }),
  };
}

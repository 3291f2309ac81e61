import type { CallbackRecord } from '../../domain/callback.js';
import type { ServiceSummary } from '../../domain/service.js';

/** What decides which services a person sees. */
export interface ServiceSources {
  /** Services the server described. */
  readonly described: readonly ServiceSummary[];
  /** Services that lists named since. */
  readonly listed: readonly string[];
  /** Names of services or of virtual groups; undefined = every service. */
  readonly permitted: readonly string[] | undefined;
}

/** The services a person may see, by name: those described, and those that only a list has named. */
export function visibleServices({ described, listed, permitted }: ServiceSources): readonly ServiceSummary[] {
  const known = new Set(described.map(({ name }) => name));
  const others = listed.filter((name) => !known.has(name)).map((name): ServiceSummary => ({ name, groups: [] }));
  const all = [...described, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (permitted === undefined) return all;
  const allowed = new Set(permitted);
  return all.filter(({ name, groups }) => allowed.has(name) || groups.some((group) => allowed.has(group)));
}

/** Names to ask a server for: those permitted, groups resolved; undefined = ask for everything. */
export function permittedNames(sources: ServiceSources): readonly string[] | undefined {
  if (sources.permitted === undefined) return undefined;
  const groups = new Set(sources.described.flatMap((service) => service.groups));
  const single = sources.permitted.filter((name) => !groups.has(name));
  return [...new Set([...single, ...visibleServices(sources).map(({ name }) => name)])];
}

/** Records of permitted services only. A server may not filter by person, so this is done here as well. */
export function permittedRecords(
  records: readonly CallbackRecord[],
  permitted: readonly string[] | undefined,
): readonly CallbackRecord[] {
  if (permitted === undefined) return records;
  const allowed = new Set(permitted);
  return records.filter(({ serviceName }) => allowed.has(serviceName));
}

/** Services that have as many callbacks in the list as were asked for: there may be more of theirs. */
export function servicesAtLimit(records: readonly CallbackRecord[], maximum: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { serviceName } of records) counts.set(serviceName, (counts.get(serviceName) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= maximum).map(([name]) => name);
}

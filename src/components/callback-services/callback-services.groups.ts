import type { ServiceSummary } from '../../domain/service.js';

/** Services under one heading. */
export interface ServiceGroup {
  /** Name of a virtual group; undefined for services in none. */
  readonly name: string | undefined;
  readonly services: readonly ServiceSummary[];
}

/**
 * Services by virtual group, groups and services by name; those in no group come last. A service in several groups stands in each.
 * @param search part of the name of a service or of a group, in any case; empty = everything
 */
export function groupServices(services: readonly ServiceSummary[], search: string): readonly ServiceGroup[] {
  const wanted = search.trim().toLocaleLowerCase();
  const groups = new Map<string, ServiceSummary[]>();
  const alone: ServiceSummary[] = [];
  for (const service of [...services].sort(byName)) {
    const found = includes(service.name, wanted);
    if (service.groups.length === 0 && found) alone.push(service);
    for (const group of service.groups) {
      if (!found && !includes(group, wanted)) continue;
      const members = groups.get(group);
      if (members === undefined) groups.set(group, [service]);
      else members.push(service);
    }
  }
  const named = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => ({ name, services: members }));
  return alone.length === 0 ? named : [...named, { name: undefined, services: alone }];
}

function includes(text: string, wanted: string): boolean {
  return text.toLocaleLowerCase().includes(wanted);
}

function byName(a: ServiceSummary, b: ServiceSummary): number {
  return a.name < b.name ? -1 : 1;
}

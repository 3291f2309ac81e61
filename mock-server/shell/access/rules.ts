import { splitList } from '../../../src/domain/keys.js';
import type { Options } from '../../../src/domain/service.js';
import { serviceKindOf } from '../../../src/domain/service-options/service-kind.js';
import { applicationOptionOf, findById, optionOf, personOf, serviceNames } from '../../engine/engine.js';
import type { EngineState, Person } from '../../engine/engine.js';

/** Roles that may change callbacks (GMS reference, roles and permissions). */
const WRITING_ROLES: readonly string[] = ['Supervisor', 'Administrator'];

/** The role that may also set up services. */
const ADMINISTRATOR = 'Administrator';

/** What whoever asks may see and do, at the moment of a state. */
export interface Caller {
  /** Absent when nobody asks in particular, or the mock was never told of that person: then everything is allowed. */
  readonly person?: Person;
  /** A person without a role cannot log in. */
  readonly mayEnter: boolean;
  readonly mayWrite: boolean;
  readonly mayProvision: boolean;
  /** Whether only the person's own services exist; false when the mock was told to leave the filter to the client. */
  readonly isFiltered: boolean;
  /** Whether callbacks of a service exist for the caller. Those of others are neither shown nor counted nor changed. */
  readonly sees: (service: string) => boolean;
  /** The callback services that exist for the caller. */
  readonly services: readonly string[];
}

/** @param user name of the person who asks; absent = nobody in particular */
export function callerOf(state: EngineState, user?: string): Caller {
  const person = user === undefined ? undefined : personOf(state, user);
  const isFiltered = applicationOptionOf(state, 'mock', 'filter-by-person') !== 'false';
  const sees = (service: string): boolean => !isFiltered || isPermitted(state, person, service);
  return {
    ...(person !== undefined && { person }),
    mayEnter: person === undefined || person.roles.length > 0,
    mayWrite: person === undefined || person.roles.some((role) => WRITING_ROLES.includes(role)),
    mayProvision: person === undefined || person.roles.includes(ADMINISTRATOR),
    isFiltered,
    sees,
    get services() {
      return serviceNames(state).filter(sees);
    },
  };
}

/** Whether a person sees a service. */
export function isPermitted(state: EngineState, person: Person | undefined, service: string): boolean {
  return isListed(person, service, optionOf(state, service, '_service_groups'));
}

/** Whether a caller may set up a service with these options. Only callbacks are filtered: office hours and the like are everybody's. */
export function isInReach({ person, isFiltered }: Caller, service: string, options: Options): boolean {
  return !isFiltered || serviceKindOf(options) !== 'callback' || isListed(person, service, options._service_groups);
}

/** Names and virtual groups may be mixed; a person for whom none are set sees every service. */
function isListed(person: Person | undefined, service: string, groups: string | undefined): boolean {
  if (person === undefined || person.services.length === 0) return true;
  return [service, ...splitList(groups)].some((name) => person.services.includes(name));
}

/** Whether the caller knows something by its id: callbacks of other people's services are as good as not there. */
export function knowsId(state: EngineState, { sees }: Caller, id: string): boolean {
  const record = findById(state, id);
  return record === undefined || sees(record.serviceName);
}

/** Completes the outcomes of a bulk cancel with those of ids that the caller does not know: they are missing. */
export function outcomesFor(
  ids: readonly string[],
  known: readonly { readonly id: string; readonly ok: boolean }[],
): readonly { readonly id: string; readonly ok: boolean }[] {
  const cancelled = new Set(known.flatMap(({ id, ok }) => (ok ? [id] : [])));
  return ids.map((id) => ({ id, ok: cancelled.has(id) }));
}

import { splitList } from '../../../src/domain/keys.js';
import type { Options } from '../../../src/domain/service.js';
import { serviceKindOf } from '../../../src/domain/service-options/service-kind.js';
import {
  applicationChoiceOf,
  applicationFlagOf,
  findById,
  optionOf,
  personOf,
  serviceNames,
} from '../../engine/engine.js';
import type { EngineState, Person, Role } from '../../engine/engine.js';
import { MOCK_SECTION } from '../../engine/options/mock-switches.js';

/** Roles that may change callbacks (GMS reference, roles and permissions). */
const WRITING_ROLES: readonly string[] = ['Supervisor', 'Administrator'] satisfies readonly Role[];

/** The role that may also set up services. */
const ADMINISTRATOR: Role = 'Administrator';

/** What whoever asks may see and do, at the moment of a state. */
export interface Caller {
  /** Absent when nobody asks in particular, or the mock was never told of that person: then everything is allowed, or nothing. */
  readonly person?: Person;
  /** A person without a role cannot log in; somebody the mock was not told of can, unless `mock/unknown-persons` is `refuse`. */
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
  const isFiltered = applicationFlagOf(state, MOCK_SECTION, 'filter-by-person');
  const isStrangerWelcome = applicationChoiceOf(state, MOCK_SECTION, 'unknown-persons') !== 'refuse';
  const may = (isAllowed: (roles: readonly string[]) => boolean): boolean =>
    person === undefined ? isStrangerWelcome : isAllowed(person.roles);
  const sees = (service: string): boolean => !isFiltered || isPermitted(state, person, service);
  return {
    ...(person !== undefined && { person }),
    mayEnter: may((roles) => roles.length > 0),
    mayWrite: may((roles) => roles.some((role) => WRITING_ROLES.includes(role))),
    mayProvision: may((roles) => roles.includes(ADMINISTRATOR)),
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

/**
 * Whether a caller may set up a service. Somebody with services of one's own reaches those that are named, and the callback services of a
 * virtual group: others of a group, office hours for example, may serve callbacks that are hidden. Nobody reaches a service by what it is
 * to become: that would tell which names are taken.
 *
 * @param after the options it is to have; absent when it is only looked at or removed
 */
export function isInReach(
  state: EngineState,
  { person, isFiltered }: Caller,
  service: string,
  after?: Options,
): boolean {
  const before = state.settings.services.get(service);
  const isReached = (options: Options | undefined): boolean =>
    isListed(person, service, options && serviceKindOf(options) === 'callback' ? options._service_groups : undefined);
  return !isFiltered || (isReached(before) && (after === undefined || isReached(after)));
}

/** Names and virtual groups may be mixed; a person for whom none are set sees every service. */
function isListed(person: Person | undefined, service: string, groups: string | undefined): boolean {
  if (person === undefined || person.services.length === 0) return true;
  return [service, ...splitList(groups)].some((name) => person.services.includes(name));
}

/** The callback service that a callback or an interaction belongs to; undefined for any other id, and for an interaction of no service. */
export function serviceOfId(state: EngineState, id: string): string | undefined {
  return findById(state, id)?.serviceName ?? state.interactions.get(id)?.origin;
}

/** Whether the caller knows something by its id: what belongs to other people's services is as good as not there. */
export function knowsId(state: EngineState, { sees }: Caller, id: string): boolean {
  const service = serviceOfId(state, id);
  return service === undefined || sees(service);
}

/** Whether several callbacks can be cancelled at once and exported; an option of section `features` takes both away from everybody. */
export function allowsBulk(state: EngineState): boolean {
  return !applicationFlagOf(state, 'features', 'disable-bulk-cancel-and-export-callback');
}

/** Completes the outcomes of a bulk cancel with those of ids that the caller does not know: they are missing. */
export function outcomesFor(
  ids: readonly string[],
  known: readonly { readonly id: string; readonly ok: boolean }[],
): readonly { readonly id: string; readonly ok: boolean }[] {
  const cancelled = new Set(known.flatMap(({ id, ok }) => (ok ? [id] : [])));
  return ids.map((id) => ({ id, ok: cancelled.has(id) }));
}

import { AGENT_PREVIEW } from './agent-preview.js';
import { APPLICATION_OPTIONS } from './application.js';
import { CAPACITY } from './capacity.js';
import { CHAT } from './chat.js';
import { GENERAL, STATUS_NOTIFICATIONS } from './general.js';
import { NOTIFICATION } from './notification.js';
import { OFFICE_HOURS } from './office-hours.js';
import type { ApplicationOption, ServiceKind, ServiceOption } from './option.js';
import { PLUGIN } from './plugin.js';
import { QUEUE_MANAGEMENT } from './queue-management.js';
import { REPORTING } from './reporting.js';
import { REQUEST } from './request.js';
import { SCHEDULED_CALL } from './scheduled-call.js';
import { TREATMENTS } from './treatments.js';
import { URS_QUEUEING } from './urs-queueing.js';
import { USER_ORIGINATED } from './user-originated.js';
import { USER_TERMINATED } from './user-terminated.js';

/** What every service has, whatever it does. */
const COMMON: ReadonlySet<string> = new Set(['_type', '_service', '_service_type', '_ttl', 'username', 'password']);

/**
 * The options of every kind of service, in the order in which they are shown. Neighbours share their category
 * (GMS reference, service options catalogue).
 */
export const SERVICE_OPTIONS: Readonly<Record<ServiceKind, readonly ServiceOption[]>> = Object.freeze({
  callback: Object.freeze([
    ...GENERAL,
    ...STATUS_NOTIFICATIONS,
    ...REQUEST,
    ...QUEUE_MANAGEMENT,
    ...SCHEDULED_CALL,
    ...URS_QUEUEING,
    ...USER_TERMINATED,
    ...USER_ORIGINATED,
    ...AGENT_PREVIEW,
    ...TREATMENTS,
    ...PLUGIN,
    ...REPORTING,
    ...NOTIFICATION,
    ...CHAT,
  ]),
  'office-hours': OFFICE_HOURS,
  capacity: CAPACITY,
  other: Object.freeze(GENERAL.filter(({ name }) => COMMON.has(name))),
});

/** An option and, where its name is a family, the number of this member. */
export interface FoundOption<T> {
  readonly option: T;
  readonly number?: number;
}

const services = new Map(
  (Object.keys(SERVICE_OPTIONS) as ServiceKind[]).map((kind) => [
    kind,
    new Map(SERVICE_OPTIONS[kind].map((option) => [option.name, option])),
  ]),
);

const applications = new Map(APPLICATION_OPTIONS.map((option) => [`${option.section}/${option.name}`, option]));

/** Finds an option of a kind of service by its name; undefined when the catalogue does not have it, which is no fault. */
export function findServiceOption(kind: ServiceKind, name: string): FoundOption<ServiceOption> | undefined {
  const known = services.get(kind);
  const option = known?.get(name);
  if (option !== undefined) return option.numberedTo === undefined ? { option } : undefined;
  const match = /^(.*\D)(\d{1,6})$/.exec(name);
  const family = match === null ? undefined : known?.get(`${match[1] ?? ''}N`);
  const number = Number(match?.[2]);
  if (family?.numberedTo === undefined || number < 1 || number > family.numberedTo) return undefined;
  return { option: family, number };
}

/** Finds an option of the application; undefined when the catalogue does not have it, which is no fault. */
export function findApplicationOption(section: string, name: string): ApplicationOption | undefined {
  return applications.get(`${section}/${name}`);
}

import { FIELD_KEYS } from '../keys.js';
import { BOOLEAN, limit, NAMES, seconds, text, whole } from './kinds.js';
import type { ApplicationOption, OptionDefinition } from './option.js';
import { QUEUE_MANAGEMENT } from './queue-management.js';

const STATE_AND_REASON = `${FIELD_KEYS.state},${FIELD_KEYS.reason}`;

/** What the application sets for every service that leaves it open. */
const FALLBACKS: ReadonlySet<string> = new Set([
  '_enable_in_queue_checking',
  '_throttle_callbacks_per_service_1',
  '_throttle_ttl_1',
  '_throttle_callbacks_per_service_2',
  '_throttle_ttl_2',
  '_throttle_request_parameters',
  '_throttle_request_parameters_limit',
  '_throttle_customer_number_limit',
]);

/** Service options whose counterpart in the application has another name. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ['_max_queued_callbacks_per_service', 'max_queued_callbacks_per_service'],
]);

/** The name under which the application sets a service option for every service that leaves it open. */
export function applicationNameOf(option: string): string {
  return COUNTERPARTS.get(option) ?? option;
}

/** The service option that an option of the application stands in for. */
export function serviceNameOf(option: string): string {
  return [...COUNTERPARTS].find(([, counterpart]) => counterpart === option)?.[0] ?? option;
}

/** Options of the GMS application that drive the Callback page and the API (GMS reference, application options). */
export const APPLICATION_OPTIONS: readonly ApplicationOption[] = Object.freeze([
  ...inSection('callback', [
    {
      name: 'filter-keys',
      values: NAMES,
      defaultValue: `${STATE_AND_REASON},_request_queue_time_stat,_request_ewt_service,_vq`,
      since: '8.5.111.04',
      description: 'Properties by which the list of callbacks may be filtered.',
    },
    {
      name: 'returned-keys',
      values: NAMES,
      defaultValue: `${FIELD_KEYS.desiredTime},${FIELD_KEYS.state},${STATE_AND_REASON},${FIELD_KEYS.orsSessionId}`,
      since: '8.5.111.04',
      description: 'Properties that lists of callbacks tell besides those they always tell.',
    },
    {
      name: 'callback_column_alias',
      values: { kind: 'json-object' },
      since: '8.5.111',
      description: 'Short names of properties for people, such as {"_LOB":"Line Of Business"}.',
    },
    {
      name: 'max_queued_callbacks_per_service',
      values: limit(),
      defaultValue: '1000',
      since: '8.5.108.02',
      description: 'Queued callbacks from which on immediate requests are refused, for services that do not say so.',
    },
    ...QUEUE_MANAGEMENT.filter(({ name }) => FALLBACKS.has(name)).map(asDefinition),
    {
      name: '_enable_throttle_header_parameters',
      values: BOOLEAN,
      defaultValue: 'true',
      since: '8.5.111.04',
      description: 'Whether the value of a header goes before that of the body when requests are counted by day.',
    },
    {
      name: 'queue-polling-rate',
      values: seconds(1),
      defaultValue: '60',
      description: 'Seconds between two rounds of the polling loop.',
    },
    {
      name: 'queue-polling-rate-recover',
      values: seconds(1),
      defaultValue: '3600',
      description: 'Seconds between two rounds of the recovery loop.',
    },
    {
      name: 'log-background-activity',
      values: BOOLEAN,
      defaultValue: 'false',
      description: 'Whether these loops are logged.',
    },
    { name: '_services_credentials', values: text(), description: 'Credentials with which the strategies call back.' },
    {
      name: '_enable_gms_dfm',
      values: BOOLEAN,
      defaultValue: 'true',
      description: 'Whether the strategies use the functional module of GMS.',
    },
    {
      name: '_fetch_retry_attempt',
      values: whole(),
      defaultValue: '3',
      description: 'How often a strategy tries to reach GMS again.',
    },
    {
      name: '_fetch_retry_delay',
      values: seconds(),
      defaultValue: '10',
      description: 'Seconds between these attempts.',
    },
    { name: '_fetch_timeout', values: seconds(), description: 'Seconds one of these attempts may take.' },
  ]),
  ...inSection('features', [
    {
      name: 'disable-bulk-cancel-and-export-callback',
      values: BOOLEAN,
      defaultValue: 'false',
      since: '8.5.110',
      description: 'Whether the Callback page cannot cancel many callbacks at once, nor export cancelled ones.',
    },
    {
      name: 'disable-additional-columns-from-callbacks',
      values: BOOLEAN,
      defaultValue: 'false',
      since: '8.5.111',
      description: 'Whether the Callback page cannot show properties as columns.',
    },
  ]),
  ...inSection('server', [
    {
      name: 'username',
      values: text(),
      description: 'Name of the credentials that every service asks for which has none of its own.',
    },
    { name: 'password', values: { kind: 'text', secret: true }, description: 'Password of these credentials.' },
    {
      name: 'access_code_prefix',
      values: text(),
      description: 'Digits before every access code, which tell the servers of a cluster apart.',
    },
  ]),
]);

function inSection(section: string, options: readonly OptionDefinition[]): readonly ApplicationOption[] {
  return options.map((option) => Object.freeze({ section, ...option }));
}

/** What the application shares with the service option of the same name. */
function asDefinition(option: OptionDefinition): OptionDefinition {
  const { name, values, defaultValue, since, removedIn, description } = option;
  return {
    name,
    values,
    description,
    ...(defaultValue !== undefined && { defaultValue }),
    ...(since !== undefined && { since }),
    ...(removedIn !== undefined && { removedIn }),
  };
}

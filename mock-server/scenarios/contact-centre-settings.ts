import type { Options } from '../../src/domain/service.js';
import type { AgentSettings, OptionSections } from '../engine/commands.js';
import { APPLICATION_DEFAULTS } from '../engine/options/defaults.js';

/** What all callback services share: records stay for a week, calls can be watched, and short numbers are taken. */
export const COMMON: Options = {
  _type: 'ors',
  _service: 'callback',
  _ttl: '604800',
  _call_direction: 'USERTERMINATED',
  _media_type: 'voice',
  _wait_for_agent: 'true',
  _wait_for_user_confirm: 'false',
  _retain_session_until_ixn_deleted: 'true',
  _default_country: 'US',
  _disallow_impossible_phone_numbers: 'false',
  _disallow_premium_phone_numbers: 'false',
  _enable_in_queue_checking: 'false',
};

/** The seven callback services, in three virtual groups, and what two of them are checked against. */
export const SERVICES: ReadonlyMap<string, Options> = new Map<string, Options>([
  ['callback-support', service('Support', 'Customer Care')],
  ['callback-technical', service('Technical', 'Customer Care')],
  [
    'callback-claims',
    service('Claims', 'Customer Care,Back Office', {
      _customer_lookup_keys: '_customer_number,_email',
      _business_hours_service: 'office-hours',
      _max_request_by_time_bucket: '2',
      _disallow_impossible_phone_numbers: 'true',
      _disallow_premium_phone_numbers: 'true',
    }),
  ],
  ['callback-sales', service('Sales', 'Sales')],
  ['callback-retention', service('Retention', 'Sales', { _max_dial_attempts: '5' })],
  [
    'callback-premium',
    service('Premium', 'Sales,Customer Care', {
      _wait_for_user_confirm: 'true',
      _urs_vq_priority: '10',
      _business_hours_service: 'office-hours',
      _capacity_service: 'capacity-weekdays',
    }),
  ],
  ['callback-billing', service('Billing', 'Back Office')],
  [
    'office-hours',
    {
      _type: 'builtin',
      _service: 'office-hours',
      _ttl: '30',
      _timezone: 'Europe/Paris',
      _bh_regular1: 'Mon-Fri 08:00-20:00',
      _bh_regular2: 'Sat 09:00-13:00',
    },
  ],
  ['capacity-weekdays', { _type: 'builtin', _service: 'capacity', _timezone: 'Europe/Paris', ...weekCapacity(20) }],
]);

/** The service that is paused when the scenario begins. */
export const PAUSED_SERVICE = 'callback-billing';

export const TRANSACTION_LISTS: ReadonlyMap<string, OptionSections> = new Map([
  ['GMS_Paused_Services', { services: { [PAUSED_SERVICE]: 'true' } }],
]);

export const AGENTS: AgentSettings = { loggedIn: 6, handleSeconds: 270, answerRate: 0.8 };

const CUSTOM_KEYS = '_LOB,_service_type';

/** The application lets two properties be shown, filtered and titled. */
export const APPLICATION: OptionSections = {
  callback: {
    'filter-keys': `${APPLICATION_DEFAULTS.callback?.['filter-keys'] ?? ''},${CUSTOM_KEYS}`,
    'returned-keys': `${APPLICATION_DEFAULTS.callback?.['returned-keys'] ?? ''},${CUSTOM_KEYS}`,
    callback_column_alias: JSON.stringify({ _LOB: 'Line Of Business', _service_type: 'Service Type' }),
    'queue-polling-rate': '60',
    'queue-polling-rate-recover': '3600',
  },
  features: {
    'disable-bulk-cancel-and-export-callback': 'false',
    'disable-additional-columns-from-callbacks': 'false',
  },
};

function service(team: string, groups: string, more: Options = {}): Options {
  return {
    ...COMMON,
    _service_groups: groups,
    _urs_virtual_queue: `VQ_${team}`,
    _target: `${team}@Stat_Server.GA`,
    ...more,
  };
}

/** Options of a capacity service with the same number of places for every bucket of the week. */
export function weekCapacity(perBucket: number): Options {
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}00`);
  const days = Array.from({ length: 7 }, (_, day): [string, string] => [
    `_capacity_${day + 1}`,
    JSON.stringify({ [day + 1]: Object.fromEntries(hours.map((hour) => [hour, perBucket])) }),
  ]);
  return { _capacity: '[Mon, Tue, Wed, Thu, Fri, Sat, Sun]', _capacity_add: '[]', ...Object.fromEntries(days) };
}

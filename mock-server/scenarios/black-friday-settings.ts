import type { Options } from '../../src/domain/service.js';
import type { OptionSections } from '../engine/commands.js';
import { APPLICATION, COMMON, weekCapacity } from './contact-centre-settings.js';

/** Services that take calls, and how many wait in each. */
export const WAITING: ReadonlyMap<string, number> = new Map([
  ['friday-orders', 90],
  ['friday-deals', 80],
  ['friday-returns', 60],
  ['friday-support', 120],
]);

/** Services that are paused, and how many wait in each. */
export const PAUSED: ReadonlyMap<string, number> = new Map([
  ['friday-gift-cards', 60],
  ['friday-pickup', 45],
]);

/** The service that sells no place at all. */
export const SHUT = 'friday-premium';

/** Bookable places: minutes of a bucket and callbacks in each. */
export const BUCKET_MINUTES = 30;
export const PER_BUCKET = 12;

/** Rate windows: requests and seconds. */
export const SHORT_WINDOW = { count: 40, seconds: 300 } as const;
export const LONG_WINDOW = { count: 240, seconds: 3600 } as const;

/** The service whose short window is off, so that the long one shows, and the one that only its queue stops. */
export const LONG_WINDOW_SERVICE = 'friday-returns';
export const QUEUE_LIMIT_SERVICE = 'friday-support';

export const FRIDAY_APPLICATION: OptionSections = {
  ...APPLICATION,
  callback: {
    ...APPLICATION.callback,
    _throttle_callbacks_per_service_1: String(SHORT_WINDOW.count),
    _throttle_ttl_1: String(SHORT_WINDOW.seconds),
    _throttle_callbacks_per_service_2: String(LONG_WINDOW.count),
    _throttle_ttl_2: String(LONG_WINDOW.seconds),
    max_queued_callbacks_per_service: '120',
  },
};

export const FRIDAY_SERVICES: ReadonlyMap<string, Options> = new Map<string, Options>([
  ['friday-orders', service('Orders')],
  ['friday-deals', service('Deals')],
  ['friday-returns', service('Returns', { _throttle_ttl_1: '0' })],
  ['friday-support', service('Support', { _throttle_ttl_1: '0', _throttle_ttl_2: '0' })],
  ['friday-gift-cards', service('GiftCards')],
  ['friday-pickup', service('Pickup')],
  [
    SHUT,
    service('Premium', {
      _capacity_service: 'capacity-nothing',
      _throttle_callbacks_per_service_1: '0',
      _urs_vq_priority: '10',
    }),
  ],
  ['capacity-nothing', { _type: 'builtin', _service: 'capacity', _timezone: 'Europe/Paris', ...weekCapacity(0) }],
]);

export const FRIDAY_LISTS: ReadonlyMap<string, OptionSections> = new Map([
  ['GMS_Paused_Services', { services: Object.fromEntries([...PAUSED.keys()].map((name) => [name, 'true'])) }],
]);

function service(team: string, more: Options = {}): Options {
  return {
    ...COMMON,
    _service_groups: 'Black Friday',
    _target: `${team}@Stat_Server.GA`,
    _urs_virtual_queue: `VQ_${team}`,
    _request_time_bucket: String(BUCKET_MINUTES),
    _max_request_by_time_bucket: String(PER_BUCKET),
    ...more,
  };
}

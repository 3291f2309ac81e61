import { FIELD_KEYS } from '../../src/domain/keys.js';
import type { Options } from '../../src/domain/service.js';

/** Built-in defaults of service options (GMS reference, service options catalogue). What has none there has none here. */
export const SERVICE_DEFAULTS: Options = Object.freeze({
  _type: 'ors',
  _service: 'callback',
  _ttl: '86400',
  _media_type: 'voice',
  _wait_for_agent: 'true',
  _wait_for_user_confirm: 'false',
  _snooze_duration: '300',
  _min_queue_wait: '0',
  _max_ors_submit_attempts: '3',
  _paused_services_list: 'GMS_Paused_Services',
  _retain_session_until_ixn_deleted: 'false',
  _customer_lookup_keys: FIELD_KEYS.customerNumber,
  _mandatory_customer_lookup_keys: FIELD_KEYS.customerNumber,
  _default_country: 'US',
  _disallow_impossible_phone_numbers: 'true',
  _disallow_premium_phone_numbers: 'true',
  _enable_in_queue_checking: 'true',
  _enable_reject_out_of_office_hours: 'false',
  _max_queued_callbacks_per_service: '1000',
  _queue_poll_period: '-120,120',
  _queue_poll_period_recovery: '-1440,-120',
  _queue_ping_ors_period: '-120,-2',
  _throttle_callbacks_per_service_1: '500',
  _throttle_ttl_1: '300',
  _throttle_callbacks_per_service_2: '1000',
  _throttle_ttl_2: '3600',
  _throttle_request_parameters: FIELD_KEYS.customerNumber,
  _throttle_request_parameters_limit: '6',
  _request_time_bucket: '5',
  _max_request_by_time_bucket: '100',
  _request_execution_time_buffer: '120',
  _reject_future_desired_time: '1M',
  _urs_queued_ttl: '14400',
  _userterminated_first_connect_party: 'CUSTOMER',
  _max_dial_attempts: '3',
  _dial_retry_timeout: '300',
});

const STATE_AND_REASON = `${FIELD_KEYS.state},${FIELD_KEYS.reason}`;

/** Built-in defaults of application options, by section (GMS reference, application options). */
export const APPLICATION_DEFAULTS: Readonly<Record<string, Options>> = Object.freeze({
  callback: Object.freeze({
    'filter-keys': `${STATE_AND_REASON},_request_queue_time_stat,_request_ewt_service,_vq`,
    'returned-keys': `${FIELD_KEYS.desiredTime},${FIELD_KEYS.state},${STATE_AND_REASON},${FIELD_KEYS.orsSessionId}`,
    max_queued_callbacks_per_service: '1000',
    'queue-polling-rate': '60',
    'queue-polling-rate-recover': '3600',
  }),
  features: Object.freeze({
    'disable-bulk-cancel-and-export-callback': 'false',
    'disable-additional-columns-from-callbacks': 'false',
  }),
});

/** Service options whose application counterpart has another name. */
export const APPLICATION_NAMES: Options = Object.freeze({
  _max_queued_callbacks_per_service: 'max_queued_callbacks_per_service',
});

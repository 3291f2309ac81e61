import { NAMES, seconds, text, URL_TEXT, whole } from './kinds.js';
import { documented, inCategory, proposed } from './option.js';

/** How callbacks wait in the virtual queue (GMS reference, URS queueing). */
export const URS_QUEUEING = inCategory('URS Queueing', [
  {
    name: '_urs_virtual_queue',
    values: text('SIP_VQ_Support'),
    ...proposed('request'),
    description:
      'Virtual queue in which callbacks wait. Needed here unless every request names one; then leave it out here.',
  },
  {
    name: '_urs_queued_ttl',
    values: seconds(),
    defaultValue: '14400',
    ...documented('mandatory'),
    description: 'Seconds a callback waits for an agent at most before it is given up.',
  },
  {
    name: '_urs_ewt_estimation_method',
    values: text('ursdial'),
    defaultValue: 'ursdial',
    ...proposed('advanced'),
    description: 'Method by which the wait is estimated.',
  },
  {
    name: '_urs_prioritization_strategy',
    values: text('WaitForTarget'),
    defaultValue: 'WaitForTarget',
    ...proposed('advanced'),
    description: 'Routing strategy that waits for an agent.',
  },
  {
    name: '_urs_strategy_update_sub_routine',
    values: text('SetRouteDelay'),
    defaultValue: 'SetRouteDelay',
    ...proposed('advanced'),
    description: 'Subroutine that changes a strategy which is running.',
  },
  {
    name: '_urs_request_timeout',
    values: whole(),
    defaultValue: '100',
    ...proposed('advanced'),
    description: 'How long a request to the routing server may take. The unit is not public.',
  },
  {
    name: '_urs_call_interaction_age',
    values: text(),
    ...proposed('advanced'),
    description: 'Age that a call has for the routing server when it begins to wait.',
  },
  {
    name: '_urs_extension_data',
    values: text(),
    ...proposed('advanced'),
    description: 'Extension data for the routing server.',
  },
  {
    name: '_urs_udata_xfer_keys',
    values: NAMES,
    ...proposed('advanced'),
    description: 'Keys of user data that are passed on to the call.',
  },
  {
    name: '_urs_vq_priority',
    values: whole(),
    ...proposed('advanced'),
    description: 'Priority with which a callback begins to wait. Higher is earlier.',
  },
  {
    name: '_urs_vq_priority_increment',
    values: whole(),
    ...proposed('advanced'),
    description: 'By how much its priority grows while it waits.',
  },
  {
    name: '_urs_vq_priority_increment_interval',
    values: seconds(),
    ...proposed('advanced'),
    description: 'Seconds after which it grows again.',
  },
  {
    name: '_max_urs_ewt_pos_polling_interval',
    values: seconds(1),
    defaultValue: '30',
    ...proposed('advanced'),
    description: 'Seconds between two questions for wait and position, at most.',
  },
  {
    name: '_min_urs_ewt_pos_polling_interval',
    values: seconds(1),
    defaultValue: '2',
    ...proposed('advanced'),
    description: 'Seconds between two questions for wait and position, at least.',
  },
  {
    name: '_vq_for_outbound_calls',
    values: text('SIP_VQ_Outbound'),
    ...proposed('advanced'),
    description: 'Virtual queue of the calls to customers.',
  },
  {
    name: '_urs_server_url',
    values: URL_TEXT,
    removedIn: '8.5.110',
    ...proposed('advanced'),
    description: 'Address of the routing server.',
  },
  {
    name: '_urs_sec_server_url',
    values: URL_TEXT,
    removedIn: '8.5.110',
    ...proposed('advanced'),
    description: 'Address of the routing server that steps in.',
  },
]);

import { BOOLEAN, choice, NAMES, seconds, text, TRANSACTION_LIST, whole } from './kinds.js';
import { documented, inCategory, proposed } from './option.js';
import { NEVER_BY_REQUEST } from './per-request.js';

/** What a callback service is, whom it reaches, and how long things may take (GMS reference, service options catalogue, general). */
export const GENERAL = inCategory('General', [
  {
    name: '_type',
    values: choice('builtin', 'ors'),
    defaultValue: 'ors',
    ...documented('mandatory'),
    description: 'Who runs the service: the Orchestration Server or GMS itself.',
  },
  {
    name: '_service',
    values: text('callback'),
    defaultValue: 'callback',
    ...documented('mandatory'),
    description: 'The template the service is made from, or the address of a strategy of your own.',
  },
  {
    name: '_service_type',
    values: text('callback'),
    ...documented('optional'),
    description: 'Says "callback" when a strategy of your own is one, so that its callbacks are managed.',
  },
  {
    name: '_ttl',
    values: seconds(1),
    defaultValue: '86400',
    ...documented('mandatory'),
    description: 'Seconds for which a callback stays listed after its desired time, whatever became of it.',
  },
  {
    name: '_call_direction',
    values: choice('USERTERMINATED', 'USERORIGINATED'),
    defaultValue: 'USERTERMINATED',
    ...proposed('optional'),
    description:
      'Who calls: the centre calls the customer (USERTERMINATED), or the customer dials (USERORIGINATED). The scenario fills it in.',
  },
  {
    name: '_media_type',
    values: choice('voice', 'chat'),
    defaultValue: 'voice',
    ...proposed('optional'),
    description: 'How customer and agent talk.',
  },
  {
    name: '_wait_for_agent',
    values: BOOLEAN,
    defaultValue: 'true',
    ...documented('mandatory'),
    description:
      'Whether the customer is contacted only when an agent is there. Otherwise the interaction may begin as soon as it is asked for.',
  },
  {
    name: '_wait_for_user_confirm',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('optional'),
    description:
      'Whether the customer has to confirm first that this is a good moment. Needs _wait_for_agent; callbacks created by hand need false.',
  },
  {
    name: '_business_hours_service',
    values: { kind: 'service', of: 'office-hours' },
    ...proposed('optional'),
    description: 'Office-hours service in whose hours callbacks take place. Without one every hour is open.',
  },
  {
    name: '_capacity_service',
    values: { kind: 'service', of: 'capacity' },
    ...proposed('optional'),
    description:
      'Capacity service that says how many callbacks fit into a time bucket. Without one it is _max_request_by_time_bucket.',
  },
  {
    name: '_target',
    values: text('Billing@Stat_Server.GA'),
    ...proposed('mandatory'),
    description: 'Agents who take the callbacks: one target expression, or a JSON list of targets with their timeouts.',
  },
  {
    name: '_route_point',
    values: text('8999@SIP_Switch'),
    ...proposed('optional'),
    description: 'Route point and switch through which calls are made.',
  },
  {
    name: '_src_route_point',
    values: text(),
    ...proposed('advanced'),
    description: 'Route point from which calls come in before they are routed.',
  },
  {
    name: '_attach_udata',
    values: choice('separate_keys', 'single_json', 'gms_storage_id'),
    defaultValue: 'single_json',
    ...proposed('advanced'),
    description:
      'How user data reaches the interaction: as single pairs, as one JSON text, or as the id under which GMS keeps it.',
  },
  {
    name: '_agent_transfer_confirm_timeout',
    values: seconds(),
    defaultValue: '0',
    ...documented('mandatory', 'advanced'),
    description: 'Seconds to wait until a transfer to the agent is confirmed. 0 does not wait.',
  },
  {
    name: '_agent_availability_notification_delay',
    values: seconds(),
    defaultValue: '30',
    ...proposed('advanced'),
    description: 'Seconds before an agent is free at which the customer is told.',
  },
  {
    name: '_max_time_to_wait_for_agent_on_the_call',
    values: seconds(),
    defaultValue: '3600',
    ...proposed('advanced'),
    description: 'Seconds a connected customer waits for an agent at most.',
  },
  {
    name: '_max_time_to_reach_eta_pos_threshold',
    values: seconds(),
    defaultValue: '14160',
    ...proposed('advanced'),
    description: 'Seconds until the thresholds of _eta_pos_threshold must be reached.',
  },
  {
    name: '_eta_pos_threshold',
    values: { kind: 'thresholds' },
    defaultValue: '0:10,10:5,20:2,30:1,40:0',
    ...proposed('advanced'),
    description:
      'When an agent counts as near: pairs of an estimated wait and the position in the queue at which it is short enough.',
  },
  {
    name: '_min_queue_wait',
    values: seconds(),
    defaultValue: '0',
    ...proposed('advanced'),
    description: 'Seconds a callback waits in the queue at least before an agent may be reserved for it.',
  },
  {
    name: '_max_transfer_to_agent_attempts',
    values: whole(1),
    defaultValue: '5',
    ...proposed('advanced'),
    description: 'How often a call is offered to agents before it is given up.',
  },
  {
    name: '_booking_expiration_timeout',
    values: seconds(),
    defaultValue: '30',
    ...proposed('advanced'),
    description: 'Seconds for which an access number stays reserved for a customer who is to dial it.',
  },
  {
    name: '_snooze_duration',
    values: seconds(),
    defaultValue: '300',
    ...proposed('advanced'),
    description: 'Seconds for which a callback rests when the customer asks for a little more time.',
  },
  {
    name: '_user_confirm_timeout',
    values: seconds(),
    defaultValue: '30',
    ...documented('mandatory'),
    description: 'Seconds the customer has to confirm.',
  },
  {
    name: '_on_user_confirm_timeout',
    values: text('CONNECT-ANYWAY'),
    defaultValue: 'CONNECT-ANYWAY',
    ...proposed('advanced'),
    description: 'What happens when the customer does not confirm in time: CONNECT-ANYWAY calls nevertheless.',
  },
  {
    name: '_max_notify_delivery_attempts',
    values: whole(),
    defaultValue: '3',
    ...proposed('advanced'),
    description: 'How often a notification is sent before the strategy goes on without it.',
  },
  {
    name: '_max_ors_submit_attempts',
    values: whole(1),
    defaultValue: '3',
    ...proposed('advanced'),
    description: 'How often a callback is handed to the Orchestration Server before it ends as SUBMIT_FAILED.',
  },
  {
    name: '_paused_services_list',
    values: TRANSACTION_LIST,
    defaultValue: 'GMS_Paused_Services',
    since: '8.5.109.05',
    ...documented('advanced'),
    description: 'Transaction list that says which services are paused.',
  },
  {
    name: '_paused_services_id',
    values: text('support'),
    since: '8.5.109.05',
    ...documented('advanced'),
    description: 'Name of the service in that list, when it is not the name of the service itself.',
  },
  {
    name: '_retain_session_until_ixn_deleted',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('advanced'),
    description:
      'Whether a callback stays PROCESSING until the call ends. Otherwise it is COMPLETED as soon as an agent has it.',
  },
  {
    name: '_max_time_to_wait_for_ixn_delete',
    values: seconds(),
    defaultValue: '3600',
    ...proposed('advanced'),
    description: 'Seconds for which a session waits for the end of the call.',
  },
  {
    name: '_provide_code',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('request'),
    description: 'Whether a customer who is to dial gets an access code besides the number.',
  },
  {
    name: '_resource_group',
    values: text('access-numbers'),
    ...proposed('optional'),
    description: 'Group of access numbers that customers dial.',
  },
  {
    name: '_overwritable_options',
    values: { kind: 'names', except: NEVER_BY_REQUEST },
    ...proposed('optional'),
    description: 'Options that a request may set for itself, for example _ors, _target and _redirect.',
  },
  {
    name: '_redirect',
    values: { kind: 'service' },
    ...proposed('optional'),
    description: 'Service that answers in place of this one.',
  },
  {
    name: '_service_groups',
    values: NAMES,
    since: '8.5.207',
    ...documented('optional'),
    description: 'Virtual groups the service belongs to. People who may see a group see every service in it.',
  },
  {
    name: 'username',
    values: text(),
    ...proposed('optional'),
    description: 'Name of the credentials this service asks for; it goes before that of the server section.',
  },
  {
    name: 'password',
    values: { kind: 'text', secret: true },
    ...proposed('optional'),
    description: 'Password of the credentials this service asks for; it goes before that of the server section.',
  },
  {
    name: '_exceptions',
    values: text(),
    ...proposed('advanced'),
    description: 'Exceptions of the strategy. Their form is not public; the value is passed on as it is.',
  },
  {
    name: '_ors',
    values: { kind: 'url', many: true },
    ...proposed('advanced'),
    description:
      'Orchestration Servers of this service instead of those of the application. The next one is tried when one does not answer.',
  },
  {
    name: '_ors_lb_strategy',
    values: choice('circular', 'linear'),
    ...proposed('advanced'),
    description: 'Which of them is tried first: each in turn (circular), or always the first (linear).',
  },
]);

/** How state changes are told to others (GMS reference, status notifications). */
export const STATUS_NOTIFICATIONS = inCategory('General', [
  {
    name: '_enable_status_notification',
    values: choice('false', 'subscribe_notify', 'notify'),
    defaultValue: 'false',
    since: '8.5.105',
    ...documented('advanced'),
    description:
      'Whether changes of a callback are told: not at all, to those who subscribed, or to the target that is set here.',
  },
  {
    name: '_status_notification_type',
    values: choice('httpcb', 'orscb'),
    ...documented('advanced'),
    description: 'How they are told: by an HTTP call, or to a session of the Orchestration Server.',
  },
  {
    name: '_status_notification_target',
    values: text('https://example.com/callback-events'),
    ...documented('advanced'),
    description: 'Address or session that is told. Needed as soon as notifications are on.',
  },
  {
    name: '_status_notification_provider',
    values: text(),
    ...documented('advanced'),
    description: 'Provider that delivers the notifications.',
  },
  {
    name: '_status_notification_attempts',
    values: whole(1, 100),
    defaultValue: '1',
    ...documented('advanced'),
    description: 'How often a notification is tried. A list of events may say another number.',
  },
  {
    name: '_callback_events_list',
    values: TRANSACTION_LIST,
    ...proposed('advanced'),
    description: 'Transaction list that says which events are told, and with which parameters.',
  },
  {
    name: '_enable_notification_reminder',
    values: BOOLEAN,
    defaultValue: 'false',
    since: '8.5.211.01',
    ...proposed('advanced'),
    description: 'Whether a scheduled callback is announced shortly before its time.',
  },
  {
    name: '_notification_reminder_buffer',
    values: seconds(),
    defaultValue: '300',
    since: '8.5.211.01',
    ...proposed('advanced'),
    description: 'Seconds before the desired time at which it is announced.',
  },
]);

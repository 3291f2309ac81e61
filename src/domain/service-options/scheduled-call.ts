import { FIELD_KEYS } from '../keys.js';
import { BUCKET_MINUTES } from '../slots.js';
import { choice, seconds, text, whole } from './kinds.js';
import { documented, inCategory, proposed } from './option.js';

/** Every second of the calendar: enough to accept any time that has passed. */
const ALL_OF_TIME = 8_640_000_000_000;

/** When a callback may be wished for, and when it is handed on (GMS reference, scheduled call). */
export const SCHEDULED_CALL = inCategory('Scheduled Call', [
  {
    name: FIELD_KEYS.desiredTime,
    values: { kind: 'time' },
    ...documented('request'),
    description:
      'Time of the callback in UTC. Without one it is now. A value set here goes before that of the request.',
  },
  {
    name: '_request_time_bucket',
    values: choice(...BUCKET_MINUTES.map(String)),
    defaultValue: '5',
    ...proposed('optional'),
    description: 'Length of a time bucket in minutes. Buckets are what customers choose from, and what fills up.',
  },
  {
    name: '_max_request_by_time_bucket',
    values: whole(1),
    defaultValue: '100',
    ...proposed('optional'),
    description: 'Callbacks that fit into one time bucket, where no capacity service says so.',
  },
  {
    name: '_request_execution_time_buffer',
    values: seconds(),
    defaultValue: '120',
    ...proposed('optional'),
    description: 'Seconds before the desired time at which a scheduled callback is put into the queue.',
  },
  {
    name: '_desired_connect_time_threshold',
    values: seconds(),
    defaultValue: '180',
    ...proposed('optional'),
    description:
      'Seconds before the desired time at which the customer may be called. Keep it above the execution buffer.',
  },
  {
    name: '_reject_future_desired_time',
    values: { kind: 'span' },
    defaultValue: '1M',
    ...proposed('optional'),
    description: 'How far ahead a callback may be wished for.',
  },
  {
    name: '_reject_past_desired_time',
    values: seconds(0, ALL_OF_TIME),
    ...proposed('advanced'),
    description: 'How many seconds ago a desired time may lie.',
  },
  {
    name: '_request_queue_time_stat',
    values: text('ExpectedWaitTime;Queue;8999@SIP_Server;Environment'),
    ...documented('request'),
    description: 'Statistic of the expected wait, by which callbacks are put into the queue earlier.',
  },
  {
    name: '_request_ewt_service',
    values: { kind: 'service' },
    ...proposed('advanced'),
    description: 'Service that estimates the wait instead of the statistic.',
  },
]);

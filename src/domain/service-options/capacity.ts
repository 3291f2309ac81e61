import { calendarOptions } from './calendar.js';
import { seconds, text } from './kinds.js';
import { inCategory, proposed } from './option.js';

const WEEKDAYS = 7;

/** How many callbacks a centre can take (GMS reference, time buckets and capacity). */
export const CAPACITY = inCategory('Capacity', [
  ...calendarOptions('capacity'),
  {
    name: '_ttl',
    values: seconds(),
    ...proposed('advanced'),
    description: 'Seconds for which an answer of the service may be kept.',
  },
  {
    name: '_capacity',
    values: text('[Mon, Tue, Wed, Thu, Fri, Sat, Sun]'),
    ...proposed('optional'),
    description: 'The weekdays in the order of their numbers, Monday first.',
  },
  {
    name: '_capacity_N',
    numberedTo: WEEKDAYS,
    values: { kind: 'hourly-capacity' },
    ...proposed('optional'),
    description: 'Callbacks that fit into each time bucket of one weekday, hour by hour. 1 is Monday.',
  },
  {
    name: '_capacity_add',
    values: { kind: 'capacity-exceptions' },
    ...proposed('advanced'),
    description: 'Single days that differ from their weekday.',
  },
]);

import { calendarOptions } from './calendar.js';
import { seconds } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** Most entries of one kind that an office-hours service has. */
const ENTRIES = 999;

/** When a centre is open (GMS reference, office hours). */
export const OFFICE_HOURS = inCategory('Office Hours', [
  ...calendarOptions('office-hours'),
  {
    name: '_ttl',
    values: seconds(),
    defaultValue: '30',
    ...proposed('mandatory', 'advanced'),
    description: 'Seconds for which an answer of the service may be kept.',
  },
  {
    name: '_bh_regularN',
    numberedTo: ENTRIES,
    values: { kind: 'weekly-hours' },
    ...proposed('optional'),
    description: 'Weekdays and hours that are open in every week.',
  },
  {
    name: '_bh_addN',
    numberedTo: ENTRIES,
    values: { kind: 'daily-hours' },
    ...proposed('optional'),
    description: 'Hours of one day that are open besides; without a year they are so in every year.',
  },
  {
    name: '_holidayN',
    numberedTo: ENTRIES,
    values: { kind: 'day' },
    ...proposed('optional'),
    description: 'A day that is closed; without a year it is so in every year.',
  },
]);

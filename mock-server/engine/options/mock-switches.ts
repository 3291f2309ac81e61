import { CALLBACK_STATES } from '../../../src/domain/callback.js';
import { BOOLEAN, choice, seconds, TRANSACTION_LIST, whole } from '../../../src/domain/service-options/kinds.js';
import type { OptionDefinition } from '../../../src/domain/service-options/option.js';

/** Section of the application that belongs to the mock: what the reference leaves open is a switch here. */
export const MOCK_SECTION = 'mock';

/** The checks of a new callback, in the order they have when nobody changes it (GMS reference, throttle and limit order). */
export const VALIDATION_STEPS = [
  'mandatory-keys',
  'phone-number',
  'desired-time',
  'rate-window-1',
  'rate-window-2',
  'daily-limit',
  'queue-limit',
  'in-queue',
  'office-hours',
  'bucket',
] as const;

/** Name of a check of a new callback. */
export type ValidationStep = (typeof VALIDATION_STEPS)[number];

/** Every switch there is. A name that is not here is refused, because nothing would come of it. */
export const MOCK_SWITCHES: readonly OptionDefinition[] = Object.freeze<OptionDefinition[]>([
  {
    name: 'error-body',
    values: choice('8.5.2', '8.5.1', 'oldest'),
    defaultValue: '8.5.2',
    description: 'Generation of the error bodies.',
  },
  {
    name: 'error-code',
    values: whole(),
    description:
      'The number in every error body of 8.5.2. Without one it is the status, because the numbering of real servers is not public.',
  },
  {
    name: 'watermark-delay',
    values: seconds(),
    defaultValue: '10',
    description: 'Seconds by which watermarks and the queue limit follow the state. 0 lets them follow at once.',
  },
  {
    name: 'validation-order',
    values: { kind: 'names', of: VALIDATION_STEPS },
    description: 'Checks of a new callback that go before the others, in this order.',
  },
  {
    name: 'url-key',
    values: choice('_url', 'url'),
    defaultValue: '_url',
    description: 'Key of the address in records: the documented one, or the one that clients read.',
  },
  {
    name: 'bulk-cancel-reply',
    values: choice('list', 'map'),
    defaultValue: 'list',
    description: 'Envelope of the reply of a bulk cancel: a list, or an object with the ids as keys.',
  },
  {
    name: 'queue-details',
    values: choice('all', 'ewt'),
    defaultValue: 'all',
    description: 'What is told of the position of a queued callback: everything, or the estimated wait alone.',
  },
  {
    name: 'queues-maximum',
    values: whole(),
    description:
      'Callbacks per service that a query by queues lists when it has no max. Without a number it lists all.',
  },
  {
    name: 'range-ends',
    values: choice('both', 'start'),
    defaultValue: 'both',
    description: 'Whether both ends of a range belong to it, or only its start.',
  },
  {
    name: 'exact-times',
    values: BOOLEAN,
    defaultValue: 'false',
    description: 'Whether times in requests are refused that do not have their milliseconds.',
  },
  {
    name: 'completed-update',
    values: choice('refuse', 'create'),
    defaultValue: 'refuse',
    description:
      'What a new time for a completed callback does: it is refused, or makes a new callback of what the old one had.',
  },
  {
    name: 'watermark-states',
    values: { kind: 'names', of: CALLBACK_STATES },
    defaultValue: 'QUEUED,ROUTING,PROCESSING,PAUSED',
    description: 'States of the callbacks that watermarks and the queue limit count.',
  },
  {
    name: 'timestamp-hours',
    values: whole(0, 4392),
    defaultValue: '5',
    description: 'Hours on each side of the timestamp for which the first version of availability answers.',
  },
  {
    name: 'cors',
    values: BOOLEAN,
    defaultValue: 'true',
    description:
      'Whether pages of this machine may call the mock on a socket from another origin. Otherwise GMS answers without CORS headers.',
  },
  {
    name: 'time-zone',
    values: { kind: 'zone' },
    defaultValue: 'UTC',
    description: 'Zone whose midnight ends the day of the daily limit.',
  },
  {
    name: 'filter-by-person',
    values: BOOLEAN,
    defaultValue: 'true',
    description: 'Whether a person is told only of the services that the person may see.',
  },
  {
    name: 'unknown-persons',
    values: choice('allow', 'refuse'),
    defaultValue: 'allow',
    description: 'What becomes of requests whose gms_user is absent or names nobody the mock was told of.',
  },
  {
    name: 'multi-tenant',
    values: BOOLEAN,
    defaultValue: 'false',
    description: 'Whether the header ContactCenterId must name a contact centre of the list.',
  },
  {
    name: 'contact-centers-list',
    values: TRANSACTION_LIST,
    defaultValue: 'Callback_Contact_Centers',
    description: 'Transaction list with the contact centres.',
  },
  {
    name: 'contact-center-required',
    values: BOOLEAN,
    defaultValue: 'true',
    description: 'Whether a shared server refuses requests that name no contact centre.',
  },
  {
    name: 'availability-v2',
    values: BOOLEAN,
    defaultValue: 'true',
    description: 'Whether free slots can be asked for in the second version; older servers answer 404.',
  },
  {
    name: 'availability-as-text',
    values: BOOLEAN,
    defaultValue: 'false',
    description: 'Whether the first version tells the places left as text, as some servers do.',
  },
  {
    name: 'proposed-slots',
    values: whole(0, 1000),
    defaultValue: '3',
    description:
      'How many free slots on each side of the wish are proposed when a closed time or a full one is refused.',
  },
  {
    name: 'completed-keep-slots',
    values: BOOLEAN,
    defaultValue: 'false',
    description: 'Whether completed callbacks keep their place in the time bucket until they expire.',
  },
  {
    name: 'immediate-take-slots',
    values: BOOLEAN,
    defaultValue: 'true',
    description: 'Whether callbacks for now take a place in the time bucket of the moment.',
  },
  {
    name: 'holidays-close-additional-hours',
    values: BOOLEAN,
    defaultValue: 'false',
    description: 'Whether a holiday takes the additional office hours of its day as well as the regular ones.',
  },
]);

/** The switch of a name; undefined when there is none. */
export function switchNamed(name: string): OptionDefinition | undefined {
  return MOCK_SWITCHES.find((known) => known.name === name);
}

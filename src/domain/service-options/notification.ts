import { BOOLEAN, text, whole } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** What is pushed to the device of the customer (GMS reference, notification). */
export const NOTIFICATION = inCategory('Notification', [
  {
    name: '_max_number_of_user_availability_confirmation_attempts',
    values: whole(),
    defaultValue: '3',
    ...proposed('advanced'),
    description: 'How often a customer is asked to confirm. Nobody is asked without the properties of a device.',
  },
  {
    name: '_notification_message_file',
    values: text(),
    ...proposed('advanced'),
    description: 'File with the texts that are pushed.',
  },
  { name: '_provider_name', values: text(), ...proposed('advanced'), description: 'Provider that delivers them.' },
  {
    name: '_use_debug_push_certificate',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('advanced'),
    description: 'Whether they are delivered with the certificate for development.',
  },
]);

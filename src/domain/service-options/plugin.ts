import { BOOLEAN, seconds, URL_TEXT } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** A strategy that is asked before every dial (GMS reference, plugin). */
export const PLUGIN = inCategory('Plugin', [
  {
    name: '_plugin_on_dial_url',
    values: URL_TEXT,
    ...proposed('advanced'),
    description: 'Address of the strategy that runs before the customer is dialled.',
  },
  {
    name: '_plugin_on_dial_timeout',
    values: seconds(),
    defaultValue: '120',
    ...proposed('advanced'),
    description: 'Seconds it may take.',
  },
  {
    name: '_plugin_on_dial_associate_ixn',
    values: BOOLEAN,
    defaultValue: 'true',
    ...proposed('advanced'),
    description: 'Whether it gets the interaction.',
  },
  {
    name: '_plugin_on_dial_invoke_on_call_failed',
    values: BOOLEAN,
    defaultValue: 'true',
    ...proposed('advanced'),
    description: 'Whether it runs also when a call has failed.',
  },
]);

import { BOOLEAN, URL_TEXT, whole } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** How the customer calls the centre (GMS reference, voice, user originated). */
export const USER_ORIGINATED = inCategory('Voice - User Originated', [
  {
    name: '_userorig_connect_limit',
    values: whole(1),
    defaultValue: '3',
    ...proposed('advanced'),
    description: 'How often a customer may dial in for one callback.',
  },
  {
    name: '_offer_callback',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('optional'),
    description: 'Whether a customer who waits on the line is offered a callback.',
  },
  {
    name: '_offer_callback_vxml_app_url',
    values: URL_TEXT,
    ...proposed('optional'),
    description: 'Address of the dialogue that offers it.',
  },
]);

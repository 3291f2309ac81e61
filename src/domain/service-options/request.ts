import { FIELD_KEYS } from '../keys.js';
import { documented, inCategory } from './option.js';

/** The number a request names, which a service may set for all of them. The vendor shows it under no heading. */
export const REQUEST = inCategory('No category', [
  {
    name: FIELD_KEYS.customerNumber,
    values: { kind: 'phone-number' },
    ...documented('mandatory', 'request'),
    description: 'Number to call. A value set here goes before that of the request.',
  },
]);

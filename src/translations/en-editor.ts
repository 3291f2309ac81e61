import { enCustomer } from './en-customer.js';
import { enDialogs } from './en-dialogs.js';
import { enReview } from './en-review.js';
import { enSlots } from './en-slots.js';

/** English words of `callback-editor`. */
export const enEditor = { ...enDialogs, ...enCustomer, ...enReview, ...enSlots };

import { enCustomer } from './en-customer.js';
import { enDialogs } from './en-dialogs.js';
import { enPanel } from './en-panel.js';
import { enReview } from './en-review.js';
import { enShared } from './en-shared.js';
import { enSlots } from './en-slots.js';
import { enTable } from './en-table.js';
import { enUndo } from './en-undo.js';
import type { Terms } from './terms.js';

/** English, which is also what shows where another language lacks a word. Labels are those of the seed, letter for letter. */
export const en: Terms = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
  ...enShared,
  ...enTable,
  ...enDialogs,
  ...enCustomer,
  ...enReview,
  ...enSlots,
  ...enPanel,
  ...enUndo,
};

import { registerTranslation } from '../internal/localize.js';
import { deCustomer } from './de-customer.js';
import { deDialogs } from './de-dialogs.js';
import { dePanel } from './de-panel.js';
import { deReview } from './de-review.js';
import { deShared } from './de-shared.js';
import { deSlots } from './de-slots.js';
import { deTable } from './de-table.js';
import { deUndo } from './de-undo.js';
import type { Terms } from './terms.js';

/** German. Importing this module registers it; states and reasons stay as the server says them. */
export const de: Terms = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',
  ...deShared,
  ...deTable,
  ...deDialogs,
  ...deCustomer,
  ...deReview,
  ...deSlots,
  ...dePanel,
  ...deUndo,
};

registerTranslation(de);

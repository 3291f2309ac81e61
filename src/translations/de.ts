import { registerTranslation } from '../internal/localize.js';
import { deDialogs } from './de-dialogs.js';
import { dePanel } from './de-panel.js';
import { deShared } from './de-shared.js';
import { deTable } from './de-table.js';
import type { Terms } from './terms.js';

/** German. Importing this module registers it; states and reasons stay as the server says them. */
export const de: Terms = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',
  ...deShared,
  ...deTable,
  ...deDialogs,
  ...dePanel,
};

registerTranslation(de);

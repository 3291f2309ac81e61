import { controls } from '../../internal/styles/controls.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { detailStyles } from './callback-table.detail.styles.js';
import { narrowStyles } from './callback-table.narrow.styles.js';
import { rowStyles } from './callback-table.row.styles.js';
import { shortcutStyles } from './callback-table.shortcuts.styles.js';
import { styles } from './callback-table.styles.js';

/** All styles of the table. They stand together in a bundle, imported from one place: what is alike shrinks only beside its like. */
export const sheets = [tokens, controls, styles, rowStyles, detailStyles, narrowStyles, shortcutStyles];

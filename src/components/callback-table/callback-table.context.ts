import type { LocalizeController } from '../../internal/localize.js';
import { usableZone } from '../../internal/zone.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { remember } from './callback-table.memo.js';
import { rowContext } from './callback-table.row-types.js';
import type { RowContext } from './callback-table.row-types.js';
import { tableTexts } from './callback-table.texts.js';
import type { Interaction } from './callback-table.types.js';

/** What the texts and rows of a table depend on. */
export interface ContextInputs {
  readonly columns: readonly ColumnDefinition[];
  readonly timeZone: string;
  readonly interaction: Interaction;
  readonly readonly: boolean;
}

/** What the rows of a table share: the same object for as long as nothing in it changes. */
export class TableContext {
  readonly #localize: LocalizeController;
  readonly #rowContext = remember(rowContext);
  readonly #texts = remember((_lang: string, zone: string) => tableTexts(this.#localize, usableZone(zone), Date.now()));

  constructor(localize: LocalizeController) {
    this.#localize = localize;
  }

  of({ columns, timeZone, interaction, readonly }: ContextInputs): RowContext {
    const texts = this.#texts(this.#localize.lang(), timeZone);
    return this.#rowContext(columns, texts, interaction !== 'table', readonly);
  }
}

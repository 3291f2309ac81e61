import { offsetText } from '../../domain/zone-offset.js';
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
  /** Epoch milliseconds; undefined = by this device's clock. */
  readonly now: number | undefined;
  readonly interaction: Interaction;
  readonly readonly: boolean;
}

/** Milliseconds within which no zone changes its offset: changes are on the quarter of an hour. */
const QUARTER = 900_000;

/** What the rows of a table share: the same object for as long as nothing in it changes. */
export class TableContext {
  readonly #localize: LocalizeController;
  readonly #rowContext = remember(rowContext);
  readonly #offset = remember((zone: string, quarter: number) => offsetText(quarter * QUARTER, usableZone(zone)));
  readonly #texts = remember((_lang: string, zone: string, offset: string) =>
    tableTexts(this.#localize, usableZone(zone), offset),
  );

  constructor(localize: LocalizeController) {
    this.#localize = localize;
  }

  of({ columns, timeZone, now = Date.now(), interaction, readonly }: ContextInputs): RowContext {
    const texts = this.#texts(this.#localize.lang(), timeZone, this.#offset(timeZone, quarterOf(now)));
    return this.#rowContext(columns, texts, interaction !== 'table', readonly);
  }
}

/** Whether two instants may have different offsets in some zone. */
export function isOtherQuarter(a: number | undefined, b: number | undefined): boolean {
  return quarterOf(a) !== quarterOf(b);
}

function quarterOf(instant = Number.NEGATIVE_INFINITY): number {
  return Math.floor(instant / QUARTER);
}

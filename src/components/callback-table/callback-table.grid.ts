import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { headRow } from './callback-table.head.js';
import type { TableModel } from './callback-table.model.js';
import type { DetailState, RowContext } from './callback-table.row-types.js';
import { drawRows } from './callback-table.rows.js';
import type { Rows } from './callback-table.rows.js';
import { isExpandable } from './callback-table.state-view.js';
import type { Piece } from './callback-table.window.js';
import type { DiagnosticsEntry, SearchValue, SortKey } from './callback-table.types.js';

/** What the table proper shows, of the table's properties. */
export interface GridState {
  readonly diagnostics: ReadonlyMap<string, DiagnosticsEntry>;
  readonly loadingIds: ReadonlySet<string>;
  readonly busyIds: ReadonlySet<string>;
  readonly expandedIds: ReadonlySet<string>;
  readonly search: SearchValue;
  readonly sort: readonly SortKey[];
  readonly total: number | undefined;
  readonly loading: boolean;
}

/** Which rows are drawn, and how. */
export interface DrawnRows {
  readonly rows: Rows;
  /** Rows to render and gaps between them. */
  readonly pieces: readonly Piece[];
  /** Place of the row that has the tab stop; negative = none. */
  readonly pinned: number;
  /** Rows that a live change has just touched. */
  readonly changedIds: ReadonlySet<string>;
}

/** The table proper: titles and the rows of the page. */
export function grid(state: GridState, drawn: DrawnRows, model: TableModel, context: RowContext): TemplateResult {
  const { columns, texts, isGrid, isReadonly } = context;
  return html`<table
    part="table"
    role=${isGrid ? 'grid' : 'table'}
    class=${state.loading && model.rows.length > 0 ? 'loading' : ''}
    aria-labelledby="heading"
    aria-rowcount=${rowCount(state, model)}
    aria-colcount=${columns.length + (isReadonly ? 1 : 2)}
    aria-multiselectable=${isGrid ? 'true' : nothing}
    aria-busy=${String(state.loading || model.isBusy)}
  >
    <caption class="visually-hidden">
      ${texts.term('headersSort')} ${isGrid ? texts.term('shortcutsHint') : nothing}
    </caption>
    <thead role="rowgroup">
      ${headRow(context, state.sort, model.pageSelection)}
    </thead>
    <tbody role="rowgroup" ${rows(state, drawn, model, context)}></tbody>
  </table>`;
}

/** Everything there is, the titles and open details included; what the server has beyond the records counts too. */
function rowCount({ search, total, expandedIds }: GridState, model: TableModel): number {
  const found = model.rows.length;
  const known = search.text === '' ? Math.max(total ?? 0, found) : found;
  return 1 + known + model.openPlaces(expandedIds).length;
}

function rows(state: GridState, drawn: DrawnRows, model: TableModel, context: RowContext): unknown {
  const open = model.openPlaces(state.expandedIds);
  return drawRows(drawn.rows, {
    pieces: drawn.pieces,
    pinned: drawn.pinned,
    context,
    recordAt: (place) => model.recordAt(place),
    stateAt: (place, record) => {
      const openBefore = open.filter((other) => other < place).length;
      return {
        rowIndex: model.bounds.start + place + 2 + openBefore,
        isSelected: model.selection.has(model.rowAt(place)),
        isBusy: state.busyIds.has(record.id),
        isChanged: drawn.changedIds.has(record.id),
        active: model.index.activeOf(record),
        detail: detailOf(record, state),
      };
    },
  });
}

function detailOf(
  record: CallbackRecord,
  { expandedIds, diagnostics, loadingIds }: GridState,
): DetailState | undefined {
  const { id } = record;
  if (!expandedIds.has(id) || !isExpandable(record)) return undefined;
  return { entry: diagnostics.get(id), isRefreshing: loadingIds.has(id) };
}

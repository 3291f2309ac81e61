import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { headRow } from './callback-table.head.js';
import type { TableModel } from './callback-table.model.js';
import { isExpandable, tableRow } from './callback-table.row.js';
import type { RowContext, RowState } from './callback-table.row-types.js';
import type { Piece } from './callback-table.window.js';
import type { DiagnosticsEntry, SearchValue, SortKey } from './callback-table.types.js';

/** What the table proper shows besides its rows. */
export interface GridState {
  readonly diagnostics: ReadonlyMap<string, DiagnosticsEntry>;
  readonly loadingIds: ReadonlySet<string>;
  readonly busyIds: ReadonlySet<string>;
  readonly selectedIds: ReadonlySet<string>;
  readonly expandedIds: ReadonlySet<string>;
  readonly changedIds: ReadonlySet<string>;
  readonly search: SearchValue;
  readonly sort: readonly SortKey[];
  readonly total: number | undefined;
  readonly loading: boolean;
  /** Rows to render and gaps between them. */
  readonly pieces: readonly Piece[];
  /** Height that a missing row is taken to have, in pixels. */
  readonly rowHeight: number;
}

/** The table proper: titles and the rows of the page. */
export function grid(state: GridState, model: TableModel, context: RowContext): TemplateResult {
  const { columns, texts, isGrid, isReadonly } = context;
  return html`<table
    part="table"
    role=${isGrid ? 'grid' : 'table'}
    class=${state.loading && model.rows.length > 0 ? 'loading' : ''}
    aria-labelledby="heading"
    aria-rowcount=${rowCount(state, model)}
    aria-colcount=${columns.length + (isReadonly ? 1 : 2)}
    aria-multiselectable=${isGrid ? 'true' : nothing}
    aria-busy=${String(state.loading)}
  >
    <caption class="visually-hidden">
      ${texts.term('headersSort')} ${isGrid ? texts.term('shortcutsHint') : nothing}
    </caption>
    <thead role="rowgroup">
      ${headRow(context, state.sort, model.pageSelection(state.selectedIds))}
    </thead>
    <tbody role="rowgroup">
      ${rows(state, model, context)}
    </tbody>
  </table>`;
}

/** Everything there is, the titles and open details included; what the server has beyond the records counts too. */
function rowCount({ search, total, expandedIds }: GridState, model: TableModel): number {
  const found = model.rows.length;
  const known = search.text === '' ? Math.max(total ?? 0, found) : found;
  return 1 + known + model.openPlaces(expandedIds).length;
}

/** Rows keyed by id; one that shows the same as before is not rendered again. */
function rows(state: GridState, model: TableModel, context: RowContext): unknown {
  const open = model.openPlaces(state.expandedIds);
  const row = (place: number): unknown => {
    const record = model.recordAt(place);
    const openBefore = open.filter((other) => other < place).length;
    const shown = rowState(record, model.bounds.start + place + 2 + openBefore, state);
    const { rowIndex, isSelected, isBusy, isChanged, detail } = shown;
    const inputs = [record, context, rowIndex, isSelected, isBusy, isChanged, detail?.entry, detail?.isRefreshing];
    return guard(inputs, () => tableRow(record, shown, context));
  };
  return repeat(
    state.pieces,
    (piece) => ('gap' in piece ? piece.slot : model.recordAt(piece.place).id),
    (piece) => ('gap' in piece ? gapRow(piece.gap * state.rowHeight) : row(piece.place)),
  );
}

/** Keeps the room of rows that are not rendered. Its height is an attribute, because the page policy allows no style. */
function gapRow(height: number): TemplateResult {
  return html`<tr class="gap" role="presentation" aria-hidden="true">
    <td height=${height}></td>
  </tr>`;
}

function rowState(record: CallbackRecord, rowIndex: number, state: GridState): RowState {
  const { id } = record;
  return {
    rowIndex,
    isSelected: state.selectedIds.has(id),
    isBusy: state.busyIds.has(id),
    isChanged: state.changedIds.has(id),
    detail:
      state.expandedIds.has(id) && isExpandable(record)
        ? { entry: state.diagnostics.get(id), isRefreshing: state.loadingIds.has(id) }
        : undefined,
  };
}

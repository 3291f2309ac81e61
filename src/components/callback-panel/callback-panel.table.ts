import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackSelectionChangeEvent, CallbackTableElement } from '../callback-table/callback-table.js';
import type { ColumnDefinition } from '../callback-table/callback-table.columns.js';
import type { Density, Interaction, Problem } from '../callback-table/callback-table.types.js';
import type { PanelView } from './callback-panel.types.js';
import type { Source } from './source.js';

/** Parts of the table that a page may style from outside, each under its name behind `table__`. */
const EXPORTED_PARTS = [
  'heading',
  'search',
  'header-cell',
  'row',
  'cell',
  'row-action',
  'detail',
  'empty',
  'problem',
  'pager',
  'back-to-top',
]
  .map((part) => `${part}: table__${part}`)
  .join(', ');

/** What the table is given. */
export interface TableModel {
  readonly lang: string;
  readonly source: Source;
  readonly records: readonly CallbackRecord[];
  readonly columns: readonly ColumnDefinition[];
  readonly view: PanelView;
  readonly selectedIds: ReadonlySet<string>;
  /** Callbacks whose change was not answered, or waits to be sent. */
  readonly busyIds: ReadonlySet<string>;
  readonly zone: string;
  readonly density: Density;
  readonly interaction: Interaction;
  readonly problem: Problem | undefined;
  readonly readonly: boolean;
}

export interface TableActions {
  readonly changeView: (change: Pick<PanelView, 'search' | 'sort' | 'page' | 'pageSize'>) => void;
  readonly select: (ids: ReadonlySet<string>) => void;
}

/** The table, which owns how the records are looked at; the view follows it. */
export function tableTemplate(model: TableModel, actions: TableActions): TemplateResult {
  const { source, view } = model;
  const changed = ({ currentTarget }: Event): void => {
    const { search, sort, page, pageSize } = currentTarget as CallbackTableElement;
    actions.changeView({ search, sort, page, pageSize });
  };
  const selected = ({ detail }: CallbackSelectionChangeEvent): void => actions.select(detail.selectedIds);
  return html`
    <callback-table
      part="table"
      exportparts=${EXPORTED_PARTS}
      lang=${model.lang || nothing}
      .records=${model.records}
      .columns=${model.columns}
      .search=${view.search}
      .sort=${view.sort}
      .page=${view.page}
      .pageSize=${view.pageSize}
      .selectedIds=${model.selectedIds}
      .busyIds=${model.busyIds}
      .diagnostics=${source.diagnostics.entries}
      .loadingIds=${source.diagnostics.loadingIds}
      .timeZone=${model.zone}
      .now=${source.now}
      .density=${model.density}
      .interaction=${model.interaction}
      .loading=${source.loading}
      .progress=${source.list.progress}
      .problem=${model.problem}
      .readonly=${model.readonly}
      @callback-search-change=${changed}
      @callback-sort-change=${changed}
      @callback-page-change=${changed}
      @callback-selection-change=${selected}
    ></callback-table>
  `;
}

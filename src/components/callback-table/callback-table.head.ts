import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { icon } from '../../internal/icons.js';
import { sortFieldOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import type { RowContext } from './callback-table.row-types.js';
import { columnTitle } from './callback-table.texts.js';
import type { SortKey } from './callback-table.types.js';

/** How much of the page is selected. */
export type PageSelection = 'none' | 'some' | 'all';

export function pageSelection(visible: readonly CallbackRecord[], selectedIds: ReadonlySet<string>): PageSelection {
  const selected = selectedIds.size === 0 ? 0 : visible.filter(({ id }) => selectedIds.has(id)).length;
  if (selected === 0) return 'none';
  return selected === visible.length ? 'all' : 'some';
}

/** The header row: select all on the page, a title that sorts for each column, room for the actions. */
export function headRow(context: RowContext, sort: readonly SortKey[], selection: PageSelection): TemplateResult {
  const { columns, texts, isGrid, isReadonly } = context;
  return html`<tr role="row" part="header-row" class="head" aria-rowindex="1">
    <th part="header-cell" role="columnheader" scope="col" class="pick-cell">
      <input
        type="checkbox"
        data-action="select-page"
        tabindex=${isGrid ? -1 : nothing}
        aria-label=${texts.term('selectPage')}
        .checked=${live(selection === 'all')}
        .indeterminate=${live(selection === 'some')}
      />
    </th>
    ${columns.map((column) => headCell(column, sort, context))}
    ${
      isReadonly
        ? nothing
        : html`<th
            part="header-cell"
            role="columnheader"
            scope="col"
            class="action-cell"
            tabindex=${isGrid ? -1 : nothing}
          >
            <span class="visually-hidden">${texts.term('actions')}</span>
          </th>`
    }
  </tr>`;
}

function headCell(column: ColumnDefinition, sort: readonly SortKey[], { texts, isGrid }: RowContext): TemplateResult {
  const title = columnTitle(texts, column);
  const field = sortFieldOf(column);
  const kind = column.kind === 'phone' ? 'phone-cell' : `${column.kind}-cell`;
  if (field === undefined) {
    return html`<th part="header-cell" role="columnheader" scope="col" class=${kind} tabindex=${isGrid ? -1 : nothing}>
      <span class="title clip">${title}</span>
    </th>`;
  }
  const at = sort.findIndex((key) => key.field === field);
  const key = sort[at];
  return html`<th
    part="header-cell"
    role="columnheader"
    scope="col"
    class="sortable ${kind}"
    aria-sort=${at === 0 ? (key?.direction ?? nothing) : nothing}
  >
    <button type="button" class="sort" data-action="sort" data-field=${field} tabindex=${isGrid ? -1 : nothing}>
      <span class="title clip">${title}</span>
      <span class="sort-mark ${key === undefined ? 'hint' : ''}">
        ${icon(key?.direction === 'descending' ? 'sortDown' : 'sortUp')}
        ${key === undefined || sort.length === 1 ? nothing : html`<span class="sort-place">${at + 1}</span>`}
      </span>
    </button>
  </th>`;
}

/** The next sort after a press on a header: alone, or as a further key; pressed again, the other way round. */
export function nextSort(sort: readonly SortKey[], field: string, isFurther: boolean): readonly SortKey[] {
  const known = sort.find((key) => key.field === field);
  const next: SortKey = { field, direction: known?.direction === 'ascending' ? 'descending' : 'ascending' };
  if (!isFurther) return [next];
  return known === undefined ? [...sort, next] : sort.map((key) => (key === known ? next : key));
}

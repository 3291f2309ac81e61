import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../../internal/icons.js';
import { tooltipOf } from '../../internal/long-text.js';
import { sortFieldOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import type { RowContext } from './callback-table.row-types.js';
import { columnTitle } from './callback-table.texts.js';
import type { TableTexts } from './callback-table.texts.js';
import type { SortDirection, SortKey } from './callback-table.types.js';

/** How much of the page is selected. */
export type PageSelection = 'none' | 'some' | 'all';

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
  const at = sort.findIndex((key) => key.field === field);
  const direction = sort[at]?.direction;
  return html`<th
    part="header-cell"
    role="columnheader"
    scope="col"
    class="sortable ${column.kind}-cell"
    aria-sort=${at === 0 ? (direction ?? nothing) : nothing}
  >
    <button type="button" class="sort" data-action="sort" data-field=${field} tabindex=${isGrid ? -1 : nothing}>
      <span class="title clip" title=${ifDefined(tooltipOf(title))}>${title}</span
      >${at > 0 && direction !== undefined ? furtherKey(at + 1, direction, texts) : nothing}
      <span class="sort-mark ${direction === undefined ? 'hint' : ''}" aria-hidden="true">
        ${icon(direction === 'descending' ? 'sortDown' : 'sortUp')}
        ${at === -1 || sort.length === 1 ? nothing : html`<span class="sort-place">${texts.number(at + 1)}</span>`}
      </span>
    </button>
  </th>`;
}

/** Says in words what `aria-sort` may say of one column only, the first. */
function furtherKey(place: number, direction: SortDirection, { term, number }: TableTexts): TemplateResult {
  return html`<span class="visually-hidden">(${term('sortPlace', number(place), direction)})</span>`;
}

/**
 * The next sort after a press on a header: by this column alone, or as a further key. Pressed again, the other way round; a further
 * key pressed a third time is a key no more.
 */
export function nextSort(sort: readonly SortKey[], field: string, isFurther: boolean): readonly SortKey[] {
  const known = sort.find((key) => key.field === field);
  const next: SortKey = { field, direction: known?.direction === 'ascending' ? 'descending' : 'ascending' };
  if (!isFurther) return [next];
  if (known === undefined) return [...sort, next];
  return sort.flatMap((key) => (key !== known ? [key] : known.direction === 'ascending' ? [next] : []));
}

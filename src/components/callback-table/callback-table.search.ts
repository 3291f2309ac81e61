import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ALL_FIELDS } from '../../record-index/fields.js';
import { icon } from '../../internal/icons.js';
import { isolate } from '../../internal/isolate.js';
import { searchFieldsOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { columnTitle } from './callback-table.texts.js';
import type { TableTexts } from './callback-table.texts.js';
import type { SearchValue } from './callback-table.types.js';

/** The search box with its field selector attached. */
export function searchBox(
  search: SearchValue,
  columns: readonly ColumnDefinition[],
  texts: TableTexts,
): TemplateResult {
  const { term } = texts;
  return html`<div part="search" class="search" role="search">
    ${icon('search')}
    <input
      id="search"
      type="search"
      class="input"
      part="search-input"
      autocomplete="off"
      spellcheck="false"
      data-action="search"
      placeholder=${term('search')}
      aria-label=${term('search')}
      .value=${live(search.text)}
    />
    <select
      id="search-field"
      class="select"
      part="search-field"
      data-action="search-field"
      aria-label=${term('searchField')}
    >
      ${searchChoices(search, columns, texts).map(
        ({ field, title }) => html`<option value=${field} .selected=${live(field === search.field)}>${title}</option>`,
      )}
    </select>
  </div>`;
}

interface Choice {
  readonly field: string;
  readonly title: string;
}

/** One choice per searchable field; a field that was set from outside and has no column is a choice too, or the box would lie. */
function searchChoices(
  { field }: SearchValue,
  columns: readonly ColumnDefinition[],
  texts: TableTexts,
): readonly Choice[] {
  const choices = columns.flatMap((column) =>
    searchFieldsOf(column).map((choice) => ({
      field: choice.field,
      title: choice.alias === undefined ? columnTitle(texts, column) : isolate(choice.alias),
    })),
  );
  if (choices.some((choice) => choice.field === field)) return choices;
  return [...choices, { field, title: field === ALL_FIELDS ? texts.term('allColumns') : field }];
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TableModel } from './callback-table.model.js';
import type { RowContext } from './callback-table.row-types.js';
import { searchBox } from './callback-table.search.js';
import type { TableTexts } from './callback-table.texts.js';
import type { Problem, SearchValue } from './callback-table.types.js';

/** What the line above the table tells. */
export interface ResultState {
  readonly total?: number | undefined;
  readonly search: SearchValue;
  readonly loading: boolean;
  readonly problem?: Problem | undefined;
}

/** The line above the table: how many, how many of them are selected, and the search. */
export function resultLine(state: ResultState, model: TableModel, { texts, columns }: RowContext): TemplateResult {
  return html`<div part="result-line" class="result-line">
    <h2 id="heading" part="heading" tabindex="-1"><bdi>${heading(state, model, texts)}</bdi></h2>
    ${partialNote(state, model, texts)}
    <slot name="filters"></slot>
    ${selectionSummary(model, texts)} ${searchBox(state.search, columns, texts)}
  </div>`;
}

/** Counts only what is known: rows that are not there yet, or could not be read, are not none. */
function heading(
  { loading, problem }: ResultState,
  { recordCount, rows, isBusy }: TableModel,
  { term, number }: TableTexts,
): string {
  if (rows.length === 0 && (isBusy || (loading && recordCount === 0))) return term('loadingCallbacks');
  if (recordCount === 0 && problem !== undefined) return term('callbacks');
  return term('callbacksFound', rows.length, number(rows.length));
}

function partialNote({ total }: ResultState, { recordCount }: TableModel, { term, number }: TableTexts): unknown {
  if (total === undefined || total <= recordCount) return nothing;
  const words = term('shownOf', number(recordCount), number(total));
  return html`<span part="partial" class="partial" title=${term('shownOfHint')}><bdi>${words}</bdi></span>`;
}

/** How many are selected, the way to let them go, and once the page is selected whole, the offer of the rest. */
function selectionSummary(
  { selection, rows, pageLength, pageSelection }: TableModel,
  { term, number }: TableTexts,
): unknown {
  const selected = selection.count;
  if (selected === 0) return nothing;
  const isOffered = rows.length > pageLength && selected < rows.length && pageSelection === 'all';
  return html`<div part="selection" class="selection">
    <bdi>${term('selectedCount', selected, number(selected))}</bdi>
    ${
      isOffered
        ? html`<button type="button" id="select-matching" class="link" data-action="select-matching">
            <bdi>${term('selectMatching', number(rows.length))}</bdi>
          </button>`
        : nothing
    }
    <button type="button" class="link" data-action="clear-selection">${term('clearSelection')}</button>
  </div>`;
}

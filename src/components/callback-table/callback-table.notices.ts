import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../internal/icons.js';
import { longText } from '../../internal/long-text.js';
import type { TableModel } from './callback-table.model.js';
import type { TableTexts } from './callback-table.texts.js';
import { problemDetail } from './callback-table.types.js';
import type { ListProgress, Problem } from './callback-table.types.js';

const SKELETON_ROWS = 8;

/** Why no row is shown. */
interface PlaceholderState {
  readonly loading: boolean;
  readonly problem?: Problem | undefined;
}

/** Above rows that stay although a newer answer failed: what happened, how old they are, and the way out. */
export function staleBanner(problem: Problem, texts: TableTexts): TemplateResult {
  const { term, time } = texts;
  const age = problem.since === undefined ? term('rowsKept') : term('rowsAsOf', time(problem.since));
  return html`<div part="problem" class="note failure banner" role="alert">
    ${icon('warning')}
    <div class="words">
      <bdi><strong>${term('failure', problem.code)}</strong> ${age}</bdi> ${detailWords(problem)}
    </div>
    ${retryButton(texts)}
  </div>`;
}

/** Over the first rows while newer ones are read: how many there are so far, and how much is still to come where that is known. */
export function progressNote({ records, share }: ListProgress, { term, number }: TableTexts): TemplateResult {
  return html`<div part="progress" class="progress">
    <div class="progress-card">
      <bdi id="progress">${term('loadedSoFar', number(records))}</bdi>
      <progress aria-labelledby="progress" value=${share ?? nothing}></progress>
    </div>
  </div>`;
}

/** What stands in the place of rows when none is shown. */
export function placeholder(state: PlaceholderState, model: TableModel, texts: TableTexts): TemplateResult {
  if (model.isBusy) return skeleton();
  if (model.recordCount > 0) return noMatchState(texts);
  if (state.loading) return skeleton();
  return state.problem === undefined ? emptyState(texts) : problemState(state.problem, texts);
}

/** In the place of rows: nothing could be read, and why. */
function problemState(problem: Problem, texts: TableTexts): TemplateResult {
  return html`<div part="problem" class="state" role="alert">
    <span class="state-mark failed">${icon('warning')}</span>
    <p><bdi>${texts.term('failure', problem.code)}</bdi> ${detailWords(problem)}</p>
    ${retryButton(texts)}
  </div>`;
}

/** In the place of rows: there are none. */
function emptyState({ term }: TableTexts): TemplateResult {
  return html`<div part="empty" class="state">
    <span class="state-mark">${icon('calendar')}</span>
    <p><bdi>${term('noCallbacks')}</bdi></p>
  </div>`;
}

/** In the place of rows: the search hides all of them. */
function noMatchState({ term }: TableTexts): TemplateResult {
  return html`<div part="empty" class="state">
    <span class="state-mark">${icon('search')}</span>
    <p><bdi>${term('noMatches')}</bdi></p>
    <button type="button" class="button" data-action="clear-search">${term('clearSearch')}</button>
  </div>`;
}

/** In the place of rows while the first ones are on their way; seen only when that takes a while. */
function skeleton(): TemplateResult {
  return html`<div part="loading" class="skeleton" aria-hidden="true">
    ${Array.from({ length: SKELETON_ROWS }, () => html`<div class="skeleton-row"><i></i><i></i><i></i><i></i></div>`)}
  </div>`;
}

function retryButton({ term }: TableTexts): TemplateResult {
  return html`<button type="button" class="button" data-action="retry">${term('retry')}</button>`;
}

function detailWords(problem: Problem): unknown {
  const detail = problemDetail(problem);
  return detail === undefined ? nothing : html`<span class="server-words quiet">${longText(detail)}</span>`;
}

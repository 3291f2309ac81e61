import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { join } from 'lit/directives/join.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { QueueDiagnostics } from '../../domain/diagnostics.js';
import { waitingReason } from '../../domain/waiting.js';
import { icon } from '../../internal/icons.js';
import { tooltipOf } from '../../internal/long-text.js';
import { factGroups } from './callback-table.facts.js';
import type { DetailState, RowContext } from './callback-table.row-types.js';
import { isProblem, problemDetail } from './callback-table.types.js';
import type { TableTexts } from './callback-table.texts.js';
import type { Problem } from './callback-table.types.js';

/** What stands under an open row: facts in groups, or why there are none. */
export function detailPanel(
  record: CallbackRecord,
  id: string,
  detail: DetailState,
  context: RowContext,
): TemplateResult {
  return html`<div
    id=${id}
    role="region"
    class="facts-panel"
    aria-label=${context.texts.term('queueDetailsOf', record.customerNumber)}
    aria-busy=${String(detail.isRefreshing)}
  >
    ${detailContent(detail, context)} ${refreshButton(detail, context)}
  </div>`;
}

function detailContent({ entry, isRefreshing }: DetailState, context: RowContext): TemplateResult {
  const { texts } = context;
  if (entry === undefined) {
    return isRefreshing
      ? html`<p class="waiting"><span class="spinner"></span>${texts.term('loadingDetails')}</p>`
      : html`<p class="waiting quiet">${texts.term('detailsNotLoaded')}</p>`;
  }
  if (isProblem(entry)) return detailProblem(entry, context);
  const groups = factGroups(entry, texts);
  if (groups.length === 0) return html`<p class="waiting quiet">${texts.term('noDetails')}</p>`;
  return html`${waitingSentence(entry, texts)}
    <div class="fact-groups">
      ${groups.map(
        ({ id, name, facts }) =>
          html`<section class="fact-group ${id}">
            <h3>${name}</h3>
            <dl>
              ${facts.map(
                ({ label, value }) =>
                  html`<div class="fact">
                    <dt class="clip"><bdi>${label}</bdi></dt>
                    <dd class="clip" title=${ifDefined(tooltipOf(value))}><bdi>${breakable(value)}</bdi></dd>
                  </div>`,
              )}
            </dl>
          </section>`,
      )}
    </div>`;
}

/** The one reason that counts most, before the facts it was drawn from. */
function waitingSentence(entry: QueueDiagnostics, { term, time, number }: TableTexts): unknown {
  const reason = waitingReason(entry);
  if (reason === undefined) return nothing;
  const at = reason.kind === 'next-call' ? reason.at : reason.kind === 'snoozed' ? reason.until : undefined;
  const fact = at !== undefined ? time(at) : reason.kind === 'behind' ? number(reason.ahead) : '';
  return html`<p class="sentence" part="detail-reason">${term('waiting', reason.kind, fact)}</p>`;
}

function detailProblem(problem: Problem, { texts, isGrid }: RowContext): TemplateResult {
  const detail = problemDetail(problem);
  return html`<div class="note failure">
    ${icon('warning')}
    <div>
      <bdi>${texts.term('failure', problem.code)}</bdi
      >${detail === undefined ? nothing : html` <span class="clip quiet" title=${ifDefined(tooltipOf(detail))}><bdi>${detail}</bdi></span>`}
      ${
        problem.code === 'unsupported'
          ? nothing
          : html`<div>
              <button type="button" class="link" data-action="diagnose" tabindex=${isGrid ? -1 : nothing}>
                ${texts.term('retry')}
              </button>
            </div>`
      }
    </div>
  </div>`;
}

function refreshButton({ entry, isRefreshing }: DetailState, { texts, isGrid }: RowContext): unknown {
  if (entry !== undefined && isProblem(entry)) return nothing;
  return html`<button
    type="button"
    part="detail-refresh"
    class="button quiet icon-only refresh"
    data-action="diagnose"
    tabindex=${isGrid ? -1 : nothing}
    aria-label=${texts.term('refreshDetails')}
  >
    ${isRefreshing && entry !== undefined ? html`<span class="spinner"></span>` : icon('refresh')}
  </button>`;
}

/** A constant or an address that may break after its separators, and is copied as it is. */
function breakable(constant: string): unknown {
  return join(constant.split(/(?<=[_@])/), () => html`<wbr />`);
}

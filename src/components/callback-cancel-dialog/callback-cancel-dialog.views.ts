import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { stateText } from '../../domain/callback.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { countOutcomes } from '../../domain/report.js';
import type { BulkCancelResult, CancelOutcome } from '../../domain/report.js';
import { countdown } from '../../internal/countdown.directive.js';
import type { Countdown } from '../../internal/countdown.directive.js';
import { timeFormat } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { tooltipOf } from '../../internal/long-text.js';
import { phone } from '../../internal/phone.js';
import { planOf } from './callback-cancel-dialog.plan.js';
import type { CancelPlan, SkippedGroup } from './callback-cancel-dialog.plan.js';

/** How far a bulk cancel has come. */
export interface CancelProgress {
  readonly done: number;
  readonly total: number;
}

/** What every view of the dialog needs. */
export interface CancelView {
  readonly localize: LocalizeController;
  readonly timeZone: string;
  readonly records: readonly CallbackRecord[];
}

/** More rows than anybody reads before pressing a button; the heading counts all of them. */
const MOST_ROWS = 500;

/** What will be cancelled, and what will be skipped and why. */
export function planView(view: CancelView, plan: CancelPlan): TemplateResult {
  const { localize } = view;
  const count = plan.cancellable.length;
  return html`<h3>${localize.term('callbacksToCancel')}</h3>
    ${
      count === 0
        ? nothing
        : html`<section class="group">
            <h4 id="cancellable">${localize.term('willBeCancelled', count, localize.number(count))}</h4>
            ${recordList(view, plan.cancellable, 'cancellable')}
          </section>`
    }
    ${plan.skipped.map((group) => skippedView(view, group))}`;
}

/** What is about to be sent, and in how many seconds. */
export function pendingView({ localize }: CancelView, pending: Countdown, count: number): TemplateResult {
  const words = (seconds: number): string =>
    localize.term('cancellingIn', count, localize.number(count), localize.number(seconds));
  const whole = Math.ceil(pending.total / 1000);
  return html`<div class="progress">
    <strong>${localize.term('nothingSentYet')}</strong>
    <span>${countdown(pending, words)}</span>
    <span class="visually-hidden" role="status">${localize.term('nothingSentYet')} ${words(whole)}</span>
  </div>`;
}

/** How far the cancelling has come. */
export function progressView({ localize }: CancelView, { done, total }: CancelProgress): TemplateResult {
  const text = localize.term('cancelling', localize.number(done), localize.number(total));
  return html`<div class="progress">
    <span id="progress-text">${text}</span>
    <progress part="progress" aria-labelledby="progress-text" max=${Math.max(total, 1)} .value=${done}></progress>
    <span class="visually-hidden" role="status">${quarter(done, total) ? text : nothing}</span>
  </div>`;
}

/** What became of each callback. */
export function resultView(view: CancelView, result: BulkCancelResult): TemplateResult {
  const { localize } = view;
  const { done, skipped, failed } = countOutcomes(result);
  const whole = skipped === 0 && failed === 0;
  const missed = result.outcomes.filter(({ outcome }) => outcome !== 'done');
  return html`<div class="verdict ${whole ? 'positive' : 'negative'}" role="status">
      ${icon(whole ? 'check' : 'crossOut')}
      <strong
        >${whole ? localize.term('allCancelled', done, localize.number(done)) : localize.term('notAllCancelled')}</strong
      >
    </div>
    ${
      whole
        ? nothing
        : html`<ul class="counts">
              <li class="positive">${icon('check')}${localize.term('countCancelled', localize.number(done))}</li>
              <li>${icon('crossOut')}${localize.term('countSkipped', localize.number(skipped))}</li>
              <li class=${failed > 0 ? 'negative' : ''}>
                ${icon('warning')}${localize.term('countFailed', localize.number(failed))}
              </li>
            </ul>
            <section class="group">
              <h3 id="missed">${localize.term('notCancelledList')}</h3>
              ${missedList(view, missed)}
            </section>`
    }
    ${leftAlone(view, result)}`;
}

/** What the plan had left out is part of the account, so that the numbers add up to the selection. */
function leftAlone({ localize, records }: CancelView, { outcomes }: BulkCancelResult): unknown {
  const sent = new Set(outcomes.map(({ id }) => id));
  const { skipped } = planOf(records.filter(({ id }) => !sent.has(id)));
  return skipped.map(({ code, records: { length } }) => {
    const words = localize.term('leftAlone', length, localize.number(length));
    return html`<p class="help">${words} ${localize.term('refusal', code)}</p>`;
  });
}

function skippedView(view: CancelView, { code, records }: SkippedGroup): TemplateResult {
  const { localize } = view;
  const id = `skipped-${code}`;
  return html`<section class="group">
    <h4 id=${id}>${localize.term('willBeSkipped', records.length, localize.number(records.length))}</h4>
    <p class="help" id="${id}-why">${localize.term('refusal', code)}</p>
    ${recordList(view, records, `${id} ${id}-why`)}
  </section>`;
}

function recordList(view: CancelView, records: readonly CallbackRecord[], labelledBy: string): TemplateResult {
  const { localize } = view;
  const format = timeFormat(localize.lang(), view.timeZone);
  const row = (record: CallbackRecord): TemplateResult =>
    html`<li>
      <bdi class="time">${format(record.desiredTime)}</bdi>
      <span class="clip" title=${ifDefined(tooltipOf(record.customerNumber))}>${phone(record.customerNumber)}</span>
      <span class="clip" title=${ifDefined(tooltipOf(record.serviceName))}><bdi>${record.serviceName}</bdi></span>
      <span class="clip quiet"><bdi>${stateText(record)}</bdi></span>
    </li>`;
  const shown = records.slice(0, MOST_ROWS);
  return listFrame(
    { localize, labelledBy, more: records.length - shown.length },
    repeat(shown, ({ id }) => id, row),
  );
}

function missedList(view: CancelView, outcomes: readonly CancelOutcome[]): TemplateResult {
  const { localize } = view;
  const format = timeFormat(localize.lang(), view.timeZone);
  const byId = new Map(view.records.map((record) => [record.id, record]));
  const row = ({ id, outcome, code }: CancelOutcome): TemplateResult => {
    const record = byId.get(id);
    return html`<li>
      ${record === undefined ? html`<bdi>${id}</bdi>` : html`<bdi class="time">${format(record.desiredTime)}</bdi>`}
      ${record === undefined ? html`<span></span>` : html`<span class="clip" title=${ifDefined(tooltipOf(record.customerNumber))}>${phone(record.customerNumber)}</span>`}
      <span>${localize.term(outcome === 'failed' ? 'outcomeFailed' : 'outcomeSkipped')}</span>
      <bdi class="quiet">${code ?? nothing}</bdi>
    </li>`;
  };
  const shown = outcomes.slice(0, MOST_ROWS);
  const frame = { localize, labelledBy: 'missed', more: outcomes.length - shown.length };
  return listFrame(
    frame,
    repeat(shown, ({ id }) => id, row),
  );
}

interface ListFrame {
  readonly localize: LocalizeController;
  readonly labelledBy: string;
  /** Number of rows that are not shown. */
  readonly more: number;
}

/** A list that scrolls by itself, also with the keyboard. The role is written out because some browsers drop it with the marks. */
function listFrame({ localize, labelledBy, more }: ListFrame, rows: unknown): TemplateResult {
  return html`<div class="list" part="list" role="region" tabindex="0" aria-labelledby=${labelledBy}>
      <ul role="list">
        ${rows}
      </ul>
    </div>
    ${more > 0 ? html`<p class="help">${localize.term('moreCallbacks', more, localize.number(more))}</p>` : nothing}`;
}

/** Progress is spoken at each quarter only. */
function quarter(done: number, total: number): boolean {
  return (
    total > 0 &&
    (done === 0 || done >= total || Math.floor((done * 4) / total) !== Math.floor(((done - 1) * 4) / total))
  );
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallbackError } from '../../domain/errors.js';
import { countOutcomes } from '../../domain/report.js';
import type { BulkCancelResult } from '../../domain/report.js';
import { actionButton } from '../../internal/action.js';
import { BaseElement } from '../../internal/base-element.js';
import { DialogController } from '../../internal/dialog-controller.js';
import { dialogFrame } from '../../internal/dialog-frame.js';
import { emit } from '../../internal/emit.js';
import { forgiving } from '../../internal/forgiving.js';
import { failureNote } from '../../internal/failure-note.js';
import { icon } from '../../internal/icons.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { dialogStyles } from '../../internal/styles/dialog.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { enDialogs } from '../../translations/en-dialogs.js';
import { REPORT_DIALOG_CLOSE, REPORT_REQUEST } from './report-dialog.events.js';
import type { ReportDialogCloseEvent, ReportKind, ReportRequestEvent } from './report-dialog.events.js';
import { styles } from './report-dialog.styles.js';

/**
 * Lists the reports that can be downloaded: the cancelled callbacks, and the summary of the last bulk cancel when there was one.
 * It makes no file: whoever listens to its request does.
 *
 * When a person closes it, `open` becomes false and the wiring event `report-dialog-close` is fired on this element.
 *
 * @summary The Download Reports dialog.
 * @tag report-dialog
 * @fires {ReportRequestEvent} report-request - The person wants a report, or the refresh button was used; cancelable.
 * @csspart dialog - The native dialog.
 * @csspart head - Title and cross.
 * @csspart close - The cross.
 * @csspart body - The middle, which scrolls.
 * @csspart foot - The button Close.
 * @csspart button - Any button in the body or foot.
 * @csspart failure - Why the last report could not be made.
 * @csspart report - One report with its buttons.
 */
export class ReportDialogElement extends BaseElement {
  static override readonly tag: string = 'report-dialog';
  protected static override readonly words = enDialogs;
  static override styles = [tokens, controls, dialogStyles, styles];

  /** What became of the last bulk cancel in this page; its report is offered only when it is set. */
  @forgiving @property({ attribute: false }) summary: BulkCancelResult | undefined = undefined;

  /** Why the last report could not be made. */
  @forgiving @property({ attribute: false }) problem: CallbackError | undefined = undefined;

  /** Whether the dialog is shown. */
  @forgiving @property({ type: Boolean, reflect: true }) open = false;

  /** Whether a report is being made; no other can be asked for meanwhile. */
  @forgiving @property({ type: Boolean }) busy = false;

  readonly #dialog = new DialogController(this, {
    requestClose: () => this.#close(),
    closed: () => this.#close(),
    firstFocus: () => this.renderRoot.querySelector<HTMLElement>('#export'),
  });

  protected override render(): TemplateResult {
    return dialogFrame({
      controller: this.#dialog,
      title: this.localize.term('downloadReports'),
      close: this.localize.term('close'),
      busy: this.busy,
      body: html`<h3 id="types">${this.localize.term('reportType')}</h3>
        <ul aria-labelledby="types">
          ${this.#renderCancelled()} ${this.summary === undefined ? nothing : this.#renderSummary(this.summary)}
        </ul>
        ${this.problem === undefined ? nothing : failureNote(this.localize, this.problem)}`,
      foot: html`<span class="help grow" role="status">
          ${this.busy ? html`<span class="spinner"></span>${this.localize.term('makingReport')}` : nothing}
        </span>
        <button type="button" part="button" class="button" @click=${this.#dialog.pressCross}>
          ${this.localize.term('close')}
        </button>`,
      submit: this.#stay,
    });
  }

  #renderCancelled(): TemplateResult {
    const { localize } = this;
    const reason = this.#reasonOff();
    return html`<li part="report">
      <div class="name">
        <div class="line">
          <span>${localize.term('exportCancelled')}</span> ${actionButton({
            id: 'refresh',
            label: localize.term('refreshReport'),
            icon: 'refresh',
            kind: 'quiet',
            iconOnly: true,
            reason,
            press: this.#refresh,
          })}
        </div>
        <span class="help">${localize.term('exportCancelledHelp')}</span>
      </div>
      ${actionButton({
        id: 'export',
        label: localize.term('exportButton'),
        icon: 'download',
        reason,
        atEnd: true,
        press: this.#exportCancelled,
      })}
    </li>`;
  }

  #renderSummary(summary: BulkCancelResult): TemplateResult {
    const { localize } = this;
    const { done, skipped, failed } = countOutcomes(summary);
    const whole = skipped === 0 && failed === 0;
    const counts = [
      localize.term('countCancelled', localize.number(done)),
      localize.term('countSkipped', localize.number(skipped)),
      localize.term('countFailed', localize.number(failed)),
    ];
    return html`<li part="report">
      <div class="name">
        <div class="line">
          <span>${localize.term('cancellationSummary')}</span
          ><span class="mark ${whole ? 'positive' : 'negative'}">${icon(whole ? 'check' : 'crossOut')}</span>
        </div>
        <span class="help">
          ${
            whole
              ? localize.term('allCancelled', done, localize.number(done))
              : `${localize.term('notAllCancelled')} ${counts.join(', ')}.`
          }
        </span>
      </div>
      ${actionButton({
        id: 'download',
        label: localize.term('download'),
        icon: 'download',
        reason: this.#reasonOff(),
        atEnd: true,
        press: this.#downloadSummary,
      })}
    </li>`;
  }

  #reasonOff(): string | undefined {
    return this.busy ? this.localize.term('makingReport') : undefined;
  }

  readonly #exportCancelled = (): void => {
    this.#ask('cancelled', false);
  };

  readonly #refresh = (): void => {
    this.#ask('cancelled', true);
  };

  readonly #downloadSummary = (): void => {
    this.#ask('summary', false);
  };

  readonly #stay = (event: SubmitEvent): void => {
    event.preventDefault();
  };

  #ask(report: ReportKind, refresh: boolean): void {
    emit<ReportRequestEvent>(this, REPORT_REQUEST, { report, refresh }, { cancelable: true });
  }

  #close(): void {
    this.open = false;
    emit<ReportDialogCloseEvent>(this, REPORT_DIALOG_CLOSE, {}, { internal: true });
  }
}

export * from './report-dialog.events.js';

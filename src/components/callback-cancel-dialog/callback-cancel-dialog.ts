import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { BulkCancelResult } from '../../domain/report.js';
import { BaseElement } from '../../internal/base-element.js';
import type { Countdown } from '../../internal/countdown.directive.js';
import { DialogController } from '../../internal/dialog-controller.js';
import { dialogFrame, submitButton } from '../../internal/dialog-frame.js';
import { emit } from '../../internal/emit.js';
import { forgiving } from '../../internal/forgiving.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { dialogStyles } from '../../internal/styles/dialog.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { ownZone, usableZone } from '../../internal/zone.js';
import { writeFailureNote } from '../../internal/failure-note.js';
import { enDialogs } from '../../translations/en-dialogs.js';
import { enUndo } from '../../translations/en-undo.js';
import {
  CALLBACK_CANCEL_REQUEST,
  CANCEL_DIALOG_CLOSE,
  CANCEL_DIALOG_SEND,
  CANCEL_DIALOG_UNDO,
} from './callback-cancel-dialog.events.js';
import type {
  CallbackCancelRequestEvent,
  CancelDialogCloseEvent,
  CancelDialogSendEvent,
  CancelDialogUndoEvent,
} from './callback-cancel-dialog.events.js';
import { planOf } from './callback-cancel-dialog.plan.js';
import type { CancelPlan } from './callback-cancel-dialog.plan.js';
import { pendingView, planView, progressView, resultView } from './callback-cancel-dialog.views.js';
import type { CancelProgress } from './callback-cancel-dialog.views.js';
import { styles } from './callback-cancel-dialog.styles.js';

/**
 * Asks before callbacks are cancelled: what will be cancelled and what will be skipped and why; then the seconds in which it can still
 * be undone, progress and result.
 * It cancels nothing: whoever opened it does, and tells it how that goes. Give it the callbacks as they were when it opened.
 *
 * When a person closes it, `open` becomes false and the wiring event `cancel-dialog-close` is fired on this element. While it is
 * `pending`, so are `cancel-dialog-undo` and `cancel-dialog-send`.
 *
 * @summary The confirmation, progress and result of a bulk cancel.
 * @tag callback-cancel-dialog
 * @fires {CallbackCancelRequestEvent} callback-cancel-request - The person confirmed; cancelable. Holds the ids that can be cancelled, never the skipped ones.
 * @csspart dialog - The native dialog.
 * @csspart head - Title and cross.
 * @csspart close - The cross.
 * @csspart body - The middle, which scrolls.
 * @csspart foot - The buttons.
 * @csspart submit - The button that confirms.
 * @csspart button - Any other button.
 * @csspart failure - Why the cancelling as a whole did not happen.
 * @csspart list - A list of callbacks.
 * @csspart progress - The progress bar.
 */
export class CallbackCancelDialogElement extends BaseElement {
  static override readonly tag: string = 'callback-cancel-dialog';
  protected static override readonly words = { ...enDialogs, ...enUndo };
  static override styles = [tokens, controls, dialogStyles, styles];

  /** The callbacks that were selected when the dialog was opened. */
  @forgiving @property({ attribute: false }) records: readonly CallbackRecord[] = [];

  /** How long it still waits before anything is sent; undefined when it does not wait. */
  @forgiving @property({ attribute: false }) pending: Countdown | undefined = undefined;

  /** How far the cancelling has come, while `busy`. */
  @forgiving @property({ attribute: false }) progress: CancelProgress | undefined = undefined;

  /** What became of each callback; shown instead of the question. */
  @forgiving @property({ attribute: false }) result: BulkCancelResult | undefined = undefined;

  /** Why the cancelling as a whole did not happen. */
  @forgiving @property({ attribute: false }) problem: CallbackError | undefined = undefined;

  /** Whether the dialog is shown. */
  @forgiving @property({ type: Boolean, reflect: true }) open = false;

  /** Whether the cancelling is under way; nothing can be confirmed a second time. */
  @forgiving @property({ type: Boolean }) busy = false;

  /** IANA zone in which times are shown. */
  @forgiving @property({ attribute: 'time-zone' }) timeZone: string = ownZone();

  @query('#keep') private readonly _keep!: HTMLElement | null;

  #plan: CancelPlan = planOf([]);

  readonly #dialog = new DialogController(this, {
    requestClose: () => this.#closeByPerson(),
    closed: () => this.#closeByPerson(),
    firstFocus: () => this._keep,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('records')) this.#plan = planOf(this.records);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The button that had the focus is gone: the one that closes takes it.
    const isOther = changed.has('result') || changed.has('busy') || changed.has('pending');
    if (this.open && isOther && !changed.has('open')) this._keep?.focus();
  }

  protected override render(): TemplateResult {
    return dialogFrame({
      controller: this.#dialog,
      role: 'alertdialog',
      title: this.localize.term('cancelConfirmation'),
      close: this.localize.term('close'),
      busy: this.busy,
      body: this.open ? this.#renderBody() : nothing,
      foot: this.#renderFoot(),
      submit: this.#confirm,
    });
  }

  #renderBody(): TemplateResult {
    const view = { localize: this.localize, timeZone: usableZone(this.timeZone), records: this.records };
    if (this.result !== undefined) return resultView(view, this.result);
    if (this.pending !== undefined) {
      return html`${pendingView(view, this.pending, this.#plan.cancellable.length)}${planView(view, this.#plan)}`;
    }
    const done = this.progress ?? { done: 0, total: this.#plan.cancellable.length };
    return html`${this.busy ? progressView(view, done) : nothing}${planView(view, this.#plan)}`;
  }

  #renderFoot(): TemplateResult {
    const { localize } = this;
    const count = this.#plan.cancellable.length;
    if (this.pending !== undefined) return this.#renderWaitingFoot();
    const working = this.result === undefined && this.busy;
    const asking = this.result === undefined && !this.busy;
    const label = asking ? localize.term('keepCallbacks') : localize.term('close');
    return html`${this.problem === undefined ? nothing : writeFailureNote(localize, this.problem)}
      ${working ? html`<span class="help grow">${localize.term('closingDoesNotStop')}</span>` : nothing}
      <button id="keep" type="button" part="button" class="button" @click=${this.#dialog.pressCross}>${label}</button>
      ${
        asking
          ? submitButton({
              kind: 'danger',
              label: localize.term('cancelCount', count, localize.number(count)),
              reason: count === 0 ? localize.term('nothingToCancel') : undefined,
            })
          : nothing
      }`;
  }

  #renderWaitingFoot(): TemplateResult {
    const { localize } = this;
    return html`<button
        id="keep"
        type="button"
        part="button"
        class="button"
        aria-keyshortcuts="Control+Z Meta+Z"
        @click=${this.#undo}
      >
        ${localize.term('undo')}
      </button>
      <button type="button" part="button" class="button quiet" @click=${this.#send}>
        ${localize.term('sendNow')}
      </button>`;
  }

  readonly #confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const ids = this.#plan.cancellable.map(({ id }) => id);
    if (this.busy || this.pending !== undefined || this.result !== undefined || ids.length === 0) return;
    const detail = { stage: 'submit', ids, scope: 'selection' } as const;
    emit<CallbackCancelRequestEvent>(this, CALLBACK_CANCEL_REQUEST, detail, { cancelable: true });
  };

  readonly #undo = (): void => {
    emit<CancelDialogUndoEvent>(this, CANCEL_DIALOG_UNDO, {}, { internal: true });
  };

  readonly #send = ({ detail: clicks }: MouseEvent): void => {
    // The second press of a double one was meant for the button that stood here before.
    if (clicks > 1) return;
    emit<CancelDialogSendEvent>(this, CANCEL_DIALOG_SEND, {}, { internal: true });
  };

  #closeByPerson(): void {
    this.open = false;
    emit<CancelDialogCloseEvent>(this, CANCEL_DIALOG_CLOSE, {}, { internal: true });
  }
}

export * from './callback-cancel-dialog.events.js';
export type { CancelProgress } from './callback-cancel-dialog.views.js';

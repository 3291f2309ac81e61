import { nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { ServiceSummary } from '../../domain/service.js';
import { BaseElement } from '../../internal/base-element.js';
import { DialogController } from '../../internal/dialog-controller.js';
import { dialogFrame } from '../../internal/dialog-frame.js';
import { emit } from '../../internal/emit.js';
import { forgiving } from '../../internal/forgiving.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { dialogStyles } from '../../internal/styles/dialog.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { ownZone, usableZone } from '../../internal/zone.js';
import { enDialogs } from '../../translations/en-dialogs.js';
import { changesNothing, createDraft, editDraft, rescheduleDraft } from './callback-editor.draft.js';
import type { EditorDraft } from './callback-editor.draft.js';
import {
  CALLBACK_CANCEL_REQUEST,
  CALLBACK_CREATE_REQUEST,
  CALLBACK_EDIT_REQUEST,
  EDITOR_CLOSE,
} from './callback-editor.events.js';
import type {
  CallbackCancelRequestEvent,
  CallbackCreateRequestEvent,
  CallbackEditRequestEvent,
  EditorCloseEvent,
} from './callback-editor.events.js';
import { footView } from './callback-editor.foot.js';
import { EditorForm } from './callback-editor.form.js';
import { bodyView, titleOf } from './callback-editor.body.js';
import { parseCreate, parseEdit, parseRescheduleCompleted } from './callback-editor.parse.js';
import type { Parsed } from './callback-editor.parse.js';
import { whyRefused } from './callback-editor.refusals.js';
import { styles } from './callback-editor.styles.js';
import type { EditorMode, EditorRefusals, EditorRequest } from './callback-editor.types.js';
import type { EditorView } from './callback-editor.view.js';

/** What a form is made of and may arrive after it opened; what was entered is never replaced by it. */
const SOURCES = ['services', 'knownProperties', 'lookupKeys', 'timeZone'] as const;

/**
 * The form to create a callback, to move, change or cancel one, and to schedule a completed one again.
 * It sends nothing to a server: what a person asks for stands parsed in `request` when the event is fired, and the dialog stays open
 * until its owner sets `open` to false or says with `problem` why it did not happen.
 *
 * When a person closes it, `open` becomes false and the wiring event `editor-close` is fired on this element.
 *
 * @summary The dialogs Add New Callback, Edit Callback and Reschedule Completed Callback.
 * @tag callback-editor
 * @fires {CallbackCreateRequestEvent} callback-create-request - The person wants a new callback (stage `submit`); cancelable. The number stands only in `request`.
 * @fires {CallbackEditRequestEvent} callback-edit-request - The person wants to move or change this callback, or to schedule it again (stage `submit`); cancelable.
 * @fires {CallbackCancelRequestEvent} callback-cancel-request - The person wants to cancel this callback (stage `submit`); cancelable.
 * @csspart dialog - The native dialog.
 * @csspart head - Title and cross.
 * @csspart close - The cross.
 * @csspart body - The middle, which scrolls.
 * @csspart foot - Problems and buttons.
 * @csspart submit - The button Continue.
 * @csspart button - Any other button.
 * @csspart field - One field with its label, help and problem.
 * @csspart failure - Why the server did not do what was asked.
 */
export class CallbackEditorElement extends BaseElement {
  static override readonly tag: string = 'callback-editor';
  protected static override readonly words = enDialogs;
  static override styles = [tokens, controls, dialogStyles, styles];

  /** The callback to edit or to schedule again; not used in mode `create`. */
  @forgiving @property({ attribute: false }) record: CallbackRecord | undefined = undefined;

  /** Services a new callback can be for. */
  @forgiving @property({ attribute: false }) services: readonly ServiceSummary[] = [];

  /** Keys by which customers are found; editable when a completed callback is scheduled again. */
  @forgiving @property({ attribute: false }) lookupKeys: readonly string[] = [];

  /** Properties offered by name. */
  @forgiving @property({ attribute: false }) knownProperties: readonly string[] = [];

  /** Why commands are off besides the life cycle, in words for the person, for example because the server does not offer them. */
  @forgiving @property({ attribute: false }) refusals: EditorRefusals = {};

  /** Why the server did not do what was asked. What the person entered is kept. */
  @forgiving @property({ attribute: false }) problem: CallbackError | undefined = undefined;

  /** Which form is shown. */
  @forgiving @property() mode: EditorMode = 'create';

  /** Whether the dialog is shown. It begins with a fresh form each time. */
  @forgiving @property({ type: Boolean, reflect: true }) open = false;

  /** Whether the request is under way; nothing can be sent a second time. */
  @forgiving @property({ type: Boolean }) busy = false;

  /** IANA zone of the date and time in the form. */
  @forgiving @property({ attribute: 'time-zone' }) timeZone: string = ownZone();

  /** The server's clock in epoch milliseconds, by which a time has passed; without it, this device's clock. */
  @forgiving @property({ attribute: false }) now: number | undefined = undefined;

  /** Whether the person was asked if what was entered may be lost. */
  @state() private _asking = false;

  #request: EditorRequest | undefined;
  #startedFor: string | undefined;
  #focusProblem = false;
  #sessionLost = false;

  readonly #form = new EditorForm(this);

  readonly #dialog = new DialogController(this, {
    requestClose: () => this.#requestClose(),
    closed: () => this.#close(),
    firstFocus: () => this.renderRoot.querySelector<HTMLElement>('.dialog-body :is(input, select):not([disabled])'),
  });

  /** What the person asked for last: parsed, valid, and complete with the number. Undefined until Continue was pressed. */
  get request(): EditorRequest | undefined {
    return this.#request;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const subject = this.open ? `${this.mode} ${this.mode === 'create' ? '' : (this.record?.id ?? '')}` : undefined;
    if (subject !== this.#startedFor) {
      this.#startedFor = subject;
      this.#start();
    } else if (this.open && SOURCES.some((source) => changed.has(source))) {
      this.#form.refresh(this.#newDraft());
    }
    if (!changed.has('problem') || this.problem === undefined) return;
    if (this.problem.code === 'refused') this.#sessionLost = true;
    if (this.problem.problems.length > 0) {
      this.#form.show(this.problem.problems);
      this.#focusProblem = true;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this._asking && (changed as ReadonlyMap<PropertyKey, unknown>).has('_asking')) {
      this.renderRoot.querySelector<HTMLElement>('#keep')?.focus();
    }
    if (!this.#focusProblem) return;
    this.#focusProblem = false;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    return dialogFrame({
      controller: this.#dialog,
      title: titleOf(this.localize, this.mode),
      close: this.localize.term('close'),
      busy: this.busy,
      body: view === undefined ? nothing : bodyView(view),
      foot: view === undefined ? nothing : footView(view),
      submit: this.#submit,
    });
  }

  #view(): EditorView | undefined {
    const { draft, initial } = this.#form;
    if (draft === undefined || initial === undefined) return undefined;
    return {
      draft,
      form: this.#form,
      localize: this.localize,
      mode: this.mode,
      record: this.record,
      services: this.services,
      lookupKeys: this.lookupKeys,
      problem: this.problem,
      refusals: this.refusals,
      timeZone: usableZone(this.timeZone),
      busy: this.busy,
      sessionLost: this.#sessionLost,
      asking: this._asking,
      whyOff: this.#whyOff(draft, initial),
      requestClose: this.#dialog.pressCross,
      keepEditing: this.#keepEditing,
      discard: this.#discard,
    };
  }

  #whyOff(draft: EditorDraft, initial: EditorDraft): string | undefined {
    const command = this.mode === 'edit' ? draft.choice : this.mode === 'create' ? undefined : this.mode;
    if (this.record === undefined || command === undefined) return undefined;
    const refusal = whyRefused(this.localize, this.record.state, command, this.refusals);
    if (refusal !== undefined) return refusal;
    return this.mode === 'edit' && changesNothing(draft, initial) ? this.localize.term('nothingChanged') : undefined;
  }

  #start(): void {
    this._asking = false;
    this.#request = undefined;
    this.#sessionLost = false;
    this.#form.start(this.open ? this.#newDraft() : undefined);
  }

  #newDraft(): EditorDraft | undefined {
    const { services, knownProperties, lookupKeys, record } = this;
    const timeZone = usableZone(this.timeZone);
    const now = this.#clock();
    if (this.mode === 'create') return createDraft({ services, knownProperties, timeZone, now });
    if (record === undefined) return undefined;
    const canMove = whyRefused(this.localize, record.state, 'reschedule', this.refusals) === undefined;
    return this.mode === 'edit'
      ? editDraft(record, { knownProperties, timeZone, canMove })
      : rescheduleDraft(record, lookupKeys, { now, timeZone });
  }

  #clock(): number {
    return this.now ?? Date.now();
  }

  #parse(draft: EditorDraft): Parsed | undefined {
    const clock = { timeZone: usableZone(this.timeZone), now: this.#clock() };
    if (this.mode === 'create') return parseCreate(draft, clock);
    if (this.record === undefined) return undefined;
    return this.mode === 'edit'
      ? parseEdit(draft, this.record, clock)
      : parseRescheduleCompleted(draft, this.record, clock);
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { draft, initial } = this.#form;
    if (this.busy || this._asking || draft === undefined || initial === undefined) return;
    if (this.#whyOff(draft, initial) !== undefined) return;
    const parsed = this.#parse(draft);
    if (parsed === undefined) return;
    if (parsed.problems !== undefined) {
      this.#form.show(parsed.problems);
      this.#focusProblem = true;
      return;
    }
    this.#form.show([]);
    this.#request = parsed.request;
    this.#emitRequest(parsed.request);
  };

  #emitRequest(request: EditorRequest): void {
    const wish = { cancelable: true };
    if (request.mode === 'create') {
      const { serviceName, desiredTime } = request.request;
      const detail = { stage: 'submit', serviceName, ...(desiredTime === undefined ? {} : { desiredTime }) } as const;
      emit<CallbackCreateRequestEvent>(this, CALLBACK_CREATE_REQUEST, detail, wish);
    } else if (request.mode === 'cancel') {
      const detail = { stage: 'submit', ids: [request.id], scope: 'selection' } as const;
      emit<CallbackCancelRequestEvent>(this, CALLBACK_CANCEL_REQUEST, detail, wish);
    } else if (request.mode === 'edit-properties') {
      const detail = { stage: 'submit', id: request.id, mode: request.mode } as const;
      emit<CallbackEditRequestEvent>(this, CALLBACK_EDIT_REQUEST, detail, wish);
    } else {
      const { id, mode, change } = request;
      const detail = { stage: 'submit', id, mode, desiredTime: change.desiredTime } as const;
      emit<CallbackEditRequestEvent>(this, CALLBACK_EDIT_REQUEST, detail, wish);
    }
  }

  readonly #keepEditing = (): void => {
    this._asking = false;
  };

  readonly #discard = (): void => {
    this.#close();
  };

  #requestClose(): void {
    if (this.#form.isDirty && !this.busy && !this._asking) this._asking = true;
    else this.#close();
  }

  #close(): void {
    this.open = false;
    emit<EditorCloseEvent>(this, EDITOR_CLOSE, {}, { internal: true });
  }
}

export * from './callback-editor.events.js';
export type * from './callback-editor.types.js';

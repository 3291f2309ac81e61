import { nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { toProblem } from '../../controllers/problem.js';
import { readSlotKnowledge } from '../../controllers/slot-answer.js';
import type { SlotKnowledge } from '../../domain/availability.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { FieldProblem } from '../../domain/problems.js';
import type { ServiceSummary } from '../../domain/service.js';
import { fold } from '../../record-index/fold.js';
import { AfterPress } from '../../internal/after-press.js';
import { BaseElement } from '../../internal/base-element.js';
import { Combobox } from '../../internal/combobox.js';
import { DialogController } from '../../internal/dialog-controller.js';
import { dialogFrame } from '../../internal/dialog-frame.js';
import { forgiving } from '../../internal/forgiving.js';
import { comboboxStyles } from '../../internal/styles/combobox.styles.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { dialogStyles } from '../../internal/styles/dialog.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { ownZone, usableZone } from '../../internal/zone.js';
import { enEditor } from '../../translations/en-editor.js';
import { Closing } from './callback-editor.closing.js';
import { createDraft, editDraft, rescheduleDraft, withWish } from './callback-editor.draft.js';
import type { EditorDraft } from './callback-editor.draft.js';
import { customerStyles } from './callback-editor.customer.styles.js';
import { DuplicatesWish } from './callback-editor.duplicates.js';
import { duplicatesStyles } from './callback-editor.duplicates.styles.js';
import { leavesNothing, staying } from './callback-editor.decisions.js';
import { footView } from './callback-editor.foot.js';
import { EditorForm } from './callback-editor.form.js';
import { NumberCheck } from './callback-editor.number-check.js';
import { bodyView, titleOf } from './callback-editor.body.js';
import { parseCreate, parseEdit, parseRescheduleCompleted, readNumber } from './callback-editor.parse.js';
import type { Parsed } from './callback-editor.parse.js';
import { whyRefused } from './callback-editor.refusals.js';
import { emitReopen, emitRequest } from './callback-editor.requests.js';
import { reviewStyles } from './callback-editor.review.styles.js';
import { monthStyles } from './callback-editor.month.styles.js';
import { SlotPicker } from './callback-editor.slot-picker.js';
import { slotStyles } from './callback-editor.slots.styles.js';
import { baseOf, standingOf } from './callback-editor.standing.js';
import { styles } from './callback-editor.styles.js';
import type {
  DeferredRequest,
  EditorMode,
  EditorOutcome,
  EditorRefusals,
  EditorRequest,
} from './callback-editor.types.js';
import { ValidityController } from './callback-editor.validity.js';
import type { EditorView } from './callback-editor.view.js';
import { whenStyles } from './callback-editor.when.styles.js';
import { ZoneGuess } from './callback-editor.zone-guess.js';

const NONE: readonly never[] = Object.freeze([]);

/** What a form is made of and may arrive after it opened; what was entered is never replaced by it. */
const SOURCES = ['record', 'conflict', 'services', 'knownProperties', 'lookupKeys', 'timeZone'] as const;

/**
 * The form to create a callback, to move, change or cancel one, and to schedule a completed one again.
 * It sends nothing to a server: what a person asks for stands parsed in `request` when the event is fired, and the dialog stays open
 * until its owner sets `open` to false or says with `problem` why it did not happen.
 *
 * When a person closes it, `open` becomes false and the wiring event `editor-close` is fired on this element. What the form lacks it asks
 * for with the wiring events `editor-availability-request` and `editor-duplicates-request`: the answers belong in `availability` and
 * `duplicates`.
 *
 * @summary The dialogs Add New Callback, Edit Callback and Reschedule Completed Callback.
 * @tag callback-editor
 * @fires {CallbackCreateRequestEvent} callback-create-request - The person wants a new callback (stage `submit`); cancelable. The number stands only in `request`.
 * @fires {CallbackEditRequestEvent} callback-edit-request - The person wants to move or change this callback, or to schedule it again (stage `submit`), or the form that it needs as it is now (stage `open`); cancelable.
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
  protected static override readonly words = enEditor;
  static override styles = [
    tokens,
    controls,
    dialogStyles,
    comboboxStyles,
    styles,
    whenStyles,
    monthStyles,
    slotStyles,
    customerStyles,
    duplicatesStyles,
    reviewStyles,
  ];

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

  /** What is known of the slots that the form asked for; undefined while nobody knows: then any time may be given. */
  @forgiving @property({ attribute: false }) availability: SlotKnowledge | undefined = undefined;

  /** Callbacks of the same customer that are not completed, other than `record`. */
  @forgiving @property({ attribute: false }) duplicates: readonly CallbackRecord[] = NONE;

  /** The callback as the server has it now, when somebody changed it since `record` was read. What was entered is kept beside it. */
  @forgiving @property({ attribute: false }) conflict: CallbackRecord | undefined = undefined;

  /** What the form begins with in place of the record's values: something that was asked for and not done. */
  @forgiving @property({ attribute: false }) wish: DeferredRequest | undefined = undefined;

  /** What became of a request whose answer was lost, once its owner knows; undefined otherwise. */
  @forgiving @property({ attribute: false }) outcome: EditorOutcome | undefined = undefined;

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

  /** When `now` was set, by the clock of `performance`: time goes on while the form is open. */
  #nowSetAt = 0;

  /** `availability` and `problem` as far as they can be read: a page may set anything. */
  #knowledge: SlotKnowledge | undefined;
  #failure: CallbackError | undefined;

  #request: EditorRequest | undefined;
  #startedFor: string | undefined;
  #focusProblem = false;
  #sessionLost = false;

  readonly #form = new EditorForm(this);
  readonly #afterPress = new AfterPress(this);

  readonly #picker = new SlotPicker(this, () => this.#view());

  readonly #combobox = new Combobox(this, this.localize, fold, this.#afterPress.run);
  readonly #numberCheck = new NumberCheck(this, () => this.#form.draft?.customerNumber ?? '', {
    later: this.#afterPress.run,
  });
  readonly #duplicates = new DuplicatesWish(this, this.#afterPress);
  readonly #zoneGuess = new ZoneGuess(this, this.#numberCheck, () => this.#view());

  readonly #validity = new ValidityController(this, {
    leave: (path) => this.#form.leave(path),
    reset: () => this.reset(),
    later: this.#afterPress.run,
  });

  readonly #closing = new Closing(this);

  readonly #dialog = new DialogController(this, {
    requestClose: this.#closing.request,
    closed: this.#closing.close,
    firstFocus: () => this.renderRoot.querySelector<HTMLElement>('.dialog-body :is(input, select):not([disabled])'),
  });

  /** Whether something was entered that would be lost if the form closed. */
  get dirty(): boolean {
    return this.#form.isDirty && !leavesNothing(this.#view()?.changed ?? NONE);
  }

  /** The number in the form as it would be sent; empty while it is none. In the other forms, that of the callback. */
  get customerNumber(): string {
    if (this.mode !== 'create') return this.record?.customerNumber ?? '';
    const { value, problems } = readNumber(this.#form.draft?.customerNumber ?? '');
    return problems.length === 0 ? value : '';
  }

  /** What the person asked for last: parsed, valid, and complete with the number. Undefined until Continue was pressed. */
  get request(): EditorRequest | undefined {
    return this.#request;
  }

  /** Whether every field can be read as it stands. It shows nothing; a closed editor has no field that could be wrong. */
  checkValidity(): boolean {
    return this.#parse()?.problems === undefined;
  }

  /** The same, and shows what is wrong: beside the fields, in the summary, and by the focus on the first of them. */
  reportValidity(): boolean {
    const problems = this.#parse()?.problems;
    if (problems !== undefined) this.#showProblems(problems);
    return problems === undefined;
  }

  /** Brings the form back to what it opened with. What the person entered is gone; nothing is asked, and no event is fired. */
  reset(): void {
    if (!this.open) return;
    this.#closing.forget();
    this.#begin();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('now')) this.#nowSetAt = performance.now();
    if (changed.has('availability')) this.#knowledge = readSlotKnowledge(this.availability);
    if (changed.has('problem')) this.#failure = this.problem && toProblem(this.problem, 'do what the form asked for');
    const subject = this.open ? `${this.mode} ${this.mode === 'create' ? '' : (this.record?.id ?? '')}` : undefined;
    if (subject !== this.#startedFor) {
      this.#startedFor = subject;
      this.#start();
    } else if (this.open && SOURCES.some((source) => changed.has(source))) {
      this.#form.refresh(this.#newDraft());
    }
    if (changed.has('problem') && this.#failure !== undefined) this.#takeProblem(this.#failure);
    this.#form.judge(this.#parse()?.problems ?? NONE);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.open && changed.has('conflict') && baseOf(this) !== this.record) {
      this.renderRoot.querySelector<HTMLElement>('#conflict-title')?.focus();
    }
    if (!this.#focusProblem) return;
    this.#focusProblem = false;
    this.#validity.focusFirst();
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
    const { drafts } = this.#form;
    if (drafts === undefined) return undefined;
    return {
      ...standingOf(this, drafts, this.localize),
      draft: drafts.draft,
      form: this.#form,
      picker: this.#picker,
      combobox: this.#combobox,
      numberCheck: this.#numberCheck,
      zoneGuess: this.#zoneGuess,
      localize: this.localize,
      mode: this.mode,
      record: this.record,
      services: this.services,
      lookupKeys: this.lookupKeys,
      availability: this.#knowledge,
      duplicates: this.#duplicates.shown,
      outcome: this.outcome,
      now: this.#clock(),
      problem: this.#failure,
      refusals: this.refusals,
      timeZone: usableZone(this.timeZone),
      busy: this.busy,
      sessionLost: this.#sessionLost,
      asking: this.#closing.asking,
      goTo: this.#goTo,
      reopen: this.#reopen,
      requestClose: this.#dialog.pressCross,
      keepEditing: this.#closing.keepEditing,
      discard: this.#closing.close,
    };
  }

  #start(): void {
    this.#closing.forget();
    this.#request = undefined;
    this.#sessionLost = false;
    this.#begin();
  }

  #begin(): void {
    const initial = this.open ? this.#newDraft() : undefined;
    this.#form.start(initial, initial && withWish(initial, this.wish));
  }

  #newDraft(): EditorDraft | undefined {
    const { services, knownProperties, lookupKeys } = this;
    const record = baseOf(this);
    const timeZone = usableZone(this.timeZone);
    const now = this.#clock();
    if (this.mode === 'create') return createDraft({ services, knownProperties, timeZone, now });
    if (record === undefined) return undefined;
    const canMove = whyRefused(this.localize, record.state, 'reschedule', this.refusals) === undefined;
    return this.mode === 'edit'
      ? editDraft(record, { knownProperties, lookupKeys, timeZone, canMove })
      : rescheduleDraft(record, { knownProperties, lookupKeys, timeZone, now });
  }

  #clock(): number {
    return this.now === undefined ? Date.now() : this.now + (performance.now() - this.#nowSetAt);
  }

  /** What the form means as it stands; undefined while there is none. */
  #parse(): Parsed | undefined {
    const { services } = this;
    const problemOfNumber = this.#numberCheck.problemOf.bind(this.#numberCheck);
    const view = this.#view();
    if (view === undefined) return undefined;
    const { draft, base } = view;
    const clock = { ...this.#picker.rules(view), services, problemOfNumber, staying: staying(view.changed) };
    if (this.mode === 'create') return parseCreate(draft, clock);
    if (base === undefined) return undefined;
    return this.mode === 'edit' ? parseEdit(draft, base, clock) : parseRescheduleCompleted(draft, base, clock);
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#afterPress.flush();
    if (this.busy || this.#closing.asking || this.#view()?.whyOff !== undefined) return;
    const parsed = this.#parse();
    if (parsed === undefined) return;
    if (parsed.problems !== undefined) {
      this.#showProblems(parsed.problems);
      return;
    }
    this.#form.show([]);
    this.#request = parsed.request;
    emitRequest(this, parsed.request);
  };

  #showProblems(problems: readonly FieldProblem[]): void {
    this.#form.judge(problems);
    this.#form.showAll();
    this.#focusProblem = true;
  }

  #takeProblem({ code, problems }: CallbackError): void {
    if (code === 'refused') this.#sessionLost = true;
    if (problems.length === 0) return;
    this.#form.show(problems);
    this.#focusProblem = true;
  }

  readonly #goTo = (path: string): void => {
    this.#validity.focusField(path);
  };

  readonly #reopen = (): void => {
    if (this.record !== undefined) emitReopen(this, this.record.id);
  };
}

export * from './callback-editor.events.js';
export type * from './callback-editor.types.js';

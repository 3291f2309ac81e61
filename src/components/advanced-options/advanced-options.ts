import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isCallbackState } from '../../domain/callback.js';
import type { CallbackState } from '../../domain/callback.js';
import type { FieldProblem } from '../../domain/problems.js';
import { MAXIMUM_RECORDS } from '../../domain/query.js';
import type { ServiceSummary } from '../../domain/service.js';
import { BaseElement } from '../../internal/base-element.js';
import { DialogController } from '../../internal/dialog-controller.js';
import { dialogFrame, submitButton } from '../../internal/dialog-frame.js';
import { emit } from '../../internal/emit.js';
import { forgiving } from '../../internal/forgiving.js';
import { tooltipOf } from '../../internal/long-text.js';
import { problemText } from '../../internal/problem-text.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { dialogStyles } from '../../internal/styles/dialog.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { enDialogs } from '../../translations/en-dialogs.js';
import { OPTIONS_CHANGE, OPTIONS_CLOSE } from './advanced-options.events.js';
import type { OptionsChangeEvent, OptionsCloseEvent } from './advanced-options.events.js';
import { draftOf, parseOptions, STATES_OFFERED, withState } from './advanced-options.form.js';
import type { OptionsDraft } from './advanced-options.form.js';
import { defaultAdvancedOptions } from './advanced-options.types.js';
import type { AdvancedOptions } from './advanced-options.types.js';
import { styles } from './advanced-options.styles.js';

/**
 * Lets people choose which states and which service the table lists, how many callbacks per service, and its extra columns.
 * It filters and stores nothing: `options` goes in, and comes out changed when a person saves.
 *
 * Saving sets `options`, closes the dialog and fires the wiring events `options-change`, which holds the complete new value, and
 * `options-close` on this element. Closing without saving keeps `options` as they were.
 *
 * @summary The Advanced Options dialog.
 * @tag advanced-options
 * @csspart dialog - The native dialog.
 * @csspart head - Title and cross.
 * @csspart close - The cross.
 * @csspart body - The middle, which scrolls.
 * @csspart foot - The buttons.
 * @csspart submit - The button Save.
 * @csspart button - The button Cancel.
 * @csspart section - One section with its heading.
 */
export class AdvancedOptionsElement extends BaseElement {
  static override readonly tag: string = 'advanced-options';
  protected static override readonly words = enDialogs;
  static override styles = [tokens, controls, dialogStyles, styles];

  /** The options in force. */
  @forgiving @property({ attribute: false }) options: AdvancedOptions = defaultAdvancedOptions;

  /** Services that can be chosen. */
  @forgiving @property({ attribute: false }) services: readonly ServiceSummary[] = [];

  /** Whether the dialog is shown. */
  @forgiving @property({ type: Boolean, reflect: true }) open = false;

  @state() private _draft: OptionsDraft = draftOf(defaultAdvancedOptions);
  @state() private _problem: FieldProblem | undefined;

  @query('input') private readonly _firstInput!: HTMLInputElement | null;
  @query('#maximum') private readonly _maximumInput!: HTMLInputElement | null;

  readonly #dialog = new DialogController(this, {
    requestClose: () => this.#close(),
    closed: () => this.#close(),
    firstFocus: () => this._firstInput,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.open && changed.has('open')) {
      this._draft = draftOf(this.options);
      this._problem = undefined;
    }
  }

  protected override render(): TemplateResult {
    return dialogFrame({
      controller: this.#dialog,
      title: this.localize.term('advancedOptions'),
      close: this.localize.term('close'),
      body: html`${this.#renderFilter()} ${this.#renderMaximum()} ${this.#renderColumns()}`,
      foot: html`<button type="button" part="button" class="button" @click=${this.#dialog.pressCross}>
          ${this.localize.term('cancel')}
        </button>
        ${submitButton({ label: this.localize.term('save') })}`,
      submit: this.#save,
    });
  }

  #renderFilter(): TemplateResult {
    const { localize } = this;
    return html`<section part="section">
      <h3>${localize.term('filterByStatesAndService')}</h3>
      <div class="filters">
        <fieldset aria-describedby="states-help">
          <legend>${localize.term('states')}</legend>
          <div class="choices" @change=${this.#chooseState}>
            ${STATES_OFFERED.map((each) => this.#renderState(each))}
          </div>
          <p class="help" id="states-help">${localize.term('statesHelp')}</p>
        </fieldset>
        <fieldset>
          <legend>${localize.term('services')}</legend>
          <div class="choices scroll">
            ${this.#renderService([], localize.term('allServices'))} ${this.#renderSeveral()}
            ${this.#servicesOffered().map((name) => this.#renderService([name], html`<bdi title=${ifDefined(tooltipOf(name))}>${name}</bdi>`))}
          </div>
        </fieldset>
      </div>
    </section>`;
  }

  #renderState(each: CallbackState): TemplateResult {
    const on = this._draft.states.includes(each);
    return html`<label
      ><input type="checkbox" name="state" .value=${each} .checked=${on} /><span>${each}</span></label
    >`;
  }

  #renderService(names: readonly string[], label: unknown): TemplateResult {
    const on =
      names.length === this._draft.services.length && names.every((name) => this._draft.services.includes(name));
    const choose = (): void => {
      this._draft = { ...this._draft, services: names };
    };
    return html`<label
      ><input type="radio" name="service" .checked=${on} @change=${choose} /><span class="clip">${label}</span></label
    >`;
  }

  /** Several services, which only the page can set, are a choice of their own: they stay until the person chooses another. */
  #renderSeveral(): unknown {
    const { services } = this.options;
    const label = this.localize.term('severalServices', this.localize.number(services.length));
    return services.length < 2 ? nothing : this.#renderService(services, label);
  }

  #renderMaximum(): TemplateResult {
    const { localize, _problem: problem } = this;
    return html`<section part="section" class="field">
      <label for="maximum">${localize.term('maximumPerService')}</label>
      <input
        id="maximum"
        class="input number"
        inputmode="numeric"
        .value=${this._draft.maximum}
        aria-describedby=${problem === undefined ? 'maximum-help' : 'maximum-problem maximum-help'}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        @input=${this.#typeMaximum}
      />
      ${problem === undefined ? nothing : problemText(localize, 'maximum-problem', problem)}
      <span class="help" id="maximum-help">
        ${localize.term('maximumPerServiceHelp', localize.number(MAXIMUM_RECORDS))}
      </span>
    </section>`;
  }

  #renderColumns(): TemplateResult {
    const { localize } = this;
    return html`<section part="section">
      <h3>${localize.term('configureColumns')}</h3>
      <label>
        <input type="checkbox" .checked=${this._draft.serviceIdColumn} @change=${this.#chooseServiceId} />
        <span>${localize.term('includeServiceId')}</span>
      </label>
    </section>`;
  }

  /** A chosen service stays choosable when the server does not name it now. */
  #servicesOffered(): readonly string[] {
    const names = this.services.map(({ name }) => name);
    const [only = '', ...others] = this.options.services;
    return only === '' || others.length > 0 || names.includes(only) ? names : [only, ...names];
  }

  readonly #chooseState = ({ target }: Event): void => {
    const { value, checked } = target as HTMLInputElement;
    if (isCallbackState(value)) this._draft = { ...this._draft, states: withState(this._draft.states, value, checked) };
  };

  readonly #typeMaximum = ({ target }: Event): void => {
    this._draft = { ...this._draft, maximum: (target as HTMLInputElement).value };
    this._problem = undefined;
  };

  readonly #chooseServiceId = ({ target }: Event): void => {
    this._draft = { ...this._draft, serviceIdColumn: (target as HTMLInputElement).checked };
  };

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const parsed = parseOptions(this._draft);
    if ('problem' in parsed) {
      this._problem = parsed.problem;
      this._maximumInput?.focus();
      return;
    }
    this.options = parsed.options;
    emit<OptionsChangeEvent>(this, OPTIONS_CHANGE, { options: parsed.options }, { internal: true });
    this.#close();
  };

  #close(): void {
    this.open = false;
    emit<OptionsCloseEvent>(this, OPTIONS_CLOSE, {}, { internal: true });
  }
}

export * from './advanced-options.events.js';
export * from './advanced-options.types.js';

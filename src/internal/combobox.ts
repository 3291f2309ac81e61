import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { soon } from './after-press.js';
import type { Later } from './after-press.js';
import { allOptions, labelOf, matchesOf, optionNamed } from './combobox-matches.js';
import type { ComboboxOption, Fold, Matches } from './combobox-matches.js';
import { icon } from './icons.js';
import type { LocalizeController } from './localize.js';

export type { ComboboxOption } from './combobox-matches.js';

/** A text field with a list of what may be meant. */
export interface ComboboxView {
  readonly id: string;
  readonly name?: string;
  /** The text itself where any text is accepted, else the value of an option; empty = nothing yet. */
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  /** `text`: whatever is typed is the value. `options`: a text that is no option is dropped when the field is left. */
  readonly accepts: 'text' | 'options';
  readonly change: (value: string) => void;
  /** Its name where no `label` element gives it one. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
}

interface Session {
  readonly id: string;
  /** What was typed since the list opened; undefined while all options are shown. */
  readonly typed: string | undefined;
  /** Position of the option that Enter would take; -1 = none. */
  readonly active: number;
}

interface ComboboxHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * The editable comboboxes of an element, with a list that narrows while one types. Only one list is open at a time; the focus stays in
 * the field. It needs the styles of the controls and of the combobox.
 */
export class Combobox implements ReactiveController {
  readonly #host: ComboboxHost;
  readonly #localize: LocalizeController;
  readonly #fold: Fold;
  readonly #later: Later;
  #session: Session | undefined;
  #selected: { readonly field: HTMLInputElement; readonly text: string } | undefined;

  /** @param later says when a field that was left may close its list and take its text for an option */
  constructor(host: ComboboxHost, localize: LocalizeController, fold: Fold, later: Later = soon) {
    this.#host = host;
    this.#localize = localize;
    this.#fold = fold;
    this.#later = later;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#session = undefined;
  }

  hostUpdate(): void {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('[role="combobox"]:focus');
    this.#selected = field !== null && isSelected(field) ? { field, text: field.value } : undefined;
  }

  hostUpdated(): void {
    this.#selectAgain();
    const list = this.#host.renderRoot.querySelector<HTMLElement>('.combobox-list');
    if (list === null) return;
    if (list.popover !== null && !list.matches(':popover-open')) list.showPopover();
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** The field and, while it is open, its list. */
  render(view: ComboboxView): TemplateResult {
    const session = this.#sessionOf(view);
    const matches = session === undefined ? undefined : this.#matches(view, session);
    const isListed = matches !== undefined && matches.shown.length > 0;
    const active = isListed && session !== undefined && session.active >= 0 ? optionId(view, session.active) : nothing;
    const type = ({ target }: Event): void => this.#type(view, target as HTMLInputElement);
    const press = (event: KeyboardEvent): void => this.#press(view, event);
    const open = ({ target }: Event): void => this.#click(view, target as HTMLInputElement);
    const leave = (): void => {
      const left = this.#sessionOf(view);
      this.#later(() => this.#leave(view, left));
    };
    return html`<div class="combobox">
      <input
        id=${view.id}
        class="input"
        role="combobox"
        name=${view.name ?? nothing}
        autocomplete="off"
        spellcheck="false"
        placeholder=${view.placeholder ?? nothing}
        .value=${live(session?.typed ?? textOf(view))}
        aria-label=${view.label ?? nothing}
        aria-autocomplete="list"
        aria-expanded=${isListed ? 'true' : 'false'}
        aria-controls="${view.id}-list"
        aria-activedescendant=${active}
        aria-required=${view.isRequired === true ? 'true' : nothing}
        aria-invalid=${view.isInvalid === true ? 'true' : nothing}
        aria-describedby=${view.describedBy ?? nothing}
        @input=${type}
        @keydown=${press}
        @click=${open}
        @blur=${leave}
      />
      ${view.options.length === 0 ? nothing : icon('chevronDown')}
      <span class="visually-hidden" role="status">${matches === undefined ? nothing : this.#summary(matches)}</span>
      ${matches === undefined || session === undefined ? nothing : this.#list(view, session, matches)}
    </div>`;
  }

  #list(view: ComboboxView, { active }: Session, matches: Matches): TemplateResult {
    const none = matches.shown.length === 0;
    return html`<div class="combobox-list" popover=${canFloat() ? 'manual' : nothing} @mousedown=${keepFocus}>
      ${
        none
          ? html`<p class="help" aria-hidden="true">${this.#summary(matches)}</p>`
          : html`<ul
              id="${view.id}-list"
              role="listbox"
              tabindex="-1"
              aria-label=${view.label ?? this.#localize.term('options')}
            >
              ${matches.shown.map((option, at) => this.#option(view, option, { at, active }))}
            </ul>`
      }
      ${matches.more === 0 ? nothing : html`<p class="help" aria-hidden="true">${this.#moreWords(matches)}</p>`}
    </div>`;
  }

  #option(
    view: ComboboxView,
    option: ComboboxOption,
    { at, active }: { readonly at: number; readonly active: number },
  ): TemplateResult {
    const take = (): void => this.#take(view, option);
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the focus stays in the field, whose keys choose too
    return html`<li
      id=${optionId(view, at)}
      role="option"
      class=${option.value === view.value ? 'chosen' : ''}
      aria-selected=${at === active ? 'true' : 'false'}
      @click=${take}
    >
      <bdi class="clip">${labelOf(option)}</bdi>
      ${option.detail === undefined ? nothing : html`<bdi class="detail">${option.detail}</bdi>`}
    </li>`;
  }

  #summary(matches: Matches): string {
    const { shown, more } = matches;
    const count = shown.length + more;
    if (count === 0) return this.#localize.term('noMatch');
    return this.#localize.term('optionCount', count, this.#localize.number(count));
  }

  #moreWords({ more }: Matches): string {
    return this.#localize.term('moreOptions', more, this.#localize.number(more));
  }

  #sessionOf({ id }: ComboboxView): Session | undefined {
    return this.#session?.id === id ? this.#session : undefined;
  }

  #matches(view: ComboboxView, { typed }: Session): Matches {
    return typed === undefined || typed.trim() === ''
      ? allOptions(view.options, view.value)
      : matchesOf(view.options, typed, this.#fold);
  }

  #type(view: ComboboxView, input: HTMLInputElement): void {
    // Browsers fill in fields that have no focus: no list belongs there.
    const hasFocus = (input.getRootNode() as Document | ShadowRoot).activeElement === input;
    if (hasFocus && view.options.length > 0) this.#set({ id: view.id, typed: input.value, active: -1 });
    if (view.accepts === 'text') view.change(input.value);
  }

  #press(view: ComboboxView, event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const session = this.#sessionOf(view);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        this.#move(view, event);
        return;
      case 'Enter':
        if (session === undefined) return;
        event.preventDefault();
        this.#enter(view, session);
        return;
      case 'Escape':
        if (session === undefined) return;
        event.preventDefault();
        this.#set(undefined);
        return;
      case 'Home':
      case 'End':
        // The caret moves, and with it what Enter means goes back to the text.
        if (session !== undefined) this.#set({ ...session, active: -1 });
    }
  }

  #move(view: ComboboxView, { key, altKey }: KeyboardEvent): void {
    const isDown = key === 'ArrowDown';
    const session = this.#sessionOf(view);
    if (altKey) {
      if (isDown) this.#open(view);
      else this.#set(undefined);
      return;
    }
    if (session === undefined) this.#open(view);
    const opened = this.#sessionOf(view);
    if (opened === undefined) return;
    const count = this.#matches(view, opened).shown.length;
    // What is chosen already is where the way begins.
    if (session === undefined && opened.active >= 0) return;
    const next = isDown ? opened.active + 1 : opened.active - 1;
    const active = next >= count ? -1 : next < -1 ? count - 1 : next;
    this.#set({ ...opened, active: session === undefined && !isDown ? count - 1 : active });
  }

  #enter(view: ComboboxView, session: Session): void {
    const option = this.#matches(view, session).shown[session.active];
    if (option === undefined) this.#leave(view, session);
    else this.#take(view, option);
  }

  #click(view: ComboboxView, input: HTMLInputElement): void {
    // Who comes to choose another one types over what is chosen.
    if (view.accepts === 'options' && this.#sessionOf(view) === undefined) input.select();
    this.#open(view);
  }

  #open(view: ComboboxView): void {
    if (view.options.length === 0 || this.#sessionOf(view) !== undefined) return;
    const { shown } = allOptions(view.options, view.value);
    this.#set({ id: view.id, typed: undefined, active: shown.findIndex(({ value }) => value === view.value) });
  }

  #take(view: ComboboxView, option: ComboboxOption): void {
    this.#set(undefined);
    if (option.value !== view.value) view.change(option.value);
  }

  /** Closes the list; a text that names an option means that option. */
  #leave(view: ComboboxView, left: Session | undefined): void {
    const typed = view.accepts === 'text' ? view.value : left?.typed;
    const named = typed === undefined ? undefined : optionNamed(view.options, typed, this.#fold);
    if (this.#sessionOf(view) !== undefined) this.#set(undefined);
    if (named !== undefined && named.value !== view.value) view.change(named.value);
  }

  /** A value that comes from elsewhere into a field where nobody typed yet gives way to what is typed next, as the one before it. */
  #selectAgain(): void {
    if (this.#selected === undefined) return;
    const { field, text } = this.#selected;
    if (field.value !== text && field.matches(':focus')) field.select();
  }

  #set(session: Session | undefined): void {
    this.#session = session;
    this.#host.requestUpdate();
  }
}

function textOf({ value, options, accepts }: ComboboxView): string {
  if (accepts === 'text') return value;
  const option = options.find((each) => each.value === value);
  return option === undefined ? value : labelOf(option);
}

/** Whether all of a field's text is selected; an empty one has nothing that is not. */
function isSelected({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}

function optionId({ id }: ComboboxView, at: number): string {
  return `${id}-option-${at}`;
}

/** A press on the list, also on its scroll bar, is no reason to leave the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Whether the list can hang on its field above everything else; where it cannot, it stands in the flow below it. */
function canFloat(): boolean {
  return CSS.supports('anchor-scope', 'all');
}

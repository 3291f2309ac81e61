import { html } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { icon } from '../../internal/icons.js';

/** Id of the button that unfolds. */
const MORE = 'more';

/** A button, and the actions it unfolds below itself. Esc, a press elsewhere and an action taken fold them again. */
export class Menu implements ReactiveController {
  readonly #host: LitElement;
  #open = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#pressedSomewhere);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#pressedSomewhere);
    this.#set(false);
  }

  render(label: string, actions: readonly unknown[]): TemplateResult {
    return html`
      <div class="menu" @keydown=${this.#keyPressed} @focusout=${this.#left} @click=${this.#chosen}>
        <button
          id=${MORE}
          class="button icon-only"
          type="button"
          aria-label=${label}
          aria-expanded=${this.#open ? 'true' : 'false'}
          aria-controls="menu"
          @click=${this.#pressed}
        >
          ${icon('more')}
        </button>
        <div class="menu-list" id="menu" part="menu" ?hidden=${!this.#open}>${actions}</div>
      </div>
    `;
  }

  readonly #pressed = (): void => this.#set(!this.#open);

  readonly #keyPressed = (event: KeyboardEvent): void => {
    if (!this.#open || event.key !== 'Escape') return;
    event.stopPropagation();
    this.#fold();
  };

  /** Before the action itself: a dialog that it opens gives the focus back to a button that is still there. */
  readonly #chosen = {
    capture: true,
    handleEvent: (event: Event): void => {
      const button = event.composedPath().find((target) => target instanceof HTMLButtonElement);
      if (button === undefined || button.id === MORE || button.getAttribute('aria-disabled') === 'true') return;
      this.#fold();
    },
  };

  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && this.#element?.contains(relatedTarget) === false) this.#set(false);
  };

  readonly #pressedSomewhere = (event: Event): void => {
    if (this.#open && this.#element !== null && !event.composedPath().includes(this.#element)) this.#set(false);
  };

  get #element(): Element | null {
    return this.#host.renderRoot.querySelector('.menu');
  }

  #fold(): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${MORE}`)?.focus();
    this.#set(false);
  }

  #set(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#host.requestUpdate();
  }
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { IconName } from './icons.js';

/** A button that says why it is off instead of going dead. */
export interface ActionButton {
  /** Unique in its shadow root. */
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly kind?: 'primary' | 'danger' | 'quiet';
  /** Only the icon is seen; the label is the accessible name. */
  readonly iconOnly?: boolean;
  /** Why it is off; absent = on. */
  readonly reason?: string | undefined;
  /** The explanation opens towards the start, for buttons at the end of a line. */
  readonly atEnd?: boolean;
  readonly part?: string;
  readonly press: (event: Event) => void;
}

/** Renders a button; when it is off it stays readable and focusable, does nothing, and its reason shows on hover and focus. */
export function actionButton(button: ActionButton): TemplateResult {
  const off = button.reason !== undefined;
  const press = (event: Event): void => {
    if (!off) button.press(event);
  };
  return html`<span class="action ${button.atEnd === true ? 'end' : ''}">
    <button
      id=${button.id}
      type="button"
      part=${button.part ?? 'button'}
      class="button ${button.kind ?? ''} ${button.iconOnly === true ? 'icon-only' : ''}"
      aria-disabled=${off ? 'true' : nothing}
      aria-describedby=${off ? `${button.id}-why` : nothing}
      aria-label=${button.iconOnly === true ? button.label : nothing}
      @click=${press}
    >
      ${button.icon === undefined ? nothing : icon(button.icon)}${button.iconOnly === true ? nothing : html`<span>${button.label}</span>`}
    </button>
    ${off ? html`<span class="why" role="tooltip" id="${button.id}-why">${button.reason}</span>` : nothing}
  </span>`;
}

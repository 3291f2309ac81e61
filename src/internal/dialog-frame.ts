import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DialogController } from './dialog-controller.js';
import { icon } from './icons.js';

/** The pieces of a dialog; what it says and does comes from the element. */
export interface DialogFrame {
  readonly controller: DialogController;
  readonly title: string;
  /** Name of the cross in the head. */
  readonly close: string;
  readonly role?: 'alertdialog';
  readonly busy?: boolean;
  readonly body: unknown;
  readonly foot: unknown;
  readonly submit: (event: SubmitEvent) => void;
}

/** Renders a native dialog with a head that names and closes it, a middle that scrolls, and a foot with its buttons. */
export function dialogFrame(frame: DialogFrame): TemplateResult {
  const { controller } = frame;
  return html`<dialog
    part="dialog"
    role=${frame.role ?? nothing}
    aria-labelledby="dialog-title"
    @keydown=${controller.keydown}
    @cancel=${controller.cancel}
    @close=${controller.close}
  >
    <form novalidate autocomplete="off" aria-busy=${frame.busy === true ? 'true' : nothing} @submit=${frame.submit}>
      <header class="dialog-head" part="head">
        <h2 id="dialog-title">${frame.title}</h2>
        <button
          type="button"
          part="close"
          class="button quiet icon-only"
          aria-label=${frame.close}
          @click=${controller.pressCross}
        >
          ${icon('cross')}
        </button>
      </header>
      <div class="dialog-body" part="body">${frame.body}</div>
      <footer class="dialog-foot" part="foot">${frame.foot}</footer>
    </form>
  </dialog>`;
}

/** The button that sends a dialog's form. */
export interface SubmitButton {
  readonly label: string;
  readonly kind?: 'primary' | 'danger';
  /** Why it is off; absent = on. */
  readonly reason?: string | undefined;
  /** It has been sent and nobody has answered yet. */
  readonly busy?: boolean;
}

/** Renders the submit button; off or busy it stays readable and focusable, and the form's handler ignores it. */
export function submitButton({ label, kind = 'primary', reason, busy = false }: SubmitButton): TemplateResult {
  const off = reason !== undefined;
  return html`<span class="action end up">
    <button
      id="submit"
      type="submit"
      part="submit"
      class="button ${kind}"
      aria-disabled=${off || busy ? 'true' : nothing}
      aria-describedby=${off ? 'submit-why' : nothing}
    >
      ${busy ? html`<span class="spinner"></span>` : nothing}<span>${label}</span>
    </button>
    ${off ? html`<span class="why" role="tooltip" id="submit-why">${reason}</span>` : nothing}
  </span>`;
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element that shows one modal dialog in its shadow root. */
export interface DialogHost extends ReactiveControllerHost, HTMLElement {
  readonly hasUpdated: boolean;
  open: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What a dialog does when people deal with it. */
export interface DialogBehaviour {
  /** Somebody wants to close it: Esc, the cross, the back gesture. */
  readonly requestClose: () => void;
  /** It was closed by the browser without asking. */
  readonly closed: () => void;
  /** Where the focus goes when it opens; without it, to the first thing that takes focus. */
  readonly firstFocus?: () => HTMLElement | null | undefined;
}

/** Holds a native dialog to the `open` property of its element; the platform gives the focus back to the opener. */
export class DialogController implements ReactiveController {
  readonly #host: DialogHost;
  readonly #behaviour: DialogBehaviour;

  constructor(host: DialogHost, behaviour: DialogBehaviour) {
    this.#host = host;
    this.#behaviour = behaviour;
    host.addController(this);
  }

  hostConnected(): void {
    // A dialog that was moved has left the top layer and must be shown again.
    if (this.#host.hasUpdated && this.#host.open) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    if (this.#dialog?.open === true) this.#dialog.close();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (dialog === null || !this.#host.isConnected || dialog.open === this.#host.open) return;
    if (!this.#host.open) {
      dialog.close();
      return;
    }
    dialog.showModal();
    this.#behaviour.firstFocus?.()?.focus();
  }

  /** For the dialog's `keydown`: Esc asks. A key that is prevented never reaches the browser's own closing. */
  readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#behaviour.requestClose();
  };

  /** For the dialog's `cancel`: a back gesture asks as Esc does. */
  readonly cancel = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    this.#behaviour.requestClose();
  };

  /** For the dialog's `close`. */
  readonly close = (): void => {
    if (this.#host.open && this.#host.isConnected && this.#dialog?.open === false) this.#behaviour.closed();
  };

  /** For the cross in the head. */
  readonly pressCross = (): void => {
    this.#behaviour.requestClose();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}

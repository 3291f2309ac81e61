import type { ReactiveControllerHost } from 'lit';
import type { CommandProgress } from '../../controllers/command.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { BulkCancelResult } from '../../domain/report.js';

/**
 * The dialog that is open, with what it was opened for: later refreshes of the list do not change it under the person's hands.
 * Each opening is another object, by which work that was sent from it finds out whether it is still the one that is open.
 */
export type OpenDialog =
  | { readonly kind: 'create' }
  | { readonly kind: 'edit'; readonly record: CallbackRecord }
  | { readonly kind: 'cancel'; readonly records: readonly CallbackRecord[] }
  | { readonly kind: 'options' }
  | { readonly kind: 'report' };

/** How the work of a dialog stands. Empty = it has not begun. */
export interface DialogWork {
  readonly busy?: true;
  /** How far a cancellation of several callbacks has come. */
  readonly progress?: CommandProgress;
  /** Why it failed; the dialog stays open, so that nothing that was typed is lost. */
  readonly problem?: CallbackError;
  /** What became of a cancellation of several callbacks. */
  readonly result?: BulkCancelResult;
}

const NOT_BEGUN: DialogWork = Object.freeze({});

/** Which dialog is open, and how its work stands. At most one is. */
export class Dialogs {
  readonly #host: ReactiveControllerHost;
  #current: OpenDialog | undefined;
  #work = NOT_BEGUN;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get current(): OpenDialog | undefined {
    return this.#current;
  }

  get work(): DialogWork {
    return this.#work;
  }

  open(dialog: OpenDialog): void {
    this.#set(dialog, NOT_BEGUN);
  }

  /** Closes whatever is open. */
  close(): void {
    this.#set(undefined, NOT_BEGUN);
  }

  /** Closes this very dialog; false when it is no longer the one that is open. */
  closeOnly(dialog: OpenDialog | undefined): boolean {
    const isOpen = this.#isOpen(dialog);
    if (isOpen) this.close();
    return isOpen;
  }

  /** Shows how the work of this very dialog stands; false when it is no longer the one that is open. */
  show(dialog: OpenDialog | undefined, work: DialogWork): boolean {
    const isOpen = this.#isOpen(dialog);
    if (isOpen) this.#set(dialog, work);
    return isOpen;
  }

  #isOpen(dialog: OpenDialog | undefined): boolean {
    return dialog !== undefined && dialog === this.#current;
  }

  #set(current: OpenDialog | undefined, work: DialogWork): void {
    this.#current = current;
    this.#work = work;
    this.#host.requestUpdate();
  }
}

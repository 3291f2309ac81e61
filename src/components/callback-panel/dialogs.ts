import type { ReactiveControllerHost } from 'lit';
import type { CommandProgress } from '../../controllers/command.js';
import type { PendingChange } from '../../controllers/pending-changes.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { BulkCancelResult } from '../../domain/report.js';
import type { DeferredRequest, EditorOutcome } from '../callback-editor/callback-editor.types.js';
import type { Base } from './change-command.js';

/**
 * The dialog that is open, with what it was opened for: later refreshes of the list do not change it under the person's hands.
 * Each opening is another object, by which work that was sent from it finds out whether it is still the one that is open.
 */
export type OpenDialog =
  | { readonly kind: 'create' }
  | {
      readonly kind: 'edit';
      readonly record: CallbackRecord;
      /** What was asked for before and not done. */
      readonly wish?: DeferredRequest;
    }
  | { readonly kind: 'cancel'; readonly records: readonly CallbackRecord[] }
  | { readonly kind: 'options' }
  | { readonly kind: 'report' };

/** How the work of a dialog stands. Empty = it has not begun. */
export interface DialogWork {
  readonly busy?: true;
  /** It waits to be sent, and can be undone. */
  readonly pending?: PendingChange;
  /** How far a cancellation of several callbacks has come. */
  readonly progress?: CommandProgress;
  /** Why it failed; the dialog stays open, so that nothing that was typed is lost. */
  readonly problem?: CallbackError;
  /** What became of a cancellation of several callbacks. */
  readonly result?: BulkCancelResult;
  /** What became of a request whose answer was lost. */
  readonly outcome?: EditorOutcome;
}

/** What has been learned of a callback since its dialog opened. */
export interface Learned {
  /** All of it, as it was read for the dialog. */
  readonly whole?: CallbackRecord;
  /** As the server has it now, since somebody changed it. */
  readonly conflict?: CallbackRecord;
}

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

/** Which dialog is open, and how its work stands. At most one is. */
export class Dialogs {
  readonly #host: ReactiveControllerHost;
  #current: OpenDialog | undefined;
  #work: DialogWork = NOTHING;
  #learned: Learned = NOTHING;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get current(): OpenDialog | undefined {
    return this.#current;
  }

  get work(): DialogWork {
    return this.#work;
  }

  get learned(): Learned {
    return this.#learned;
  }

  /** The callback that the open form changes, as the person was shown it last; undefined without such a form. */
  get base(): Base | undefined {
    if (this.#current?.kind !== 'edit') return undefined;
    const { conflict, whole } = this.#learned;
    const read = conflict ?? whole;
    return read === undefined ? { record: this.#current.record, isWhole: false } : { record: read, isWhole: true };
  }

  open(dialog: OpenDialog, learned: Learned = NOTHING): void {
    this.#learned = completed(dialog, learned);
    this.#set(dialog, NOTHING);
  }

  /** Closes whatever is open. */
  close(): void {
    this.#learned = NOTHING;
    this.#set(undefined, NOTHING);
  }

  /** Closes this very dialog; false when it is no longer the one that is open. */
  closeOnly(dialog: OpenDialog | undefined): boolean {
    const isOpen = this.isOpen(dialog);
    if (isOpen) this.close();
    return isOpen;
  }

  /** Shows how the work of this very dialog stands; false when it is no longer the one that is open. */
  show(dialog: OpenDialog | undefined, work: DialogWork): boolean {
    const isOpen = this.isOpen(dialog);
    if (isOpen) this.#set(dialog, work);
    return isOpen;
  }

  /** Takes in what was learned of the callback of this very dialog; false when it is no longer the one that is open. */
  learn(dialog: OpenDialog | undefined, learned: Learned): boolean {
    const isOpen = this.isOpen(dialog);
    if (isOpen) {
      this.#learned = completed(dialog, { ...this.#learned, ...learned });
      this.#host.requestUpdate();
    }
    return isOpen;
  }

  isOpen(dialog: OpenDialog | undefined): boolean {
    return dialog !== undefined && dialog === this.#current;
  }

  #set(current: OpenDialog | undefined, work: DialogWork): void {
    this.#current = current;
    this.#work = work;
    this.#host.requestUpdate();
  }
}

/**
 * What a list did not show of a callback when its form opened counts as it is now: else every such property would look as if somebody had
 * just set it.
 */
function completed(dialog: OpenDialog | undefined, learned: Learned): Learned {
  const { whole, conflict } = learned;
  if (dialog?.kind !== 'edit' || whole !== undefined || conflict === undefined) return learned;
  const { record } = dialog;
  return { ...learned, whole: { ...record, properties: { ...conflict.properties, ...record.properties } } };
}

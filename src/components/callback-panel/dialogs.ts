import type { ReactiveControllerHost } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { BulkCancelResult } from '../../domain/report.js';

/** The dialog that is open, with what it was opened for: later refreshes of the list do not change it under the person's hands. */
export type OpenDialog =
  | { readonly kind: 'create' }
  | { readonly kind: 'edit'; readonly record: CallbackRecord }
  | { readonly kind: 'cancel'; readonly records: readonly CallbackRecord[] }
  | { readonly kind: 'options' }
  | { readonly kind: 'report' };

/** Which dialog is open, and how its work went. At most one is. */
export class Dialogs {
  readonly #host: ReactiveControllerHost;
  #current: OpenDialog | undefined;
  #problem: CallbackError | undefined;
  #result: BulkCancelResult | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get current(): OpenDialog | undefined {
    return this.#current;
  }

  /** Why the work of the open dialog failed; it stays open, so that nothing that was typed is lost. */
  get problem(): CallbackError | undefined {
    return this.#problem;
  }

  /** What became of a bulk cancel, shown in the dialog that asked for it. */
  get result(): BulkCancelResult | undefined {
    return this.#result;
  }

  open(dialog: OpenDialog): void {
    this.#set(dialog, undefined, undefined);
  }

  close(): void {
    this.#set(undefined, undefined, undefined);
  }

  /** Forgets a problem told before, since the work is being tried again. */
  begin(): void {
    this.#set(this.#current, undefined, undefined);
  }

  fail(problem: CallbackError): void {
    this.#set(this.#current, problem, undefined);
  }

  finish(result: BulkCancelResult): void {
    this.#set(this.#current, undefined, result);
  }

  #set(
    current: OpenDialog | undefined,
    problem: CallbackError | undefined,
    result: BulkCancelResult | undefined,
  ): void {
    this.#current = current;
    this.#problem = problem;
    this.#result = result;
    this.#host.requestUpdate();
  }
}

import type { CommandFailure } from '../../controllers/command.js';
import type { CallbackError } from '../../domain/errors.js';
import { emit } from '../../internal/emit.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { CallbackTransport } from '../../transport/callback-transport.js';
import { CALLBACK_FAILURE } from './callback-panel.events.js';
import type { CallbackFailureEvent } from './callback-panel.events.js';
import type { Dialogs, OpenDialog } from './dialogs.js';
import type { Shows } from './expectations.js';
import type { Sighting } from './source.js';
import type { Review, Troubles } from './troubles.js';

/** What telling needs of its page. */
export interface TellingContext {
  readonly host: EventTarget;
  readonly localize: LocalizeController;
  readonly dialogs: Dialogs;
  readonly troubles: Troubles;
  /** Where commands go now. */
  readonly server: () => CallbackTransport | undefined;
  /** Loads the list until it shows what was written. */
  readonly reloadUntil: (shows: Shows) => Promise<Sighting>;
  /** Says something politely. */
  readonly announce: (words: string) => void;
  /** The form in which a callback was changed has closed. */
  readonly formClosed: (id: string) => void;
}

/** A write under way. It tells its own dialog, while that is open, and else the page: never a dialog that was opened since. */
export interface Job {
  readonly action: 'create' | 'edit' | 'cancel';
  /** What fails when it fails, in words. */
  readonly failed: string;
  readonly dialog: OpenDialog | undefined;
  readonly server: CallbackTransport | undefined;
}

/** What is said of a write that was done. */
export interface Success {
  readonly words: string;
  /** Whether a list shows it. */
  readonly shows: Shows;
  /** The callback whose form was open. */
  readonly from?: string;
  /** Its answer was lost, and a look at the server showed that it was done. */
  readonly isFound?: boolean;
  /** Fires what the server confirmed. */
  readonly confirm: () => void;
}

/** Tells what becomes of writes: in their dialog while it is open, else on the page. */
export class Telling {
  readonly #context: TellingContext;

  constructor(context: TellingContext) {
    this.#context = context;
  }

  /** A write begins from the dialog that is open. */
  begin(action: Job['action'], failed: string): Job {
    const { dialogs, server } = this.#context;
    return { action, failed, dialog: dialogs.current, server: server() };
  }

  /** It was done: the form closes, and the list is loaded until it shows it. */
  async done(job: Job, { words, shows, from, isFound, confirm }: Success): Promise<void> {
    const { announce, localize, dialogs, formClosed } = this.#context;
    const wasOpen = dialogs.closeOnly(job.dialog);
    if (wasOpen && from !== undefined) formClosed(from);
    announce(isFound === true ? `${localize.term('answerLostButDone')} ${words}` : words);
    confirm();
    await this.lookFor(job, shows);
  }

  /** It was not done, or nobody knows. @param review for what was entered, once its dialog is gone */
  failed(job: Job, { problem }: CommandFailure, review?: Review): void {
    const { dialogs, troubles } = this.#context;
    // Without a problem nobody waits for the answer any more.
    const isShown = dialogs.show(job.dialog, problem === undefined ? {} : { problem });
    if (problem === undefined) return;
    if (!isShown) troubles.add({ what: job.failed, problem, isWrite: true, ...(review && { review }) });
    this.fire(job, problem);
  }

  /** Fires that it was not done, of which a person has been told. */
  fire({ action }: Job, problem: CallbackError): void {
    emit<CallbackFailureEvent>(this.#context.host, CALLBACK_FAILURE, { code: problem.code, action });
  }

  /** Loads the list until it shows what was written; says so when it does not. */
  async lookFor({ server }: Job, shows: Shows): Promise<void> {
    const { reloadUntil, announce, localize } = this.#context;
    // The list of another server shows nothing of it.
    if (server !== this.#context.server()) return;
    if ((await reloadUntil(shows)) === 'not-seen') announce(localize.term('changeNotSeen'));
  }
}
